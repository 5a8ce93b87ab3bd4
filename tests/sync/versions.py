"""A blog of which every post says which version of it is there."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

OLD_ENOUGH = 1_700_000_000


def write(folder: Path, version: str, count: int, size: int = 200) -> None:
    """Writes posts that are titled and tagged with the version."""
    posts = folder / "_posts"
    posts.mkdir(parents=True, exist_ok=True)
    body = f"This is {version}.\n\n" * (size // 20)
    for number in range(count):
        path = posts / f"2024-01-01-{number:04}.md"
        path.write_text(f"---\ntitle: {version}\ntags: [{version}, all]\n---\n{body}")
        os.utime(path, (OLD_ENOUGH, OLD_ENOUGH + len(version)))


def stored(database: Path) -> list[tuple[str, int]]:
    """The versions of the posts and of their tags in a sound database, and how many each has."""
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        titles = connection.execute("SELECT title, count(*) FROM post GROUP BY title").fetchall()
        tags = connection.execute(
            "SELECT name, post_count FROM term WHERE name <> 'all' ORDER BY name"
        ).fetchall()
        assert tags == titles
        return list(titles)
