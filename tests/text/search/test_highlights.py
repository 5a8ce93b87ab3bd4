"""What of a post shows why it was found."""

from collections.abc import Sequence

import pytest

from gateway.text.search import highlights, windows
from gateway.text.search.highlights import Post, Range

WALK = (
    "川沿いの道を三十分ほど歩くと、小さなパン屋が見えてきます。「ここのあんぱんは、3,800円でも買う。」"
    "と友人は言いました。GraphQLのサーバーを書きながら食べるのにちょうどいい。\n投資のはじめかた\n"
    "つみたてNISAの非課税枠を使って、長い目で資産をつくります。東京都に住んで、京都へ通う人もいます。"
)
SHOP = (
    "We are often asked what this runs on. It is a folder of files on Dr. Hart's server, which\n"
    "runs Debian & <nginx>. Running a blog in C++ or C# is harder than it looks; café owners say\n"
    "naïve things about it."
)
MARKED = [
    # Dense scripts: wherever the characters stand
    ("京都", "ja", "東京都の京都、京 都", "東[京都]の[京都]、京 都"),
    ("株", "ja", "株式と新株", "[株]式と新[株]"),
    ("サーバー", "ja", "サーバの話とサーバーの話", "[サーバ]の話と[サーバー]の話"),
    ("サーバ", "ja", "ｻｰﾊﾞｰ、サーバールーム", "[ｻｰﾊﾞｰ]、[サーバー]ルーム"),
    ("ガ", "ja", "ｶﾞｷﾞｸﾞと、か\u3099とカ\u3099", "[ｶﾞ]ｷﾞｸﾞと、か\u3099と[カ\u3099]"),
    ("キロ", "ja", "5㌔と㌘", "5[㌔]と㌘"),
    ("ロ", "ja", "5㌔", "5[㌔]"),
    ("株式会社", "ja", "㍿と株式会社", "[㍿]と[株式会社]"),
    ("コードネーム", "ja", "コード・ネームです", "[コード・ネーム]です"),
    ("北京", "zh", "我们在北京，北京很大", "我们在[北京]，[北京]很大"),
    ("서울", "ko", "서울에서 서울까지", "[서울]에서 [서울]까지"),
    ("서울", "ko", "\u1109\u1165\u110b\u116e\u11af에서", "[\u1109\u1165\u110b\u116e\u11af]에서"),
    ("อากาศ", "th", "วันนี้อากาศดีมาก", "วันนี้[อากาศ]ดีมาก"),
    ("กา", "th", "อากาศกำ", "อา[กา]ศกำ"),
    # Words: each as a whole, in any form
    ("cafe", "fr", "Le café, cafe\u0301s, décafé", "Le [café], [cafe\u0301s], décafé"),
    ("office", "en", "The oﬃce is no backoffice", "The [oﬃce] is no backoffice"),
    ("strasse", "de", "Die Straße, STRASSE", "Die [Straße], [STRASSE]"),
    ("run", "en", "He runs, running; Iran runner's", "He [runs], [running]; Iran runner's"),
    ("run", "ja", "runとruns", "[run]とruns"),
    ("Häuser", "de", "Ein Haus, viele Häuser", "Ein [Haus], viele [Häuser]"),
    ("книга", "ru", "Книги и книжный", "[Книги] и книжный"),
    ("हिन्दी", "hi", "यह हिन्दी है", "यह [हिन्दी] है"),
    ("c++", "en", "C, C++ and C#", "C, [C++] and C#"),
    ("c", "en", "C, C++ and C#", "[C], C++ and C#"),
    ("qwen2.5", "en", "Qwen2.5, Qwen 2 5, qwen25", "[Qwen2.5], [Qwen 2 5], qwen25"),
    (
        "1000",
        "en",
        "1,000 or 1000, not 1,0000 or 21,000",
        "[1,000] or [1000], not 1,0000 or 21,000",
    ),
    ("ＡＢＣ", "en", "abc ＡＢＣ abcd", "[abc] [ＡＢＣ] abcd"),
    ("graph*", "en", "GraphQL and Photograph", "[GraphQL] and Photograph"),
    ("mail", "en", "so\u00adft e-mail", "so\u00adft e-[mail]"),
    # Queries
    ('"hart\'s server"', "en", "Hart’s  server, Hart", "[Hart’s  server], Hart"),
    ('"one two"', "en", "One ----- two, one, three", "[One] ----- [two], one, three"),
    ('"one two"', "en", "one\ntwo", "[one\ntwo]"),
    ('"京都 tokyo"', "ja", "東京都・Tokyo、京都市Tokyo", "東[京都・Tokyo]、京都市Tokyo"),
    ('"tokyo 京都"', "ja", "Tokyo京都市、tokyo東京都", "[Tokyo京都]市、tokyo東京都"),
    ("red OR blue", "en", "blue and green", "[blue] and green"),
    ("red -blue", "en", "blue and red", "blue and [red]"),
    ("red red", "en", "red", "[red]"),
    ("東京 京都", "ja", "東京都", "[東京都]"),
    # What is there in parts
    ("非課税制度", "ja", "非課税枠", "[非課税]枠"),
    ("投資の始め方 京都", "ja", "投資と、方と京都", "[投資]と、[方]と[京都]"),
    ('"one two"', "en", "two, one", "[two], [one]"),
    # Whole characters
    ("ไท", "th", "ประเทศไท่ย", "ประเทศ[ไท่]ย"),
    ("क", "hi", "क क्षि", "[क] क्षि"),
    ("2", "en", "2️⃣ 👨‍👩‍👧", "[2️⃣] 👨‍👩‍👧"),
    ("葛", "ja", "葛\U000e0100城", "[葛\U000e0100]城"),
    # Nothing
    ("\u3042", "en", "Nothing of this", ""),
    ("-red", "en", "red", ""),
    ("!?", "en", "red!?", ""),
]


