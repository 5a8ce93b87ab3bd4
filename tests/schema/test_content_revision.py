"""The revision of the content that is served."""

from pathlib import Path
from typing import Any

import orjson
import pytest

from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import Store, open_store
from gateway.sync.run import sync

QUERY = "{ contentRevision { id loadedAt postCount issues { file code } } }"

pytestmark = pytest.mark.anyio


async def revision(store: Store) -> Any:
    answer = await GraphQL(store.reader.row).answer(Request(QUERY))
    return orjson.loads(body_of(answer))["data"]["contentRevision"]


async def test_before_anything_is_loaded_it_is_empty(tmp_path: Path) -> None:
    async with open_store(tmp_path / "gateway.db") as store:
        assert await revision(store) == {
            "id": "",
            "loadedAt": None,
            "postCount": 0,
            "issues": [],
        }


async def test_it_is_that_of_the_last_sync_and_names_what_is_wrong_now(tmp_path: Path) -> None:
    post = tmp_path / "_posts" / "2024-01-02-post.md"
    post.parent.mkdir()
    async with open_store(tmp_path / "gateway.db") as store:
        post.write_text("---\nreading_time: soon\n---\nText.\n")
        first = await sync(store, open_site(tmp_path))
        issue = {"file": "_posts/2024-01-02-post.md", "code": "reading-time-invalid"}
        before = await revision(store)
        assert (before["id"], before["issues"]) == (first.revision, [issue])

        post.write_text("Text.\n")
        second = await sync(store, open_site(tmp_path))
        after = await revision(store)
        assert (after["id"], after["postCount"], after["issues"]) == (second.revision, 1, [])
        assert before["loadedAt"] <= after["loadedAt"]
