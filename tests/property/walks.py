"""Ways through a list: in which order, and from which end."""

from collections.abc import Iterator
from itertools import permutations, product
from typing import Any, NamedTuple

from graphql import GraphQLSchema

from .served import Client

OPPOSITE = {"ASC": "DESC", "DESC": "ASC"}


RANKED = "RELEVANCE"
"""What only lists that are searched have."""


def orderings(
    schema: GraphQLSchema, order: str, *, searched: bool = False
) -> Iterator[list[dict[str, str]]]:
    """None, each field in either direction, and each two in opposite directions."""
    enum: Any = schema.type_map[f"{order}Field"]
    fields = [name for name in enum.values if searched or name != RANKED]
    yield []
    for field, direction in product(fields, OPPOSITE):
        yield [{"field": field, "direction": direction}]
    for (one, other), direction in product(permutations(fields, 2), OPPOSITE):
        yield [
            {"field": one, "direction": direction},
            {"field": other, "direction": OPPOSITE[direction]},
        ]


class Direction(NamedTuple):
    """Which arguments and fields of a page lead on in a direction."""

    size: str
    beyond: str
    cursor: str
    has_more: str


FORWARD = Direction("first", "after", "endCursor", "hasNextPage")
BACKWARD = Direction("last", "before", "startCursor", "hasPreviousPage")


def pages(
    client: Client, query: str, direction: Direction, most: int, **arguments: Any
) -> Iterator[Any]:
    """The pages of five items, beginning at the end that the direction leads away from."""
    variables = {**arguments, direction.size: 5, direction.beyond: None}
    for _ in range(most):
        (page,) = client.data(query, variables).values()
        yield page
        if not page["pageInfo"][direction.has_more]:
            return
        variables[direction.beyond] = page["pageInfo"][direction.cursor]
    raise AssertionError(f"more than {most} pages")
