"""Files become documents, over all cores where there are many."""

import gc
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from hashlib import blake2b
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import NamedTuple

from gateway.content import loader
from gateway.content.document import Document
from gateway.content.loader import HASH_BYTES, Loaded
from gateway.content.scan import SourceFile
from gateway.content.site import Site
from gateway.sync import searching
from gateway.text.search import keywords
from gateway.text.search.tokens import Entry

ENOUGH_FOR_A_POOL = 400
"""Below so many files, starting processes takes longer than they save."""

BATCH = 100
BATCH_BYTES = 2_000_000
"""What is loaded at a time, of the files' own bytes: what is made of them takes ten times that."""

OBJECTS_BETWEEN_COLLECTIONS = 50_000

AHEAD = 2
"""Batches that each process may be ahead of what is written."""


class Made(NamedTuple):
    """A post, with what is indexed of it, and how much each word counts that tells what it is
    about."""

    document: Document
    indexed: Entry
    keywords: Mapping[int, int]


class Read(NamedTuple):
    """A file as it was loaded, and the post that it became, if any."""

    loaded: Loaded
    made: Made | None


Batch = list[tuple[str, Read | None]]
"""Files by path: None for one that still has the hash that it had."""


def load(site: Site, files: Sequence[SourceFile], hashes: Mapping[str, str]) -> Iterator[Batch]:
    """The files in batches."""
    known = (file.path for file in files if file.path in hashes)
    same = {path for path in known if hashes[path] == _hash(site, path)}
    if same:
        yield [(path, None) for path in same]
    batches = _batches(file for file in files if file.path not in same)
    processes = os.cpu_count() or 1
    if len(files) - len(same) < ENOUGH_FOR_A_POOL or processes == 1:
        for paths in batches:
            yield _load(site, paths)
        return
    # Not forked: other threads of this process may hold locks that a child would wait for.
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin, (site,)) as pool:
        pending: deque[Future[Batch]] = deque()
        for paths in batches:
            if len(pending) > AHEAD * processes:
                yield pending.popleft().result()
            pending.append(pool.submit(_load_there, paths))
        while pending:
            yield pending.popleft().result()


def _batches(files: Iterable[SourceFile]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for file in files:
        if batch and (len(batch) == BATCH or size + file.size > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(file.path)
        size += file.size
    if batch:
        yield batch


def _load(site: Site, paths: list[str]) -> Batch:
    return [(path, read(site, path)) for path in paths]


def read(site: Site, path: str) -> Read:
    """One file, as `load` gives it."""
    loaded = loader.load(site, path)
    document = loaded.document
    if document is None:
        return Read(loaded, None)
    about = keywords.of(document.title, document.tags, document.body.plain)
    return Read(loaded, Made(document, searching.indexed(document), about))


def _hash(site: Site, path: str) -> str:
    """The hash of a file as the loader takes it."""
    try:
        data = (site.root / path).read_bytes()
    except OSError:
        return ""
    return blake2b(data, digest_size=HASH_BYTES).hexdigest()


class _Worker:
    """What a process of the pool is told once, and not with every batch."""

    site: Site


def _begin(site: Site) -> None:
    _Worker.site = site
    # Nearly all that a post is made of goes by counting references. Looking for cycles among it
    # every 700 objects, and through the modules too, took 4 % of the time.
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    # Ctrl-C reaches all processes of the terminal; the one that writes ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """Ends this process with the one that writes, which may be killed and tell nobody."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _load_there(paths: list[str]) -> Batch:
    return _load(_Worker.site, paths)
