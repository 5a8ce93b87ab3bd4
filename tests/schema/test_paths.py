"""What a path leads to, and what names an object by its path."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.planner.scope import Audience
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import Store, open_store
from gateway.sync.run import sync

CONFIG = "url: https://Example.com/\nbaseurl: /blog\npermalink: /:title/\n"
POSTS = {
    "plain": "",
    "page": "permalink: /page.html",
    "other": "redirect_from: [/page, '/?p=12', '/plain/?p=12', /moved.html, /x/, /y]",
    "percent": "permalink: /50%2525/",
    "less": "permalink: /50%25/",
    "question": "permalink: /what%3F/\ntags: [c#]",
    "sharp": "permalink: /c%23/",
    "moved": "redirect_to: /x",
    "away": "redirect_to: https://example.org/",
    "draft": "published: false\nredirect_from: [/x/, /draft-before/]",
    "older": "permalink: /same/",
    "newer": "permalink: /same/\ndate: 2025-02-01",
    "html": "permalink: /twice.html",
    "slash": "permalink: /twice/",
}
RESOLVE = """query ($path: String!) {
  resolvePath(path: $path) { requested node { slug } redirectTo statusCode }
}"""
FOUND = "query ($path: String!) { post(by: { path: $path }) { slug } }"

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
async def blog(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Store]:
    folder = tmp_path_factory.mktemp("paths")
    (folder / "_posts").mkdir()
    (folder / "_config.yml").write_text(CONFIG)
    for name, matter in POSTS.items():
        (folder / f"_posts/2025-01-01-{name}.md").write_text(f"---\n{matter}\n---\nText.\n")
    async with open_store(folder / "content.db") as store:
        await sync(store, open_site(folder))
        yield store


async def answer(store: Store, query: str, path: str, audience: Audience = Audience.PUBLIC) -> Any:
    request = Request(query, variables={"path": path}, audience=audience)
    body = orjson.loads(body_of(await GraphQL(store.reader.row).answer(request)))
    assert "errors" not in body
    (found,) = body["data"].values()
    return found


async def resolved(store: Store, path: str, audience: Audience = Audience.PUBLIC) -> Any:
    """The slug of what is found, the target of a redirect, or None."""
    found = await answer(store, RESOLVE, path, audience)
    slug, target = found["node"] and found["node"]["slug"], found["redirectTo"]
    status = 200 if slug else 301 if target else 404
    assert (found["requested"], found["statusCode"]) == (path, status)
    assert slug is None or target is None
    return slug or target


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/blog/plain/", "plain"),
        ("/blog/plain", "plain"),
        ("/blog/plain.html", "plain"),
        ("/blog/plain/index.html", "plain"),
        ("/blog/plain/?page=2#top", "plain"),
        ("blog/plain/", "plain"),
        ("//blog/plain/", "plain"),
        ("/blog/pl%61in/", "plain"),
        ("https://example.com/blog/plain", "plain"),
        ("http://EXAMPLE.com:80/blog/plain/#top", "plain"),
        ("https://example.org/blog/plain/", None),
        ("https://example.com", None),
        ("/plain/", None),
        ("/blog/Plain/", None),
        ("/blog/", None),
        ("/", None),
        ("", None),
        # What is at the very path comes first, then a page.
        ("/blog/page", "/blog/other/"),
        ("/blog/page.html", "page"),
        ("/blog/page/", "page"),
        ("/blog/same", "newer"),
        ("/blog/twice.html", "html"),
        ("/blog/twice/", "slash"),
        # The query counts where a redirect has it.
        ("/blog/?p=12", "/blog/other/"),
        ("/blog?p=12", "/blog/other/"),
        ("/blog/?p=12&x", None),
        ("/blog/?p=1", None),
        ("/blog/plain?p=12", "/blog/other/"),
        ("/blog/plain/?p=13", "plain"),
        # A path may have signs in it that mean something in a URL.
        ("/blog/50%25/", "percent"),
        ("/blog/50%2525", "percent"),
        ("/blog/50%/", "less"),
        ("/blog/what?/", "question"),
        ("/blog/what%3F", "question"),
        ("/blog/what%3F/?a=b", "question"),
        ("/blog/c#/", "sharp"),
        ("/blog/c%23", "sharp"),
        # Redirects are followed to their end.
        ("/blog/moved/", "/blog/other/"),
        ("/blog/moved", "/blog/other/"),
        ("/blog/moved.html", "/blog/other/"),
        ("/blog/away/?a=b", "https://example.org/"),
        ("/blog/y/", "/blog/other/"),
        # A draft has no path for the public.
        ("/blog/draft/", None),
        ("/blog/draft-before/", None),
        ("/blog/x/", "/blog/other/"),
        ("/blog/tags/c-sharp", "c-sharp"),
    ],
)
async def test_a_path_leads_to_a_page_elsewhere_or_nowhere(
    blog: Store, path: str, leads_to: str | None
) -> None:
    assert await resolved(blog, path) == leads_to


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/blog/plain", "plain"),
        ("/blog/draft", "draft"),
        ("/blog/draft-before", "/blog/draft/"),
        ("/blog/x/", "/blog/other/"),
    ],
)
async def test_the_preview_sees_the_paths_of_drafts_too(
    blog: Store, path: str, leads_to: str
) -> None:
    assert await resolved(blog, path, Audience.PREVIEW) == leads_to


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("/blog/50%25/", "percent"),
        ("/blog/50%2525/", "percent"),
        ("/blog/50%/", "less"),
        ("/blog/pl%61in/", "plain"),
        ("blog/plain/", "plain"),
        ("/blog/what?/", "question"),
        ("/blog/moved/", "moved"),
        ("/blog/plain", None),
        ("/blog/x/", None),
    ],
)
async def test_a_post_is_named_by_its_very_path(blog: Store, path: str, slug: str | None) -> None:
    assert await answer(blog, FOUND, path) == (slug and {"slug": slug})


async def test_without_an_address_of_its_own_no_url_is_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "_posts").mkdir()
    (tmp_path / "_posts/2025-01-01-a.md").write_text("---\npermalink: /a/\n---\nText.\n")
    async with open_store(tmp_path / "content.db") as store:
        assert await resolved(store, "/a/") is None
        await sync(store, open_site(tmp_path))
        assert await resolved(store, "/a") == "a"
        assert await resolved(store, "https://example.com/a/") is None


LINKS = """query ($path: String!) {
  post(by: { path: $path }) { backlinks { nodes { slug } totalCount } }
}"""


@pytest.fixture(scope="module")
async def linked(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Store]:
    folder = tmp_path_factory.mktemp("links")
    (folder / "_posts").mkdir()
    (folder / "_config.yml").write_text("url: https://example.com\npermalink: /:title/\n")
    posts = {
        "1-target": ("redirect_from: [/before/, '/?p=1']", "[me](/target) [before](/before)"),
        "2-path": ("", "[a](/target/) [b](https://example.com/target.html#top) [c](/target)"),
        "3-past": ("", "[a](../before/index.html)"),
        "4-moved": ("redirect_to: /before", "[a](/path/)"),
        "5-chain": ("", "[a](/moved/?a=b)"),
        "6-file": ("", "[a](2025-01-01-target.md#top) [b](/_posts/2025-01-02-path.md)"),
        "7-draft": ("published: false\nredirect_from: /drafted/", "[a](/target/)"),
        "8-other": ("redirect_from: /elsewhere/", "[a](/elsewhere/) [b](/drafted/)"),
        "9-none": ("", "[a](/elsewhere) [b](/nowhere/) [c](/?p=2)"),
    }
    for name, (matter, body) in posts.items():
        file = folder / f"_posts/2025-01-0{name}.md"
        file.write_text(f"---\n{matter}\n---\n{body}\n")
    async with open_store(folder / "content.db") as store:
        await sync(store, open_site(folder))
        yield store


@pytest.mark.parametrize(
    ("path", "public", "preview"),
    [
        (
            "/target/",
            ["file", "chain", "past", "path"],
            ["draft", "file", "chain", "past", "path"],
        ),
        ("/path/", ["file", "moved"], ["file", "moved"]),
        ("/moved/", ["chain"], ["chain"]),
        ("/other/", ["none"], ["none"]),
        ("/draft/", None, ["other"]),
        ("/none/", [], []),
    ],
)
async def test_backlinks_are_the_other_posts_that_lead_to_it_the_newest_first(
    linked: Store, path: str, public: list[str] | None, preview: list[str]
) -> None:
    async def slugs(audience: Audience) -> list[str] | None:
        found = await answer(linked, LINKS, path, audience)
        if found is None:
            return None
        nodes = [node["slug"] for node in found["backlinks"]["nodes"]]
        assert found["backlinks"]["totalCount"] == len(nodes)
        return nodes

    assert await slugs(Audience.PUBLIC) == public
    assert await slugs(Audience.PREVIEW) == preview
