"""What to read, and the transaction around it."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from gateway.content.loader import Loaded
from gateway.content.scan import Scan, SourceFile, scan
from gateway.content.site import Site
from gateway.store.sqlite import Store, Writer
from gateway.sync import loading, state
from gateway.sync.report import Report
from gateway.sync.state import State
from gateway.sync.writing import Changes

Progress = Callable[[int, int], None]
"""Is told how many files are read, and of how many."""

SETTLED_NS = 2_000_000_000
"""A file younger than this may change again without a new time stamp, so it is read again."""

PATH_TAKEN = "path-taken"


async def sync(store: Store, site: Site, progress: Progress | None = None) -> Report:
    """Makes the store hold what the site's files say now.

    All of it is one transaction: readers see the old content or the new. Where nothing has
    changed, nothing is written. Raises StoreError when the database cannot be written.
    """
    started = time.perf_counter()
    found = await asyncio.to_thread(scan, site)
    tally: Mapping[str, int] = {}
    hidden = 0
    if not _is_current(site, found, await state.read(store.reader)):
        async with store.transaction() as writer:
            tally, hidden = await _apply(site, found, writer, progress)
    latest = await state.latest_revision(store.reader)
    return Report(
        added=tally.get("CREATED", 0),
        updated=tally.get("UPDATED", 0),
        removed=tally.get("DELETED", 0),
        hidden=hidden,
        seconds=time.perf_counter() - started,
        revision=latest.id if latest else "",
        counts=await state.counts(store.reader),
    )


def _is_current(site: Site, found: Scan, before: State) -> bool:
    issues = {issue for issue in before.issues if issue.code != PATH_TAKEN}
    return (
        not _stale(site, found, before)
        and before.files.keys() == {file.path for file in found.files}
        and issues == {*site.issues, *found.issues}
    )


def _stale(site: Site, found: Scan, before: State) -> dict[str, SourceFile]:
    """The files to read, by path, as they are to be recorded."""
    same_site = _is_same_site(site, before)
    settled = map(_settled, found.files)
    return {
        file.path: file
        for file in settled
        if not (same_site and file.mtime_ns and before.files.get(file.path) == file)
    }


def _is_same_site(site: Site, before: State) -> bool:
    return before.revision is not None and before.revision.site_fingerprint == site.fingerprint


def _settled(file: SourceFile) -> SourceFile:
    """The file as it is recorded: without its time stamp as long as that proves nothing."""
    age = time.time_ns() - file.mtime_ns
    return file if age > SETTLED_NS else replace(file, mtime_ns=0)


async def _apply(
    site: Site, found: Scan, writer: Writer, progress: Progress | None
) -> tuple[Mapping[str, int], int]:
    """The number of changes by type, and the number of posts that are not to be seen."""
    # Read again, now that no other process can write.
    before = await state.read(writer)
    stale = _stale(site, found, before)
    changes = Changes(site, writer, before)
    hidden: list[Loaded] = []
    done = 0
    known = before.hashes if _is_same_site(site, before) else {}
    batches = loading.load(site, list(stale), known)
    while batch := await asyncio.to_thread(next, batches, None):
        touched = [stale[path] for path, loaded in batch if loaded is None]
        await changes.touch(file for file in touched if file != before.files[file.path])
        read = [loaded for _, loaded in batch if loaded is not None]
        hidden += [loaded for loaded in read if _is_hidden(loaded)]
        shown = [loaded for loaded in read if not _is_hidden(loaded)]
        await changes.record(
            [(stale[loaded.path], loaded.content_hash) for loaded in shown],
            [issue for loaded in shown for issue in loaded.issues],
        )
        # A file that became no document keeps the post that it was before.
        await changes.put([loaded.document for loaded in shown if loaded.document])
        done += len(batch)
        if progress:
            progress(done, len(stale))
    gone = before.files.keys() - {file.path for file in found.files}
    await changes.remove(gone | {loaded.path for loaded in hidden})
    unseen_issues = [issue for loaded in hidden for issue in loaded.issues]
    await changes.finish([*site.issues, *found.issues, *unseen_issues])
    return changes.tally, len(hidden)


def _is_hidden(loaded: Loaded) -> bool:
    """Whether it is a draft, or is dated later than now."""
    document = loaded.document
    if document is None:
        return False
    published = document.published_at
    return document.draft or (published is not None and published > datetime.now(UTC))
