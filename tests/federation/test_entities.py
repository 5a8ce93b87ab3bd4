"""What a router asks of a subgraph: `_entities` by representations, and `_service`."""

from pathlib import Path
from typing import Any

import orjson
import pytest

from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.planner.scope import Audience
from gateway.schema import subgraph
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import Store, open_store
from gateway.sync.run import sync

pytestmark = pytest.mark.anyio

ENTITIES = """
query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on Post { title author { name } }
    ... on Term { name postCount }
    ... on Author { name }
  }
}
"""
TABLES = {"__typename": "Post", "title": "Tables and lists", "author": {"name": "Ken"}}
PYTHON = {"__typename": "Tag", "name": "Python", "postCount": 3}
NOTICES = {"__typename": "Category", "name": "お知らせ", "postCount": 1}


async def ask(
    store: Store, query: str, audience: Audience = Audience.PUBLIC, **variables: Any
) -> Any:
    """The answer of the subgraph."""
    graphql = GraphQL(store.reader.row, subgraph.schema())
    request = Request(query, variables=variables, audience=audience)
    return orjson.loads(body_of(await graphql.answer(request)))


async def entities(store: Store, *representations: Any, **options: Any) -> Any:
    answer = await ask(store, ENTITIES, representations=representations, **options)
    assert list(answer) == ["data"]
    return answer["data"]["_entities"]


async def problem(store: Store, representation: Any) -> str:
    """The error of a representation that stands behind a good one, which is answered."""
    good = {"__typename": "Tag", "slug": "python"}
    answer = await ask(store, ENTITIES, representations=[good, representation])
    (error,) = answer["errors"]
    assert answer["data"] == {"_entities": [PYTHON, None]}
    assert error["path"] == ["_entities", 1]
    return str(error["message"])


async def test_an_entity_is_found_by_each_key_of_its_type(store: Store) -> None:
    found = await entities(
        store,
        {"__typename": "Post", "id": "post_39527ddba9791b816e3b"},
        {"__typename": "Post", "path": "/b/notes/2024/08/20/tables.html"},
        {"__typename": "Tag", "id": "tag_b21f7351dc3ac05649b3"},
        {"__typename": "Tag", "slug": "python"},
        {"__typename": "Tag", "path": "/b/tags/python/"},
        {"__typename": "Category", "slug": "お知らせ"},
        {"__typename": "Category", "path": "/b/categories/%E3%81%8A%E7%9F%A5%E3%82%89%E3%81%9B/"},
        {"__typename": "Author", "slug": "ken"},
    )
    assert found == [
        TABLES,
        TABLES,
        PYTHON,
        PYTHON,
        PYTHON,
        NOTICES,
        NOTICES,
        {"__typename": "Author", "name": "Ken"},
    ]


async def test_entities_come_in_the_order_asked_for_each_as_often_as_asked(store: Store) -> None:
    tag = {"__typename": "Tag", "slug": "python"}
    post = {"__typename": "Post", "id": "post_39527ddba9791b816e3b"}
    assert await entities(store, tag, post, tag) == [PYTHON, TABLES, PYTHON]
    assert await entities(store, post) == [TABLES]
    assert await entities(store) == []


async def test_what_there_is_not_is_null(store: Store) -> None:
    found = await entities(
        store,
        {"__typename": "Post", "id": "post_00000000000000000000"},
        {"__typename": "Category", "slug": "python"},
        {"__typename": "Tag", "path": "/b/notes/2024/08/20/tables.html"},
    )
    assert found == [None, None, None]


async def test_of_several_keys_the_id_counts(store: Store) -> None:
    both = {"__typename": "Tag", "slug": "nothing", "id": "tag_b21f7351dc3ac05649b3"}
    without = {"__typename": "Tag", "slug": "python", "id": None}
    assert await entities(store, both, without) == [PYTHON, PYTHON]