def marked(fragment: str) -> str:
    return fragment.replace("<mark>", "[").replace("</mark>", "]").replace("&#x27;", "'")


def of_body(query: str, body: str, around: int = 80, first: int = 3) -> list[str]:
    post = Post("", [], "", body, "ja")
    return [each.fragment for each in highlights.find(query, post, first, around)]


@pytest.mark.parametrize(("query", "locale", "text", "expected"), MARKED)
def test_what_the_index_finds_is_marked(query: str, locale: str, text: str, expected: str) -> None:
    found = highlights.find(query, Post(text, [], "", "", locale), 1, 80, "HTML")
    assert [marked(each.fragment) for each in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("query", "body", "around", "expected"),
    [
        # From the beginning of a sentence, to the end of one
        ("サーバー", WALK, 30, ["GraphQLのサーバーを書きながら食べるのにちょうどいい。"]),
        ("京都", WALK, 20, ["東京都に住んで、京都へ通う人もいます。"]),
        (
            "harder",
            SHOP,
            50,
            [
                (
                    "Running a blog in C++ or C# is harder than it looks; café owners say\n"
                    "naïve things about it."
                )
            ],
        ),
        # From a clause or a word
        ("パン屋", WALK, 20, ["三十分ほど歩くと、小さなパン屋が見えてきます。"]),
        ("things", SHOP, 15, ["café owners say\nnaïve things about"]),
        ("folder", SHOP, 8, ["It is a folder of"]),
        # Within a block, but over the lines of its source
        ("投資", WALK, 80, ["投資のはじめかた"]),
        ("naive", SHOP, 12, ["owners say\nnaïve things"]),
        # Hits alone
        ("道 パン屋", WALK, 0, ["道", "パン屋"]),
        # The most different terms, the most hits, the first
        ("一 二", "一。\n一一。\n一と二。\n一、一。", 4, ["一と二。", "一一。", "一、一。"]),
    ],
)
def test_the_body_is_shown_where_a_reader_understands_it(
    query: str, body: str, around: int, expected: Sequence[str]
) -> None:
    assert of_body(query, body, around) == list(expected)


