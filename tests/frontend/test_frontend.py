"""An example front end in Chromium: every page of a blog is one request, and needs no logic.

With `GATEWAY_SCREENSHOTS=DIR` each page's screenshot is kept, to be looked at.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, expect

from gateway.cli.folders import SAMPLE
from tests.browser.conftest import chromium
from tests.frontend import serving
from tests.server import running

__all__ = ["chromium"]

SCREENSHOTS = os.environ.get("GATEWAY_SCREENSHOTS")


@contextmanager
def served(gateway: str, blog: Path, port: int) -> Iterator[None]:
    """The front end in a process of its own."""
    command = [sys.executable, "-m", serving.__name__, gateway, str(blog), str(port)]
    with subprocess.Popen(command) as process:  # noqa: S603 - ours
        try:
            while process.poll() is None and not _listens(port):
                time.sleep(0.05)
            yield
        finally:
            process.terminate()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the front end of the sample blog is; the blog knows that it is there."""
    folder = tmp_path_factory.mktemp("frontend")
    blog = folder / "blog"
    shutil.copytree(SAMPLE, blog)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    found = f"http://127.0.0.1:{port}"
    config = blog / "_config.yml"
    config.write_text(config.read_text().replace("https://blog.example.com", found))
    with (
        running(str(blog), "--database", str(folder / "content.db")) as gateway,
        served(gateway.address, blog, port),
    ):
        yield found


@dataclass
class Visit:
    """A browser that looks at the pages of the front end."""

    page: Page
    address: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """The page at a path, when it is complete; it has made one request for all that it is."""
        self.asked.clear()
        self.page.goto(self.address + path)
        return self.settled()

    def follow(self, text: str) -> Page:
        """The page that a link leads to."""
        self.asked.clear()
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=text, exact=True).first.click()
        return self.settled()

    def search(self, text: str) -> Page:
        """The page of what is found by a text that is typed into the box of this one."""
        self.type(text)
        self.asked.clear()
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self.settled()

    def type(self, text: str) -> Locator:
        """The suggestions for a text that is typed into the box."""
        with self.page.expect_response("**/graphql"):
            self.page.get_by_role("searchbox").fill(text)
        return self.page.get_by_role("list", name="Suggestions").get_by_role("link")

    def settled(self) -> Page:
        self.page.wait_for_selector("main:not([aria-busy])")
        self.page.wait_for_load_state("networkidle")
        assert len(self.asked) == 1, self.asked
        return self.page

    def note(self, request: Request) -> None:
        if request.url.endswith("/graphql"):
            self.asked.append(request.url)

    def heed(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)


