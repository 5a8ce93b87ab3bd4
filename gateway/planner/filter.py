"""Which rows of a list are meant: conditions, put together by `and`, `or` and `not`.

A condition is true or false of a row, never unknown: what is missing fails a comparison, and
`not` turns that around.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b
from typing import Any

from graphql import GraphQLError
from sqlalchemy import BindParameter, ColumnElement, and_, false, func, not_, or_, true

from gateway.planner.arguments import Template
from gateway.planner.planning import Field, Planning
from gateway.planner.scope import Columns, Source
from gateway.store import canonical
from gateway.store.keys import sortable

MAXIMUM_NESTING = 4
MAXIMUM_CONDITIONS = 50
DIGEST_BYTES = 6


@dataclass(frozen=True, slots=True)
class Value:
    """What a condition compares with; `template` is its part of the argument."""

    planning: Planning
    field: Field
    argument: str
    template: Template

    def bind(self, convert: Callable[[Any], Any] = lambda value: value) -> BindParameter[Any]:
        """The value as a parameter. `convert` may raise ValueError saying what is wrong with it."""

        def converted(value: Any) -> Any:
            try:
                return convert(value)
            except ValueError as problem:
                raise self.error(str(problem)) from None

        return self.planning.bind(self.template, converted)

    def part(self, template: Template) -> "Value":
        return replace(self, template=template)

    def error(self, problem: str) -> GraphQLError:
        return self.field.error(self.argument, problem)


Start = Callable[[Value, Source], Source | None]


@dataclass(frozen=True, slots=True)
class Condition:
    """A test of a row, and ways to begin a list with the rows that pass it, the best first.

    `ordered` reads them from an index in the order of their dates. `sought` reads them as they
    are found, where few are likely to be. `listed` knows their numbers before any row is read,
    which is a quick test. Each makes the rows of a source fewer, or is None where the value does
    not allow it.

    `ranked` begins with those that are found by a search, and adds columns that say how well they
    fit; it comes before all others.
    """

    test: Callable[[Value, Columns], ColumnElement[bool]]
    ranked: Start | None = None
    ordered: Start | None = None
    sought: Start | None = None
    listed: Start | None = None


def negated(test: Callable[[Value, Columns], ColumnElement[bool]]) -> Condition:
    return Condition(lambda value, columns: not_(test(value, columns)))


Conditions = Callable[[Template], Iterator[tuple[Condition, Template]]]
"""The conditions that a field of a filter makes of what it is given."""


def operators(table: Mapping[str, Condition]) -> Conditions:
    """Those of an input object whose fields are operators, each a row of the table."""

    def conditions(given: Template) -> Iterator[tuple[Condition, Template]]:
        return ((table[name], value) for name, value in given.items() if value is not None)

    return conditions


@dataclass(frozen=True, slots=True)
class Filtered:
    """The rows that are left.

    `in_order` makes the same, for reading them in the order of their dates one after the other,
    where `rows` are not as good for that. `given` is what they were filtered by, None where every
    row is left. `search` is what they are ranked by, if anything.
    """

    rows: Source
    argument: str = ""
    given: Template = None
    in_order: Callable[[], Source] | None = None
    search: Value | None = None

    def digest(self, field: Field, given: Any) -> str | None:
        """What of the values of `given` is in the cursors of the list."""
        if given is None:
            return None
        try:
            values = canonical.of(given)
        except ValueError as problem:
            raise field.error(self.argument, f"a value {problem}") from None
        return blake2b(values.encode(), digest_size=DIGEST_BYTES).hexdigest()


def unfiltered(source: Source, argument: str = "") -> Filtered:
    return Filtered(source, argument)


@dataclass(frozen=True, slots=True)
class Filter:
    """The filter that an argument takes: an object with `fields`, and with, or and not."""

    argument: str
    fields: Mapping[str, Conditions]

    def of(self, planning: Planning, field: Field, source: Source) -> Filtered:
        """The rows of a source that match. Raises GraphQLError for a filter that is too large."""
        parts = self._parts(planning, field)
        if not parts:
            return unfiltered(source, self.argument)
        rows = _started(parts, source, ("ranked", "ordered", "sought", "listed"))
        in_order = partial(_started, parts, source, ("ordered", "listed"))
        is_sought = any(condition.sought or condition.ranked for condition, _ in parts)
        given = field.arguments[self.argument]
        search = next((value for condition, value in parts if condition.ranked), None)
        return Filtered(rows, self.argument, given, in_order if is_sought else None, search)

    def ranked(self, planning: Planning, field: Field, source: Source) -> Source | None:
        """The rows of a source by how well they fit the search of the argument, if there is one."""
        parts = (each for each in self._parts(planning, field) if each[0].ranked)
        first = next(parts, None)
        return _started([first], source, ("ranked",)) if first else None

    def among(self, planning: Planning, field: Field, source: Source) -> Source:
        """The rows that match of a source that has few, which are all looked at."""
        return _tested(self._parts(planning, field), source)

    def _parts(self, planning: Planning, field: Field) -> "list[Part]":
        where = field.arguments.get(self.argument)
        given = list(self.conjuncts(where)) if where else []
        if given:
            self._check(field, where)
        return [
            (condition, Value(planning, field, self.argument, template))
            for condition, template in given
        ]

    def conjuncts(self, where: Template) -> Iterator[tuple[Condition, Template]]:
        """What has to hold, every part of it: `and` is taken apart."""
        for name, given in where.items():
            if given is None:
                continue
            match name:
                case "and":
                    for each in given:
                        yield from self.conjuncts(each)
                case "or":
                    yield Condition(self._any), given
                case "not":
                    yield Condition(self._none), given
                case _:
                    yield from self.fields[name](given)

    def _any(self, value: Value, columns: Columns) -> ColumnElement[bool]:
        return or_(false(), *(self._all(value.part(each), columns) for each in value.template))

    def _none(self, value: Value, columns: Columns) -> ColumnElement[bool]:
        return not_(self._all(value, columns))

    def _all(self, value: Value, columns: Columns) -> ColumnElement[bool]:
        parts = self.conjuncts(value.template)
        return and_(true(), *(each.test(value.part(given), columns) for each, given in parts))

    def _check(self, field: Field, where: Template) -> None:
        count = self._count(field, where, 0)
        if count > MAXIMUM_CONDITIONS:
            raise field.error(
                self.argument,
                f"{count} conditions are more than the {MAXIMUM_CONDITIONS} of a filter",
            )

    def _count(self, field: Field, where: Template, nesting: int) -> int:
        if nesting > MAXIMUM_NESTING:
            raise field.error(
                self.argument,
                f"`and`, `or` and `not` lie more than {MAXIMUM_NESTING} deep in each other",
            )
        count = 0
        for name, given in where.items():
            if given is None:
                continue
            if name in ("and", "or", "not"):
                inner = given if isinstance(given, list) else [given]
                # An object without conditions is one: it takes its place in the statement.
                count += sum(self._count(field, each, nesting + 1) or 1 for each in inner)
            else:
                count += sum(1 for _ in self.fields[name](given))
        return count


Part = tuple[Condition, Value]


def _started(parts: Sequence[Part], source: Source, kinds: Sequence[str]) -> Source:
    """The rows that pass all parts: the list begins with those of one, the others are tests."""
    for kind in kinds:
        for part in parts:
            start: Start | None = getattr(part[0], kind)
            found = start(part[1], source) if start else None
            if found is not None:
                return _tested((each for each in parts if each is not part), found)
    return _tested(parts, source)


def _tested(parts: Iterator[Part] | Sequence[Part], source: Source) -> Source:
    tests = (condition.test(value, source.columns) for condition, value in parts)
    return replace(source, where=(*source.where, *tests))


@dataclass(frozen=True, slots=True)
class Search:
    """The filter of an argument that takes a text: rows whose column contains it.

    The column is one without regard to case and width.
    """

    argument: str
    column: str

    def of(self, planning: Planning, field: Field, source: Source) -> Filtered:
        text = field.arguments.get(self.argument)
        if text is None:
            return unfiltered(source, self.argument)
        contains = func.instr(source.columns[self.column], planning.bind(text, sortable)) > 0
        found = replace(source, where=(*source.where, contains))
        return Filtered(found, self.argument, text)
