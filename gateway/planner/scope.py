"""The rows that expressions read from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from sqlalchemy import CTE, ColumnElement, FromClause, Select, literal_column, select, table

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
    """Where rows come from: a FROM, the conditions on it, and its columns by name.

    `head` are tables that are made of the row they belong to, at the head of the SELECT.
    """

    table: FromClause
    where: tuple[ColumnElement[bool], ...]
    columns: NamedColumns
    head: tuple[CTE, ...] = ()


Relation = Callable[[Any, Audience], Source]
"""The rows that belong to a row and that an audience may see; at the root None is the row."""


def select_rows(source: Source, row: Row, *conditions: ColumnElement[bool]) -> Select[Any]:
    """The rows of a source, with the columns that were read from `row`."""
    columns: list[Expression] = [source.columns[name].label(name) for name in row.used]
    return (
        select(*columns or [json_sql.one()])
        .select_from(source.table)
        .where(*source.where, *conditions)
        .add_cte(*source.head, nest_here=True)
    )


class View(Row):
    """The rows of a source, under an alias by which all parts of one SELECT read them.

    Conditions within conditions take much of the parser's stack, and stand here only once, at the
    head of that SELECT: see `headed`.
    """

    def __init__(self, alias: str, rows: Source) -> None:
        super().__init__(alias)
        self.rows = rows

    def keys(self) -> Iterable[str]:
        return self.rows.columns.keys()

    @property
    def source(self) -> Source:
        return Source(table(self.alias), (), self)

    def headed(self, statement: Select[Any]) -> Select[Any]:
        """The SELECT with the view at its head. It comes last: what is read is known then."""
        view = select_rows(self.rows, self).cte(self.alias, nesting=True)
        # As if it were written where it is read, and not as a table without an index.
        return statement.add_cte(view.prefix_with("NOT MATERIALIZED"), nest_here=True)


def scalar(row: Row, rows: Select[Any], json: Expression, view: View | None = None) -> Expression:
    """A subquery that makes one JSON value of `rows`, which `json` reads as `row`."""
    found = rows.subquery(row.alias)
    if row.lifted:
        columns = (each.label(f"lifted{n}") for n, each in enumerate(row.lifted, 1))
        everything: Expression = literal_column(f"{row.alias}.*")
        found = select(everything, *columns).select_from(found).subquery(row.alias)
    made = select(json).select_from(found)
    return (view.headed(made) if view else made).scalar_subquery()
