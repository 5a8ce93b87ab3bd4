"""Redirects are resolved at the end of a sync, and when a post appears at its time."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from gateway.content.site import open_site
from gateway.store.sqlite import Store, open_store
from gateway.store.tables import resolved_redirect
from gateway.sync import chains, state
from gateway.sync.chains import Claim, Page
from gateway.sync.run import sync
from gateway.sync.schedule import catch_up

pytestmark = pytest.mark.anyio

CONFIG = "url: https://example.com\npermalink: /:title/\n"


class Blog:
    """A folder of posts, a file `_posts/2025-01-DD-NAME.md` each, and the store that has them."""

    def __init__(self, folder: Path, store: Store) -> None:
        self.folder = folder
        self.store = store
        (folder / "_posts").mkdir(parents=True)
        (folder / "_config.yml").write_text(CONFIG)

    def write(self, name: str, matter: str = "", *, day: int = 1) -> None:
        self.path(name, day).write_text(f"---\n{matter}\n---\nText.\n")

    def path(self, name: str, day: int = 1) -> Path:
        return self.folder / f"_posts/2025-01-{day:02}-{name}.md"

    async def sync(self) -> None:
        await sync(self.store, open_site(self.folder))

    async def resolved(self, audience: str = "public") -> dict[str, str]:
        columns = resolved_redirect.c
        found = await self.store.reader.select(
            select(columns.path, columns.target).where(columns.audience == audience)
        )
        return dict(sorted(map(tuple, found)))

    async def issues(self) -> list[tuple[str, str, str | None]]:
        found = await state.issues(self.store.reader)
        return [(Path(each.file).stem[8:], each.code, each.field) for each in found]


@pytest.fixture
async def blog(tmp_path: Path) -> AsyncIterator[Blog]:
    async with open_store(tmp_path / "content.db") as store:
        yield Blog(tmp_path / "site", store)


async def test_a_redirect_leads_to_its_post(blog: Blog) -> None:
    blog.write("a", "redirect_from: [/old/, /older]\naliases: '/?p=1'\nold_slug: was")
    await blog.sync()
    assert await blog.resolved() == {
        "/?p=1": "/a/",
        "/old/": "/a/",
        "/older": "/a/",
        "/was/": "/a/",
    }
    assert await blog.issues() == []


async def test_a_post_may_lead_elsewhere(blog: Blog) -> None:
    blog.write("a", "redirect_to: https://example.org/\nredirect_from: /old/")
    blog.write("b", "redirect_to: /nobody/#there")
    await blog.sync()
    assert await blog.resolved() == {
        "/a/": "https://example.org/",
        "/b/": "/nobody/#there",
        "/old/": "https://example.org/",
    }


async def test_chains_are_followed_to_their_end(blog: Blog) -> None:
    blog.write("a", "redirect_to: /b")
    blog.write("b", "redirect_to: /c-before/\nredirect_from: /b-before/")
    blog.write("c", "redirect_from: /c-before/")
    blog.write("d", "redirect_to: /tags/x?y#z\ntags: x")
    await blog.sync()
    assert await blog.resolved() == {
        "/a/": "/c/",
        "/b/": "/c/",
        "/b-before/": "/c/",
        "/c-before/": "/c/",
        "/d/": "/tags/x/?y#z",
    }


async def test_a_loop_is_broken_and_reported_for_each_post_in_it(blog: Blog) -> None:
    blog.write("a", "redirect_to: /b/\nredirect_from: /a-before/")
    blog.write("b", "redirect_to: /c-before/")
    blog.write("c", "redirect_to: /a/\nredirect_from: /c-before/")
    blog.write("d", "redirect_to: /a/")
    blog.write("e", "redirect_to: /e.html")
    await blog.sync()
    assert await blog.resolved() == {"/a-before/": "/a/", "/c-before/": "/c/", "/d/": "/a/"}
    assert await blog.issues() == [
        (name, "redirect-loop", "redirect_to") for name in ("01-a", "01-b", "01-c", "01-e")
    ]
    (first, *_) = await state.issues(blog.store.reader)
    assert first.message.startswith("the redirects lead in a circle, /")


async def test_a_page_at_the_path_comes_first(blog: Blog) -> None:
    blog.write("a")
    blog.write("b", "redirect_from: [/a/, /a, /tags/x/]\ntags: x")
    await blog.sync()
    assert await blog.resolved() == {"/a": "/b/"}
    assert await blog.issues() == [("01-b", "redirect-shadowed", "redirect_from")] * 2
    what_to_do = "take it out, or give that one another address"
    assert {each.message for each in await state.issues(blog.store.reader)} == {
        f"/a/ does not lead here, because _posts/2025-01-01-a.md is there; {what_to_do}",
        f"/tags/x/ does not lead here, because the page of the tag x is there; {what_to_do}",
    }


async def test_of_two_posts_that_claim_a_path_the_newest_has_it(blog: Blog) -> None:
    blog.write("a", "redirect_from: /old/")
    blog.write("b", "aliases: /old/", day=2)
    await blog.sync()
    assert await blog.resolved() == {"/old/": "/b/"}
    (found,) = await state.issues(blog.store.reader)
    assert (found.file, found.code, found.field) == (
        "_posts/2025-01-01-a.md",
        "redirect-taken",
        "redirect_from",
    )
    assert found.message == (
        "/old/ leads to _posts/2025-01-02-b.md, which is newer and has it too;"
        " take it out of one of them"
    )


async def test_what_is_not_to_be_seen_takes_no_part_but_in_the_preview(blog: Blog) -> None:
    blog.write("a", "redirect_from: /old/")
    blog.write("b", "redirect_from: [/old/, /other/]\npublished: false", day=2)
    blog.write("c", "published: false")
    blog.write("d", "redirect_to: /c\nredirect_from: /c/")
    await blog.sync()
    assert await blog.resolved() == {"/c/": "/d/", "/old/": "/a/"}
    assert await blog.resolved("preview") == {"/d/": "/c/", "/old/": "/b/", "/other/": "/b/"}
    assert await blog.issues() == [("01-d", "redirect-loop", "redirect_to")]


async def test_redirects_follow_what_changes_between_syncs(blog: Blog) -> None:
    blog.write("a", "redirect_from: /old/")
    blog.write("b", "redirect_to: /a/")
    await blog.sync()
    assert await blog.resolved() == {"/b/": "/a/", "/old/": "/a/"}
    blog.write("a", "permalink: /new/\nredirect_from: [/old/, /a/]")
    await blog.sync()
    assert await blog.resolved() == {"/a/": "/new/", "/b/": "/new/", "/old/": "/new/"}
    blog.write("old", day=3)
    await blog.sync()
    assert await blog.resolved() == {"/a/": "/new/", "/b/": "/new/"}
    assert await blog.issues() == [("01-a", "redirect-shadowed", "redirect_from")]
    blog.path("old", 3).unlink()
    blog.write("b", "tags: x")
    await blog.sync()
    assert await blog.resolved() == {"/a/": "/new/", "/old/": "/new/"}
    assert await blog.issues() == []


async def test_the_redirects_of_a_removed_post_are_gone(blog: Blog) -> None:
    blog.write("a", "redirect_from: /old/")
    blog.write("b", "redirect_to: /old/")
    await blog.sync()
    blog.path("a").unlink()
    await blog.sync()
    assert await blog.resolved() == {"/b/": "/old/"}


async def test_the_page_of_a_term_that_comes_or_goes_counts_too(blog: Blog) -> None:
    blog.write("a", "redirect_from: /tags/x/")
    blog.write("b")
    await blog.sync()
    assert await blog.resolved() == {"/tags/x/": "/a/"}
    blog.write("b", "tags: x")
    await blog.sync()
    assert await blog.resolved() == {}
    blog.write("b")
    await blog.sync()
    assert await blog.resolved() == {"/tags/x/": "/a/"}
    assert await blog.issues() == []


async def test_an_issue_stays_while_nothing_about_paths_changes(blog: Blog) -> None:
    blog.write("a")
    blog.write("b", "redirect_to: /b")
    await blog.sync()
    before = await blog.issues()
    assert before == [("01-b", "redirect-loop", "redirect_to")]
    blog.write("c")
    await blog.sync()
    blog.write("c", "title: Another")
    await blog.sync()
    assert await blog.issues() == before


async def test_an_edit_that_changes_no_path_reads_no_redirect(blog: Blog) -> None:
    blog.write("a", "redirect_from: /old/")
    blog.write("b")
    await blog.sync()
    # What the sync would not leave so, if it looked at it.
    async with blog.store.transaction() as writer:
        await writer.run(resolved_redirect.update().values(target="/marked/"), [{}])
    blog.write("a", "redirect_from: /old/\ntitle: Another")
    blog.write("c")
    blog.path("b").unlink()
    await blog.sync()
    assert await blog.resolved() == {"/old/": "/marked/"}
    blog.write("a", "redirect_from: [/old/, /older/]")
    await blog.sync()
    assert await blog.resolved() == {"/old/": "/a/", "/older/": "/a/"}


async def test_a_post_brings_its_redirects_when_it_appears(blog: Blog) -> None:
    soon = datetime.now(UTC) + timedelta(seconds=1)
    blog.write("a", "redirect_from: /old/")
    blog.write("b", f"date: {soon.isoformat()}\nredirect_from: [/old/, /a/, /other/]")
    await blog.sync()
    assert await blog.resolved() == {"/old/": "/a/"}
    assert await blog.issues() == []
    while datetime.now(UTC) <= soon:
        pass
    await catch_up(blog.store)
    turned = await blog.resolved(), await blog.issues()
    assert turned == (
        {"/old/": "/b/", "/other/": "/b/"},
        [
            ("01-a", "redirect-taken", "redirect_from"),
            ("01-b", "redirect-shadowed", "redirect_from"),
        ],
    )
    blog.write("c")
    await blog.sync()
    assert (await blog.resolved(), await blog.issues()) == turned


async def test_equal_content_has_equal_redirects_however_it_came(
    blog: Blog, tmp_path: Path
) -> None:
    blog.write("a", "redirect_from: [/old/, /x/]\nredirect_to: /b/")
    blog.write("b", "redirect_from: /old/", day=2)
    await blog.sync()
    blog.write("x", "redirect_to: /a/")
    blog.write("b", "redirect_from: /older/", day=2)
    await blog.sync()
    async with open_store(tmp_path / "other.db") as store:
        await sync(store, open_site(blog.folder))
        columns = select(*resolved_redirect.c).order_by(*resolved_redirect.primary_key)
        assert await store.reader.select(columns) == await blog.store.reader.select(columns)


def test_a_chain_of_many_thousands_ends() -> None:
    size = 5_000
    homes = [f"/{n}/" for n in range(size)]
    pages = [Page(home, home, home, home, home[:-1]) for home in homes]
    claims = [
        Claim(home, home, home, home, "redirect_to", home, home[:-1], target)
        for home, target in zip(homes, [*homes[1:], "/end/"], strict=True)
    ]
    ends, issues = chains.resolved(claims, pages)
    assert (len(ends), {end for _, end in ends}, issues) == (size, {("/end/", None)}, [])
    loop = [*claims[:-1], replace(claims[-1], target="/0/")]
    ends, issues = chains.resolved(loop, pages)
    assert (ends, {issue.file for issue in issues}) == ([], set(homes))
