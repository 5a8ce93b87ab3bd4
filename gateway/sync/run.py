"""What to read, and the transaction around it."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from gateway.content.document import ContentIssue, Severity
from gateway.content.scan import Scan, SourceFile, scan
from gateway.content.site import Site
from gateway.store.keys import key_of
from gateway.store.sqlite import Store, Writer
from gateway.sync import finishing, loading, schedule, state
from gateway.sync.finishing import DERIVED, Origin
from gateway.sync.loading import Read
from gateway.sync.report import Change, Report
from gateway.sync.state import State
from gateway.sync.writing import Changes, Record

Progress = Callable[[int, int], None]
"""Is told how many files are read, and of how many."""

SETTLED_NS = 2_000_000_000
"""A file younger than this may change again without a new time stamp, so it is read again."""


@dataclass(frozen=True, slots=True)
class Work:
    """The difference between the tree and the store.

    `there` are all files that can be loaded; `stale` those to read, as they are to be recorded,
    and `broken` those that were read
    once and cannot be loaded any more. `waiting` counts files that are left as they were.
    `issues` are those that go with no file of the store.
    """

    there: frozenset[str]
    stale: Mapping[str, SourceFile]
    broken: Mapping[str, ContentIssue]
    gone: frozenset[str]
    waiting: int
    issues: frozenset[ContentIssue]
    is_current: bool


async def sync(
    store: Store,
    site: Site,
    progress: Progress | None = None,
    *,
    found: Scan | None = None,
    patience: float = 0,
) -> Report:
    """Makes the store hold what the site's files say now.

    All of it is one transaction: readers see the old content or the new. Where nothing has
    changed, nothing is written. `found` is what a scan says where there was one already. A file
    that has lost more than half of its bytes may be half-written; it is left for a later sync
    until it is `patience` seconds old. Raises StoreError when the database cannot be written.
    """
    started = time.perf_counter()
    if found is None:
        found = await asyncio.to_thread(scan, site)
    version = await store.version()
    now = key_of(datetime.now(UTC))
    before = await state.read(store.reader, now)
    work = _work(site, found, before, patience)
    log: Sequence[Change] = ()
    if not work.is_current:
        async with store.transaction() as writer:
            if await store.version() != version:  # another process has written meanwhile
                before = await state.read(writer, now)
                work = _work(site, found, before, patience)
            log = await _Run(site, work, before, writer, now).run(progress)
    latest = await state.latest_revision(store.reader)
    return Report(
        changes=log,
        waiting=work.waiting,
        seconds=time.perf_counter() - started,
        revision=latest.id if latest else "",
        counts=await state.counts(store.reader),
    )


def _work(site: Site, found: Scan, before: State, patience: float) -> Work:
    same_site = before.is_of(site.fingerprint)
    stale: dict[str, SourceFile] = {}
    waiting = 0
    now = time.time_ns()
    for file in found.files:
        path, size, mtime_ns, _ = file
        known = before.files.get(path)
        if known and size * 2 < known.size and now - mtime_ns < patience * 1e9:
            waiting += 1
        # Without its time stamp as long as that proves nothing.
        elif now - mtime_ns <= SETTLED_NS:
            stale[path] = file._replace(mtime_ns=0)
        elif not same_site or known != file or not before.hashes[path]:
            stale[path] = file
    broken = {
        issue.file: issue
        for issue in found.issues
        if issue.file in before.files and issue.severity is Severity.ERROR
    }
    # What was in a folder that cannot be read may still be there.
    unread = tuple(
        "" if issue.file == "." else f"{issue.file}/"
        for issue in found.issues
        if issue.code == "folder-unreadable"
    )
    there = frozenset(file.path for file in found.files)
    gone = before.files.keys() - there - broken.keys()
    gone = {path for path in gone if not path.startswith(unread)} if unread else gone
    news = {path: each for path, each in broken.items() if before.hashes[path] != each.code}
    issues = {*site.issues, *(each for each in found.issues if broken.get(each.file) != each)}
    same_issues = issues == {issue for issue in before.issues if issue.code not in DERIVED}
    is_same = same_site and same_issues and before.is_indexed
    is_current = is_same and not (stale or gone or news or before.is_due)
    return Work(there, stale, news, frozenset(gone), waiting, frozenset(issues), is_current)


@dataclass(slots=True)
class _Run:
    """The work being done, inside the transaction."""

    site: Site
    work: Work
    before: State
    writer: Writer
    now: str
    changes: Changes = field(init=False)

    def __post_init__(self) -> None:
        self.changes = Changes(self.site, self.writer, self.before, self.now)

    async def run(self, progress: Progress | None) -> Sequence[Change]:
        same_site = self.before.is_of(self.site.fingerprint)
        if not same_site:
            await self.changes.describe()
        known = self.before.hashes if same_site else {}
        read = await self._load(self.work.stale, known, progress)
        # What they read of other files is no more than a path, so theirs need no second look.
        dependants = await self.changes.dependants([*read, *self.work.gone]) - read
        if again := dependants & self.work.there & self.before.files.keys():
            await self._load({path: self.before.files[path] for path in again}, {}, None)
        await self._break()
        await self.changes.forget(self.work.gone)
        derived = self.changes.derived
        await schedule.turn(self.writer, self.now, derived)
        origin = Origin(str(self.site.folder), self.site.fingerprint)
        await finishing.finish(self.writer, origin, self.before, derived, self.work.issues)
        return derived.ledger.log

    async def _load(
        self,
        files: Mapping[str, SourceFile],
        known: Mapping[str, str],
        progress: Progress | None,
    ) -> set[str]:
        """Reads files and stores what they became; the paths of those that have changed."""
        done = 0
        changed: set[str] = set()
        batches = loading.load(self.site, list(files.values()), known)
        while batch := await asyncio.to_thread(next, batches, None):
            same = [files[path] for path, read in batch if read is None]
            await self.changes.touch(file for file in same if file != self.before.files[file.path])
            news = [read for _, read in batch if read is not None]
            await self._apply(news, files)
            changed.update(read.loaded.path for read in news)
            done += len(batch)
            if progress:
                progress(done, len(files))
        return changed

    async def _apply(self, batch: Sequence[Read], files: Mapping[str, SourceFile]) -> None:
        stored = await self.changes.stored(loaded.path for loaded, _ in batch)
        records = []
        posts = []
        for loaded, made in batch:
            path = loaded.path
            issues = loaded.issues
            if loaded.broken and path in stored:
                issues += (_kept(path),)
            elif made:
                posts.append(made)
            records.append(Record(files[path], loaded.content_hash, issues, loaded.depends))
        await self.changes.record(records)
        await self.changes.put(posts, stored)

    async def _break(self) -> None:
        """Files that cannot be loaded any more keep the posts that they were before."""
        stored = await self.changes.stored(self.work.broken)
        await self.changes.record(
            [
                Record(
                    SourceFile(path, 0, 0, 0),
                    issue.code,
                    [issue, _kept(path)] if path in stored else [issue],
                )
                for path, issue in self.work.broken.items()
            ]
        )


def _kept(path: str) -> ContentIssue:
    return ContentIssue(
        path,
        "last-version-served",
        "the file is broken, so its last good version is served; correct what else is said of it",
        severity=Severity.ERROR,
    )
