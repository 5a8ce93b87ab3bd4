"""What a field of the schema can read. The type declares one of these, and the planner asks it.

Each makes a JSON expression from the scope its object is in: a `Row`, or a `Page` for the parts
of a connection (see connection).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import case, null

from gateway.planner import json_sql
from gateway.planner.json_sql import Expression
from gateway.planner.ordering import Ordering
from gateway.planner.planning import MAXIMUM_DEPTH, Field, Planning
from gateway.planner.scope import Relation, Row, scalar, select_rows


@dataclass(frozen=True, slots=True)
class Value:
    """An expression over the scope."""

    read: Callable[[Any], Expression]

    def plan(self, planning: Planning, field: Field, scope: Any) -> Expression:  # noqa: ARG002
        return self.read(scope)


def column(name: str) -> Value:
    """A column of the row, by name."""
    return Value(lambda row: row[name])


@dataclass(frozen=True, slots=True)
class Computed:
    """An expression over the scope and the field's arguments."""

    read: Callable[[Planning, Field, Any], Expression]

    def plan(self, planning: Planning, field: Field, scope: Any) -> Expression:
        return self.read(planning, field, scope)


@dataclass(frozen=True, slots=True)
class Looked:
    """A value that is looked up for the row, in another table. It is no JSON."""

    up: Callable[[Row], Expression]

    def plan(self, planning: Planning, field: Field, scope: Row) -> Expression:  # noqa: ARG002
        return planning.placed(scope, self.up(scope))


@dataclass(frozen=True, slots=True)
class Here:
    """An object that groups fields of the same scope."""

    def plan(self, planning: Planning, field: Field, scope: Any) -> Expression:
        return planning.object(field.type, scope, field.nodes)


@dataclass(frozen=True, slots=True)
class Part:
    """An object in columns of its owner's row, null where the first of them is.

    `columns` says which column each name stands for that the object's fields read; None for null.
    """

    columns: Mapping[str, str | None]

    def plan(self, planning: Planning, field: Field, scope: Row) -> Expression:
        first = next(filter(None, self.columns.values()))
        item = planning.object(field.type, _Renamed(scope, self.columns), field.nodes)
        return case((scope[first].is_not(None), item), else_=null())


@dataclass(frozen=True, slots=True)
class _Renamed:
    row: Row
    columns: Mapping[str, str | None]

    def __getitem__(self, name: str) -> Expression:
        column = self.columns[name]
        return null() if column is None else self.row[column]


@dataclass(frozen=True, slots=True)
class One:
    """The first row of a relation as an object, or null."""

    relation: Relation
    ordering: Ordering

    def plan(self, planning: Planning, field: Field, scope: Row) -> Expression:
        def first() -> Expression:
            source, row = planning.source(self.relation, scope), planning.row()
            item = planning.object(field.type, row, field.nodes)
            rows = select_rows(source, row).order_by(*self.ordering.by(source.columns))
            return scalar(row, rows.limit(json_sql.number(1)), item)

        return planning.related(field, scope, first)


@dataclass(frozen=True, slots=True)
class Many:
    """All rows of a relation as a list of objects; `deepest` is how deep in others it may lie."""

    relation: Relation
    ordering: Ordering
    deepest: int = MAXIMUM_DEPTH

    def plan(self, planning: Planning, field: Field, scope: Row) -> Expression:
        def every() -> Expression:
            source, row = planning.source(self.relation, scope), planning.row()
            items = json_sql.array_of_rows(planning.object(field.type, row, field.nodes))
            rows = select_rows(source, row).order_by(*self.ordering.by(source.columns))
            return scalar(row, rows, items)

        return planning.related(field, scope, every, self.deepest)
