"""A real server and a real Chromium; what is missing skips, but in CI it fails."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from gateway.cli.folders import SAMPLE
from gateway.graphiql import build
from tests.server import running

CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def unavailable(reason: str) -> NoReturn:
    if os.environ.get("CI") == "true":
        pytest.fail(f"not to be skipped in CI: {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def server_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A gateway with the sample blog."""
    database = tmp_path_factory.mktemp("server") / "gateway.db"
    with running(str(SAMPLE), "--database", str(database)) as server:
        yield server.address


# Not for the session: as long as Playwright's own event loop is there, no other can run.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if executable is None:
        unavailable("chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@dataclass
class Journal:
    """What happened during one visit that a visitor does not see."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def heed(self, message: ConsoleMessage) -> None:
        # Chromium reports what the Content-Security-Policy forbids on the console, as an error.
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)


@pytest.fixture
def graphiql(chromium: Browser, server_url: str) -> Iterator[Page]:
    """The page as it opens for the first time; in the end, whether it kept to its server."""
    if build.read_manifest() is None:
        unavailable(f"GraphiQL is not built: {build.COMMAND}")
    journal = Journal()
    with chromium.new_context(viewport={"width": 1400, "height": 900}) as context:
        context.on("request", lambda request: journal.requests.append(request.url))
        context.on("requestfailed", lambda request: journal.complaints.append(request.url))
        context.on("weberror", lambda error: journal.complaints.append(str(error.error)))
        context.on("console", journal.heed)
        page = context.new_page()
        page.goto(server_url)
        # Until the editors are there, the page takes no command.
        expect(page.locator(".graphiql-query-editor .view-lines")).to_contain_text("ListPage")
        expect(page.locator(".graphiql-response .view-lines")).to_be_attached()
        yield page
    assert journal.complaints == []
    assert [url for url in journal.requests if not url.startswith(f"{server_url}/")] == []
