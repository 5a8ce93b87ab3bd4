"""Our feeds in the hands of packages that readers are made with.

They are installed by `npm install --no-package-lock` in `tests/feeds/clients`, as `.ci/run` does.
"""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from gateway.feeds import atom, jsonfeed
from gateway.feeds.feed import Feed
from tests.feeds.feeds import EMPTY, FEED, HARD

CLIENTS = Path(__file__).parent / "clients"
NODE = shutil.which("node")

pytestmark = [
    pytest.mark.skipif(NODE is None, reason="Node is not installed"),
    pytest.mark.skipif(
        not (CLIENTS / "node_modules").is_dir(),
        reason=f"npm install has not been run in {CLIENTS.name}",
    ),
]


def read(feed: Feed) -> dict[str, Any]:
    texts = {"atom": atom.render(feed).decode(), "json": jsonfeed.render(feed).decode()}
    done = subprocess.run(  # noqa: S603 - ours
        [str(NODE), "read.mjs"],
        cwd=CLIENTS,
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_a_reader_finds_a_post_whole() -> None:
    found = read(FEED)
    allowed = atom.FORBIDDEN.sub("", HARD)
    html = atom.FORBIDDEN.sub("", FEED.entries[0].html)
    entry = found["atom"]["entries"][0]
    assert (entry["id"], entry["title"]["value"]) == (FEED.entries[0].id, allowed)
    assert (entry["content"]["value"], entry["summary"]["value"]) == (html, allowed)
    assert [author["name"] for author in entry["authors"]] == ["小野 & Co", "Ellen"]
    assert [category["label"] for category in entry["categories"]] == ["旅", "C++ & <C>", "旅"]
    assert entry["media"]["contents"][0]["url"] == FEED.entries[0].image
    assert (found["rss"]["items"][0]["content"], found["rss"]["link"]) == (html, FEED.home)
    item = found["json"]["items"][0]
    assert item == json.loads(jsonfeed.render(FEED))["items"][0]


def test_a_reader_finds_a_feed_without_posts() -> None:
    found = read(EMPTY)
    assert (found["atom"]["title"]["value"], found["json"]["title"]) == ("A & B", "A & B")
    assert (found["atom"].get("entries", []), found["rss"]["items"]) == ([], [])
