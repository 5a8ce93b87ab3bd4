"""The words that others may be misspellings of, during a sync: in how many posts each is."""

import asyncio
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from gateway.store.sqlite import Writer
from gateway.store.suggesting import spelling, spelling_deletion
from gateway.store.tables import post
from gateway.sync import state
from gateway.sync.searching import Names, names_of
from gateway.sync.state import among
from gateway.text.search.spelling import deletions, words

_ALL_TEXTS = select(post.c.n, post.c.visible, post.c.title, post.c.excerpt_usual)
_TEXTS = _ALL_TEXTS.where(among(post.c.n))
_UPDATE = (
    update(spelling)
    .where(spelling.c.word == bindparam("changed"))
    .values(
        {
            name: spelling.c[name] + bindparam(f"more_{name}")
            for name in ("post_count", "preview_post_count")
        }
    )
)
_UNUSED = spelling.c.preview_post_count == 0
_insert = cache(insert)


AT_ONCE = 2_000
"""New words that are written at a time."""


class Spelling:
    """What is written of words inside a transaction.

    Words that are not `is_current`, by the rules of the tokeniser, are all counted anew.
    """

    def __init__(self, writer: Writer, *, is_current: bool) -> None:
        self._writer = writer
        self._is_current = is_current
        self._seen: Counter[str] = Counter()
        self._all: Counter[str] = Counter()

    async def enter(self, posts: Collection[int]) -> None:
        """Counts the words of posts that are new, or that have turned."""
        if self._is_current:
            await self._count(posts, 1)

    async def leave(self, posts: Collection[int]) -> None:
        """Takes back those of posts that are about to be removed, or to turn."""
        if self._is_current:
            await self._count(posts, -1)

    async def finish(self) -> None:
        """Writes what has become of the words."""
        if not self._is_current:
            await self._writer.run(delete(spelling_deletion), [{}])
            await self._writer.run(delete(spelling), [{}])
            await self._count(None, 1)
        changed = {word for count in (self._seen, self._all) for word in count if count[word]}
        if changed:
            await self._write(changed)

    async def _count(self, posts: Collection[int] | None, step: int) -> None:
        if posts is None:
            rows = await self._writer.select(_ALL_TEXTS)
        else:
            rows = await self._writer.select(_TEXTS, among=state.json(posts))
        named = await names_of(self._writer, posts)
        # Not here, where answers would wait for it.
        seen, every = await asyncio.to_thread(_counted, rows, named)
        for count, found in ((self._seen, seen), (self._all, every)):
            for word, times in found.items():
                count[word] += step * times

    async def _write(self, changed: Collection[str]) -> None:
        known = {
            word
            for (word,) in await self._writer.select(
                select(spelling.c.word).where(among(spelling.c.word)), among=state.json(changed)
            )
        }
        new = sorted(set(changed) - known)
        counts = {"post_count": self._seen, "preview_post_count": self._all}
        await self._writer.run(
            _insert(spelling),
            [
                {"word": word, **{name: count[word] for name, count in counts.items()}}
                for word in new
            ],
        )
        for some in state.chunks(new, AT_ONCE):
            await self._writer.run(_insert(spelling_deletion), _deletions(some))
        await self._writer.run(
            _UPDATE,
            [
                {"changed": word} | {f"more_{name}": count[word] for name, count in counts.items()}
                for word in known
            ],
        )
        await self._remove()

    async def _remove(self) -> None:
        """Removes the words that no post has any more."""
        unused = [
            word for (word,) in await self._writer.select(select(spelling.c.word).where(_UNUSED))
        ]
        await self._writer.run(
            delete(spelling_deletion).where(
                spelling_deletion.c.deletion == bindparam("old_deletion"),
                spelling_deletion.c.word == bindparam("old_word"),
            ),
            [{f"old_{name}": value for name, value in row.items()} for row in _deletions(unused)],
        )
        await self._writer.run(delete(spelling).where(_UNUSED), [{}])


def _counted(rows: Iterable[Any], names: Names) -> tuple[Counter[str], Counter[str]]:
    """How many of the posts that everybody sees, and of all, have each word."""
    seen: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for n, visible, *texts in rows:
        found = words("\n".join([*texts, *names.get(n, ())]))
        every.update(found)
        if visible:
            seen.update(found)
    return seen, every


def _deletions(found: Iterable[str]) -> list[dict[str, str]]:
    return [{"deletion": deletion, "word": word} for word in found for deletion in deletions(word)]
