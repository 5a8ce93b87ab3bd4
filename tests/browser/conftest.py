"""A real server and a real Chromium; what is missing skips, but in CI it fails."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import httpx2
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from gateway.graphiql import build

CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
START_LIMIT = 30  # seconds


def unavailable(reason: str) -> NoReturn:
    if os.environ.get("CI") == "true":
        pytest.fail(f"not to be skipped in CI: {reason}")
    pytest.skip(reason)


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture(scope="session")
def server_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A gateway with the sample blog, as `gateway serve` starts it."""
    folder = tmp_path_factory.mktemp("server")
    port = free_port()
    command = [sys.executable, "-m", "gateway", "serve", "--port", str(port)]
    command += ["--database", str(folder / "gateway.db")]
    log = folder / "server.log"
    with (
        log.open("wb") as output,
        subprocess.Popen(command, stdout=output, stderr=output) as server,  # noqa: S603  # ours
    ):
        try:
            url = f"http://127.0.0.1:{port}"
            wait_until_healthy(url, server, log)
            yield url
        finally:
            server.terminate()


def wait_until_healthy(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline and server.poll() is None:
        try:
            if httpx2.get(f"{url}/health").is_success:
                return
        except httpx2.TransportError:
            pass
        time.sleep(0.1)
    pytest.fail(f"the server did not become healthy:\n{log.read_text(errors='replace')}")


@pytest.fixture(scope="session")
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
