"""A page of a list, cut as the Relay specification says.

https://relay.dev/graphql/connections.htm
"""

from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    and_,
    exists,
    false,
    func,
    or_,
    select,
)

from gateway.planner import cursor, json_sql
from gateway.planner.arguments import Constant, evaluate
from gateway.planner.filter import Filter, Filtered, Search, unfiltered
from gateway.planner.json_sql import Expression
from gateway.planner.ordering import Ordering, Orderings
from gateway.planner.planning import Field, Planning
from gateway.planner.scope import Relation, Row, Source, View, scalar, select_rows

DEFAULT_PAGE = 20
MAXIMUM_PAGE = 100
MAXIMUM_OFFSET = 1_000_000

Position = list[Expression]


class Page:
    """The scope of a connection's fields: the rows of one page, and what lies around it."""

    def __init__(
        self,
        planning: Planning,
        field: Field,
        relation: Relation,
        filtered: Filtered,
        ordering: Ordering,
    ) -> None:
        self.row = planning.row()
        self.relation = relation
        self.filtered = filtered
        self.source = filtered.rows
        self.view: View | None = None
        if filtered.given is not None:
            self.view = View(planning.row().alias, filtered.rows)
            self.source = self.view.source
        self.ordering = ordering
        self.mark = _mark(planning, field, filtered, ordering)
        self.after = _position(planning, field, "after", filtered, ordering)
        self.before = _position(planning, field, "before", filtered, ordering)
        self.first = size(planning, field, "first")
        self.last = size(planning, field, "last")
        self.offset = _offset(planning, field)
        if self.first is None and self.last is None:
            self.first = planning.bind(Constant(DEFAULT_PAGE))
        self.is_read = False

    def items(self, item: Expression) -> Expression:
        """A list with one item a row of the page."""
        self.is_read = True
        return json_sql.array_of_rows(item)

    def cursor(self) -> Expression:
        return cursor.encode(self.ordering, self.mark, self.row)

    def start_cursor(self) -> Expression:
        self.is_read = True
        return json_sql.first_of_rows(self.cursor())

    def end_cursor(self) -> Expression:
        self.is_read = True
        return json_sql.last_of_rows(self.cursor())

    def has_next_page(self) -> Expression:
        """HasNextPage of the specification. What lies beyond `before` is known here."""
        if self.first is not None:
            return self._holds_more_than(self.first)
        if self.before is not None:
            return self._exists(self._following(self.ordering, self.before, or_is_at=True))
        return json_sql.boolean(false())

    def has_previous_page(self) -> Expression:
        """HasPreviousPage of the specification. What lies before `after` is known here."""
        if self.last is not None:
            return self._holds_more_than(self.last)
        before: list[ColumnElement[bool]] = []
        if self.after is not None:
            back = self.ordering.reversed()
            before.append(exists(self._any(self._following(back, self.after, or_is_at=True))))
        if self.offset is not None:
            before.append(and_(self.offset > 0, exists(self._any(*self._between()))))
        return json_sql.boolean(or_(false(), *before))

    def total_count(self) -> Expression:
        rows = select(func.count()).select_from(self.source.table).where(*self.source.where)
        return rows.scalar_subquery()

    def select(self, json: Expression) -> Expression:
        """The connection's JSON, over the rows of the page where any of it is read from them."""
        if self.is_read:
            return scalar(self.row, self._rows(), json, self.view)
        return self.view.headed(select(json)).scalar_subquery() if self.view else json

    def in_order(self) -> Source:
        """The rows of the whole list in the order of their dates, whatever its own order is."""
        in_order = self.filtered.in_order
        return in_order() if in_order else self.source

    def _rows(self) -> Select[Any]:
        if self.last is None:
            return self._cut(self.ordering, self.first)
        if self.first is None:
            backwards = self._cut(self.ordering.reversed(), self.last)
        else:
            forwards = self._cut(self.ordering, self.first).subquery()
            backwards = (
                select(forwards).order_by(*self.ordering.reversed().by(forwards.c)).limit(self.last)
            )
        tail = backwards.subquery()
        return select(tail).order_by(*self.ordering.by(tail.c)).limit(self.last)

    def _cut(self, ordering: Ordering, size: BindParameter[int] | None) -> Select[Any]:
        for key in ordering.keys if self.last is not None else ():
            self.row.used.setdefault(key.column)
        rows = select_rows(self.source, self.row, *self._between())
        rows = rows.order_by(*ordering.by(self.source.columns)).limit(size)
        return rows if self.offset is None else rows.offset(self.offset)

    def _between(self) -> list[ColumnElement[bool]]:
        """The conditions of ApplyCursorsToEdges."""
        conditions = []
        if self.after is not None:
            conditions.append(self._following(self.ordering, self.after))
        if self.before is not None:
            conditions.append(self._following(self.ordering.reversed(), self.before))
        return conditions

    def _following(
        self, ordering: Ordering, position: Position, *, or_is_at: bool = False
    ) -> ColumnElement[bool]:
        return ordering.follows(self.source.columns, position, or_is_at=or_is_at)

    def _holds_more_than(self, size: BindParameter[int]) -> Expression:
        # The row after the last one that fits. In which order it is found does not matter.
        rows = self._any(*self._between()).limit(json_sql.number(1))
        skipped = size if self.offset is None else self.offset + size
        return json_sql.boolean(exists(rows.offset(skipped)))

    def _exists(self, condition: ColumnElement[bool]) -> Expression:
        return json_sql.boolean(exists(self._any(condition)))

    def _any(self, *conditions: ColumnElement[bool]) -> Select[Any]:
        found = select(json_sql.one()).select_from(self.source.table)
        return found.where(*self.source.where, *conditions)


