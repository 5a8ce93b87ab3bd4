"""A database that is made anew takes the place of the old one, whole."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from gateway.content.site import open_site
from gateway.errors import StoreError
from gateway.store.sqlite import TABLES_VERSION, Store, open_store
from gateway.store.tables import post
from gateway.sync.rebuilding import rebuild
from gateway.sync.run import sync
from tests.sync import versions

pytestmark = pytest.mark.anyio


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    versions.write(tmp_path / "site", "old", 5)
    return tmp_path / "site"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "content.db"


async def titles(store: Store) -> set[str]:
    return {title for (title,) in await store.reader.select(select(post.c.title))}


async def test_a_database_is_made_where_there_was_none(database: Path, folder: Path) -> None:
    report = await rebuild(database, open_site(folder))
    assert (report.added, versions.stored(database)) == (5, [("old", 5)])
    assert sorted(path.name for path in database.parent.iterdir()) == ["content.db", "site"]


async def test_a_rebuild_reads_files_that_seem_unchanged(database: Path, folder: Path) -> None:
    await rebuild(database, open_site(folder))
    with closing(sqlite3.connect(database)) as other:
        other.execute("UPDATE post SET title = 'tampered with'")
        other.commit()
    await rebuild(database, open_site(folder))
    assert versions.stored(database) == [("old", 5)]


async def test_open_readers_see_the_old_content_and_then_the_new(
    database: Path, folder: Path
) -> None:
    async with open_store(database) as store:
        await sync(store, open_site(folder))
        versions.write(folder, "newer", 7)
        seen = []
        async with open_store(database, read_only=True) as other:
            await rebuild(
                database, open_site(folder), lambda *_: seen.append(versions.stored(database))
            )
            assert seen == [[("old", 5)]]
            assert await titles(store) == await titles(other) == {"newer"}
        versions.write(folder, "newest", 7)
        assert (await sync(store, open_site(folder))).updated == 7


async def test_a_rebuild_that_fails_changes_nothing(database: Path, folder: Path) -> None:
    await rebuild(database, open_site(folder))
    versions.write(folder, "newer", 7)

    def interrupted(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await rebuild(database, open_site(folder), interrupted)
    assert versions.stored(database) == [("old", 5)]
    assert not database.with_name("content.db.new").exists()


async def test_what_a_killed_rebuild_left_is_in_nobodys_way(database: Path, folder: Path) -> None:
    database.with_name("content.db.new").write_bytes(b"half a database")
    database.with_name("content.db.new-journal").write_bytes(b"and its journal")
    await rebuild(database, open_site(folder))
    assert versions.stored(database) == [("old", 5)]


async def test_a_rebuild_beside_another_is_refused(database: Path, folder: Path) -> None:
    with closing(sqlite3.connect(f"{database}.new")) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE busy (a)")
        with pytest.raises(StoreError, match="another process is making"):
            await rebuild(database, open_site(folder))


async def test_a_file_that_is_something_else_is_left_alone(database: Path, folder: Path) -> None:
    with closing(sqlite3.connect(database)) as other:
        other.execute("CREATE TABLE mine (a)")
    before = database.read_bytes()
    with pytest.raises(StoreError, match="is not a database of content-gateway"):
        await rebuild(database, open_site(folder))
    assert database.read_bytes() == before


@pytest.fixture
async def outdated(database: Path, folder: Path) -> Path:
    """A database whose tables are those of another version."""
    await rebuild(database, open_site(folder))
    with closing(sqlite3.connect(database)) as other:
        other.execute("DROP TABLE change")
        other.execute(f"PRAGMA user_version = {TABLES_VERSION + 1}")
    return database


async def test_a_database_of_another_version_is_made_anew(outdated: Path, folder: Path) -> None:
    async with open_store(outdated) as store:
        assert (await sync(store, open_site(folder))).added == 5


async def test_a_database_of_another_version_is_left_to_who_has_it_open(
    outdated: Path, folder: Path
) -> None:
    with closing(sqlite3.connect(outdated)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("SELECT * FROM post").fetchone()
        with pytest.raises(StoreError, match="a process has it open"):
            async with open_store(outdated):
                pass
        with pytest.raises(StoreError, match="a process has it open"):
            await rebuild(outdated, open_site(folder))
        assert other.execute("SELECT count(*) FROM post").fetchone() == (5,)
    await rebuild(outdated, open_site(folder))
    assert versions.stored(outdated) == [("old", 5)]
