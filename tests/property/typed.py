"""What readers may type in a search box: mostly what is in a post, so that something is found."""

import re
from typing import Any

from hypothesis import strategies as st

from . import runs
from .blog import Post

Values = st.SearchStrategy[Any]

ODD = [
    *(
        "",
        " ",
        '"',
        "-",
        "OR",
        "*",
        "|",
        '""',
        "OR OR",
        "- -",
        '-"',
        "()",
        "*x",
        "x\x00y",
        "NEAR(a b)",
    ),
    *(
        "a AND b",
        "title:x",
        "{a b}: c",
        "^a",
        "a + b",
        "'; --",
        "\\",
        "%",
        "_",
        "😀",
        "・",
        "，",
        "ー",
    ),
    *("nothing", "c++", "C#", "1,000", "日", "に", "ー", "がが", "語" * 256),
]
LIKE_THEM = [
    *(
        "サーバーの設定",
        "サーバの",
        "ブロックチェーンの",
        "検索기",
        "한국어검색",
        "空港関西国際空港",
        "京都",
    ),
    *(
        "runners' running",
        "caffé",
        "コード",
        "ロック",
        "サーバーをコードネーム",
        "東京都の京都と大阪の京都",
    ),
]
"""What is nearly, or partly, in some posts."""

SPELLINGS = [
    *["{}"] * 6,
    *('"{}"', '"{}', "“{}”", "-{}", '-"{}"', "{}*", "－{}", "{} OR nothing", "nothing|{}", "({})"),
]
BETWEEN = [" ", " ", "\u3000", " OR ", "|", "\n"]


def searches(example: Post | None) -> Values:
    terms = st.sampled_from(ODD)
    if example is not None:
        terms = st.builds(str.format, st.sampled_from(SPELLINGS), _found(example)) | terms
    terms |= st.sampled_from(LIKE_THEM)
    return st.builds(
        lambda first, between, others, change: change(between.join([first, *others]))[:256],
        terms,
        st.sampled_from(BETWEEN),
        st.lists(terms, max_size=2),
        st.sampled_from([str, str, str.upper]),
    )


def _found(post: Post) -> Values:
    """Words of a post, and parts of its texts wherever they begin and end."""
    document = post.document
    names = [term.name for kind in ("Tag", "Category") for term in post.terms[kind]]
    texts = [document.title, *names, document.excerpt.plain, document.body.plain]
    given = st.sampled_from([text[:200] for text in texts if text] or ["x"])
    words = given.flatmap(lambda text: st.sampled_from(re.findall(r"\w+", text) or [text]))
    told = given.flatmap(lambda text: st.sampled_from([run.text for run in runs.of(text)] or ["x"]))
    parts = st.builds(
        lambda text, start, length: text[start % len(text) :][:length],
        given,
        st.integers(0, 50),
        st.integers(1, 8),
    )
    return words | told | parts
