"""Pages of the posts that pass a filter: by cursors from either end, and by numbers."""

import json
from collections.abc import Iterable
from itertools import islice, pairwise, product
from typing import Any

import pytest
from graphql import GraphQLSchema

from .served import Served
from .walks import BACKWARD, FORWARD, RANKED, orderings, pages

QUERY = """\
query (
  $where: PostFilter, $orderBy: [PostOrder!], $offset: Int,
  $first: Int, $after: String, $last: Int, $before: String
) {
  posts(
    where: $where, orderBy: $orderBy, offset: $offset,
    first: $first, after: $after, last: $last, before: $before
  ) {
    nodes { id }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount
  }
}"""
FILTERS: list[dict[str, Any]] = [
    {},
    {"tags": {"none": ["日本語", "AI"]}},
    {"categories": {"any": ["the-web", "web", "news"]}},
    {"or": [{"title": {"contains": "ａ"}}, {"publishedAt": {"gte": "2025-11-08"}}]},
    {"not": {"frontMatter": [{"key": "rating", "eq": 5}]}, "readingMinutes": {"gt": 0}},
]
TITLE = [{"field": "TITLE", "direction": "ASC"}]
SEARCHES: list[dict[str, Any]] = [
    {"search": "サーバー OR link OR 本文"},
    {"search": "link -京都", "not": {"tags": {"any": ["AI"]}}},
    {"and": [{"search": "本文 です"}, {"or": [{"search": "日本語"}, {"search": "c++"}]}]},
    {"search": "nothing runs"},
]


@pytest.mark.parametrize("where", FILTERS, ids=str)
def test_walking_the_pages_of_a_filter_gives_every_post_once_and_in_order(
    schema: GraphQLSchema, all_served: list[Served], where: dict[str, Any]
) -> None:
    some = islice(orderings(schema, "PostOrder"), 0, None, 4)
    _walk(all_served, where, some)


@pytest.mark.parametrize("where", SEARCHES, ids=str)
def test_walking_the_pages_of_a_search_gives_every_post_once_and_in_order(
    schema: GraphQLSchema, all_served: list[Served], where: dict[str, Any]
) -> None:
    every = orderings(schema, "PostOrder", searched=True)
    ranked = [each for each in every if each and each[0]["field"] == RANKED]
    _walk(all_served, where, [[], *ranked[:3], TITLE + ranked[0]])


def _walk(all_served: list[Served], where: dict[str, Any], ways: Iterable[Any]) -> None:
    for served, order_by in product(all_served, ways):
        passing = [post for post in served.blog.posts if served.blog.passes(post, where)]
        expected = [
            post.id for post in served.blog.post_order(order_by, where=where).arranged(passing)
        ]
        asked = {"where": where, "orderBy": order_by}
        most = len(expected) // 5 + 1
        forward = list(pages(served, QUERY, FORWARD, most, **asked))
        backward = list(pages(served, QUERY, BACKWARD, most, **asked))
        numbered = [
            served.data(QUERY, {**asked, "first": 5, "offset": offset})["posts"]
            for offset in range(0, max(1, len(expected)), 5)
        ]
        for found in (forward, backward[::-1], numbered):
            assert [node["id"] for page in found for node in page["nodes"]] == expected
        assert [page["pageInfo"] for page in numbered] == [page["pageInfo"] for page in forward]
        assert {page["totalCount"] for page in numbered} == {len(expected)}


def test_a_cursor_of_one_filter_is_refused_by_another(all_served: list[Served]) -> None:
    for served, (where, other) in product(all_served, pairwise([*FILTERS, *SEARCHES, FILTERS[0]])):
        asked = {"where": where, "first": 1, "orderBy": TITLE}
        cursor = served.data(QUERY, asked)["posts"]["pageInfo"]["endCursor"]
        if cursor is None:
            continue
        for at in ("after", "before"):
            (error,) = json.loads(
                served.answer(QUERY, {"where": other, at: cursor, "orderBy": TITLE})
            )["errors"]
            assert error["message"] == (
                f'Argument "{at}" of "posts": "{cursor}" is a cursor of another filter; '
                "use it with the where of the page it came from."
            )