def size(planning: Planning, field: Field, argument: str) -> BindParameter[int] | None:
    """How many items an argument asks for, None where it is not given."""
    given = field.arguments.get(argument)
    return None if given is None else planning.bind(given, partial(_checked_size, field, argument))


def _checked_size(field: Field, argument: str, size: int) -> int:
    if size < 0:
        raise field.error(argument, f"{size} is negative; ask for 0 to {MAXIMUM_PAGE} items")
    if size > MAXIMUM_PAGE:
        raise field.error(argument, f"{size} is more than the {MAXIMUM_PAGE} items of a page")
    return size


def _offset(planning: Planning, field: Field) -> BindParameter[int] | None:
    offset = field.arguments.get("offset")
    if offset is None:
        return None
    for argument in ("last", "before"):
        if field.arguments.get(argument) is not None:
            raise field.error("offset", f"it counts from the beginning; leave out `{argument}`")
    return planning.bind(offset, partial(_checked_offset, field))


def _checked_offset(field: Field, offset: int) -> int:
    if not 0 <= offset <= MAXIMUM_OFFSET:
        raise field.error(
            "offset", f"{offset} is not from 0 to {MAXIMUM_OFFSET}; go on from a cursor instead"
        )
    return offset


def _mark(planning: Planning, field: Field, filtered: Filtered, ordering: Ordering) -> Expression:
    if filtered.given is None:
        return json_sql.text(ordering.code)
    return planning.bind(
        filtered.given, lambda given: cursor.mark(ordering, filtered.digest(field, given))
    )


def _position(
    planning: Planning, field: Field, argument: str, filtered: Filtered, ordering: Ordering
) -> Position | None:
    template = field.arguments.get(argument)
    if template is None:
        return None

    def part(index: int, values: Any) -> str | int:
        value, given = values
        digest = filtered.digest(field, given)
        try:
            return cursor.decode(value, ordering, filtered.argument, digest)[index]
        except ValueError as problem:
            raise field.error(argument, f'"{value}" {problem}') from None

    return [
        planning.bind([template, filtered.given], partial(part, index))
        for index in range(len(ordering.keys))
    ]


@dataclass(frozen=True, slots=True)
class Connection:
    """A connection to the rows of a relation that a filter leaves, in the order asked for."""

    relation: Relation
    orderings: Orderings
    default: Ordering
    filter: Filter | Search | None = None

    def plan(self, planning: Planning, field: Field, scope: Row | None) -> Expression:
        def paged() -> Expression:
            source = planning.source(self.relation, scope)
            filtered = (
                self.filter.of(planning, field, source) if self.filter else unfiltered(source)
            )
            is_ranked = filtered.search is not None
            ordering = ordered(field, self.orderings, self.default, is_ranked=is_ranked)
            page = Page(planning, field, self.relation, filtered, ordering)
            return page.select(planning.object(field.type, page, field.nodes))

        return planning.related(field, scope, paged)


def ordered(field: Field, orderings: Orderings, default: Ordering, *, is_ranked: bool) -> Ordering:
    """The ordering that a field's `orderBy` asks for; `is_ranked` says that its rows are searched.

    Raises GraphQLError for an ordering that only a search gives, where there is none.
    """
    ranked = orderings.ranked
    order_by = [_order(each) for each in field.arguments.get("orderBy") or ()]
    if any(name == ranked for name, _ in order_by) and not is_ranked:
        raise field.error(
            "orderBy", f"{ranked} is how well posts fit a search; give `where: {{ search: … }}`"
        )
    if order_by:
        return orderings.of(order_by)
    return orderings.of([(ranked, True)]) if ranked and is_ranked else default


def _order(template: Any) -> tuple[str, bool]:
    order = evaluate(template, {})
    return order["field"].name, order["direction"].name == "DESC"


@dataclass(frozen=True, slots=True)
class Nodes:
    """The objects of a page."""

    def plan(self, planning: Planning, field: Field, scope: Page) -> Expression:
        return scope.items(planning.object(field.type, scope.row, field.nodes))


@dataclass(frozen=True, slots=True)
class Edges:
    """The edges of a page."""

    def plan(self, planning: Planning, field: Field, scope: Page) -> Expression:
        return scope.items(planning.object(field.type, scope, field.nodes))


@dataclass(frozen=True, slots=True)
class Node:
    """The object at the end of an edge."""

    def plan(self, planning: Planning, field: Field, scope: Page) -> Expression:
        return planning.object(field.type, scope.row, field.nodes)
