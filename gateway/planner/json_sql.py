"""The JSON functions of the database, as SQLAlchemy expressions.

What they yield is JSON to the database, so that it nests without being parsed again. SQLite keeps
that mark (its "subtype") on a value through functions and scalar subqueries, but not through the
rows of a subquery in FROM: objects are therefore made outside of the subquery that sorts and cuts.
https://www.sqlite.org/json1.html
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    UnaryExpression,
    bindparam,
    case,
    func,
    literal_column,
)
from sqlalchemy.sql.operators import custom_op

Expression = ColumnElement[Any]

PAIRS_PER_CALL = 48
"""SQLite builds may accept no more than 100 arguments to a function."""


def text(value: str) -> Expression:
    """A text of this program or a GraphQL name as a literal: nothing in it needs quoting."""
    return literal_column(f"'{value}'")


def boolean(condition: ColumnElement[bool]) -> Expression:
    return func.json(case((condition, text("true")), else_=text("false")))


def parse(value: Expression) -> Expression:
    """JSON from a text that holds JSON."""
    return func.json(value)


def object_of(pairs: Sequence[tuple[str, Expression]]) -> Expression:
    first, rest = pairs[:PAIRS_PER_CALL], pairs[PAIRS_PER_CALL:]
    json = func.json_object(*(part for key, value in first for part in (text(key), value)))
    while rest:
        chunk, rest = rest[:PAIRS_PER_CALL], rest[PAIRS_PER_CALL:]
        json = func.json_set(
            json, *(part for key, value in chunk for part in (text(f"$.{key}"), value))
        )
    return json


def array(*items: ColumnElement[Any]) -> Expression:
    return func.json_array(*items)


def array_of_rows(item: Expression) -> Expression:
    """An aggregate: one item a row, in the order of the rows."""
    return func.json_group_array(item)


def first_of_rows(item: Expression) -> Expression:
    return func.json_extract(func.json_group_array(item), literal_column("'$[0]'"))


def last_of_rows(item: Expression) -> Expression:
    return func.json_extract(func.json_group_array(item), literal_column("'$[#-1]'"))


def object_of_rows(key: Expression, value: Expression) -> Expression:
    return func.json_group_object(key, value)


class Members:
    """The objects in a JSON list as rows; `[name]` is a member of the object of a row."""

    def __init__(self, json: Expression) -> None:
        self.rows = func.json_each(json).table_valued("key", "value").alias()
        self.position: Expression = self.rows.c.key

    def __getitem__(self, name: str) -> Expression:
        return func.json_extract(self.rows.c.value, text(f"$.{name}"))


def number(value: int) -> BindParameter[int]:
    """A number of this program as a parameter."""
    return bindparam(None, value, Integer)


def one() -> Expression:
    """What is selected where only the rows count."""
    return literal_column("1")


def zero() -> Expression:
    return literal_column("0")


def bare(column: Expression) -> Expression:
    """The value of a column, which SQLite compares with an index of several columns as it does
    the value of a parameter. https://sqlite.org/datatype3.html#type_affinity"""
    return UnaryExpression(column, operator=custom_op("+"))
