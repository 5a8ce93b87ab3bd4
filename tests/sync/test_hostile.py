"""Files that nobody means well with: each is one issue, and the rest of the site is there."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

MEMORY = 1_500_000_000
"""Bytes of address space that a sync of any of these files must do with."""

SECONDS = 20
"""Of a core. Each takes less than two; a quadratic step would take minutes."""

NAME = "_posts/2024-09-01-x.md"

REPORT = """
import asyncio, sys
from pathlib import Path
import orjson
from gateway.content.site import open_site
from gateway.store.sqlite import open_store
from gateway.sync import state
from gateway.sync.run import sync

async def main(folder, database):
    async with open_store(database) as store:
        report = await sync(store, open_site(folder))
        found = [[each.file, each.code] for each in await state.issues(store.reader)]
        print(orjson.dumps([report.counts.posts, found]).decode())

asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2])))
"""


def write(text: bytes) -> Callable[[Path], Any]:
    return lambda path: path.write_bytes(text)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_000)


def link_out(path: Path) -> None:
    outside = path.parents[2] / "outside.md"
    outside.write_text("Secret.")
    path.symlink_to(outside)


def alias_bomb() -> bytes:
    lines = [f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in NAMES]
    return "\n".join(["---", "a: &a [x, x]", *lines, "---", "Text."]).encode()


NAMES = list(zip("abcdefghijkl", "bcdefghijklm", strict=True))

HOSTILE: dict[str, tuple[Callable[[Path], Any], str, str, int]] = {
    "50 MB": (sparse, NAME, "file-too-large", 1),
    "a million lines": (
        write(b"---\n" + b"a: 1\n" * 1_000_000 + b"---\nText."),
        NAME,
        "yaml-invalid",
        2,
    ),
    "a million lines that are no YAML": (
        write(b"---\n" + b"a: b: c\n" * 1_000_000 + b"---\nText."),
        NAME,
        "yaml-invalid",
        2,
    ),
    "a million lines without an end": (
        write(b"---\n" + b"a: 1\n" * 1_000_000),
        NAME,
        "front-matter-unclosed",
        2,
    ),
    "aliases of aliases": (write(alias_bomb()), NAME, "yaml-invalid", 2),
    "brackets": (write(b"---\na: " + b"[" * 1_000_000 + b"\n---\nText."), NAME, "yaml-invalid", 2),
    "a link out of the site": (link_out, NAME, "link-outside", 1),
    "a link to itself": (lambda path: path.symlink_to(path.name), NAME, "link-broken", 1),
    "a pipe": (os.mkfifo, NAME, "not-a-file", 1),
    "a folder": (Path.mkdir, NAME, "not-a-file", 1),
    "a broken link": (lambda path: path.symlink_to("nowhere.md"), NAME, "link-broken", 1),
}


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def sync(folder: Path) -> tuple[int, list[list[str]]]:
    """The number of posts and the issues of a sync, in a process that may not take much."""
    done = subprocess.run(  # noqa: S603 - ours
        [sys.executable, "-c", REPORT, str(folder), str(folder.parent / "content.db")],
        preexec_fn=limited,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    posts, issues = orjson.loads(done.stdout)
    return posts, issues


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    posts = tmp_path / "site" / "_posts"
    posts.mkdir(parents=True)
    (posts / "2024-01-01-good.md").write_text("---\ntitle: Good\n---\nText.")
    return posts.parent


@pytest.mark.skipif(sys.platform == "win32", reason="limits, pipes and links are those of Unix")
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_one_issue(folder: Path, kind: str) -> None:
    make, name, code, posts = HOSTILE[kind]
    make(folder / name)
    assert sync(folder) == (posts, [[name, code]])


def test_a_name_with_a_line_feed_is_one_issue(folder: Path) -> None:
    (folder / "_posts" / "2024-09-01-two\nlines.md").write_text("Text.")
    found = ["_posts/2024-09-01-two\\nlines.md", "name-control-character"]
    assert sync(folder) == (1, [found])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are no text")
def test_a_name_that_is_no_text_is_one_issue(folder: Path) -> None:
    name = os.fsencode(folder / "_posts") + b"/2024-09-01-\xff.md"
    with open(name, "wb") as file:  # noqa: PTH123 - a path has to be text
        file.write(b"Text.")
    assert sync(folder) == (1, [["_posts/2024-09-01-\\xff.md", "name-not-utf-8"]])


@pytest.mark.parametrize("kind", ["50 MB", "a link out of the site", "a pipe", "a folder"])
def test_a_post_that_becomes_something_else_is_served_as_it_was(folder: Path, kind: str) -> None:
    path = folder / NAME
    path.write_text("---\ntitle: Was good\n---\nText.")
    assert sync(folder) == (2, [])
    path.unlink()
    make, name, code, _ = HOSTILE[kind]
    make(path)
    both = [[name, code], [name, "last-version-served"]]
    assert sync(folder) == (2, both)
    assert sync(folder) == (2, both)
    (path.rmdir if path.is_dir() else path.unlink)()
    assert sync(folder) == (1, [])
