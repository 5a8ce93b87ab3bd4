"""What lies beside an item in a list: just before it, and just after it.

The item itself need not be in the list; its place there is by its sort keys.
"""

from dataclasses import dataclass

from sqlalchemy import Integer, bindparam, select

from gateway.planner import json_sql
from gateway.planner.connection import ordered
from gateway.planner.filter import Filter
from gateway.planner.json_sql import Expression
from gateway.planner.ordering import Ordering, Orderings
from gateway.planner.planning import Field, Planning
from gateway.planner.scope import Relation, Row, scalar, select_rows


@dataclass(frozen=True, slots=True)
class Place:
    """The scope of the fields: the row of the item, and the list that its place is in."""

    row: Row
    relation: Relation
    ordering: Ordering
    filter: Filter
    field: Field


@dataclass(frozen=True, slots=True)
class Adjacent:
    """An object for the place of a row in the list that a filter and an ordering make."""

    relation: Relation
    orderings: Orderings
    default: Ordering
    filter: Filter

    def plan(self, planning: Planning, field: Field, scope: Row) -> Expression:
        every = planning.source(self.relation, None)
        is_ranked = self.filter.ranked(planning, field, every) is not None
        ordering = ordered(field, self.orderings, self.default, is_ranked=is_ranked)
        place = Place(scope, self.relation, ordering, self.filter, field)
        return planning.object(field.type, place, field.nodes)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The item just after the place, or just before it where the list is read `backwards`."""

    backwards: bool

    def plan(self, planning: Planning, field: Field, scope: Place) -> Expression:
        def nearest() -> Expression:
            ordering = scope.ordering.reversed() if self.backwards else scope.ordering
            every = planning.source(scope.relation, None)
            source, row = scope.filter.of(planning, scope.field, every).rows, planning.row()
            item = planning.object(field.type, row, field.nodes)
            position = [
                json_sql.bare(self._value(planning, scope, key.column)) for key in ordering.keys
            ]
            rows = select_rows(source, row, ordering.follows(source.columns, position))
            rows = rows.order_by(*ordering.by(source.columns))
            return scalar(row, rows.limit(bindparam(None, 1, Integer)), item)

        return planning.related(field, scope.row, nearest)

    def _value(self, planning: Planning, scope: Place, column: str) -> Expression:
        """A sort key of the item. How well it fits a search is known where that finds it."""
        every = planning.source(scope.relation, None)
        ranked = scope.filter.ranked(planning, scope.field, every)
        if ranked is None or column in set(every.columns.keys()):
            return scope.row[column]
        mine = ranked.columns["n"] == scope.row["n"]
        found = select(ranked.columns[column]).select_from(ranked.table).where(*ranked.where, mine)
        return found.scalar_subquery()
