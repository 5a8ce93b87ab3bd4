"""Whatever is written and typed: highlights are pieces of the text, of what the index finds."""

from html import unescape
from itertools import chain

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from gateway.text.search import highlights, origins, query, stems
from gateway.text.search.folding import fold
from gateway.text.search.highlights import Highlight, Post
from gateway.text.search.query import Query, Term
from tests.text.search.index import Index

WRITTEN = [
    *(
        "京都",
        "東京都",
        "株",
        "サーバー",
        "サーバ",
        "の",
        "ｻｰﾊﾞｰ",
        "ｶﾞ",
        "か\u3099",
        "コード・ネーム",
        "㌔",
    ),
    *(
        "北京",
        "서울",
        "\u1109\u1165",
        "ㅎㅏ",
        "อากาศ",
        "กำ",
        "हिन्दी",
        "الكِتاب",
        "葛\U000e0100",
        "𠮷",
    ),
    *("run", "Running", "runs", "é", "e\u0301", "Straße", "oﬃce", "C++", "c#", "it’s", "Ærø", "İ"),
    *(
        "1,000",
        "１，０００",
        "10",
        "v2.5",
        "…",
        "、",
        "。",
        " ",
        " ",
        "\n",
        " - ",
        "・",
        "-",
        "so\u00adft",
    ),
    *("👨‍👩‍👧", "🇯🇵", "2️⃣", "<b>", "&amp;", '"', "'", "™", "\u200b", "゠", ",", "a", "ー"),
]
TEXTS = st.lists(st.sampled_from(WRITTEN), max_size=14).map("".join)
ANY_TEXT = st.text(st.sampled_from("".join(WRITTEN)) | st.characters(exclude_categories=["Cs"]))
QUERIES = st.lists(
    st.sampled_from([*WRITTEN, " OR ", " -", '"', "* "]), min_size=1, max_size=5
).map("".join)
LOCALES = st.sampled_from(["en", "ja", "de", "ar", "hi"])


def pieces(found: Highlight) -> list[str]:
    """What is marked in a fragment that is PLAIN."""
    units = found.fragment.encode("utf-16-le")
    return [units[2 * start : 2 * end].decode("utf-16-le") for start, end in found.ranges]


@pytest.mark.parametrize("plane", range(3))
def test_every_character_is_found_at_its_place(plane: int) -> None:
    for code in range(plane << 16, (plane + 1) << 16):
        if not 0xD800 <= code <= 0xDFFF:
            folded = origins.of(f"一{chr(code)}二")
            assert folded.origin(0, 1)[0] == 0
            assert folded.origin(len(folded.text) - 1, len(folded.text)) == (2, 3)


@given(TEXTS)
def test_each_character_of_a_folded_text_is_of_what_stands_at_its_place(text: str) -> None:
    folded = origins.of(text)
    assert folded.text == fold(text)
    places = [folded.origin(place, place + 1) for place in range(len(folded.text))]
    assert places == sorted(places)
    for character, (start, stop) in zip(folded.text, places, strict=True):
        assert character in fold(text[start:stop])


@given(ANY_TEXT)
def test_no_text_is_too_odd(text: str) -> None:
    folded = origins.of(text)
    for place in range(len(folded.text)):
        start, stop = folded.origin(place, place + 1)
        assert 0 <= start <= stop <= len(text)


@given(TEXTS, QUERIES, LOCALES, st.sampled_from([0, 3, 80]))
def test_fragments_are_slices_of_the_text_that_do_not_overlap(
    body: str, typed: str, locale: str, around: int
) -> None:
    left = body
    for found in highlights.find(typed, Post("", [], "", body, locale), 10, around):
        assert found.fragment in left
        left = left.replace(found.fragment, "\x00", 1)
        ends = [0, *(place for each in found.ranges for place in each)]
        assert ends[1:] == sorted(set(ends[1:]))
        assert ends[-1] <= len(found.fragment.encode("utf-16-le")) // 2


@given(TEXTS, QUERIES, LOCALES)
def test_marked_is_what_the_query_finds(body: str, typed: str, locale: str) -> None:
    terms = tuple(chain(*query.parse(typed).groups))
    # Of a phrase the runs that stand far from each other are marked one by one.
    terms += tuple(Term((run,)) for term in terms for run in term.runs)
    any_term = Query((terms,) if terms else ())
    languages = [*filter(None, [stems.language(locale)])]
    expression = f"{query.strict(any_term, languages)} OR {query.relaxed(any_term, languages)}"
    marked = [
        piece
        for found in highlights.find(typed, Post("", [], "", body, locale), 10, 80)
        for piece in pieces(found)
    ]
    assert Index(marked, locale).matching(expression) == list(range(len(marked)))


@given(TEXTS, QUERIES, LOCALES)
def test_what_the_index_finds_has_a_highlight(body: str, typed: str, locale: str) -> None:
    index = Index([body], locale)
    index.languages = [*filter(None, [stems.language(locale)])]
    found = highlights.find(typed, Post("", [], "", body, locale), 1, 80)
    assert found or not (index.strict(typed) or index.relaxed(typed))


@given(TEXTS, QUERIES)
def test_html_is_the_same_escaped_with_marks(body: str, typed: str) -> None:
    post = Post("", [], "", body, "en")
    in_plain, in_html = (
        highlights.find(typed, post, 10, 80, text_format) for text_format in ("PLAIN", "HTML")
    )
    for plain, html in zip(in_plain, in_html, strict=True):
        assert html.ranges == plain.ranges
        marked = regex.findall("<mark>(.*?)</mark>", html.fragment, regex.DOTALL)
        assert list(map(unescape, marked)) == pieces(plain)
        text = regex.sub("</?mark>", "", html.fragment)
        assert "<" not in text
        assert unescape(text) == plain.fragment


@given(TEXTS, st.sampled_from(["京都", "c++", "run", "か\u3099", "𠮷", "กา", "2", "e", "葛"]))
def test_marks_are_made_of_whole_characters(title: str, typed: str) -> None:
    ends = {0, *(match.end() for match in regex.finditer(r"\X", title))}
    for found in highlights.find(typed, Post(title, [], "", "", "en"), 1, 80):
        for piece, (start, _) in zip(pieces(found), found.ranges, strict=True):
            place = len(title.encode("utf-16-le")[: 2 * start].decode("utf-16-le"))
            assert {place, place + len(piece)} <= ends
