"""A sync makes the store hold what the files say, in one transaction."""

import asyncio
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from gateway.content.site import open_site
from gateway.errors import StoreError
from gateway.store import sqlite
from gateway.store.sqlite import Store, open_store
from gateway.store.tables import change, content_issue, post, post_body, revision, term
from gateway.sync import state
from gateway.sync.report import Report
from gateway.sync.run import sync
from tests.conftest import SITE

READING_TIME = ("_posts/2024-08-20-tables.md", "reading-time-invalid")
"""The one issue that the site has."""

pytestmark = pytest.mark.anyio


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the test site, whose files are old enough to be known by their time stamps."""
    copy = shutil.copytree(SITE, tmp_path / "site")
    for path in copy.rglob("*.md"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return copy


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "content.db"


async def synced(database: Path, folder: Path) -> Report:
    async with open_store(database) as store:
        return await sync(store, open_site(folder))


def write(folder: Path, name: str, text: str) -> None:
    (folder / "_posts" / name).write_text(text)


async def titles(store: Store) -> set[str]:
    return {title for (title,) in await store.reader.select(select(post.c.title))}


async def test_a_second_sync_of_unchanged_content_writes_nothing(
    database: Path, folder: Path
) -> None:
    first = await synced(database, folder)
    assert (first.added, first.updated, first.removed) == (5, 0, 0)
    before = database.read_bytes()
    second = await synced(database, folder)
    assert (second.added, second.updated, second.removed) == (0, 0, 0)
    assert second.revision == first.revision
    assert database.read_bytes() == before


async def test_a_touched_file_makes_no_new_revision(database: Path, folder: Path) -> None:
    first = await synced(database, folder)
    (folder / "_posts" / "2024-08-20-tables.md").touch()
    second = await synced(database, folder)
    assert (len(second.changes), second.revision) == (0, first.revision)


async def test_an_edit_of_the_same_size_in_the_same_moment_is_seen(
    database: Path, folder: Path
) -> None:
    """As git says of its index: a time stamp that is this young proves nothing."""
    path = folder / "_posts" / "2024-09-01-new.md"
    path.write_text("---\ntitle: One\n---\nText.")
    moment = path.stat()
    await synced(database, folder)
    path.write_text("---\ntitle: Two\n---\nText.")
    os.utime(path, ns=(moment.st_atime_ns, moment.st_mtime_ns))
    async with open_store(database) as store:
        assert (await sync(store, open_site(folder))).updated == 1
        assert "Two" in await titles(store)


async def test_changed_added_and_removed_files_are_applied(database: Path, folder: Path) -> None:
    await synced(database, folder)
    write(folder, "2024-07-15-no-author.md", "---\ntitle: Somebody wrote this\nauthor: Ken\n---\nT")
    write(folder, "2024-09-01-new.md", "---\ntitle: New\n---\nText.")
    (folder / "_posts" / "2024-08-20-tables.md").unlink()
    async with open_store(database) as store:
        report = await sync(store, open_site(folder))
        assert (report.added, report.updated, report.removed) == (1, 1, 1)
        assert await titles(store) == {
            "First steps",
            'Same day, "other" post',
            "日本語の記事：検索と一覧",
            "Somebody wrote this",
            "New",
        }
        log = await store.reader.select(
            select(change.c.type, change.c.path).where(change.c.sequence == 2)
        )
        assert set(log) == {
            ("CREATED", "/b/2024/09/01/new.html"),
            ("UPDATED", "/b/2024/07/15/no-author.html"),
            ("DELETED", "/b/notes/2024/08/20/tables.html"),
        }


async def test_equal_content_has_equal_revisions_and_ids_in_any_database(
    tmp_path: Path, folder: Path
) -> None:
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    write(folder, "2024-09-01-gone.md", "---\ntitle: Gone\ntags: Python\n---\nText.")
    await synced(one, folder)
    (folder / "_posts" / "2024-09-01-gone.md").unlink()
    assert (await synced(one, folder)).revision == (await synced(other, folder)).revision
    found = []
    for database in (one, other):
        async with open_store(database) as store:
            found.append(
                [
                    sorted(await store.reader.select(select(post.c.id, post.c.path))),
                    sorted(await store.reader.select(select(term.c.id, term.c.path))),
                ]
            )
    assert found[0] == found[1]


async def test_a_failed_sync_keeps_the_old_content(database: Path, folder: Path) -> None:
    await synced(database, folder)
    write(folder, "2024-09-01-new.md", "---\ntitle: New\n---\nText.")
    with sqlite3.connect(database) as other:
        other.execute(
            "CREATE TRIGGER full BEFORE INSERT ON revision "
            "BEGIN SELECT RAISE(ABORT, 'no space left'); END"
        )
    other.close()
    with pytest.raises(sqlite3.IntegrityError, match="no space left"):
        await synced(database, folder)
    async with open_store(database) as store:
        assert "New" not in await titles(store)
        assert "First steps" in await titles(store)
        assert len(await store.reader.select(select(revision.c.id))) == 1


async def test_a_new_configuration_is_applied_to_every_post(database: Path, folder: Path) -> None:
    await synced(database, folder)
    config = folder / "_config.yml"
    config.write_text(config.read_text().replace("/b\n", "/c\n"))
    report = await synced(database, folder)
    assert report.updated == 5
    async with open_store(database) as store:
        paths = await store.reader.select(select(post.c.path))
        assert all(path.startswith("/c/") for (path,) in paths)


async def test_drafts_and_posts_of_the_future_are_stored_but_not_to_be_seen(
    database: Path, folder: Path
) -> None:
    write(folder, "2024-09-01-draft.md", "---\ntitle: Draft\npublished: false\n---\nText.")
    write(folder, "2999-09-01-future.md", "---\ntitle: Future\n---\nText.")
    async with open_store(database) as store:
        report = await sync(store, open_site(folder))
        assert (report.added, report.counts.posts, report.counts.hidden) == (7, 5, 2)
        hidden = select(post.c.title, post.c.status).where(post.c.visible == 0)
        found = await store.reader.select(hidden.order_by(post.c.title))
        assert found == [("Draft", "DRAFT"), ("Future", "SCHEDULED")]


async def test_a_published_post_that_becomes_a_draft_is_gone_for_the_public(
    database: Path, folder: Path
) -> None:
    await synced(database, folder)
    write(folder, "2024-07-15-no-author.md", "---\ntitle: Draft\npublished: false\n---\nText.")
    async with open_store(database) as store:
        report = await sync(store, open_site(folder))
        assert (report.updated, report.counts.posts, report.counts.hidden) == (1, 4, 1)
        assert [each.public_type for each in report.changes] == ["DELETED"]


async def test_a_broken_file_is_an_issue_and_stops_nothing(database: Path, folder: Path) -> None:
    write(folder, "2024-09-01-broken.md", "---\ntitle: [unclosed\n---\nText.")
    (folder / "_posts" / "2024-09-02-binary.md").write_bytes(b"\xff\xfe\x00\x01")
    async with open_store(database) as store:
        report = await sync(store, open_site(folder))
        found = await state.issues(store.reader)
        assert {issue.file for issue in found} == {
            READING_TIME[0],
            "_posts/2024-09-01-broken.md",
            "_posts/2024-09-02-binary.md",
        }
        assert report.counts.posts == 6
        again = await sync(store, open_site(folder))
        assert again.counts.issues == report.counts.issues


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (b"\xff\xfe\x00\x01", "not-utf-8"),
        (b"---\ntitle: [Broken\n---\nText.", "yaml-invalid"),
        (b"---\n- a list\n---\nText.", "yaml-without-fields"),
        (b"---\ntitle: Broken\n", "front-matter-unclosed"),
        (b"\n---\ntitle: Broken\n---\nText.", "front-matter-late"),
    ],
)
async def test_a_file_that_breaks_keeps_its_last_good_post(
    database: Path, folder: Path, broken: bytes, code: str
) -> None:
    first = await synced(database, folder)
    path = folder / "_posts" / "2024-08-20-tables.md"
    good = path.read_bytes()
    path.write_bytes(broken)
    async with open_store(database) as store:
        report = await sync(store, open_site(folder))
        assert "Tables and lists" in await titles(store)
        assert report.counts.posts == first.counts.posts
        assert {issue.code for issue in await state.issues(store.reader)} == {
            code,
            "last-version-served",
        }
        sources = await store.reader.select(select(content_issue.c.source).distinct())
        assert sources == [("_posts/2024-08-20-tables.md",)]
        path.write_bytes(good)
        mended = await sync(store, open_site(folder))
        assert (mended.counts, mended.revision) == (first.counts, first.revision)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
async def test_a_file_that_may_not_be_read_keeps_its_post_until_it_may(
    database: Path, folder: Path
) -> None:
    first = await synced(database, folder)
    path = folder / "_posts" / "2024-08-20-tables.md"
    path.chmod(0)
    path.touch()
    async with open_store(database) as store:
        assert (await sync(store, open_site(folder))).counts.issues == 2
        assert "Tables and lists" in await titles(store)
        path.chmod(0o644)
        assert (await sync(store, open_site(folder))).counts == first.counts


async def test_drafts_are_read_once(database: Path, folder: Path) -> None:
    write(folder, "2024-09-01-draft.md", "---\ntitle: Draft\npublished: false\n---\nText.")
    os.utime(folder / "_posts" / "2024-09-01-draft.md", (1_700_000_000, 1_700_000_000))
    told: list[tuple[int, int]] = []
    async with open_store(database) as store:
        await sync(store, open_site(folder))
        report = await sync(store, open_site(folder), lambda *counts: told.append(counts))
    assert (report.counts.hidden, told) == (1, [])


async def test_a_post_of_the_future_appears_in_its_time(database: Path, folder: Path) -> None:
    soon = datetime.now(UTC) + timedelta(seconds=1)
    write(folder, "2024-09-01-soon.md", f"---\ntitle: Soon\ndate: {soon.isoformat()}\n---\nText.")
    async with open_store(database) as store:
        await sync(store, open_site(folder))
        assert await state.next_due(store.reader) == soon.isoformat()[:-6]
        while (await state.counts(store.reader)).hidden:
            await sync(store, open_site(folder))
        assert await state.next_due(store.reader) is None


async def test_a_new_issue_is_a_new_revision(database: Path, folder: Path) -> None:
    first = await synced(database, folder)
    (folder / "_posts" / "notes.md").write_text("This name has no date.")
    second = await synced(database, folder)
    assert second.counts.issues == first.counts.issues + 1
    assert second.revision != first.revision


async def test_two_processes_that_sync_at_once_take_turns(database: Path, folder: Path) -> None:
    async with open_store(database) as one, open_store(database) as other:
        await asyncio.gather(sync(one, open_site(folder)), sync(other, open_site(folder)))
        assert len(await one.reader.select(select(revision.c.id))) == 1


async def test_a_mended_file_loses_its_issue(database: Path, folder: Path) -> None:
    write(folder, "2024-09-01-broken.md", "---\ntitle: [unclosed\n---\nText.")
    assert (await synced(database, folder)).counts.issues == 2
    write(folder, "2024-09-01-broken.md", "---\ntitle: closed\n---\nText.")
    assert (await synced(database, folder)).counts.issues == 1


async def test_two_posts_at_one_path_are_an_issue(database: Path, folder: Path) -> None:
    for name in ("2024-09-01-one.md", "2024-09-02-two.md"):
        write(folder, name, "---\ntitle: T\npermalink: /same/\n---\nText.")
    async with open_store(database) as store:
        await sync(store, open_site(folder))
        assert [(issue.file, issue.code) for issue in await state.issues(store.reader)] == [
            READING_TIME,
            ("_posts/2024-09-01-one.md", "path-taken"),
        ]


async def test_progress_counts_the_files_that_are_read(database: Path, folder: Path) -> None:
    told: list[tuple[int, int]] = []
    async with open_store(database) as store:
        await sync(store, open_site(folder), lambda done, total: told.append((done, total)))
    assert told == [(5, 5)]


async def test_many_files_are_read_over_all_cores(database: Path, folder: Path) -> None:
    for number in range(450):
        write(folder, f"2023-01-01-{number}.md", f"---\ntitle: Number {number}\ntags: many\n---\nT")
    report = await synced(database, folder)
    assert report.added == 455
    assert not (await synced(database, folder)).changes


@pytest.mark.parametrize("content", [b"This is a text.\n" * 100, None])
async def test_a_file_that_is_something_else_is_left_alone(
    database: Path, folder: Path, content: bytes | None
) -> None:
    if content is None:
        with sqlite3.connect(database) as other:
            other.execute("CREATE TABLE mine (a)")
        other.close()
    else:
        database.write_bytes(content)
    before = database.read_bytes()
    with pytest.raises(StoreError, match=r"content\.db"):
        await synced(database, folder)
    assert database.read_bytes() == before


async def test_readers_see_one_revision_while_a_sync_writes(database: Path, folder: Path) -> None:
    async with open_store(database) as store:
        await sync(store, open_site(folder))
        async with store.transaction() as writer:
            await writer.run(post.delete(), [{}])
            assert len(await titles(store)) == 5
        assert len(await titles(store)) == 0


async def test_a_database_that_another_process_writes_is_one_message(
    database: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_MS", 100)
    await synced(database, folder)
    write(folder, "2024-09-01-new.md", "---\ntitle: New\n---\nText.")
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as raised:
            await synced(database, folder)
        other.execute("ROLLBACK")
    assert str(raised.value) == (
        f"cannot write the database {database}:"
        " another process is writing it; try again when that one is done"
    )
    assert (await synced(database, folder)).added == 1


async def test_a_post_that_has_the_url_of_another_follows_it(database: Path, folder: Path) -> None:
    link = "---\ntitle: Links\n---\n[that]({% post_url 2024-09-02-target %})"
    write(folder, "2024-09-01-links.md", link)
    target = folder / "_posts" / "2024-09-02-target.md"

    async def path_linked_to(store: Store) -> str:
        await sync(store, open_site(folder))
        html = select(post_body.c.html).join_from(post, post_body).where(post.c.title == "Links")
        ((body,),) = await store.reader.select(html)
        return str(body)

    async with open_store(database) as store:
        assert "post_url" in await path_linked_to(store)
        target.write_text("---\ntitle: Target\n---\nText.")
        assert "/b/2024/09/02/target.html" in await path_linked_to(store)
        target.write_text("---\ntitle: Target\npermalink: /elsewhere/\n---\nText.")
        assert "/b/elsewhere/" in await path_linked_to(store)
        target.unlink()
        assert "post_url" in await path_linked_to(store)
