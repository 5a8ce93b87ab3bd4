"""Roots that answer one object by what identifies it: an id, a slug, a path."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import unquote

import orjson
from sqlalchemy import FromClause, func, literal_column, or_, select

from gateway.planner import json_sql
from gateway.planner.connection import MAXIMUM_PAGE
from gateway.planner.json_sql import Expression
from gateway.planner.ordering import Ordering
from gateway.planner.planning import Field, Planning
from gateway.planner.scope import Relation, Row, scalar, select_rows
from gateway.store import global_id


def _same(kind: str, value: str) -> str:  # noqa: ARG001
    return unicodedata.normalize("NFC", value)


def _path(kind: str, value: str) -> str:
    """A URL path as it is stored, from the root."""
    return _same(kind, "/" + value.lstrip("/"))


def _encoded_path(kind: str, value: str) -> str:
    """The same of a path as browsers copy it."""
    return _path(kind, unquote(value))


def _id(kind: str, value: str) -> str:
    found = global_id.kind_of(value)
    if found is None:
        raise ValueError(f'"{value}" is not an id of this server')
    if found != kind:
        type_, wanted = global_id.KINDS[found], global_id.KINDS[kind]
        raise ValueError(f'"{value}" is an id of the type {type_}, not {wanted}')
    return value


KEYS: Mapping[str, tuple[Callable[[str, str], str], ...]] = {
    "id": (_id,),
    "slug": (_same,),
    "path": (_path, _encoded_path),
}
"""The ways to name an object of a kind, each a column, and what the value given may mean there.

They raise ValueError, saying what is wrong with the value.
"""


@dataclass(frozen=True, slots=True)
class Lookup:
    """The object that `by` names, or null. Of several with the same slug the first in order."""

    relation: Relation
    kind: str
    ordering: Ordering

    def plan(self, planning: Planning, field: Field, scope: Any) -> Expression:  # noqa: ARG002
        ((key, template),) = (
            (key, template) for key, template in field.arguments["by"].items() if template
        )
        values = [planning.bind(template, partial(self._value, field, read)) for read in KEYS[key]]
        row = planning.row()
        item = planning.object(field.type, row, field.nodes)
        return self.first(planning, key, values, row, item)

    def first(
        self, planning: Planning, key: str, values: Sequence[Expression], row: Row, item: Expression
    ) -> Expression:
        """What `item` makes of the row whose key has one of the values, the first one rather."""
        source = planning.source(self.relation, None)
        named = [source.columns[key] == value for value in values]
        # What is named as it is stored comes before what is only meant by it. It is a column,
        # since SQLite does not see outer rows in ORDER BY.
        best = [condition.label(f"best{place}") for place, condition in enumerate(named[:-1])]
        rows = select_rows(source, row, or_(*named)).add_columns(*best)
        rows = rows.order_by(*(each.desc() for each in best), *self.ordering.by(source.columns))
        rows = rows.limit(json_sql.number(1))
        return scalar(row, rows, item)

    def _value(self, field: Field, read: Callable[[str, str], str], value: str) -> str:
        try:
            return read(self.kind, value)
        except ValueError as problem:
            raise field.error("by", str(problem)) from None


IdOf = Callable[[str], Expression]
"""The id that an object must have, by the name of its type."""


@dataclass(frozen=True, slots=True)
class NodeById:
    """The object of any type that has an id, or null. `sources` are by type name."""

    sources: Mapping[str, Relation]

    def plan(self, planning: Planning, field: Field, scope: Any) -> Expression:  # noqa: ARG002
        value = planning.bind(field.arguments["id"], partial(_known_id, field, "id"))

        def one() -> Expression:
            found = select(*self.of_each_type(planning, field, lambda _: value)).subquery()
            return select(func.coalesce(*found.c)).scalar_subquery()

        return planning.related(field, None, one)

    def of_each_row(
        self, planning: Planning, field: Field, rows: FromClause, id_of: IdOf
    ) -> Expression:
        """A list with the object for each of `rows`, null where there is none with its id."""
        found = select(*self.of_each_type(planning, field, id_of)).select_from(rows).subquery()
        # Out of a subquery in FROM, an object is a text again.
        items = json_sql.array_of_rows(json_sql.parse(func.coalesce(*found.c)))
        return select(items).scalar_subquery()

    def of_each_type(self, planning: Planning, field: Field, id_of: IdOf) -> list[Expression]:
        """A column for each type: null for all but the one that has an object with the id."""
        columns: list[Expression] = []
        for object_type in planning.possible_types(field):
            relation = self.sources[object_type.name]
            source, row = planning.source(relation, None), planning.row()
            item = planning.object(object_type, row, field.nodes)
            rows = select_rows(source, row, source.columns["id"] == id_of(object_type.name))
            columns.append(scalar(row, rows, item).label(object_type.name))
        return columns


@dataclass(frozen=True, slots=True)
class NodesByIds:
    """The objects of a list of ids, in its order, null where there is none."""

    node: NodeById

    def plan(self, planning: Planning, field: Field, scope: Any) -> Expression:  # noqa: ARG002
        ids = planning.bind(field.arguments["ids"], partial(_known_ids, field))
        given = func.json_each(ids).table_valued("value", name="given")

        def every() -> Expression:
            value: Expression = literal_column("given.value")
            return self.node.of_each_row(planning, field, given, lambda _: value)

        return planning.related(field, None, every)


def _known_id(field: Field, argument: str, value: str) -> str:
    if global_id.kind_of(value) is None:
        raise field.error(argument, f'"{value}" is not an id of this server')
    return value


def _known_ids(field: Field, values: list[str]) -> str:
    if len(values) > MAXIMUM_PAGE:
        raise field.error("ids", f"{len(values)} ids are more than the {MAXIMUM_PAGE} of a page")
    return orjson.dumps([_known_id(field, "ids", value) for value in values]).decode()
