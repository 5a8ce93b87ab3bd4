"""When a moment is, in the site's time zone where it names none."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, and_, func, select

from gateway.planner.filter import Condition, Conditions, Value, operators
from gateway.planner.json_sql import Expression
from gateway.planner.scope import Columns
from gateway.schema.conditions import numbers
from gateway.store import tables

AT = " "
"""What comes after the moment in a key of a date: the source path, after a blank."""

BEYOND = "!"
"""What comes right after `AT` in the order of keys."""

DATED: Mapping[str, tuple[str | None, str | None]] = {
    "eq": (AT, BEYOND),
    "gt": (BEYOND, None),
    "gte": (AT, None),
    "lt": (None, AT),
    "lte": (None, BEYOND),
}
"""The ends of the range of keys that an operator allows, as what comes after the moment."""


def moment(column: str) -> Conditions:
    """Conditions on a column that holds the keys of moments."""
    return operators(numbers.compared(column, _key))


def dated(column: str) -> Conditions:
    """Conditions on a column that holds the keys of dates, which some rows do not have."""

    def condition(begin: str | None, end: str | None) -> Condition:
        def test(value: Value, columns: Columns) -> ColumnElement[bool]:
            key = columns[column]
            low = key >= _key(value, begin) if begin else _is_dated(key)
            return and_(low, key < _key(value, end)) if end else low

        return Condition(test)

    return operators({name: condition(*ends) for name, ends in DATED.items()})


def _key(value: Value, suffix: str = "") -> Expression:
    """The sort key of a moment, in the site's time zone where it names none."""
    zone = tables.site.alias()
    key = func.utc_key(value.bind(), zone.c.time_zone)
    # A subquery, which is run once, while a function may be called for every row.
    return select(key.concat(suffix) if suffix else key).scalar_subquery()


def _is_dated(key: Expression) -> ColumnElement[bool]:
    # No range, for an index has use for one only, which is that of another condition.
    return func.substr(key, 1, 1) != AT
