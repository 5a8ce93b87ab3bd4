"""Whatever is typed, the database has no error, and whatever a text holds, it can be indexed."""

import random

import pytest

from gateway.text.search import query, stems, tokens
from tests.text.search.index import Index

SYNTAX = (
    "NEAR|NEAR(|AND|OR|NOT| OR | - |--|/*|title:|body :|{title stems}:|stems|-stems:|rank|''"
    "|post_search|; drop table post_search"
)
WORDS = (
    "fox|running|C++|c#|v1.2|1,000|é|ß|İ|ё|ﷺ|½|™|·en·run|東|東京都|サーバー|ー|の|ｻｰﾊﾞｰ|・|𠮷"
    "|한국어|ไทย|हिन्दी|שָׁלוֹם|كِتَاب|👩‍👩‍👧|e\u0301\u0302"
)
SIGNS = [
    *"\"'*^:+-(){}[]|,.;!?#$%&/\\=<>~`@_ \t\n\r\x00\x01\x0b\x1f\x7f",
    *"\u200b\u2028\u3000\ufeff\ud800\udfff\u3099\U000e0100“”„｜＊－＂−📖",
    *SYNTAX.split("|"),
    *WORDS.split("|"),
]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(["".join(SIGNS), "A fox is running", "東京都のサーバー設定"], "ja")


def typed(seed: int) -> str:
    source = random.Random(seed)  # noqa: S311
    return "".join(source.choices(SIGNS, k=source.choice((1, 3, 6, 12, 40))))


def test_the_database_takes_whatever_is_typed(index: Index) -> None:
    refused = 0
    for seed in range(3_000):
        text = typed(seed)
        try:
            query.parse(text)
        except ValueError:
            refused += 1
            continue
        assert set(index.strict(text)) <= {0, 1, 2}
        assert set(index.relaxed(text)) <= {0, 1, 2}
        assert index.words(text) in (None, [], [0], [2], [0, 2])
    assert 0 < refused < 1_000


@pytest.mark.parametrize(
    "text",
    [
        "w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 w12 w13 w14 w15 w16",
        " ".join(f"word{chr(97 + n)}" for n in range(16)),
        " OR ".join(f"word{chr(97 + n)}" for n in range(16)),
        " ".join(f"-word{chr(97 + n)}" for n in range(15)) + " word",
        " ".join(f"カタカナ{chr(0x4E00 + n)}カタカナー字" for n in range(16)),
        "漢" * 256,
        "カタカナ字" * 51,
        "ﷺ" * 3,
        "㌖" * 256,
        "a" * 256,
        "1" * 256,
        "a1" * 128,
        "a-" * 128,
        '"' * 256,
        "*" * 256,
        "(" * 256,
        "-" * 256,
        "|" * 256,
        "\x00" * 256,
        "\ud800" * 256,
        "📖" * 256,
    ],
)
def test_the_longest_searches_are_no_error(index: Index, text: str) -> None:
    index.languages = [language for language in stems.ALGORITHMS if stems.language(language)]
    assert index.strict(text) in ([], [0])
    index.relaxed(text)
    index.words(text)


def test_an_expression_has_signs_of_the_index_around_words_alone() -> None:
    """What is between quotation marks is letters, marks, digits, + and #, and the sign of stems."""
    for seed in range(2_000):
        try:
            parsed = query.parse(typed(seed))
        except ValueError:
            continue
        for expression in (query.strict(parsed, ["en"]), query.relaxed(parsed, ["en"])):
            outside, inside = expression.split('"')[::2], expression.split('"')[1::2]
            assert set("".join(outside)) <= set("() *ANDORNOT")
            assert [text for text in inside if any(sign in text for sign in "\"'*^:(){}\x00")] == []


def test_odd_texts_are_indexed_like_others() -> None:
    entries = [
        tokens.entry(text := typed(seed), [text, text], text, text * 3, locale)
        for seed, locale in enumerate(["ja", "en", "ru", "th", ""] * 60)
    ]
    index = Index([])
    for place, entry in enumerate(entries):
        index.add(place, entry)
    assert vocabulary(index) == {token for entry in entries for token in tokens_of(entry)}


def tokens_of(entry: tokens.Entry) -> set[str]:
    return {token for column in entry[:5] for token in column.split(" ") if token}


def vocabulary(index: Index) -> set[str]:
    index.database.execute("create virtual table temp.term using fts5vocab(main, post_search, row)")
    return {term for (term,) in index.database.execute("select term from temp.term")}
