"""The beginnings by which titles and names are completed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.text.search import completing
from gateway.text.search.completing import heads, typed


def long(text: str) -> list[str]:
    """What is left of a text from each of its words on."""
    return [head for head in heads(text) if len(head) > completing.SHORT]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tea with milk", ["tea with milk", "with milk", "milk"]),
        (
            "Ｃａｆｅ́: “Über” 1,000 Cups!",
            ["cafe uber 1000 cups", "uber 1000 cups", "1000 cups", "cups"],
        ),
        ("港町の灯台めぐり", ["港町の灯台めぐり", "灯台めぐり"]),
        ("はじめてのコーヒー焙煎", ["はじめてのコーヒー焙煎", "コーヒー焙煎"]),
        ("Rust で書く", ["rust で書く"]),
        ("…!", []),
    ],
)
def test_a_text_is_completed_from_each_of_its_words_on(text: str, expected: list[str]) -> None:
    assert long(text) == expected


def test_short_beginnings_are_heads_too_the_first_words_before_those_of_others() -> None:
    assert heads("Go to Gobi") == {
        "g": True,
        "go": True,
        "go to gobi": True,
        "t": False,
        "to": False,
        "to gobi": False,
        "gob": False,
        "gobi": False,
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ＴＥＡ  w", "tea w"), ("node.js", "node js"), ("C++", "c++"), (" ", ""), ("?!", "")],
)
def test_what_is_typed_is_read_as_texts_are(text: str, expected: str) -> None:
    assert typed(text) == expected


def test_no_more_than_the_beginning_of_a_long_text_counts() -> None:
    assert max(map(len, heads("word " * 1_000))) == len(typed("word " * 1_000)) == 39
    assert len(long("one two " * 1_000)) == 2
    words = " ".join(f"w{'x' * n}" for n in range(50))
    assert len(long(words)) == completing.MOST_WORDS


@given(st.text(max_size=60), st.integers(1, 60))
def test_the_beginning_of_any_text_completes_to_it(text: str, size: int) -> None:
    begun = typed(text)[:size].rstrip()
    found = heads(text)
    if len(begun) > completing.SHORT:
        assert any(head.startswith(begun) and is_first for head, is_first in found.items())
    else:
        assert not begun or found[begun]
