"""The first rows of a list, without pages."""

from collections.abc import Callable
from dataclasses import dataclass

from gateway.planner import connection, json_sql
from gateway.planner.arguments import Constant
from gateway.planner.filter import Filter
from gateway.planner.json_sql import Expression
from gateway.planner.ordering import Ordering
from gateway.planner.planning import Field, Planning
from gateway.planner.scope import Relation, Row, Source, scalar, select_rows


@dataclass(frozen=True, slots=True)
class Shortlist:
    """A list of objects: as many rows of a relation as the argument `first` asks for.

    A `filter` is applied to each of the relation's rows, of which there should be few. Without one,
    `best` leaves all out but the first, where that is known before the rows are read.
    """

    relation: Relation
    ordering: Ordering
    default: int
    filter: Filter | None = None
    best: Callable[[Source, Expression], Source] | None = None

    def plan(self, planning: Planning, field: Field, scope: Row) -> Expression:
        first = connection.size(planning, field, "first")
        if first is None:
            first = planning.bind(Constant(self.default))

        def some() -> Expression:
            source, row = planning.source(self.relation, scope), planning.row()
            if self.filter is not None and field.arguments.get(self.filter.argument):
                source = self.filter.among(planning, field, source)
            elif self.best is not None:
                source = self.best(source, first)
            items = json_sql.array_of_rows(planning.object(field.type, row, field.nodes))
            rows = select_rows(source, row).order_by(*self.ordering.by(source.columns))
            return scalar(row, rows.limit(first), items)

        return planning.related(field, scope, some)
