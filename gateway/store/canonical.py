"""JSON in the one of its spellings that is compared: equal values are equal texts."""

import json
from math import isfinite
from typing import Any

from gateway.store.keys import sortable

DEEPEST = 128
"""Lists and objects inside each other: more than front matter may have."""

_UNSIGNED = 1 << 64
"""Larger whole numbers are no integers to what reads and writes JSON here."""


def of(value: Any) -> str:
    """Keys are sorted, and numbers that are whole have no fraction: 5.0 is 5.

    Raises ValueError for a value that is nested too deeply.
    """
    return json.dumps(_plain(value, 0), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: Any, depth: int) -> Any:
    if depth > DEEPEST:
        raise ValueError(f"is nested more than {DEEPEST} deep")
    match value:
        case float() if not isfinite(value):
            return None  # as JSON has it
        case float() if value.is_integer() and abs(value) < _UNSIGNED:
            return int(value)
        case list():
            return [_plain(item, depth + 1) for item in value]
        case dict():
            return {key: _plain(item, depth + 1) for key, item in value.items()}
        case _:
            return value


def contains(held: str, wanted: str) -> bool:
    """Whether one value is in another, both canonical.

    An element is in a list, a text in a text (without regard to case and width), and an object in
    an object that has all its pairs.
    """
    whole, part = json.loads(held), json.loads(wanted)
    match whole, part:
        case list(), _:
            return any(of(item) == wanted for item in whole)
        case str(), str():
            return sortable(part) in sortable(whole)
        case dict(), dict():
            return all(key in whole and of(whole[key]) == of(part[key]) for key in part)
        case _:
            return False
