"""When files below a folder change. Only this module knows watchfiles.

What the operating system tells are hints: an editor's save may arrive as a new file, and some
changes do not arrive at all. So this says when to look, and a scan says what has changed.
"""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import watchfiles

QUIET = 0.06
"""Seconds without a change after which the files are looked at."""

MANY = 10
"""Beyond so many changed paths a program is at work, such as git, and `MANY_QUIET` counts."""

MANY_QUIET = 0.3

LONGEST = 2.0
"""Seconds that changes may go on for before the files are looked at all the same."""

STEP_MS = 15
CHECK_MS = 500
AWAY = 0.2
"""How often changes are collected, and a folder that is moved away or is back is noticed."""

PASSED_OVER = ("node_modules", "_site")


class Watch:
    """The changes below `folder`, which may be moved away and come back. `ignored` is a path.

    The beginning of a watch counts as a change, because one before it may have been missed.
    `deaf` says that nobody tells of changes, so that one has to look now and then.
    """

    def __init__(self, folder: Path, ignored: Path) -> None:
        self.deaf = False
        self._folder = folder
        self._ignored = str(ignored.absolute())
        self._stop = threading.Event()
        self._loop = asyncio.get_running_loop()
        self._changed = asyncio.Event()
        self._touched: set[str] = set()

    async def settled(self, within: float) -> frozenset[str]:
        """The paths that have changed, when they are quiet again; none after `within` seconds."""
        await self._change(within)
        ends = self._loop.time() + LONGEST
        while self._changed.is_set() and self._loop.time() < ends:
            self._changed.clear()
            await self._change(MANY_QUIET if len(self._touched) > MANY else QUIET)
        touched = frozenset(self._touched)
        self._touched.clear()
        return touched

    async def _change(self, within: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                await self._changed.wait()

    def run(self) -> None:
        """Watches until `stop`, in a thread of its own."""
        while not (self._stop.is_set() or self.deaf):
            try:
                self._watch(_identity(self._folder))
            except FileNotFoundError:
                self._stop.wait(AWAY)
            except OSError:
                # There are more folders here than this system can watch.
                self.deaf = True

    def stop(self) -> None:
        self._stop.set()

    def _watch(self, identity: tuple[int, int] | None) -> None:
        """Until the folder is another one, or none."""
        found = watchfiles.watch(
            self._folder,
            watch_filter=self._counts,
            step=STEP_MS,
            debounce=2 * STEP_MS,
            rust_timeout=CHECK_MS,
            yield_on_timeout=True,
            stop_event=self._stop,
            raise_interrupt=False,
            force_polling=False,
            ignore_permission_denied=True,
        )
        self._tell({str(self._folder)})
        for changes in found:
            moved = _identity(self._folder) != identity
            if changes or moved:
                self._tell({path for _, path in changes} or {str(self._folder)})
            if moved:
                return

    def _tell(self, paths: set[str]) -> None:
        self._loop.call_soon_threadsafe(self._note, paths)

    def _note(self, paths: set[str]) -> None:
        self._touched |= paths
        self._changed.set()

    def _counts(self, _: watchfiles.Change, path: str) -> bool:
        if path.startswith(self._ignored):
            return False
        below = path.removeprefix(str(self._folder))
        return not any(_passed_over(part) for part in Path(below).parts)


@asynccontextmanager
async def watching(folder: Path, ignored: Path) -> AsyncIterator[Watch]:
    watch = Watch(folder, ignored)
    thread = threading.Thread(target=watch.run, name="watch", daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        watch.stop()
        await asyncio.to_thread(thread.join)


def _passed_over(name: str) -> bool:
    return name.startswith(".") or name.endswith("~") or name in PASSED_OVER


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
