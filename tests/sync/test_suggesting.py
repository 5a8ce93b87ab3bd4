"""What is kept for suggestions is the same whatever was there before."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from gateway.content.site import open_site
from gateway.store.sqlite import Store, open_store
from gateway.store.suggesting import completion, spelling, spelling_deletion
from gateway.store.tables import post, search_index
from gateway.sync import derived
from gateway.sync.rebuilding import rebuild
from gateway.sync.run import sync
from gateway.sync.schedule import catch_up

pytestmark = pytest.mark.anyio

TABLES = (completion, spelling, spelling_deletion)
NEVER = "2999-01-01"

CONFIG = 'baseURL = "https://example.com/"\n'
VERSIONS: tuple[dict[str, str], ...] = (
    {
        "a.md": "title: Kettles and lanterns\ntags: [Tea, Rare]\nauthor: Ann",
        "b.md": "title: Lanterns\ntags: [tea, 灯台]\ndescription: 港町の灯台と東京都庁",
        "c.md": "title: Hidden lanterns\ntags: [TEA, Secret]\ndraft: true\nauthor: Ann",
    },
    {
        "a.md": "title: Kettles and lanterns\ntags: [TEA]\nauthor: Ann\ndate: 2024-05-06",
        "c.md": "title: Seen lanterns\ntags: [TEA, Secret]",
        "d.md": f"title: Lanterns\ntags: [TEA, Late]\ndate: 2023-02-03\npublishDate: {NEVER}",
    },
    {"b.md": "title: Alone\ndraft: true\ncategories: [Rare]"},
    {},
)


def write(folder: Path, posts: dict[str, str]) -> None:
    content = folder / "content"
    content.mkdir(parents=True, exist_ok=True)
    (folder / "hugo.toml").write_text(CONFIG)
    for path in content.iterdir():
        path.unlink()
    for name, matter in posts.items():
        (content / name).write_text(f"---\n{matter}\n---\nText on {name[0] * 5}.\n")


async def kept(store: Store) -> list[list[Any]]:
    return [await store.reader.select(select(table)) for table in TABLES]


async def loaded(folder: Path) -> list[list[Any]]:
    """What a first load of the folder keeps."""
    path = folder.with_suffix(".fresh.db")
    await rebuild(path, open_site(folder))
    async with open_store(path) as store:
        return await kept(store)


async def test_any_way_to_the_same_content_keeps_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    async with open_store(tmp_path / "content.db") as store:
        for number in (0, 1, 0, 2, 1, 3, 1, 2, 0):
            write(folder, VERSIONS[number])
            await sync(store, open_site(folder))
            assert await kept(store) == await loaded(folder)


async def test_what_is_kept_of_no_posts_is_nothing(tmp_path: Path) -> None:
    write(tmp_path / "site", VERSIONS[3])
    assert await loaded(tmp_path / "site") == [[], [], []]


async def test_a_post_that_turns_is_kept_as_one_that_was_seen_before(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write(folder, VERSIONS[1])
    async with open_store(tmp_path / "content.db") as store:
        await sync(store, open_site(folder))
        async with store.transaction() as writer:
            past = f"{datetime.now(UTC) - timedelta(days=1):%Y-%m-%dT%H:%M:%S}"
            due = update(post).where(post.c.due_at.is_not(None))
            await writer.run(due.values(due_at=past, available_from=past), [{}])
        await catch_up(store)
        turned = await kept(store)
    write(folder, {**VERSIONS[1], "d.md": VERSIONS[1]["d.md"].replace(NEVER, "2024-01-01")})
    assert turned == await loaded(folder)


async def test_what_another_tokeniser_has_left_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write(folder, VERSIONS[0])
    async with open_store(tmp_path / "content.db") as store:
        await sync(store, open_site(folder))
        before = await kept(store)
        for made_anew in (derived.renew(store), None):
            async with store.transaction() as writer:
                await writer.run(update(search_index).values(version="0"), [{}])
                await writer.run(delete(spelling_deletion), [{}])
                await writer.run(update(completion).values(rank=completion.c.rank + 1), [{}])
            await (made_anew or sync(store, open_site(folder)))
            assert await kept(store) == before
