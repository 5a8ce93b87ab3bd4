"""What a reader types, and what of a few posts it finds."""

import pytest

from gateway.text.search import query
from gateway.text.search.query import Query, Term
from tests.text.search.index import Index

POSTS = [
    "The red fox is running over the bridge",  # 0
    "A blue fox runs; the red bridge is old",  # 1
    "Green tea, not coffee",  # 2
    "東京都の投資とサーバーの設定",  # 3
    "京都への旅",  # 4
    "Programming in C++ and programs in C",  # 5
]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(POSTS, "en")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("fox bridge", [0, 1]),
        ("fox　bridge", [0, 1]),
        ('"red fox"', [0]),
        ("“red fox”", [0]),
        ("„red fox“", [0]),
        ("〝red fox〟", [0]),
        ("＂red fox＂", [0]),
        ('"red fox', [0]),
        ('"red fox" "red bridge"', []),
        ('fox"red bridge"old', [1]),
        ('red"', [0, 1]),
        ('""', []),
        ('"', []),
        ("fox -blue", [0]),
        ("fox －blue", [0]),
        ("fox −blue", [0]),
        ("fox –blue", [0]),
        ('fox -"red bridge"', [0]),
        ("fox - blue", [1]),
        ("fox --blue", [0]),
        ("-blue", []),
        ("-blue -red", []),
        ("-tea OR fox", [0, 1]),
        ("tea OR -blue", [2]),
        ("blue OR tea", [1, 2]),
        ("blue | tea", [1, 2]),
        ("blue|tea", [1, 2]),
        ("blue｜tea", [1, 2]),
        ("blue ＯＲ tea", [1, 2]),
        ("blue OR OR tea", [1, 2]),
        ("blue OR tea OR 京都", [1, 2, 3, 4]),
        ("fox blue OR old bridge", [1]),
        ("OR fox", [0, 1]),
        ("fox OR", [0, 1]),
        ("OR", []),
        ("blue or tea", []),
        ("run", [0, 1]),
        ("running", [0, 1]),
        ('"running"', [0]),
        ("fox -running", []),
        ('fox -"running"', [1]),
        ("prog*", [5]),
        ("run*", [0, 1]),
        ("runn*", [0]),
        ("c*", [2, 5]),
        ("投*", [3]),
        ("投資*", [3]),
        ("*", []),
        ("*fox", [0, 1]),
        ("fox*bridge", []),
        ("京都", [3, 4]),
        ("京都 -東京都", [4]),
        ("投", [3]),
        ("旅", [4]),
        ("サーバの設定", [3]),
        ("サーバー設定", []),
        ("「投資」", [3]),
        ("C++", [5]),
        ("NEAR(red fox, 3)", []),
        ("title:fox", []),
        ("{title body}:fox", []),
        ("^red", [0, 1]),
        ("(blue OR tea)", [1, 2]),
        ("fox + bridge", [0, 1]),
        ("", []),
        (" \t\n", []),
        ("!? 。、", []),
        ("📖", []),
    ],
)
def test_what_is_typed_finds(index: Index, typed: str, found: list[int]) -> None:
    assert index.strict(typed) == found


@pytest.mark.parametrize("term", ["running", "京都", "サーバーの設定", "prog*", '"red fox"', "c"])
def test_a_term_and_its_minus_share_the_posts_out(index: Index, term: str) -> None:
    everything = "fox OR tea OR 京都 OR programming"
    found = index.strict(f"{everything} {term}")
    left_out = index.strict(f"{everything} -{term}")
    assert sorted(found + left_out) == index.strict(everything)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("blue tea", [1, 2]),
        ("purple foxes", [0, 1]),
        ("京都市の投資枠", [3, 4]),
        ("東京都投資信託", [3, 4]),
        ("サーバールーム", [3]),
        ("サーバー監視", [3]),
        ("tea -green purple", []),
        ("fox's s", [0, 1]),
        ("c b", [5]),
        ("-fox", []),
        ("", []),
    ],
)
def test_relaxed_finds_any_part(index: Index, typed: str, found: list[int]) -> None:
    assert index.relaxed(typed) == found


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("検索エンジンのインターフェース", "インターフェイス"),
        ("오늘은 학교에 갑니다", "학교에서"),
        ("การพัฒนาระบบ", "การพัฒนาเว็บ"),
        ("ありがとうございます", "ありがとうございました"),
    ],
)
def test_relaxed_finds_what_is_spelled_nearly_so(text: str, typed: str) -> None:
    index = Index([text])
    assert (index.strict(typed), index.relaxed(typed)) == ([], [0])


def test_one_japanese_word_is_looked_for_as_a_whole() -> None:
    index = Index(["東京都の投資", "京都への旅", "ハード・ロックとサーバー", "ブロック"])
    assert {typed: index.words(typed) for typed in ("京都", "ロック", "サーバ", '"京都"')} == {
        "京都": [1],
        "ロック": [2],
        "サーバ": [2],
        '"京都"': [1],
    }
    assert index.words("ハードロック") == [2]


@pytest.mark.parametrize("typed", ["京都 旅", "京都への", "AI株", "fox", "京都*", "京都 OR 旅", ""])
def test_other_queries_have_no_whole_word(typed: str) -> None:
    assert query.words(query.parse(typed)) is None


def test_a_query_is_its_terms() -> None:
    red_fox = Term((("red", False), ("fox", False)), exact=True)
    assert query.parse('"Red Fox" サーバー | c* -Ｘ') == Query(
        groups=((red_fox,), (Term((("サーバ", True),)), Term((("c", False),), prefix=True))),
        without=(Term((("x", False),)),),
    )


def test_a_term_counts_once() -> None:
    assert query.parse("fox Fox ｆｏｘ -red -RED") == query.parse("fox -red")


def test_a_search_has_256_characters_at_most() -> None:
    assert query.parse("x" * 256) == Query(((Term((("x" * 64, False),)),),))
    with pytest.raises(ValueError, match=r"\A257 characters are more than the 256 of a search\Z"):
        query.parse("x" * 257)


def test_a_search_has_16_terms_at_most() -> None:
    assert len(query.parse(" ".join(f"w{n}" for n in range(16))).groups) == 16
    with pytest.raises(ValueError, match=r"\A17 terms are more than the 16 of a search\Z"):
        query.parse("w " * 15 + "-w OR w")
