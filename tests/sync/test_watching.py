"""`gateway serve --watch`: what is written is served. Asked over HTTP until it is seen."""

import re
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import httpx2
import pytest

from tests.server import Server, running
from tests.sync import versions

DEADLINE = 60
ADDED = re.compile(r"(\d+) added")
"""Seconds. An edit is served after 0.2; this is for a machine that has other things to do."""

TITLES = "{ posts(first: 100) { nodes { title } } }"


class Blog:
    """A folder that is watched and served."""

    def __init__(self, folder: Path, server: Server, database: Path) -> None:
        self.folder = folder
        self.server = server
        self.database = database

    def write(self, name: str, text: str) -> Path:
        path = self.folder / "_posts" / f"2024-{name}.md"
        path.write_text(text)
        return path

    def titles(self) -> set[str]:
        answer = httpx2.post(f"{self.server.address}/graphql", json={"query": TITLES}).json()
        return {node["title"] for node in answer["data"]["posts"]["nodes"]}

    def printed(self) -> str:
        return "".join(self.server.printed)

    def revisions(self) -> int:
        with closing(sqlite3.connect(self.database)) as connection:
            ((count,),) = connection.execute("SELECT count(*) FROM revision")
            return int(count)


def until(true: Callable[[], bool], blog: Blog) -> None:
    ends = time.monotonic() + DEADLINE
    while not true():
        assert time.monotonic() < ends, (blog.titles(), blog.printed())
        time.sleep(0.02)


@pytest.fixture(params=["told", "polled"])
def options(request: pytest.FixtureRequest) -> tuple[str, ...]:
    return ("--watch", "--poll") if request.param == "polled" else ("--watch",)


@pytest.fixture
def blog(tmp_path: Path, options: tuple[str, ...]) -> Iterator[Blog]:
    folder = tmp_path / "site"
    (folder / "_posts").mkdir(parents=True)
    (folder / "_posts" / "2024-01-01-one.md").write_text("---\ntitle: One\n---\nText.")
    (folder / "_posts" / "2024-01-02-two.md").write_text("---\ntitle: Two\n---\nText.")
    database = tmp_path / "content.db"
    with running(str(folder), "--database", str(database), *options) as server:
        blog = Blog(folder, server, database)
        assert blog.titles() == {"One", "Two"}
        yield blog


def test_edits_of_every_kind_are_served(blog: Blog) -> None:
    blog.write("01-01-one", "---\ntitle: Edited\n---\nText.")
    until(lambda: blog.titles() == {"Edited", "Two"}, blog)
    new = blog.write("01-03-three", "---\ntitle: Three\n---\nText.")
    until(lambda: blog.titles() == {"Edited", "Two", "Three"}, blog)
    other = blog.folder / "_posts" / ".2024-01-03-three.md.tmp"
    other.write_text("---\ntitle: Renamed over it\n---\nText.")
    other.replace(new)
    until(lambda: blog.titles() == {"Edited", "Two", "Renamed over it"}, blog)
    new.unlink()
    until(lambda: blog.titles() == {"Edited", "Two"}, blog)
    assert "1 updated" in blog.printed()


def test_a_new_folder_and_one_that_is_removed_are_seen(blog: Blog) -> None:
    prepared = blog.folder.parent / "news"
    (prepared / "_posts").mkdir(parents=True)
    (prepared / "_posts" / "2024-02-01-news.md").write_text("---\ntitle: News\n---\nText.")
    prepared.rename(blog.folder / "news")
    until(lambda: blog.titles() == {"One", "Two", "News"}, blog)
    shutil.rmtree(blog.folder / "news")
    until(lambda: blog.titles() == {"One", "Two"}, blog)


@pytest.mark.parametrize("options", [("--watch",)])
def test_a_new_configuration_is_applied(blog: Blog) -> None:
    (blog.folder / "_config.yml").write_text(
        "defaults: [{scope: {path: ''}, values: {published: false}}]\n"
    )
    until(lambda: blog.titles() == set(), blog)
    (blog.folder / "_config.yml").unlink()
    until(lambda: blog.titles() == {"One", "Two"}, blog)


@pytest.mark.parametrize("options", [("--watch",)])
def test_many_edits_are_one_revision(blog: Blog, tmp_path: Path) -> None:
    versions.write(tmp_path / "other", "many", 500)
    before = blog.revisions()
    for path in sorted((tmp_path / "other" / "_posts").iterdir()):
        path.rename(blog.folder / "_posts" / path.name)
    until(lambda: sum(map(int, ADDED.findall(blog.printed()))) == 500, blog)
    # One, unless a busy machine pauses between the edits for longer than the watch does.
    assert blog.revisions() - before <= 3


@pytest.mark.parametrize("options", [("--watch",)])
def test_a_file_that_is_half_written_does_not_replace_its_good_version(blog: Blog) -> None:
    blog.write("01-01-one", "")
    # What is written after it is served before it.
    blog.write("01-02-two", "---\ntitle: Second\n---\nText.")
    until(lambda: "Second" in blog.titles(), blog)
    assert blog.titles() == {"One", "Second"}
    blog.write("01-01-one", "---\ntitle: First")
    until(lambda: "01-one.md:1 error" in blog.printed(), blog)
    assert blog.titles() == {"One", "Second"}
    blog.write("01-01-one", "---\ntitle: First\n---\nText.")
    until(lambda: blog.titles() == {"First", "Second"}, blog)


@pytest.mark.parametrize("options", [("--watch",)])
def test_a_file_that_stays_empty_is_taken_as_it_is(blog: Blog) -> None:
    blog.write("01-02-two", "")
    until(lambda: "1 updated" in blog.printed(), blog)
    assert blog.titles() == {"One", "Two"}  # made of the file's name


@pytest.mark.parametrize("options", [("--watch",)])
def test_a_broken_file_is_told_and_stops_nothing(blog: Blog) -> None:
    blog.write("01-01-one", "---\ntitle: [One\n---\nText.")
    until(lambda: "last-version-served" in blog.printed(), blog)
    blog.write("01-02-two", "---\ntitle: Second\n---\nText.")
    until(lambda: blog.titles() == {"One", "Second"}, blog)


def test_a_folder_that_is_moved_away_is_served_on_and_read_again(blog: Blog) -> None:
    away = blog.folder.parent / "away"
    blog.folder.rename(away)
    until(lambda: "error: " in blog.printed(), blog)
    assert blog.titles() == {"One", "Two"}
    (away / "_posts" / "2024-01-01-one.md").write_text("---\ntitle: Meanwhile\n---\nText.")
    away.rename(blog.folder)
    until(lambda: blog.titles() == {"Meanwhile", "Two"}, blog)
    blog.write("01-02-two", "---\ntitle: Second\n---\nText.")
    until(lambda: blog.titles() == {"Meanwhile", "Second"}, blog)


@pytest.mark.parametrize("options", [("--watch",)])
def test_a_folder_that_is_empty_at_once_takes_no_posts_away(blog: Blog) -> None:
    posts = blog.folder / "_posts"
    posts.rename(blog.folder.parent / "_posts")
    until(lambda: "is empty" in blog.printed(), blog)
    assert blog.titles() == {"One", "Two"}
