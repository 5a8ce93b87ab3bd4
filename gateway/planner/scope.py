"""The rows that expressions read from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from sqlalchemy import ColumnElement, FromClause, Select, literal_column, select

from gateway.planner import json_sql
from gateway.planner.json_sql import Expression


class Row:
    """One row under its alias in the statement; notes the columns that are read from it.

    The statement that yields the rows is written last, and selects just those columns.
    """

    def __init__(self, alias: str) -> None:
        self.alias = alias
        self.used: dict[str, None] = {}
        self.lifted: list[Expression] = []

    def __getitem__(self, column: str) -> Expression:
        self.used[column] = None
        # Text, not a Column: a Column would bring its table into every FROM it is used in.
        return literal_column(f"{self.alias}.{column}")

    def lift(self, expression: Expression) -> Expression:
        """An expression over this row, moved from where it is used to a column of the row.

        SQLite parses with a stack of 100, which expressions within expressions soon fill. In FROM
        they take half of it. What was JSON to the database is a text after the move.
        """
        self.lifted.append(expression)
        return literal_column(f"{self.alias}.lifted{len(self.lifted)}")


class Audience(Enum):
    """Who is answered: a plan is made for one of them."""

    PUBLIC = "public"
    PREVIEW = "preview"


class Columns(Protocol):
    """Expressions by the names of the columns they stand for."""

    def __getitem__(self, column: str, /) -> Expression: ...


class NamedColumns(Columns, Protocol):
    """Columns whose names are known, so that others can be put in the place of some."""

    def keys(self) -> Iterable[str]: ...


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from: a FROM, the conditions on it, and its columns by name."""

    table: FromClause
    where: tuple[ColumnElement[bool], ...]
    columns: NamedColumns


Relation = Callable[[Any, Audience], Source]
"""The rows that belong to a row and that an audience may see; at the root None is the row."""


def select_rows(source: Source, row: Row, *conditions: ColumnElement[bool]) -> Select[Any]:
    """The rows of a source, with the columns that were read from `row`."""
    columns: list[Expression] = [source.columns[name].label(name) for name in row.used]
    return (
        select(*columns or [json_sql.one()])
        .select_from(source.table)
        .where(*source.where, *conditions)
    )


def scalar(row: Row, rows: Select[Any], json: Expression) -> Expression:
    """A subquery that makes one JSON value of `rows`, which `json` reads as `row`."""
    found = rows.subquery(row.alias)
    if row.lifted:
        columns = (each.label(f"lifted{n}") for n, each in enumerate(row.lifted, 1))
        everything: Expression = literal_column(f"{row.alias}.*")
        found = select(everything, *columns).select_from(found).subquery(row.alias)
    return select(json).select_from(found).scalar_subquery()
