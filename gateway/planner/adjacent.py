"""What lies beside an item in a list: just before it, and just after it.

The item itself need not be in the list; its place there is by its sort keys.
"""

from dataclasses import dataclass

from sqlalchemy import select

from gateway.planner import json_sql
from gateway.planner.connection import ordered
from gateway.planner.filter import Filter
from gateway.planner.json_sql import Expression
from gateway.planner.ordering import Ordering, Orderings
from gateway.planner.planning import Field, Planning
from gateway.planner.scope import Relation, Row, Source, scalar, select_rows


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
            # From rows of its own, as it is asked within the others.
            own = planning.source(scope.relation, None)
            ranked = scope.filter.ranked(planning, scope.field, own)
            position = [
                # How well the item fits a search is known where that finds it.
                _of_same(scope.row, ranked, key.column)
                if ranked and key.column not in set(every.columns.keys())
                else json_sql.bare(scope.row[key.column])
                for key in ordering.keys
            ]
            rows = select_rows(source, row, ordering.follows(source.columns, position))
            rows = rows.order_by(*ordering.by(source.columns))
            return scalar(row, rows.limit(json_sql.number(1)), item)

        return planning.related(field, scope.row, nearest)


def _of_same(row: Row, source: Source, column: str) -> Expression:
    """A column that a source has for a row, null where the row is not among its own."""
    mine = source.columns["n"] == row["n"]
    found = select(source.columns[column]).select_from(source.table).where(*source.where, mine)
    return json_sql.bare(found.scalar_subquery())