async def test_a_whole_operation_is_one_statement(store: Store) -> None:
    query = """
    query ($posts: [_Any!]!, $tags: [_Any!]!) {
      posts: _entities(representations: $posts) {
        ... on Post { title tags(first: 1) { nodes { posts(first: 1) { nodes { title } } } } }
      }
      tags: _entities(representations: $tags) { ... on Tag { name } }
      newest: posts(first: 1) { nodes { title } }
      _service { sdl }
    }
    """
    tables = {"title": "Tables and lists"}
    statements: list[str] = []
    await store.reader.trace(statements.append)
    try:
        answer = await ask(
            store,
            query,
            posts=[{"__typename": "Post", "id": "post_39527ddba9791b816e3b"}],
            tags=[{"__typename": "Tag", "slug": slug} for slug in ("python", "sqlite", "nope")],
        )
    finally:
        await store.reader.trace(None)
    assert len(statements) == 1
    assert answer["data"] == {
        "posts": [tables | {"tags": {"nodes": [{"posts": {"nodes": [tables]}}]}}],
        "tags": [{"name": "Python"}, {"name": "SQLite"}, None],
        "newest": {"nodes": [tables]},
        "_service": {"sdl": subgraph.sdl()},
    }


async def test_representations_may_be_written_into_the_query(store: Store) -> None:
    query = """
    query ($slug: String!, $id: ID) {
      _entities(representations: [{ __typename: "Tag", slug: $slug, id: $id }]) {
        ... on Tag { name }
      }
    }
    """
    answer = await ask(store, query, slug="python")
    assert answer == {"data": {"_entities": [{"name": "Python"}]}}


@pytest.mark.parametrize(
    ("representation", "message"),
    [
        (
            {"__typename": "Comment", "id": "1"},
            '"Comment" is not a type that can be referred to; Post, Tag, Category and Author are',
        ),
        ({"id": "post_39527ddba9791b816e3b"}, 'each is an object with a "__typename" and a key'),
        ("Post", 'each is an object with a "__typename" and a key'),
        ({"__typename": "Post"}, "Post is referred to by its id or path"),
        ({"__typename": "Post", "slug": "tables"}, "Post is referred to by its id or path"),
        ({"__typename": "Author", "id": None}, "Author is referred to by its id, slug or path"),
        ({"__typename": "Tag", "slug": ["python"]}, 'the "slug" of Tag is a string'),
        ({"__typename": "Post", "id": "banana"}, '"banana" is not an id of this server'),
        (
            {"__typename": "Post", "id": "tag_b21f7351dc3ac05649b3"},
            '"tag_b21f7351dc3ac05649b3" is an id of the type Tag, not Post',
        ),
    ],
)
async def test_a_representation_that_cannot_be_understood_is_named_and_the_others_are_answered(
    store: Store, representation: Any, message: str
) -> None:
    expected = f'Argument "representations" of "_entities": {message}.'
    assert await problem(store, representation) == expected


async def test_there_is_a_limit_to_what_one_request_may_refer_to(store: Store) -> None:
    tag = {"__typename": "Tag", "slug": "python"}
    assert await entities(store, *[tag] * 1000) == [PYTHON] * 1000
    answer = await ask(store, ENTITIES, representations=[tag] * 1001)
    assert [error["message"] for error in answer["errors"]] == [
        'Argument "representations" of "_entities": 1001 are more than the 1000 of one request.'
    ]


async def test_a_draft_is_an_entity_for_a_preview_only(tmp_path: Path) -> None:
    draft = tmp_path / "_drafts" / "soon.md"
    draft.parent.mkdir()
    draft.write_text("---\ntitle: Soon\ndate: 2024-01-02\ntags: [new]\n---\nText.\n")
    (tmp_path / "_posts").mkdir()
    post = {"__typename": "Post", "title": "Soon", "author": None}
    tag = {"__typename": "Tag", "name": "new", "postCount": 1}
    async with open_store(tmp_path / "content.db") as store:
        await sync(store, open_site(tmp_path))
        path = await store.reader.row("SELECT path FROM post", [])
        assert path is not None
        named = ({"__typename": "Post", "path": path[0]}, {"__typename": "Tag", "slug": "new"})
        assert await entities(store, *named) == [None, None]
        assert await entities(store, *named, audience=Audience.PREVIEW) == [post, tag]
