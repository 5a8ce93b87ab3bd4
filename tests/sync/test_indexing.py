"""The keys of the front matter that are named have an index, which every sync keeps up."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson
import pytest
from sqlalchemy import select

from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import Store, open_store
from gateway.store.tables import indexed_value
from gateway.sync.indexing import index
from gateway.sync.rebuilding import rebuild
from gateway.sync.run import sync

QUERY = """query Q($key: String!, $value: JSON) {
  posts(where: {frontMatter: [{key: $key, eq: $value}]}) { nodes { slug } }
}"""

pytestmark = pytest.mark.anyio


def write(folder: Path, **posts: str) -> None:
    for name, fields in posts.items():
        (folder / f"{name}.md").write_text(f"---\n{fields}\n---\nText.\n")


async def indexed(store: Store) -> set[tuple[str, str]]:
    values = select(indexed_value.c.key, indexed_value.c.canonical)
    return {(key, value) for key, value in await store.reader.select(values)}


async def found(store: Store, key: str, value: Any) -> set[str]:
    request = Request(QUERY, variables={"key": key, "value": value})
    body = orjson.loads(body_of(await GraphQL(store.reader.row).answer(request)))
    return {node["slug"] for node in body["data"]["posts"]["nodes"]}


async def test_the_keys_that_are_named_are_indexed_whatever_is_synced_in_between(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    write(folder, a="series: one\nfeatured: true", b="series: two")
    async with open_store(tmp_path / "gateway.db") as store:
        await index(store, ["series"])
        await sync(store, open_site(folder, "plain"))
        assert await indexed(store) == {("series", '"one"'), ("series", '"two"')}

        write(folder, b="series: one", c="series: {part: 1.0}")
        (folder / "a.md").unlink()
        await sync(store, open_site(folder, "plain"))
        assert await indexed(store) == {("series", '"one"'), ("series", '{"part":1}')}
        assert await found(store, "series", "one") == {"b"}
        assert await found(store, "series", {"part": 1}) == {"c"}

        await index(store, ["featured", "layout"])
        assert await indexed(store) == set()
        assert await found(store, "series", "one") == {"b"}

    report = await rebuild(
        tmp_path / "gateway.db", open_site(folder, "plain"), index_keys=["series"]
    )
    assert report.counts.posts == 2
    async with open_store(tmp_path / "gateway.db") as store:
        assert await indexed(store) == {("series", '"one"'), ("series", '{"part":1}')}
        assert await found(store, "series", "one") == {"b"}


async def test_a_filter_by_an_indexed_key_reads_no_other_front_matter(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    write(folder, **{f"p{n}": f"series: s{n}" for n in range(300)})
    database = tmp_path / "gateway.db"
    async with open_store(database) as store:
        await sync(store, open_site(folder, "plain"))
        statements: list[str] = []
        await store.reader.trace(statements.append)
        assert await found(store, "series", "s7") == {"p7"}
        await store.reader.trace(None)
        without = steps(database, statements[0])
        await index(store, ["series"])
        assert await found(store, "series", "s7") == {"p7"}
        assert steps(database, statements[0]) * 10 < without


def steps(database: Path, statement: str) -> int:
    """How many instructions of SQLite's virtual machine it takes to run a statement."""
    count = 0

    def tick() -> None:
        nonlocal count
        count += 1

    with closing(sqlite3.connect(database)) as connection:
        connection.execute("SELECT n FROM site")  # reads the schema, which takes steps too
        connection.set_progress_handler(tick, 1)
        connection.execute(statement).fetchall()
    return count