def test_title_and_tags_come_first_and_leave_a_place_for_the_body() -> None:
    post = Post(
        "Tea", ["Tea", "Green tea", "Tea", "Coffee"], "All about tea", "A cup of tea.", "en"
    )
    for first, expected in (
        (0, []),
        (1, [("title", "Tea")]),
        (2, [("title", "Tea"), ("body", "A cup of tea.")]),
        (4, [("title", "Tea"), ("tags", "Tea"), ("tags", "Green tea"), ("body", "A cup of tea.")]),
        (
            9,
            [
                *(("title", "Tea"), ("tags", "Tea"), ("tags", "Green tea")),
                *(("excerpt", "All about tea"), ("body", "A cup of tea.")),
            ],
        ),
    ):
        found = highlights.find("tea", post, first, 80)
        assert [(each.property, each.fragment) for each in found] == expected


@pytest.mark.parametrize("excerpt", ["", "A cup of tea.", "A cup  of tea", "A cup of…"])
def test_an_excerpt_that_begins_the_body_is_not_repeated(excerpt: str) -> None:
    found = highlights.find("tea", Post("", [], excerpt, "A cup of\ntea.", "en"), 3, 80)
    assert [each.property for each in found] == ["body"]


def test_ranges_count_as_javascript_does_in_the_text_without_markup() -> None:
    post = Post("𠮷野家 <b>🍜</b> 🍜", [], "", "", "ja")
    for text_format, fragment in (
        ("PLAIN", "𠮷野家 <b>🍜</b> 🍜"),
        ("HTML", "<mark>𠮷野家</mark> &lt;<mark>b</mark>&gt;🍜&lt;/<mark>b</mark>&gt; 🍜"),
    ):
        (found,) = highlights.find("𠮷野家 b", post, 1, 80, text_format)
        assert tuple(found) == ("title", fragment, [Range(0, 4), Range(6, 7), Range(12, 13)])


def test_markup_in_texts_and_queries_is_text() -> None:
    post = Post('<mark>a</mark> & "b" <script>', [], "", "", "en")
    (found,) = highlights.find('<mark> & "<script>" a</mark>', post, 1, 80, "HTML")
    assert found.fragment == (
        "&lt;<mark>mark</mark>&gt;<mark>a&lt;/mark</mark>&gt; &amp; &quot;b&quot; "
        "&lt;<mark>script</mark>&gt;"
    )


def test_of_a_long_body_what_comes_late_is_found_where_nothing_else_is() -> None:
    body = "長い話です。\n" * highlights.SCANNED + "京都の話です。"
    assert of_body("京都", body) == ["京都の話です。"]
    assert of_body("話 京都", body, first=1) == ["長い話です。"]


LONG = [
    "a",
    "a ",
    "あ",
    "あ。",
    "ｶﾞ",
    "กำ",
    "e\u0301",
    "e" + "\u0301" * 99,
    "क्",
    "…",
    ",",
    "1,000,",
    "c+",
]
LONG_QUERIES = [
    "a",
    " ".join("a" * n for n in range(1, 17)),
    " ".join("あ" * n for n in range(1, 16)),
]
LONG_QUERIES += [
    '"' + "a " * 120 + 'b"',
    '"あ a"',
    "あ-" * 60 + "b",
    "a*",
    "ガ ก",
    "e",
    "क",
    "1000",
    "c++ c",
]


@pytest.mark.parametrize("character", LONG)
@pytest.mark.parametrize("query", LONG_QUERIES)
def test_a_text_of_one_character_is_searched_soon_enough(character: str, query: str) -> None:
    body = character * (highlights.SCANNED // len(character))
    found = of_body(query, body, around=500, first=10)
    longest = 8 * 500 + 2 * windows.LONGEST_MARK + len(character)
    assert [fragment for fragment in found if len(fragment) > longest] == []
