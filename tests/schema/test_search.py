"""What may be searched for, and how well what is found fits."""

import json
from pathlib import Path
from typing import Any

import pytest

from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import Store, open_store
from gateway.sync.run import sync

pytestmark = pytest.mark.anyio

RANKED = "orderBy: [{field: RELEVANCE}]"
TOO_LONG = "257 characters are more than the 256 of a search"
TOO_MANY = "17 terms are more than the 16 of a search"
NO_SEARCH = "RELEVANCE is how well posts fit a search; give `where: { search: … }`"


async def answered(store: Store, query: str, **variables: Any) -> Any:
    result = await GraphQL(store.reader.row).answer(Request(query, variables=variables))
    return json.loads(body_of(result))


@pytest.mark.parametrize(("typed", "problem"), [("x" * 257, TOO_LONG), ("- x" * 17, TOO_MANY)])
async def test_a_search_that_is_too_large_is_refused(
    store: Store, typed: str, problem: str
) -> None:
    for where in ("{search: $q}", "{not: {search: $q}}", "{or: [{search: $q}, {}]}"):
        query = f"query ($q: String) {{ posts(where: {where}) {{ totalCount }} }}"
        (error,) = (await answered(store, query, q=typed))["errors"]
        assert error["message"] == f'Argument "where" of "posts": {problem}.'


@pytest.mark.parametrize(
    "where", ["{}", "null", "{search: null}", "{search: $q}", '{not: {search: "post"}}']
)
async def test_only_what_is_searched_has_relevance(store: Store, where: str) -> None:
    head = "query ($q: String)" if "$q" in where else "query"
    query = f"{head} {{ posts(where: {where}, {RANKED}) {{ totalCount }} }}"
    (error,) = (await answered(store, query))["errors"]
    assert error["message"] == f'Argument "orderBy" of "posts": {NO_SEARCH}.'
    query = f"{head} {{ posts(where: {where}) {{ edges {{ search {{ score }} }} }} }}"
    edges = (await answered(store, query))["data"]["posts"]["edges"]
    assert {each["search"] for each in edges} == {None}


async def test_a_post_without_a_date_is_old_whatever_its_file_is_called(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    # A number of days, to SQLite.
    for name in ("002460000.md", "undated.md"):
        (folder / name).write_text("---\ntitle: Same\n---\nFound.\n")
    (folder / "dated.md").write_text("---\ntitle: Same\ndate: 2024-01-01\n---\nFound.\n")
    query = """{ posts(where: {search: "found"}) {
      edges { node { source { path } } search { score } }
    } }"""
    async with open_store(tmp_path / "content.db") as store:
        await sync(store, open_site(folder))
        edges = (await answered(store, query))["data"]["posts"]["edges"]
    scores = {each["node"]["source"]["path"]: each["search"]["score"] for each in edges}
    assert scores["002460000.md"] == scores["undated.md"] < scores["dated.md"]
