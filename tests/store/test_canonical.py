"""JSON in the spelling in which equal values are equal texts, and what is in what."""

import json
from typing import Any

import pytest

from gateway.store import canonical


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5.0, "5"),
        (-0.0, "0"),
        (0.5, "0.5"),
        (1e300, "1e+300"),
        (float(2**63), "9223372036854775808"),
        (10**30, "1" + "0" * 30),
        (float("nan"), "null"),
        (True, "true"),
        ({"b": [1.0, {"d": 1, "c": None}], "a": "山\n"}, r'{"a":"山\n","b":[1,{"c":null,"d":1}]}'),
    ],
)
def test_a_value_has_one_spelling(value: Any, text: str) -> None:
    assert canonical.of(value) == text
    assert canonical.of(json.loads(text)) == text


def test_a_value_that_nests_too_deeply_is_refused() -> None:
    value: Any = 1
    for _ in range(10_000):
        value = [value]
    with pytest.raises(ValueError, match=r"^is nested more than 128 deep$"):
        canonical.of(value)


@pytest.mark.parametrize(
    ("held", "wanted", "expected"),
    [
        ([1, "a"], 1.0, True),
        ([1, "a"], "A", False),
        ([True], 1, False),
        ([None], None, True),
        ([[1]], [1], True),
        ([1, 2], [1, 2], False),
        ("Ｇｒａｐｈ", "RAP", True),
        ("5", 5, False),
        ({"a": 1, "b": {"c": 2}}, {"b": {"c": 2.0}}, True),
        ({"a": 1}, {"a": 1, "b": None}, False),
        ({"a": 1}, {}, True),
        ({"a": 1}, "a", False),
        (5, 5, False),
        (None, None, False),
    ],
)
def test_a_value_contains_another(held: Any, wanted: Any, expected: bool) -> None:  # noqa: FBT001
    assert canonical.contains(canonical.of(held), canonical.of(wanted)) is expected
