"""Lists in pages: walked from either end, and cut in every way that there is."""

from itertools import product
from typing import Any

import pytest
from graphql import GraphQLSchema

from .paging import Order, connection
from .served import Served
from .walks import BACKWARD, FORWARD, orderings, pages

QUERY = """\
query ($orderBy: [%(order)s!], $first: Int, $after: String, $last: Int, $before: String) {
  %(field)s(orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor }
    nodes { id }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount
  }
}"""

LISTS = [
    ("posts", "Post", "PostOrder"),
    ("tags", "Tag", "TermOrder"),
    ("categories", "Category", "TermOrder"),
    ("authors", "Author", "TermOrder"),
]


def _order(served: Served, field: str, order_by: list[dict[str, str]]) -> Order:
    blog = served.blog
    return blog.post_order(order_by) if field == "posts" else blog.term_order(order_by)


@pytest.mark.parametrize(("field", "type_name", "order"), LISTS)
def test_walking_the_pages_gives_every_item_once_and_in_order(
    schema: GraphQLSchema, all_served: list[Served], field: str, type_name: str, order: str
) -> None:
    query = QUERY % {"field": field, "order": order}
    for served, order_by in product(all_served, orderings(schema, order)):
        arranged = _order(served, field, order_by).arranged(served.blog.of_kind(type_name))
        expected = [item.id for item in arranged]
        most = len(expected) // 5 + 1
        forward = list(pages(served, query, FORWARD, most, orderBy=order_by))
        backward = list(pages(served, query, BACKWARD, most, orderBy=order_by))
        assert [node["id"] for page in forward for node in page["nodes"]] == expected
        assert [node["id"] for page in backward[::-1] for node in page["nodes"]] == expected
        # Where a page lies is known in the other direction too.
        assert [page["pageInfo"]["hasPreviousPage"] for page in forward] == [
            number > 0 for number in range(len(forward))
        ]
        assert [page["pageInfo"]["hasNextPage"] for page in backward] == [
            number > 0 for number in range(len(backward))
        ]


@pytest.mark.parametrize(("field", "type_name", "order"), LISTS)
def test_every_cut_of_a_list_is_as_the_relay_specification_has_it(
    schema: GraphQLSchema, all_served: list[Served], field: str, type_name: str, order: str
) -> None:
    query = QUERY % {"field": field, "order": order}
    default, *_, mixed = orderings(schema, order)
    for served, order_by in product(all_served, (default, mixed)):
        ordering = _order(served, field, order_by)
        items = served.blog.of_kind(type_name)
        cursors = ordering.cursors(ordering.arranged(items))
        places = [None, *dict.fromkeys(cursors[n] for n in (0, len(cursors) // 2, -1) if cursors)]
        for first, after, last, before in product([None, 0, 3], places, [None, 0, 2], places):
            variables = {
                "orderBy": order_by,
                "first": first,
                "after": after,
                "last": last,
                "before": before,
            }
            expected = connection(items, ordering, variables)
            assert served.data(query, variables)[field] == {
                "edges": [{"cursor": edge["cursor"]} for edge in expected["edges"]],
                "nodes": [{"id": node.id} for node in expected["nodes"]],
                "pageInfo": expected["pageInfo"],
                "totalCount": expected["totalCount"],
            }, variables


POSTS_OF_ALL_TERMS = """\
query ($orderBy: [PostOrder!], $after: String, $before: String) {
  tags(first: 100) { nodes { id ...posts } }
  categories(first: 100) { nodes { id ...posts } }
  authors(first: 100) { nodes { id ...authored } }
}
fragment posts on Term { posts(after: $after, before: $before, orderBy: $orderBy) { ...page } }
fragment authored on Author { posts(after: $after, before: $before, orderBy: $orderBy) { ...page } }
fragment page on PostConnection {
  nodes { id }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
}"""


def test_a_cursor_cuts_a_list_that_its_item_is_not_in(
    schema: GraphQLSchema, all_served: list[Served]
) -> None:
    default, *_, mixed = orderings(schema, "PostOrder")
    for served, order_by, at in product(all_served, (default, mixed), ("after", "before")):
        ordering = served.blog.post_order(order_by)
        for cursor in ordering.cursors(served.blog.posts):
            variables = {"orderBy": order_by, at: cursor}
            roots = served.data(POSTS_OF_ALL_TERMS, variables)
            for node in (node for root in roots.values() for node in root["nodes"]):
                term: Any = served.blog.node(node["id"])
                expected = connection(term.posts, ordering, variables)
                assert node["posts"] == {
                    "nodes": [{"id": post.id} for post in expected["nodes"]],
                    "pageInfo": expected["pageInfo"],
                }, (variables, term.name)
