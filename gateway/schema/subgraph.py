"""The same schema as a subgraph of a federated graph, for a router to stand before the gateway.

https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/subgraph-spec
"""

from collections.abc import Coroutine, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Annotated, Any, NewType

import orjson
import strawberry
from graphql import DefinitionNode, GraphQLError, ObjectTypeDefinitionNode, parse, print_ast
from strawberry.types.info import Info

from gateway.planner.arguments import Constant
from gateway.planner.entities import Entities, Entity
from gateway.planner.lookup import Lookup
from gateway.planner.ordering import NEWEST_FIRST, UNIQUE
from gateway.planner.reading import Computed, Here
from gateway.schema.arguments import argument
from gateway.schema.executor import SCHEMA, schema_of
from gateway.schema.field import RootField, reads, root
from gateway.schema.query import NODE, Query
from gateway.schema.relations import all_posts, all_terms
from gateway.schema.scalars import SCALARS
from gateway.schema.types import Author, Category, Post, Tag


def _term(kind: str) -> Entity:
    return Entity(Lookup(all_terms(kind), kind, UNIQUE), ("slug", "path"))


ENTITIES = Entities(
    NODE,
    {
        # Two posts may have the same slug; of two with the same path, one is told to move.
        "Post": Entity(Lookup(all_posts, "post", NEWEST_FIRST), ("path",)),
        "Tag": _term("tag"),
        "Category": _term("category"),
        "Author": _term("author"),
    },
)

DIRECTIVES: Mapping[str, Sequence[str]] = {
    **{
        name: [f'@key(fields: "{key}")' for key in ("id", *entity.keys)]
        for name, entity in ENTITIES.types.items()
    },
    # Every server with Relay's connections has it.
    "PageInfo": ["@shareable"],
}
"""What the types of the schema are to the graph, by their names."""

LINK = (
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", '
    'import: ["@key", "@shareable"])'
)
"""The first version of Federation 2: it has all that is used here, and every router knows it."""


@cache
def sdl() -> str:
    """The schema with what a composition needs to know of it."""
    plain = parse(SCHEMA.as_str(), no_location=True)
    (link,) = parse(LINK, no_location=True).definitions
    return print_ast(replace(plain, definitions=(link, *map(_directed, plain.definitions))))


def _directed(definition: DefinitionNode) -> DefinitionNode:
    if not isinstance(definition, ObjectTypeDefinitionNode):
        return definition
    directives = DIRECTIVES.get(definition.name.value, ())
    (parsed,) = parse(f"type Any {' '.join(directives)}", no_location=True).definitions
    assert isinstance(parsed, ObjectTypeDefinitionNode)  # noqa: S101 - as it is written
    return replace(definition, directives=parsed.directives)


class EntitiesField(RootField):
    """The list of the entities, of which every item may have an error of its own."""

    def get_result(
        self, source: Any, info: Info | None, args: list[Any], kwargs: Mapping[str, Any]
    ) -> Coroutine[Any, Any, Any]:
        answer = super().get_result(source, info, args, kwargs)
        problems = ENTITIES.problems(kwargs["representations"])
        return _with_errors(answer, problems) if problems else answer


async def _with_errors(
    answer: Coroutine[Any, Any, orjson.Fragment], errors: Mapping[int, GraphQLError]
) -> list[Any]:
    items = orjson.loads(orjson.dumps(await answer))
    return [
        errors.get(place) or (item and orjson.Fragment(orjson.dumps(item)))
        for place, item in enumerate(items)
    ]


Representation = NewType("Representation", object)
AnyEntity = Annotated[
    Author | Category | Post | Tag,
    strawberry.union("_Entity", description="What other subgraphs can refer to."),
]


@strawberry.type(name="_Service", description="This server as a part of the graph.")
class Service:
    sdl: str = reads(
        Computed(lambda planning, _, __: planning.bind(Constant(sdl()))),
        "The schema, with the directives that a composition needs.",
    )


@strawberry.type(name="Query", description="What can be asked for.")
class SubgraphQuery(Query):
    service: Service = root(Here(), "What a composition needs.", name="_service")
    entities: list[AnyEntity | None] = root(
        ENTITIES,
        "The objects that a router's representations refer to, in their order; null where there "
        "is none.",
        (argument("representations", list[Representation], "A `__typename` and a key each."),),
        name="_entities",
        kind=EntitiesField,
    )


@cache
def schema() -> strawberry.Schema:
    """The schema of the subgraph, made when it is asked for first."""
    return schema_of(
        SubgraphQuery,
        SCALARS
        | {
            Representation: strawberry.scalar(
                name="_Any", description="An object with a `__typename` and a key of that type."
            )
        },
    )
