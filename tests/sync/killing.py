"""Syncs in processes of their own, each killed after so many seconds: one a line of the input.

    python -m tests.sync.killing DIR DATABASE

Forked, so that a process is at work at once; the one that forks has no threads.
"""

import asyncio
import os
import signal
import sys
import time
from pathlib import Path

from gateway.content.site import open_site
from gateway.store.sqlite import open_store
from gateway.sync.run import sync


async def load(folder: Path, database: Path) -> None:
    async with open_store(database) as store:
        await sync(store, open_site(folder))


def main(folder: Path, database: Path) -> None:
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            asyncio.run(load(folder, database))
            os._exit(0)
        time.sleep(float(line))
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        print("killed" if os.WIFSIGNALED(status) else "done", flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
