"""Page after page, in either direction, a list is whole and in order."""

from collections.abc import Iterator
from itertools import permutations, product
from typing import Any

import pytest
from graphql import GraphQLSchema

from .served import Served

QUERY = """\
query ($orderBy: [%(order)s!], $first: Int, $after: String, $last: Int, $before: String) {
  %(field)s(orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    nodes { id }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}"""

LISTS = [
    ("posts", "Post", "PostOrder"),
    ("tags", "Tag", "TermOrder"),
    ("categories", "Category", "TermOrder"),
    ("authors", "Author", "TermOrder"),
]


def _orderings(schema: GraphQLSchema, order: str) -> Iterator[list[dict[str, str]]]:
    """None, each field alone, and each two, in all directions."""
    enum: Any = schema.type_map[f"{order}Field"]
    for count in range(3):
        for fields in permutations(enum.values, count):
            for directions in product(("ASC", "DESC"), repeat=count):
                pairs = zip(fields, directions, strict=True)
                yield [{"field": field, "direction": direction} for field, direction in pairs]


def _pages(
    served: Served, query: str, order_by: Any, size: str, at: str, cursor: str, more: str, most: int
) -> Iterator[Any]:
    """The pages of three, beginning at either end."""
    variables = {"orderBy": order_by, size: 3, at: None}
    for _ in range(most):
        ((_, page),) = served.data(query, variables).items()
        yield page
        if not page["pageInfo"][more]:
            return
        variables[at] = page["pageInfo"][cursor]
    raise AssertionError(f"more than {most} pages")


@pytest.mark.parametrize(("field", "type_name", "order"), LISTS)
def test_walking_the_pages_gives_every_item_once_and_in_order(
    schema: GraphQLSchema, all_served: list[Served], field: str, type_name: str, order: str
) -> None:
    query = QUERY % {"field": field, "order": order}
    for served, order_by in product(all_served, _orderings(schema, order)):
        blog = served.blog
        ordering = blog.post_order(order_by) if field == "posts" else blog.term_order(order_by)
        expected = [item.id for item in ordering.arranged(blog.of_kind(type_name))]
        most = len(expected) // 3 + 1
        forward = [
            *_pages(served, query, order_by, "first", "after", "endCursor", "hasNextPage", most)
        ]
        back = [
            *_pages(
                served, query, order_by, "last", "before", "startCursor", "hasPreviousPage", most
            )
        ]
        assert [node["id"] for page in forward for node in page["nodes"]] == expected
        assert [node["id"] for page in back[::-1] for node in page["nodes"]] == expected
        assert [page["pageInfo"]["hasPreviousPage"] for page in forward] == [
            number > 0 for number in range(len(forward))
        ]
        assert [page["pageInfo"]["hasNextPage"] for page in back] == [
            number > 0 for number in range(len(back))
        ]
