"""What a sync takes: a new database, nothing to do, one file changed."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """`cpu_seconds` counts all processes of the sync; `peak_bytes` is the largest one's."""

    name: str
    seconds: float
    cpu_seconds: float
    peak_bytes: int


@dataclass(frozen=True, slots=True)
class Syncs:
    runs: Sequence[Run]
    content_bytes: int
    database_bytes: int


def measure(folder: Path, database: Path) -> Syncs:
    runs = [_run("new database", folder, database), _run("nothing changed", folder, database)]
    posts = sorted((folder / "_posts").iterdir())
    with _changed(posts[len(posts) // 2]):
        runs.append(_run("one file changed", folder, database))
    # So that the database holds what the files do.
    runs.append(_run("changed back", folder, database))
    content = sum(post.stat().st_size for post in posts)
    return Syncs(runs, content, database.stat().st_size)


def _run(name: str, folder: Path, database: Path) -> Run:
    command = [sys.executable, "-m", "gateway", "sync", str(folder), "--database", str(database)]
    started = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603 - as built here
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(name, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


@contextmanager
def _changed(post: Path) -> Iterator[None]:
    before = post.read_bytes()
    post.write_bytes(before + "\n追記。\n".encode())
    try:
        yield
    finally:
        post.write_bytes(before)
