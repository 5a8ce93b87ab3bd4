"""What a list can be sorted by, and where in that order a cursor stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, tuple_

from gateway.planner.json_sql import Expression
from gateway.planner.scope import Columns


@dataclass(frozen=True, slots=True)
class Key:
    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Ordering:
    """Sort keys that together are unique. `code` names the ordering inside its cursors."""

    code: str
    keys: tuple[Key, ...]

    def reversed(self) -> "Ordering":
        return Ordering(self.code, tuple(Key(key.column, not key.descending) for key in self.keys))

    def by(self, columns: Columns) -> list[Expression]:
        """The expressions for ORDER BY."""
        return [
            columns[key.column].desc() if key.descending else columns[key.column].asc()
            for key in self.keys
        ]

    def follows(
        self,
        columns: Columns,
        position: Sequence[Expression],
        *,
        or_is_at: bool = False,
    ) -> ColumnElement[bool]:
        """Whether a row comes after a position, which is given as one value a key."""
        if len({key.descending for key in self.keys}) == 1:
            # One row value is compared by one seek in an index that has these columns.
            row = tuple_(*(columns[key.column] for key in self.keys))
            return _beyond(row, tuple_(*position), self.keys[0].descending, or_is_at)
        alternatives = []
        for depth, (key, value) in enumerate(zip(self.keys, position, strict=True)):
            before = zip(self.keys[:depth], position[:depth], strict=True)
            is_last = depth == len(self.keys) - 1
            alternatives.append(
                and_(
                    *(columns[other.column] == other_value for other, other_value in before),
                    _beyond(columns[key.column], value, key.descending, or_is_at and is_last),
                )
            )
        return or_(*alternatives)


def _beyond(left: Any, right: Any, descending: bool, or_equal: bool) -> ColumnElement[bool]:  # noqa: FBT001
    if descending:
        left, right = right, left
    compared: ColumnElement[bool] = left >= right if or_equal else left > right
    return compared


@dataclass(frozen=True, slots=True)
class Field:
    """One value of an order enum. `code` is its letter in a cursor."""

    code: str
    column: str


@dataclass(frozen=True, slots=True)
class Orderings:
    """The rows of an order enum, and what breaks ties.

    `tie` is unique. A tie key without a direction follows the field before it. `ranked` is the
    field whose column only a search gives; what is searched is ordered by it.
    """

    fields: Mapping[str, Field]
    tie: tuple[tuple[str, bool | None], ...]
    ranked: str | None = None

    def of(self, order_by: Iterable[tuple[str, bool]]) -> Ordering:
        """The ordering by fields, each a name of the enum and whether it descends."""
        code, keys, descending = "", [], False
        for name, descending in order_by:
            field = self.fields[name]
            code += ("-" if descending else "+") + field.code
            keys.append(Key(field.column, descending))
        keys += [Key(column, descending if fixed is None else fixed) for column, fixed in self.tie]
        unique = {key.column: key for key in reversed(keys)}
        return Ordering(code, tuple(key for key in keys if unique[key.column] is key))


POSTS = Orderings(
    {
        "PUBLISHED_AT": Field("p", "published_key"),
        "UPDATED_AT": Field("u", "updated_key"),
        "TITLE": Field("t", "title_key"),
        "READING_TIME": Field("r", "reading_time"),
        "RELEVANCE": Field("s", "relevance"),
    },
    tie=(("published_key", None),),
    ranked="RELEVANCE",
)

TERMS = Orderings(
    {
        "NAME": Field("n", "name_key"),
        "POST_COUNT": Field("c", "post_count"),
        "LATEST_POST": Field("l", "latest_post_key"),
    },
    tie=(("name_key", False), ("id", False)),
)

UNIQUE = Ordering("", ())
"""For rows of which there is one at most: sorting them could cost the index that finds them."""

NEWEST_FIRST = POSTS.of([("PUBLISHED_AT", True)])
BY_NAME = TERMS.of([("NAME", False)])
AS_WRITTEN = Ordering("w", (Key("position"),))
