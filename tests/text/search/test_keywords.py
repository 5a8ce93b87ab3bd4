"""Which words tell what a post is about."""

import pytest

from gateway.text.search import keywords
from gateway.text.search.keywords import number


def words(text: str) -> set[int]:
    return set(keywords.of("", [], text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Café, THE CAFE", ["the", "cafe"]),
        ("C++, C# and R by 10 in 2024", ["c++", "c#", "and", "by", "in"]),
        ("東京の灯台で朝", ["東京", "灯台"]),
        ("東京都庁舎前", ["東京", "京都", "都庁", "庁舎", "舎前"]),
        ("サーバーとデータのネコ、イヌ", ["サーバ", "データ"]),
        ("서울에서 밥", ["서울에서"]),
        ("ภาษาไทย", ["ภาษา", "าษาไ", "ษาไท", "าไทย"]),
        ("Привет, мир! Γειά", ["привет", "мир", "γεια"]),
        ("", []),
        ("!? 1 a 月", []),
    ],
)
def test_words_are_of_one_script(text: str, found: list[str]) -> None:
    assert words(text) == {number(word) for word in found}


def test_a_word_counts_by_where_and_how_often_it_stands() -> None:
    weights = keywords.of("Harbour", ["Lantern"], "tea lantern tea tea rope")
    assert weights == {
        number("tea"): 51,
        number("lantern"): 51,
        number("rope"): 17,
        number("harbour"): 68,
    }


def test_repetitions_count_to_a_limit() -> None:
    once = keywords.of("", [], "tea " * keywords.REPEATED + "rope")
    assert keywords.of("", [], "tea " * 100 + "rope") == once


def test_of_many_words_those_that_count_most_are_kept_and_of_equal_ones_the_first() -> None:
    many = " ".join(f"{a}{b}z" for a in "abcdefghijkl" for b in "abcdefghijkl")
    kept = keywords.of("last", [], many + " aaz")
    assert len(kept) == keywords.MOST
    assert {number("last"), number("aaz"), number("abz")} <= kept.keys()
    assert number("llz") not in kept


def test_what_is_kept_of_a_long_post_counts_as_much_as_of_a_short_one() -> None:
    for size in (1, 10, 100):
        weights = keywords.of("", [], " ".join(f"{n:03}".translate(LETTERS) for n in range(size)))
        assert sum(weight**2 for weight in weights.values()) == pytest.approx(10_000, rel=0.05)


LETTERS = str.maketrans("0123456789", "abcdefghij")
