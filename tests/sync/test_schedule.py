"""Posts that appear and disappear while nothing is read from files."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
import pytest
from sqlalchemy import select

from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.planner.scope import Audience
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import Store, open_store
from gateway.store.tables import post, revision, term
from gateway.sync import state
from gateway.sync.run import sync
from gateway.sync.schedule import Punctual, catch_up

pytestmark = pytest.mark.anyio

COUNT = "SELECT (SELECT count(*) FROM post WHERE visible = 1)"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site" / "content").mkdir(parents=True)
    (tmp_path / "site" / "hugo.toml").write_text('baseURL = "https://example.com/blog/"\n')
    return tmp_path / "site"


def write(folder: Path, name: str, matter: str) -> None:
    (folder / "content" / name).write_text(f"---\n{matter}---\nText.\n")


def shortly() -> datetime:
    return datetime.now(UTC) + timedelta(seconds=1)


async def until(moment: datetime) -> None:
    while datetime.now(UTC) <= moment:
        pass


async def terms(store: Store) -> list[Any]:
    names = ("name", "path", "visible", "post_count", "preview_post_count")
    columns = (term.c[name] for name in names)
    return await store.reader.select(select(*columns).order_by(term.c.name))


FIND = """{ posts(where: { search: "appearing OR leaving" }) {
  edges { search { score relaxed } node { title } }
} }"""


async def found(store: Store, audience: Audience) -> list[tuple[str, float]]:
    result = await GraphQL(store.reader.row).answer(Request(FIND, audience=audience))
    edges = orjson.loads(body_of(result))["data"]["posts"]["edges"]
    return [(edge["node"]["title"], edge["search"]["score"]) for edge in edges]


async def test_a_search_finds_what_has_appeared_and_nothing_that_has_disappeared(
    tmp_path: Path, folder: Path
) -> None:
    soon = shortly()
    write(
        folder,
        "coming.md",
        f"title: Appearing\ndate: 2024-01-01\npublishDate: {soon.isoformat()}\n",
    )
    write(folder, "going.md", f"title: Leaving\ndate: 2024-01-02\nexpiryDate: {soon.isoformat()}\n")
    write(folder, "there.md", "title: Staying\ndate: 2024-01-03\n")
    async with open_store(tmp_path / "content.db") as store:
        await sync(store, open_site(folder))
        assert [title for title, _ in await found(store, Audience.PUBLIC)] == ["Leaving"]
        await until(soon)
        await catch_up(store)
        turned = [await found(store, audience) for audience in Audience]
        assert [[title for title, _ in each] for each in turned] == [
            ["Appearing"],
            ["Leaving", "Appearing"],
        ]
    async with open_store(tmp_path / "anew.db") as anew:
        await sync(anew, open_site(folder))
        assert [await found(anew, audience) for audience in Audience] == turned


async def test_what_is_turned_is_what_a_sync_makes_of_it(tmp_path: Path, folder: Path) -> None:
    soon = shortly()
    matter = f"date: 2024-01-01\npublishDate: {soon.isoformat()}\ntags: [ai, C]\n"
    write(folder, "coming.md", matter)
    write(folder, "coming-too.md", matter)
    write(folder, "going.md", f"date: 2024-01-02\nexpiryDate: {soon.isoformat()}\ntags: [Old]\n")
    write(folder, "draft.md", "date: 2024-01-03\ndraft: true\ntags: [AI, AI!, C++]\n")
    write(folder, "there.md", "date: 2024-01-04\ntags: [AI]\n")
    async with open_store(tmp_path / "content.db") as store:
        await sync(store, open_site(folder))
        assert [row for row in await terms(store) if row[2]] == [
            ("AI", "/blog/tags/ai/", 1, 1, 4),
            ("Old", "/blog/tags/old/", 1, 1, 1),
        ]
        await until(soon)
        await catch_up(store)
        turned = await terms(store)
        statuses = await store.reader.select(select(post.c.source_path, post.c.status))
        latest = await state.latest_revision(store.reader)
    assert [row for row in turned if row[2]] == [
        ("C", "/blog/tags/c/", 1, 2, 2),
        ("ai", "/blog/tags/ai/", 1, 3, 4),
    ]
    assert dict(statuses) == {
        "content/coming.md": "PUBLISHED",
        "content/coming-too.md": "PUBLISHED",
        "content/going.md": "EXPIRED",
        "content/draft.md": "DRAFT",
        "content/there.md": "PUBLISHED",
    }
    async with open_store(tmp_path / "anew.db") as anew:
        report = await sync(anew, open_site(folder))
        assert (await terms(anew), report.revision) == (turned, latest and latest.id)


async def test_an_answer_does_not_wait_for_a_sync_that_takes_long(
    tmp_path: Path, folder: Path
) -> None:
    soon = shortly()
    write(folder, "coming.md", f"date: {soon.isoformat()}\n")
    async with open_store(tmp_path / "content.db") as store:
        await sync(store, open_site(folder))
        punctual = Punctual(store)
        async with store.transaction():
            await until(soon)
            while_writing = [await punctual.row(COUNT) for _ in range(3)]
        while (row := await punctual.row(COUNT)) and row[0] == 0:
            pass
        revisions = await store.reader.select(select(revision.c.post_count))
    assert [row and row[0] for row in while_writing] == [0, 0, 0]
    assert revisions == [(0,), (1,)]


async def test_where_nothing_is_due_nothing_is_written(tmp_path: Path, folder: Path) -> None:
    write(folder, "there.md", "date: 2024-01-04\n")
    async with open_store(tmp_path / "content.db") as store:
        await sync(store, open_site(folder))
        await catch_up(store)
        assert await Punctual(store).row(COUNT) == (1, None)
        assert len(await store.reader.select(select(revision.c.id))) == 1
