"""What tests of several folders share. Everything is real: files, SQLite, HTTP, Chromium."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from gateway.content.site import open_site
from gateway.store.sqlite import Store, open_store
from gateway.sync.run import sync

SITE = Path(__file__).parent / "site"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite", action="store_true", help="rewrite snapshots with what the code makes now"
    )


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def rewrite(request: pytest.FixtureRequest) -> bool:
    """Whether snapshots are to be rewritten, to be read in the diff afterwards."""
    return bool(request.config.getoption("--rewrite"))


@pytest.fixture(scope="session")
async def store(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Store]:
    """A store that holds the posts of `tests/site`."""
    async with open_store(tmp_path_factory.mktemp("store") / "site.db") as opened:
        await sync(opened, open_site(SITE))
        yield opened
