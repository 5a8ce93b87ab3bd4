"""The site that is served."""

from pathlib import Path
from typing import Any

import orjson
import pytest

from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import Store, open_store
from gateway.sync.run import sync

QUERY = "{ site { title description url locale timeZone menus contentRevision { id } } }"

pytestmark = pytest.mark.anyio


async def site(store: Store) -> Any:
    answer = await GraphQL(store.reader.row).answer(Request(QUERY))
    return orjson.loads(body_of(answer))["data"]["site"]


async def test_before_anything_is_loaded_it_is_empty(tmp_path: Path) -> None:
    async with open_store(tmp_path / "gateway.db") as store:
        assert await site(store) == {
            "title": "",
            "description": None,
            "url": None,
            "locale": "en",
            "timeZone": "UTC",
            "menus": {},
            "contentRevision": {"id": ""},
        }


async def test_it_is_as_the_configuration_says_at_the_last_sync(tmp_path: Path) -> None:
    folder = tmp_path / "blog"
    (folder / "_posts").mkdir(parents=True)
    (folder / "_data").mkdir()
    async with open_store(tmp_path / "gateway.db") as store:
        first = await sync(store, open_site(folder))
        assert (await site(store))["title"] == "blog"

        (folder / "_config.yml").write_text(
            "title: '川'\ntagline: Notes\nurl: https://example.com\nlang: ja\n"
            "baseurl: /b\ntimezone: Asia/Tokyo\n"
        )
        (folder / "_data" / "menus.yml").write_text("- {title: About, url: /about/}")
        second = await sync(store, open_site(folder))
        assert second.revision != first.revision
        assert await site(store) == {
            "title": "川",
            "description": "Notes",
            "url": "https://example.com/b",
            "locale": "ja",
            "timeZone": "Asia/Tokyo",
            "menus": {"main": [{"title": "About", "url": "/b/about/", "children": []}]},
            "contentRevision": {"id": second.revision},
        }


async def test_a_site_that_says_no_language_has_that_of_most_of_its_posts(tmp_path: Path) -> None:
    folder = tmp_path / "blog"
    (folder / "_posts").mkdir(parents=True)
    posts = {"2025-01-01-a": "川沿いを歩く", "2025-01-02-b": "A walk", "2025-01-03-c": "船が出る"}
    for name, text in posts.items():
        (folder / "_posts" / f"{name}.md").write_text(f"---\ntitle: {name}\n---\n{text}\n")
    async with open_store(tmp_path / "gateway.db") as store:
        await sync(store, open_site(folder))
        assert (await site(store))["locale"] == "ja"
