"""The words that posts are about are the same whatever was there before."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import delete, func, select, update

from gateway.content.site import open_site
from gateway.store.keywords import keyword, post_keyword
from gateway.store.sqlite import Store, open_store
from gateway.store.tables import post
from gateway.sync.run import sync
from gateway.sync.schedule import catch_up
from tests.content.sites import write

pytestmark = pytest.mark.anyio

WORDS = ["tea", "rope", "lantern", "harbour", "kettle", "灯台", "港町", "サーバー"]
NEVER = "2999-01-01"

Posts = dict[str, str | bytes]


def random_post(random: Random) -> str:
    hidden = random.choice(["", "", "draft: true\n", f"publishDate: {NEVER}\n"])
    title, *tags = random.choices(WORDS, k=3)
    text = " ".join(random.choices(WORDS, k=random.randint(0, 12)))
    return f"---\ntitle: {title}\ntags: [{', '.join(tags)}]\n{hidden}---\n{text}\n"


def written(folder: Path, posts: Mapping[str, str | bytes]) -> None:
    content = folder / "content"
    for path in content.glob("*.md"):
        path.unlink()
    write(folder, {"hugo.toml": "", "content/.keep": ""})
    write(content, posts)


async def kept(store: Store) -> tuple[list[object], list[object]]:
    words = await store.reader.select(select(keyword).order_by(keyword.c.n))
    link = post_keyword.c
    links = await store.reader.select(
        select(link.keyword, post.c.source_path, link.weight, link.visible)
        .join_from(post_keyword, post)
        .order_by(link.keyword, post.c.source_path)
    )
    return words, links


async def loaded(folder: Path) -> tuple[list[object], list[object]]:
    """What a first load of the folder keeps."""
    path = folder.with_suffix(".fresh.db")
    path.unlink(missing_ok=True)
    async with open_store(path) as store:
        await sync(store, open_site(folder))
        return await kept(store)


async def test_any_way_to_the_same_content_keeps_the_same(tmp_path: Path) -> None:
    random = Random(5)  # noqa: S311 - the same edits each time
    folder = tmp_path / "site"
    posts: Posts = {}
    async with open_store(tmp_path / "content.db") as store:
        for _ in range(12):
            for name in random.sample("abcdefgh", k=4):
                if random.random() < 0.3:
                    posts.pop(f"{name}.md", None)
                else:
                    posts[f"{name}.md"] = random_post(random)
            written(folder, posts)
            await sync(store, open_site(folder))
            assert await kept(store) == await loaded(folder)
        written(folder, {})
        await sync(store, open_site(folder))
        assert await kept(store) == ([], [])


async def test_a_post_that_turns_is_counted_as_one_that_was_seen_before(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    posts: Posts = {
        "a.md": f"---\ntitle: Tea\npublishDate: {NEVER}\n---\nrope\n",
        "b.md": "---\ntitle: Rope\n---\ntea\n",
    }
    written(folder, posts)
    past = (datetime.now(UTC) - timedelta(days=1)).isoformat()
    async with open_store(tmp_path / "content.db") as store:
        await sync(store, open_site(folder))
        async with store.transaction() as writer:
            due = {"available_from": past, "due_at": past}
            await writer.run(update(post).where(post.c.visible == 0).values(due), [{}])
        await catch_up(store)
        turned = await kept(store)
        written(folder, posts | {"a.md": "---\ntitle: Tea\n---\nrope\n"})
        assert turned == await loaded(folder)


async def test_words_go_with_their_post(tmp_path: Path) -> None:
    written(tmp_path / "site", {"a.md": "---\ntitle: Tea\n---\nrope\n"})
    async with open_store(tmp_path / "content.db") as store:
        await sync(store, open_site(tmp_path / "site"))
        async with store.transaction() as writer:
            await writer.run(delete(post), [{}])
        assert await store.reader.select(select(func.count()).select_from(post_keyword)) == [(0,)]
