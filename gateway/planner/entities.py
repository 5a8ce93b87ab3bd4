"""Entities: objects that the other subgraphs of a federated graph refer to, each by a key.

https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/subgraph-spec
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import orjson
from graphql import GraphQLError
from graphql.pyutils import UndefinedType
from sqlalchemy import func, literal_column

from gateway.planner import json_sql
from gateway.planner.json_sql import Expression
from gateway.planner.lookup import KEYS, Lookup, NodeById
from gateway.planner.planning import Field, Planning

MAXIMUM_ENTITIES = 1000
"""More than the items of a page: a router asks at once for what several lists refer to."""


@dataclass(frozen=True, slots=True)
class Entity:
    """How a type is referred to: by its id, else by the first of `keys` in a representation."""

    lookup: Lookup
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entities:
    """The objects of a list of representations, in its order, null where there is none.

    A representation that cannot be understood is null too, and is among the `problems`.
    """

    node: NodeById
    types: Mapping[str, Entity]

    def plan(self, planning: Planning, field: Field, scope: Any) -> Expression:  # noqa: ARG002
        stated = planning.bind(field.arguments["representations"], partial(self._stated, field))
        named = func.json_each(stated).table_valued("value", name="named")

        def every() -> Expression:
            return self.node.of_each_row(planning, field, named, partial(self._id, planning))

        return planning.related(field, None, every)

    def problems(self, representations: Sequence[Any]) -> dict[int, GraphQLError]:
        """What is wrong with the representations that cannot be understood, by their place."""
        found = {}
        for place, representation in enumerate(representations):
            try:
                self._understood(representation)
            except ValueError as problem:
                message = f'Argument "representations" of "_entities": {problem}.'
                found[place] = GraphQLError(message)
        return found

    def _id(self, planning: Planning, name: str) -> Expression:
        """The id of what a representation names, null where that is of another type."""
        looked_up = []
        for key in self.types[name].keys:
            row = planning.row()
            values = [_named(f"{name}.{key}[{place}]") for place in range(len(KEYS[key]))]
            looked_up.append(self.types[name].lookup.first(planning, key, values, row, row["id"]))
        return func.coalesce(_named(f"{name}.id[0]"), *looked_up)

    def _stated(self, field: Field, representations: Sequence[Any]) -> str:
        """The representations as JSON, null for those that cannot be understood."""
        count = len(representations)
        if count > MAXIMUM_ENTITIES:
            raise field.error(
                "representations", f"{count} are more than the {MAXIMUM_ENTITIES} of one request"
            )
        problems = self.problems(representations)
        return orjson.dumps(
            [
                None if place in problems else self._understood(representation)
                for place, representation in enumerate(representations)
            ]
        ).decode()

    def _understood(self, representation: Any) -> dict[str, Any]:
        """A representation as the statement reads it: `{type: {key: values}}`.

        Raises ValueError, saying what is wrong with it.
        """
        match representation:
            case {"__typename": str(name)}:
                entity = self.types.get(name)
            case _:
                raise ValueError('each is an object with a "__typename" and a key')
        if entity is None:
            known = _listed(self.types, "and")
            raise ValueError(f'"{name}" is not a type that can be referred to; {known} are')
        for key in ("id", *entity.keys):
            match representation.get(key):
                case None | UndefinedType():  # a variable without a value
                    continue
                case str(value):
                    return {name: {key: [read(entity.lookup.kind, value) for read in KEYS[key]]}}
                case _:
                    raise ValueError(f'the "{key}" of {name} is a string')
        raise ValueError(f"{name} is referred to by its {_listed(('id', *entity.keys), 'or')}")


def _named(member: str) -> Expression:
    """A member of the representation that a row states."""
    # As text: a column would bring the rows into every FROM that it is used in.
    return func.json_extract(literal_column("named.value"), json_sql.text(f"$.{member}"))


def _listed(names: Iterable[str], conjunction: str) -> str:
    *before, last = names
    return f"{', '.join(before)} {conjunction} {last}"
