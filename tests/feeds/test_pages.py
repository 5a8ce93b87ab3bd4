"""What feeds and sitemaps cost, and sitemaps of more pages than one can hold."""

from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from lxml import etree
from sqlalchemy import Integer, Table, insert

from gateway.feeds.sitemap import NAMESPACE
from gateway.http import app
from gateway.store import tables
from gateway.store.sqlite import Store, open_store

pytestmark = pytest.mark.anyio

POSTS = 120_000
FIRST = datetime(2024, 1, 1)  # noqa: DTZ001 - as in the sort keys
TAGS = 30


def row(table: Table, **values: Any) -> dict[str, Any]:
    """A row with nothing in it but these values."""
    empty = {
        column.name: None if column.nullable else 0 if isinstance(column.type, Integer) else ""
        for column in table.columns
    }
    return empty | values


def posts() -> Iterator[dict[str, Any]]:
    """Posts, one a minute; the last one is a draft, and the one before is not to be listed."""
    empty = row(tables.post, listed=1, visible=1)
    for n in range(1, POSTS + 3):
        moment = (FIRST + timedelta(minutes=n)).isoformat()
        name = f"{n:06}"
        unique = {"id": name, "source_path": name, "published_key": f"{moment} {name}"}
        yield empty | {
            **unique,
            "n": n,
            "url": f"https://blog.example.org/{name}/",
            "updated_key": moment,
            "visible": int(n != POSTS + 2),
            "listed": int(n != POSTS + 1),
        }


@pytest.fixture(scope="module")
async def large(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Store]:
    path: Path = tmp_path_factory.mktemp("large") / "large.db"
    async with open_store(path) as store:
        async with store.transaction() as writer:
            await writer.run(
                insert(tables.site), [row(tables.site, n=1, url="https://blog.example.org")]
            )
            await writer.run(insert(tables.post), posts())
            await writer.run(
                insert(tables.term),
                [
                    row(
                        tables.term,
                        n=n,
                        id=f"tag_{n:02}",
                        kind="tag",
                        identity=str(n),
                        url=f"https://blog.example.org/tags/{n}/",
                        visible=1,
                    )
                    for n in range(TAGS)
                ],
            )
        yield store


async def answered(store: Store, *paths: str) -> list[tuple[httpx2.Response, int]]:
    """The answers, and how many statements SQLite ran for each."""
    found = []
    statements: list[str] = []
    transport = httpx2.ASGITransport(app.create(store, store.reader.row))
    await store.reader.trace(statements.append)
    try:
        async with httpx2.AsyncClient(transport=transport, base_url="http://localhost") as client:
            for path in paths:
                before = len(statements)
                response = await client.get(path)
                found.append((response, len(statements) - before))
    finally:
        await store.reader.trace(None)
    return found


def listed(body: bytes) -> list[str]:
    found = etree.fromstring(body).iter(f"{{{NAMESPACE}}}loc")
    return [str(element.text) for element in found]


@pytest.mark.parametrize(
    "path",
    [
        "/feed.xml",
        "/feed.json",
        "/tags/python/feed.xml",
        "/authors/nobody/feed.json",
        "/sitemap.xml",
    ],
)
async def test_an_answer_takes_one_statement(store: Store, path: str) -> None:
    ((_, statements),) = await answered(store, path)
    assert statements == 1


async def test_a_large_site_has_an_index_of_sitemaps(large: Store) -> None:
    ((index, statements),) = await answered(large, "/sitemap.xml")
    assert statements == 1
    assert index.text == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<sitemapindex xmlns="{NAMESPACE}">\n'
        "<sitemap><loc>https://blog.example.org/sitemap-1.xml</loc>"
        "<lastmod>2024-02-04T17:20:00Z</lastmod></sitemap>\n"
        "<sitemap><loc>https://blog.example.org/sitemap-2.xml</loc>"
        "<lastmod>2024-03-10T10:40:00Z</lastmod></sitemap>\n"
        "<sitemap><loc>https://blog.example.org/sitemap-3.xml</loc>"
        "<lastmod>2024-03-24T08:01:00Z</lastmod></sitemap>\n"
        "</sitemapindex>\n"
    )


async def test_each_page_of_a_large_site_is_in_one_sitemap(large: Store) -> None:
    found = await answered(large, *(f"/sitemap-{number}.xml" for number in (1, 2, 3, 4)))
    assert [statements for _, statements in found] == [1, 1, 1, 1]
    assert [response.status_code for response, _ in found] == [200, 200, 200, 404]
    parts = [listed(response.content) for response, _ in found[:3]]
    assert [len(part) for part in parts] == [50_000, 50_000, 20_031]
    assert [url.removeprefix("https://blog.example.org/") for part in parts for url in part] == [
        *(f"{n:06}/" for n in range(1, POSTS + 1)),
        *(f"tags/{n}/" for n in range(TAGS)),
        "",
    ]
