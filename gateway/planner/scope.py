"""The rows that expressions read from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import ColumnElement, FromClause, literal_column

from gateway.planner import json_sql
from gateway.planner.json_sql import Expression


class Row:
    """One row under its alias in the statement; notes the columns that are read from it.

    The statement that yields the rows is written last, and selects just those columns.
    """

    def __init__(self, alias: str) -> None:
        self.alias = alias
        self.used: dict[str, None] = {}

    def __getitem__(self, column: str) -> Expression:
        self.used[column] = None
        # Text, not a Column: a Column would bring its table into every FROM it is used in.
        return literal_column(f"{self.alias}.{column}")


class Columns(Protocol):
    """Expressions by the names of the columns they stand for."""

    def __getitem__(self, column: str, /) -> Expression: ...


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from: a FROM, the conditions on it, and its columns by name."""

    table: FromClause
    where: tuple[ColumnElement[bool], ...]
    columns: Columns


Relation = Callable[[Any], Source]
"""The rows that belong to a row; at the root there is none, and None is given."""


def columns_of(source: Source, row: Row) -> list[Expression]:
    """What the subquery behind `row` selects: the columns that were read from it, or a constant."""
    return [source.columns[name].label(name) for name in row.used] or [json_sql.one()]
