"""What a number is compared with."""

import operator
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement

from gateway.planner.filter import Condition, Conditions, Value, operators
from gateway.planner.json_sql import Expression
from gateway.schema.conditions import lists

COMPARISONS: Mapping[str, Callable[[Any, Any], ColumnElement[bool]]] = {
    "eq": operator.eq,
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
}


def compared(column: str, bound: Callable[[Value], Expression]) -> dict[str, Condition]:
    def condition(compare: Callable[[Any, Any], ColumnElement[bool]]) -> Condition:
        return Condition(lambda value, columns: compare(columns[column], bound(value)))

    return {name: condition(compare) for name, compare in COMPARISONS.items()}


def number(column: str) -> Conditions:
    among = Condition(lambda value, columns: columns[column].in_(lists.members(value)))
    return operators({**compared(column, Value.bind), "in": among})
