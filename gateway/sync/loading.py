"""Files become documents, over all cores where there are many."""

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from hashlib import blake2b
from itertools import islice
from multiprocessing import get_context

from gateway.content import loader
from gateway.content.loader import HASH_BYTES, Loaded
from gateway.content.site import Site

ENOUGH_FOR_A_POOL = 400
"""Below so many files, starting processes takes longer than they save."""

BATCH = 200


def load(
    site: Site, paths: Sequence[str], hashes: Mapping[str, str]
) -> Iterator[list[tuple[str, Loaded | None]]]:
    """The files in batches, in order: None for a file that still has its hash in `hashes`."""
    work = [(path, hashes.get(path)) for path in paths]
    processes = os.cpu_count() or 1
    if len(work) < ENOUGH_FOR_A_POOL or processes == 1:
        yield from _batches(map(partial(_load, site), work))
        return
    # Not forked: other threads of this process may hold locks that a child would wait for.
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        yield from _batches(pool.map(partial(_load, site), work, chunksize=BATCH // 4))


def _load(site: Site, work: tuple[str, str | None]) -> tuple[str, Loaded | None]:
    path, known_hash = work
    if known_hash is not None and _hash(site, path) == known_hash:
        return path, None
    return path, loader.load(site, path)


def _hash(site: Site, path: str) -> str | None:
    """The hash of a file as the loader takes it; None where the file cannot be read."""
    try:
        data = (site.root / path).read_bytes()
    except OSError:
        return None
    return blake2b(data, digest_size=HASH_BYTES).hexdigest()


def _batches(
    loaded: Iterator[tuple[str, Loaded | None]],
) -> Iterator[list[tuple[str, Loaded | None]]]:
    while batch := list(islice(loaded, BATCH)):
        yield batch