@pytest.fixture
def visit(chromium: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    with chromium.new_context(viewport={"width": 900, "height": 1100}) as context:
        found = Visit(context.new_page(), address)
        context.on("request", found.note)
        context.on("console", found.heed)
        context.on("weberror", lambda error: found.complaints.append(str(error.error)))
        context.on("requestfailed", lambda failed: found.complaints.append(failed.url))
        yield found
        if SCREENSHOTS:
            path = Path(SCREENSHOTS, re.sub(r"\W+", "_", request.node.name) + ".png")
            found.page.screenshot(path=path, full_page=True)
    assert found.complaints == []


def texts(page: Page, selector: str) -> list[str]:
    return page.locator(selector).all_inner_texts()


def test_the_home_page_shows_the_site_its_newest_posts_and_its_tags(visit: Visit) -> None:
    page = visit.open("/")
    assert page.title() == "各駅停車"
    assert texts(page, "article h2") == [
        "From folder to page, station by station",
        "駅弁を、ひざの上で撮る",
        "Front matter: the small schema at the top of the file",
        "余白と行間：日本語の本文を読みやすく",
    ]
    assert len(texts(page, "aside .chips li")) == 3


def test_the_list_has_numbered_pages(visit: Visit) -> None:
    page = visit.open("/posts/")
    titles = texts(page, "main ul a")
    assert texts(page, "h1") == ["Page 1 of 3"]
    for number in (2, 3):
        page = visit.follow("older posts")
        assert texts(page, "h1") == [f"Page {number} of 3"]
        titles += texts(page, "main ul a")
    assert len(set(titles)) == len(titles) == 12
    assert page.get_by_role("link", name="older posts").count() == 0
    page = visit.follow("newer posts")
    assert texts(page, "h1") == ["Page 2 of 3"]


def test_a_post_is_rendered_with_all_that_goes_with_it(visit: Visit) -> None:
    page = visit.open("/2026/07/18/ekiben/")
    assert texts(page, "h1") == ["駅弁を、ひざの上で撮る"]
    assert page.locator("html").get_attribute("lang") == "ja"
    assert page.locator("article img").first.evaluate("image => image.naturalWidth") > 0
    assert "はじまりは、おにぎり二つ" in texts(page, ".contents a")
    assert page.locator(".body h2").count() == len(texts(page, ".contents a"))
    assert texts(page, ".adjacent a") == [
        "From folder to page, station by station",
        "Front matter: the small schema at the top of the file",
    ]
    assert page.locator("link[rel=canonical]").get_attribute("href") == page.url
    schema = page.locator("script[type='application/ld+json']").evaluate(
        "script => JSON.parse(script.textContent)"
    )
    assert (schema["@type"], schema["headline"]) == ("BlogPosting", "駅弁を、ひざの上で撮る")
    page = visit.follow("Front matter: the small schema at the top of the file")
    assert texts(page, "h1") == ["Front matter: the small schema at the top of the file"]


def test_tags_lead_to_tags_and_page_by_page_to_all_their_posts(visit: Visit) -> None:
    page = visit.open("/tags/料理/")
    count = len(texts(page, "article h2"))
    assert texts(page, "h1") == ["料理"]
    assert count > 0
    related = texts(page, "aside a")[0]
    page = visit.follow(related)
    assert texts(page, "h1") == [related]
    titles = texts(page, "article h2")
    while page.get_by_role("link", name="more").count():
        page = visit.follow("more")
        titles += texts(page, "article h2")
    assert len(set(titles)) == len(titles)


def test_a_category_has_its_posts(visit: Visit) -> None:
    page = visit.open("/categories/旅/")
    assert texts(page, "h1") == ["旅"]
    assert "駅弁を、ひざの上で撮る" in texts(page, "article h2")


def test_an_author_has_a_picture_a_few_words_and_posts(visit: Visit) -> None:
    page = visit.open("/authors/ellen/")
    assert texts(page, "h1") == ["Ellen Hart"]
    assert "stayed for the local trains" in page.locator("main").inner_text()
    assert page.locator("img").first.evaluate("image => image.naturalWidth") > 0
    assert "From folder to page, station by station" in texts(page, "article h2")


def test_the_archive_has_the_posts_of_a_year_and_the_years(visit: Visit) -> None:
    page = visit.open("/archive/2024/")
    assert texts(page, "h1") == ["2024: 3 posts"]
    assert [text[:10] for text in texts(page, "main > ul:not(.chips) li")] == [
        "2024-10-05",
        "2024-07-20",
        "2024-04-12",
    ]
    assert texts(page, "aside li") == ["2026 4", "2025 5", "2024 3"]
    page = visit.follow("2025")
    assert texts(page, "h1") == ["2025: 5 posts"]


def test_a_search_finds_posts_and_marks_the_words_in_them(visit: Visit) -> None:
    visit.open("/")
    page = visit.search("窓側")
    assert page.get_by_role("searchbox").input_value() == "窓側"
    assert texts(page, "h1") == ["窓側: 5 posts"]
    assert texts(page, "article h2")[0] == "只見線の窓側"
    assert set(texts(page, "article mark")) == {"窓側"}
    assert len(texts(page, "article h2")) == 4
    page = visit.follow("more")
    assert len(texts(page, "article h2")) == 1
    page = visit.search("trains")
    assert set(texts(page, "article mark")) == {"train", "trains"}


def test_posts_with_some_of_the_words_come_below_a_line_that_says_so(visit: Visit) -> None:
    page = visit.open("/search/?q=窓側+駅弁")
    assert texts(page, "article h2")[0] == "駅弁を、ひざの上で撮る"
    assert page.locator("article:first-of-type + .partly").inner_text() == "With some of the words:"


def test_tags_narrow_a_search_and_widen_it_again(visit: Visit) -> None:
    page = visit.open("/search/?q=窓側")
    assert "写真 3" in texts(page, ".facets li")
    page = visit.follow("写真")
    assert texts(page, "h1") == ["窓側: 3 posts"]
    assert texts(page, ".facets [aria-current]") == ["写真"]
    page = visit.follow("料理")
    assert texts(page, "h1") == ["窓側: 2 posts"]
    page = visit.follow("写真")
    assert texts(page, ".facets [aria-current]") == ["料理"]


def test_what_is_typed_is_completed(visit: Visit) -> None:
    visit.open("/posts/")
    expect(visit.type("gra")).to_have_text(
        ["GraphQL", "Ask for less: what GraphQL changed in our templates"]
    )
    page = visit.follow("GraphQL")
    assert texts(page, "h1") == ["GraphQL"]
    suggested = visit.type("只")
    expect(suggested).to_have_text(["只見線の窓側"])
    page.keyboard.press("Escape")
    expect(suggested).to_have_count(0)


def test_a_misspelt_search_offers_another(visit: Visit) -> None:
    page = visit.open("/search/?q=Pyhton")
    assert texts(page, "article") == []
    page = visit.follow(page.locator(".meant a").inner_text())
    assert page.get_by_role("searchbox").input_value() == "python"
    assert texts(page, "article h2") != []


def test_a_search_for_nothing_and_one_that_finds_nothing_say_what_to_type(visit: Visit) -> None:
    page = visit.open("/search/")
    assert texts(page, "main p") == ["Type a word, a part of one, or “a phrase”."]
    page = visit.search("<img src=x onerror=alert(1)> zymurgy")
    assert texts(page, "h1") == ["<img src=x onerror=alert(1)> zymurgy: 0 posts"]
    assert "Fewer words find more" in page.locator("main").inner_text()
    page = visit.open("/search/?q=" + "a" * 300)
    assert "300 characters are more than the 256" in page.get_by_role("alert").inner_text()


def test_an_old_address_leads_to_the_post(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}/ekiben/")
    visit.page.wait_for_url("**/2026/07/18/ekiben/")
    visit.page.wait_for_selector("main:not([aria-busy])")
    assert texts(visit.page, "h1") == ["駅弁を、ひざの上で撮る"]
    assert len(visit.asked) == 2, "one for the old address, one for the post"


@pytest.mark.parametrize("path", ["/nothing/here/", "/tags/nichts/", "/authors/nobody/"])
def test_where_there_is_nothing_the_page_says_so(visit: Visit, path: str) -> None:
    page = visit.open(path)
    assert texts(page, "h1") == ["404"]
    assert f"There is nothing at {path}." in page.locator("main").inner_text()
