"""What a sync stores of the bodies of posts beside their text."""

from pathlib import Path

import pytest
from sqlalchemy import select

from gateway.content.site import open_site
from gateway.store.sqlite import open_store
from gateway.store.tables import post, post_image, post_link, post_term, term
from gateway.sync.run import sync

pytestmark = pytest.mark.anyio

CONFIG = "url: https://example.com\nbaseurl: /blog\npermalink: /:title/\n"
LINKS = select(post.c.slug, post_link.c.path).join(post).order_by(post.c.slug, post_link.c.path)
IMAGES = select(post.c.slug, post_image.c.src).join(post).order_by(post.c.slug)


async def test_links_and_images_of_a_body_are_those_of_its_last_version(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    (folder / "_posts").mkdir(parents=True)
    (folder / "_config.yml").write_text(CONFIG)
    first, second = (folder / f"_posts/2025-01-0{n}-p{n}.md" for n in (1, 2))
    first.write_text("[two](/blog/p2/) [three](../p3/) ![](https://example.org/a.png)\n")
    second.write_text("[one](https://example.com/blog/p1/#top)\n")
    async with open_store(tmp_path / "content.db") as store:
        await sync(store, open_site(folder))
        before = await store.reader.select(LINKS), await store.reader.select(IMAGES)
        first.write_text("[two](/blog/p2/)\n")
        second.unlink()
        await sync(store, open_site(folder))
        after = await store.reader.select(LINKS), await store.reader.select(IMAGES)
    assert [list(map(tuple, rows)) for rows in before] == [
        [("p1", "/blog/p2/"), ("p1", "/blog/p3/"), ("p2", "/blog/p1/")],
        [("p1", "https://example.org/a.png")],
    ]
    assert [list(map(tuple, rows)) for rows in after] == [[("p1", "/blog/p2/")], []]


async def test_what_is_no_url_at_all_stays_as_it_was_written(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    (folder / "_posts").mkdir(parents=True)
    (folder / "_config.yml").write_text(CONFIG)
    (folder / "_posts/2025-01-01-p.md").write_text(
        "---\nimage: 'http://[/'\nauthor: {name: Ann, avatar: 'http://[/', url: 'http://[/'}\n---\n"
    )
    async with open_store(tmp_path / "content.db") as store:
        await sync(store, open_site(folder))
        found = await store.reader.select(
            select(post.c.cover_src, term.c.avatar)
            .join_from(post, post_term)
            .join(term, term.c.n == post_term.c.term)
        )
    assert [tuple(row) for row in found] == [("http://[/", "http://[/")]
