"""A folder is followed: every change of its files is a sync."""

import asyncio
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from gateway.content.document import ContentIssue
from gateway.content.site import Site
from gateway.errors import ContentError, GatewayError
from gateway.store.sqlite import Store
from gateway.sync import state
from gateway.sync.report import Report
from gateway.sync.run import sync
from gateway.sync.watching import watching

PATIENCE = 1.0
"""Seconds after which a file that has lost half of its bytes is taken to be whole."""

FULL_SCAN = 180.0
"""Seconds after which the files are looked at even where nobody told of a change."""


@dataclass(frozen=True, slots=True)
class News:
    """A sync that changed something. `issues` are those that were not there before it."""

    report: Report
    issues: Sequence[ContentIssue]


async def follow(
    store: Store,
    folder: Path,
    open_site: Callable[[], Site],
    tell: Callable[[News | GatewayError], None],
    *,
    poll: bool = False,
) -> None:
    """Syncs whenever files below `folder` change, until it is cancelled.

    An error is told once, and what was served before is served on.
    """
    known = frozenset(await state.issues(store.reader))
    last_error = ""
    within = FULL_SCAN
    async with watching(folder, store.path, poll=poll) as watch:
        while True:
            await watch.settled(within)
            within = FULL_SCAN
            try:
                report = await _sync(store, folder, open_site)
            except GatewayError as error:
                if str(error) != last_error:
                    tell(error)
                last_error = str(error)
                continue
            last_error = ""
            issues = await state.issues(store.reader)
            new = [issue for issue in issues if issue not in known]
            if report.changes or new:
                tell(News(report, new))
            known = frozenset(issues)
            within = PATIENCE if report.waiting else await _until_review(store)


async def _sync(store: Store, folder: Path, open_site: Callable[[], Site]) -> Report:
    site = await asyncio.to_thread(open_site)
    if _is_empty(folder):
        raise ContentError(f"{folder} is empty; what was in it is served until files are back")
    return await sync(store, site, patience=PATIENCE)


def _is_empty(folder: Path) -> bool:
    """Whether nothing at all is in it: a disk that is not mounted looks so."""
    with os.scandir(folder) as entries:
        return next(entries, None) is None


async def _until_review(store: Store) -> float:
    """Seconds until a post is to appear that is dated in the future, or the next full scan."""
    due = await state.next_review(store.reader)
    if due is None:
        return FULL_SCAN
    left = datetime.fromisoformat(due).replace(tzinfo=UTC) - datetime.now(UTC)
    return min(max(left.total_seconds(), PATIENCE), FULL_SCAN)
