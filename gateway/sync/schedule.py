"""Posts appear and disappear at their time, whoever looks, without their files being read.

What is to be seen is a column of the store, so that a query costs no more for it. Every statement
also asks when the next post is due; where that has come, it is done first.
"""

import asyncio
import logging
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import bindparam, update

from gateway.errors import StoreError
from gateway.store.keys import key_of
from gateway.store.sqlite import Store, Writer, open_store, text_of
from gateway.store.tables import post, post_term
from gateway.sync import finishing, state, visibility
from gateway.sync.derived import Derived, begin
from gateway.sync.finishing import DERIVED, Origin

PATIENCE = 1.0
"""Seconds that answers wait for the database, which a sync or another process may be writing."""

RETRY = 5.0
"""Seconds after an error."""

log = logging.getLogger("gateway")


async def turn(writer: Writer, now: str, derived: Derived) -> None:
    """Turns the posts that are due at a moment, as in the sort keys, into what they are then."""
    due = await state.due(writer, now)
    if not due:
        return
    numbers = [entry.n for entry, _ in due]
    await derived.leave(numbers)
    turned = []
    for before, window in due:
        found = visibility.of(window, now)
        derived.ledger.change(before, before._replace(status=found.status))
        turned.append(
            {
                "number": before.n,
                "new_status": found.status,
                "new_visible": found.visible,
                "new_due_at": found.due_at,
            }
        )
    await writer.run(
        update(post)
        .where(post.c.n == bindparam("number"))
        .values(
            status=bindparam("new_status"),
            visible=bindparam("new_visible"),
            due_at=bindparam("new_due_at"),
        ),
        turned,
    )
    await writer.run(
        update(post_term)
        .where(post_term.c.post == bindparam("number"))
        .values(visible=bindparam("new_visible")),
        turned,
    )
    await derived.turn(numbers)


async def is_due(path: Path) -> bool:
    """Whether a post in the database at `path` is to appear or to disappear now."""
    async with open_store(path, readers=1, read_only=True) as store:
        return bool(await state.due(store.reader, _now()))


async def catch_up(store: Store) -> None:
    """Lets the posts that are due by now appear and disappear, in one transaction."""
    now = _now()
    async with store.transaction() as writer:
        before = await state.read(writer, now)
        if not before.is_due or before.revision is None:
            return
        derived = begin(await state.home(writer), writer, before)
        await turn(writer, now, derived)
        origin = Origin(before.revision.folder, before.revision.site_fingerprint)
        issues = (issue for issue in before.issues if issue.code not in DERIVED)
        await finishing.finish(writer, origin, before, derived, issues)


class Punctual:
    """Answers statements from a store whose posts appear and disappear at their time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._turning: asyncio.Task[None] | None = None
        self._patient_until = 0.0
        self._failed_at = -RETRY

    async def row(self, sql: str, parameters: Sequence[Any] = ()) -> Sequence[Any] | None:
        """The first row of a statement that selects expressions, with one column more."""
        sql = f"{sql}, ({_NEXT_DUE})"
        row = await self._store.reader.row(sql, parameters)
        if row and row[-1] is not None and row[-1] <= _now() and await self._turned():
            row = await self._store.reader.row(sql, parameters)
        return row

    async def _turned(self) -> bool:
        """Whether it is done: not where it takes long, as while a sync is writing."""
        now = time.monotonic()
        if self._turning is None:
            if now < self._failed_at + RETRY:
                return False
            self._patient_until = now + PATIENCE
            self._turning = asyncio.create_task(catch_up(self._store))
            self._turning.add_done_callback(self._done)
        turning = self._turning
        await asyncio.wait({turning}, timeout=max(0.0, self._patient_until - now))
        return turning.done() and not (turning.cancelled() or turning.exception())

    def _done(self, turning: asyncio.Task[None]) -> None:
        self._turning = None
        error = None if turning.cancelled() else turning.exception()
        if error:
            self._failed_at = time.monotonic()
        if isinstance(error, StoreError):
            log.warning("a post is due, but %s", error)
        elif error:
            log.error("a post is due, but does not appear", exc_info=error)


_NEXT_DUE = text_of(state.NEXT_DUE)


def _now() -> str:
    return key_of(datetime.now(UTC))
