"""Words that are spelt nearly alike, and queries that are corrected by them."""

from collections import defaultdict
from itertools import pairwise, product

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.text.search import spelling
from gateway.text.search.spelling import asked, corrected, deletions, distance, words

WORDS = {
    "kubernetes": 3,
    "container": 5,
    "contained": 1,
    "クラスタ": 2,
    "クラスト": 1,
    "コンテナ": 4,
    "機械学習": 2,
    "検索": 7,
    "cafe": 1,
}


def suggestion(query: str) -> str | None:
    """What the table of words makes of a query."""
    candidates = [
        [word, other, count]
        for word, sought in orjson.loads(asked(query))
        for other, count in WORDS.items()
        if not deletions(other).isdisjoint(sought)
    ]
    return corrected(query, orjson.dumps(candidates).decode())


def test_the_words_of_a_text_are_those_that_can_be_misspelt() -> None:
    text = "Ｔｅａ, café 2024 C++ is も コーヒー・ミル と 東京都 カニ 한국어를 x" + "y" * 40
    assert words(text) == {"tea", "cafe", "c++", "コーヒーミル", "東京都", "한국어를"}


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("word", "word", 0),
        ("word", "wort", 1),
        ("word", "wrod", 1),
        ("word", "wor", 1),
        ("word", "world", 1),
        ("word", "", 4),
        ("kitten", "sitting", 3),
        ("ca", "abc", 3),
    ],
)
def test_exchanging_two_neighbours_is_one_edit(one: str, other: str, edits: int) -> None:
    assert distance(one, other) == distance(other, one) == edits


@given(st.text("abc", min_size=1, max_size=7), st.text("abc", min_size=1, max_size=7))
def test_words_within_one_edit_are_equal_after_deletions(one: str, other: str) -> None:
    if distance(one, other) <= 1:
        assert not deletions(one).isdisjoint(deletions(other))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kubernets", "kubernetes"),
        ("Kubrenetes", "kubernetes"),
        ("containe", "container"),  # as near as "contained", which fewer posts have
        ("クラスダ", "クラスタ"),
        ("クラスター コンテマ", "クラスター コンテナ"),
        ("コンテマー", "コンテナー"),
        ("機械学集", "機械学習"),
        ("検策", None),  # what is left of it tells nothing
        ("kbernuetes", "kubernetes"),  # two edits
        ("kubrnets", None),  # two deletions, which are not looked for
        ("cofe", "cafe"),
        ("cöfé", "cafe"),
        (
            '"Kubernets  Container" -kubernets OR (コンテマ)',
            '"kubernetes  Container" -kubernets OR (コンテナ)',
        ),
        ("“Kubernets”|ＫＵＢＥＲＮＥＴＳ", "“kubernetes”|kubernetes"),
        ("kubernets*", None),
        ("container コンテナ", None),
        ("unheard of", None),
        ("", None),
    ],
)
def test_each_word_that_is_not_known_becomes_the_nearest_that_is(
    query: str, expected: str | None
) -> None:
    assert suggestion(query) == expected


@given(st.text(max_size=80))
def test_a_query_without_candidates_is_left_as_it_is(query: str) -> None:
    assert corrected(query, "[]") is None
    for before, after in pairwise(spelling.typed(query)):
        assert 0 <= before.start < before.end <= after.start < after.end <= len(query)


def test_nearly_all_words_with_one_wrong_letter_are_recognised() -> None:
    syllables = ("ka", "ri", "tom", "sen", "ula", "der", "vin", "pos", "tra", "quel", "bor", "chi")
    known = ["".join(parts) for parts in product(syllables, repeat=3)]
    index: dict[str, set[str]] = defaultdict(set)
    for word in known:
        for deletion in deletions(word):
            index[deletion].add(word)
    right = 0
    for number, word in enumerate(known):
        place = number % len(word)
        typo = word[:place] + "zyx"[number % 3] + word[place + 1 :]
        near = set().union(*(index[deletion] for deletion in deletions(typo)))
        candidates = [[typo, other, 1] for other in near]
        right += corrected(typo, orjson.dumps(candidates).decode()) == word
    assert right / len(known) > 0.9
