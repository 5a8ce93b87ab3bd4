"""A folder is followed: every change of its files is a sync."""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePath
from stat import S_ISREG

from gateway.content.document import ContentIssue
from gateway.content.scan import MAX_BYTES, Scan, SourceFile, scan
from gateway.content.site import Site
from gateway.errors import ContentError, GatewayError
from gateway.store.sqlite import Store
from gateway.sync import state
from gateway.sync.report import Report
from gateway.sync.run import sync
from gateway.sync.watching import watching

PATIENCE = 1.0
"""Seconds after which a file that has lost half of its bytes is taken to be whole."""

POLL = 1.0
SHARE = 20
"""Seconds from one look to the next where nobody tells of changes, and how many times longer than
a look they are at least: it takes a twentieth of a core."""

RETRY = 5.0
"""Seconds after an error."""

FULL_SCAN = 180.0
"""Seconds after which the files are looked at even where nobody told of a change."""


@dataclass(frozen=True, slots=True)
class News:
    """A sync that changed something. `issues` are those that were not there before it.

    `seconds` is what it took to open the site, look at its files and sync.
    """

    report: Report
    issues: Sequence[ContentIssue]
    seconds: float


async def follow(
    store: Store,
    root: Path,
    open_site: Callable[[], Site],
    tell: Callable[[News | GatewayError], None],
    *,
    poll: bool = False,
) -> None:
    """Syncs whenever files below `root` change, until it is cancelled.

    An error is told once, and what was served before is served on.
    """
    known = frozenset(await state.issues(store.reader))
    last_error = ""
    last_scan = None
    within = 0.0
    async with _polling() if poll else watching(root, store.path) as watch:
        while True:
            touched = await watch.settled(within)
            started = time.perf_counter()
            try:
                site = await asyncio.to_thread(_opened, open_site, root)
                last_scan = await asyncio.to_thread(_look, site, last_scan, touched)
                report = await sync(store, site, found=last_scan, patience=PATIENCE)
            except GatewayError as error:
                if str(error) != last_error:
                    tell(error)
                last_error, last_scan, within = str(error), None, RETRY
                continue
            last_error = ""
            issues = await state.issues(store.reader)
            new = [issue for issue in issues if issue not in known]
            if report.changes or new:
                tell(News(report, new, time.perf_counter() - started))
            known = frozenset(issues)
            within = PATIENCE if report.waiting else await _until_due(store)
            if watch.deaf:
                within = min(within, max(POLL, SHARE * (time.perf_counter() - started)))


class _Polling:
    """In the place of a watch, on disks that tell of no change."""

    deaf = True

    async def settled(self, within: float) -> frozenset[str]:
        await asyncio.sleep(within)
        return frozenset()


@asynccontextmanager
async def _polling() -> AsyncIterator[_Polling]:
    yield _Polling()


def _opened(open_site: Callable[[], Site], root: Path) -> Site:
    site = open_site()
    if _is_empty(root):
        raise ContentError(f"{root} is empty; what was in it is served until files are back")
    return site


def _look(site: Site, last: Scan | None, touched: Collection[str]) -> Scan:
    """What is there now; where only files were edited that were there before, they are looked at.

    A link to an edited file is seen by the next look at all of the site.
    """
    files = {file.path: file for file in last.files} if last else {}
    if not (last and touched):
        return scan(site)
    for path in touched:
        source = PurePath(path.removeprefix(f"{site.root}{os.sep}")).as_posix()
        try:
            status = os.lstat(path)
        except OSError:
            if source in files or any(known.startswith(f"{source}/") for known in files):
                return scan(site)
            continue  # an editor's temporary file
        if source not in files or not S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
            return scan(site)
        files[source] = SourceFile(source, status.st_size, status.st_mtime_ns, status.st_ino)
    return Scan(tuple(files.values()), last.issues)


def _is_empty(folder: Path) -> bool:
    """Whether nothing at all is in it: a disk that is not mounted looks so."""
    with os.scandir(folder) as entries:
        return next(entries, None) is None


async def _until_due(store: Store) -> float:
    """Seconds until a post is to appear or to disappear, or the next full scan."""
    due = await state.next_due(store.reader)
    if due is None:
        return FULL_SCAN
    left = datetime.fromisoformat(due).replace(tzinfo=UTC) - datetime.now(UTC)
    return min(max(left.total_seconds(), PATIENCE), FULL_SCAN)
