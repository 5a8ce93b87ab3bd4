"""Where the time of a sync goes: the gateway's own functions, timed from outside on a sample."""

import asyncio
import pickle
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from gateway.content import source
from gateway.content.derived import readingtime
from gateway.content.markup import markdown, sanitise
from gateway.content.matter import frontmatter
from gateway.content.scan import scan
from gateway.content.site import Site, open_site
from gateway.store.sqlite import Writer, open_store
from gateway.sync import loading, searching
from gateway.sync.loading import Read
from gateway.sync.run import sync
from gateway.text import plaintext

SAMPLE = 1000
"""How many posts are taken."""

WARM_UP = 50
"""How many of them are taken first without being counted."""

LOADING = {
    "decoding": (source, "decode"),
    "front matter": (frontmatter, "read"),
    "Markdown to HTML": (markdown, "render"),
    "sanitising": (sanitise, "clean"),
    "HTML to text": (plaintext, "text"),
    "lengths": (readingtime, "count"),
    "words and their places": (searching, "indexed"),
}
"""The stages of loading a post, each the function that does it."""


@dataclass(frozen=True, slots=True)
class Stage:
    name: str
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Stages:
    """What one post takes on a core. A sync loads many posts on all cores, and writes on one."""

    loading: Sequence[Stage]
    writing: Sequence[Stage]


class Stopwatch:
    """Counts the time of this process on the cores, in which other programs have no part."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    @contextmanager
    def running(self, stage: str) -> Iterator[None]:
        started = time.process_time()
        try:
            yield
        finally:
            self.seconds[stage] += time.process_time() - started

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(*arguments: Any) -> Any:
            with self.running(stage):
                return function(*arguments)

        return wrapper

    def timed_async(
        self, stage: str, function: Callable[..., Awaitable[Any]]
    ) -> Callable[..., Awaitable[Any]]:
        async def wrapper(*arguments: Any, **named: Any) -> Any:
            with self.running(stage):
                return await function(*arguments, **named)

        return wrapper

    def stages(self, posts: int, whole: str, rest: str) -> list[Stage]:
        """What one of the posts took; of the stage `whole` only what no other has, as `rest`."""
        inside = dict(self.seconds)
        total = inside.pop(whole)
        inside[rest] = total - sum(inside.values())
        return [Stage(name, seconds / posts * 1000) for name, seconds in inside.items()]


@contextmanager
def _replaced(owner: Any, **replacements: Any) -> Iterator[None]:
    before = {name: getattr(owner, name) for name in replacements}
    for name, replacement in replacements.items():
        setattr(owner, name, replacement)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(owner, name, value)


def measure(folder: Path) -> Stages:
    site = open_site(folder)
    files = scan(site).files
    paths = [file.path for file in files[:: max(1, len(files) // SAMPLE)]]
    _measure(site, paths[:WARM_UP])
    return _measure(site, paths)


def _measure(site: Site, paths: Sequence[str]) -> Stages:
    loaded, loading_stages = _load(site, paths)
    return Stages(loading_stages + _hand_over(loaded), asyncio.run(_write(site, loaded)))


def _load(site: Site, paths: Sequence[str]) -> tuple[list[Read], list[Stage]]:
    watch = Stopwatch()
    with ExitStack() as stack:
        for stage, (module, name) in LOADING.items():
            timed = watch.timed(stage, getattr(module, name))
            stack.enter_context(_replaced(module, **{name: timed}))
        with watch.running("loading"):
            loaded = [loading.read(site, path) for path in paths]
    return loaded, watch.stages(len(paths), "loading", "the rest of loading")


def _hand_over(loaded: Sequence[Read]) -> list[Stage]:
    """What a post takes from a worker to the process that writes."""
    watch = Stopwatch()
    with watch.running("pickling"):
        pickled = pickle.dumps(loaded)
    with watch.running("unpickling"):
        pickle.loads(pickled)  # noqa: S301 - made here
    return [Stage(name, seconds / len(loaded) * 1000) for name, seconds in watch.seconds.items()]


async def _write(site: Site, loaded: Sequence[Read]) -> list[Stage]:
    """Writes posts that are loaded already."""
    watch = Stopwatch()

    def load(*_: object) -> Iterator[list[tuple[str, Read]]]:
        for start in range(0, len(loaded), loading.BATCH):
            yield [(each.loaded.path, each) for each in loaded[start : start + loading.BATCH]]

    statements: Mapping[str, Any] = {
        name: watch.timed_async("SQLite's statements", getattr(Writer, name))
        for name in ("run", "select")
    }
    with TemporaryDirectory() as scratch:
        async with open_store(Path(scratch) / "sample.db") as store:
            with (
                _replaced(loading, load=load),
                _replaced(Writer, **statements),
                watch.running("writing"),
            ):
                await sync(store, site)
    return watch.stages(len(loaded), "writing", "rows, terms and the commit")
