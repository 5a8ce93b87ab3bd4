"""The posts beside a post are those that a list has beside it."""

from typing import Any

import orjson
import pytest

from gateway.http.responses import body_of
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import Store

QUERY = """query Q($where: PostFilter, $order: [PostOrder!]) {
  all: posts(orderBy: $order) {
    nodes {
      slug
      adjacent(where: $where, orderBy: $order) { previous { slug } next { slug } }
    }
  }
  posts(where: $where, orderBy: $order) { nodes { slug } }
}"""

TITLE_DOWN = {"field": "TITLE", "direction": "DESC"}
READING_UP = {"field": "READING_TIME", "direction": "ASC"}

pytestmark = pytest.mark.anyio


async def data(store: Store, query: str, variables: Any = None) -> Any:
    answer = await GraphQL(store.reader.row).answer(Request(query, variables=variables))
    body = orjson.loads(body_of(answer))
    assert list(body) == ["data"], body
    return body["data"]


@pytest.mark.parametrize("order", [None, [TITLE_DOWN], [READING_UP], [READING_UP, TITLE_DOWN]])
@pytest.mark.parametrize(
    "where",
    [
        None,
        {"tags": {"any": ["python"]}},
        {"tags": {"any": ["python", "日本語"]}},
        {"not": {"slug": {"eq": "tables"}}},
        {"or": []},
    ],
)
async def test_the_posts_before_and_after_are_those_of_the_list(
    store: Store, where: Any, order: Any
) -> None:
    found = await data(store, QUERY, {"where": where, "order": order})
    ranks = {node["slug"]: rank for rank, node in enumerate(found["all"]["nodes"])}
    listed = [node["slug"] for node in found["posts"]["nodes"]]
    for node in found["all"]["nodes"]:
        rank = ranks[node["slug"]]
        before = [{"slug": slug} for slug in listed if ranks[slug] < rank]
        after = [{"slug": slug} for slug in listed if ranks[slug] > rank]
        assert node["adjacent"] == {
            "previous": before[-1] if before else None,
            "next": after[0] if after else None,
        }


async def test_a_filter_that_cannot_be_taken_is_named(store: Store) -> None:
    where = "{not: " * 5 + "{}" + "}" * 5
    query = f"{{ posts {{ nodes {{ adjacent(where: {where}) {{ next {{ id }} }} }} }} }}"
    answer = await GraphQL(store.reader.row).answer(Request(query))
    assert [error.message for error in answer.errors or []] == [
        'Argument "where" of "adjacent": `and`, `or` and `not` lie more than 4 deep in each other.'
    ]
