"""A position in a list: the sort keys of one item, bound to the list's ordering and filter.

It holds values, not a row number or an offset, so that a page costs the same wherever it is, and
an item added or removed in between neither repeats nor hides another.
"""

import orjson
from sqlalchemy import func

from gateway.planner import json_sql
from gateway.planner.json_sql import Expression
from gateway.planner.ordering import Ordering
from gateway.planner.scope import Columns

INTEGERS = range(-(2**63), 2**63)


def mark(ordering: Ordering, digest: str | None) -> str:
    """What binds a cursor to its list; `digest` is that of the filter, if there is one."""
    return f"{ordering.code}:{digest}" if digest else ordering.code


def encode(ordering: Ordering, mark: Expression, row: Columns) -> Expression:
    """The cursor of a row, as SQL: hexadecimal, since SQLite has no base64."""
    keys = (row[key.column] for key in ordering.keys)
    return func.hex(json_sql.array(mark, *keys))


def decode(cursor: str, ordering: Ordering, argument: str, digest: str | None) -> list[str | int]:
    """The sort keys in a cursor. Raises ValueError, saying what is wrong with it.

    `argument` is the one that takes the filter.
    """
    keys: list[str | int]
    try:
        found, *keys = orjson.loads(bytes.fromhex(cursor))
        code, _, others = found.partition(":")
    except (ValueError, TypeError, AttributeError):
        raise ValueError("is not a cursor that this server made") from None
    if code != ordering.code:
        raise ValueError(
            "is a cursor of another ordering; use it with the orderBy of the page it came from"
        )
    if others != (digest or ""):
        raise ValueError(
            f"is a cursor of another filter; use it with the {argument} of the page it came from"
        )
    if len(keys) != len(ordering.keys) or not all(map(_is_key, keys)):
        raise ValueError("is not a cursor that this server made")
    return keys


def _is_key(value: object) -> bool:
    return isinstance(value, str) or (type(value) is int and value in INTEGERS)
