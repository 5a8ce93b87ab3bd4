"""What the beginning of a title or a name may become, during a sync."""

import asyncio
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, insert, select

from gateway.store.sqlite import Writer
from gateway.store.suggesting import IN_NAME, IN_TITLE, NAME, TITLE, completion
from gateway.store.tables import post, term
from gateway.sync import state
from gateway.sync.state import among
from gateway.text.search import completing

_POSTS = select(post.c.title, post.c.visible, post.c.published_key, post.c.id)
_TERM = ("name", "visible", "post_count", "preview_post_count", "id")
_TERMS = select(*(term.c[name] for name in _TERM))
_NAMED = itemgetter(*_TERM)
_COLUMNS = [column.name for column in completion.c]
_DELETE = delete(completion).where(
    *(completion.c[name] == bindparam(f"old_{name}") for name in _COLUMNS)
)
_insert = cache(insert)
_PLACES = {
    (False, True): NAME,
    (True, True): TITLE,
    (False, False): IN_NAME,
    (True, False): IN_TITLE,
}
"""By whether it is a title, and whether the head is its own."""

Term = Mapping[str, Any]
"""The row of a term."""


AT_ONCE = 500
"""Titles or names whose rows are written at a time."""


class Named(NamedTuple):
    """What is suggested: its text, and its columns in the table."""

    text: str
    visible: bool
    rank: int
    node: str
    is_title: bool


class Completions:
    """What is written of completions inside a transaction.

    Those that are not `is_current`, by the rules of the tokeniser, are made anew at its end.
    """

    def __init__(self, writer: Writer, *, is_current: bool) -> None:
        self._writer = writer
        self._is_current = is_current

    async def enter(self, posts: Collection[int]) -> None:
        """Puts in the titles of posts that are new, or that have turned."""
        if self._is_current:
            await self._put(await self._titles(posts))

    async def leave(self, posts: Collection[int]) -> None:
        """Takes out the titles of posts that are about to be removed, or to turn."""
        if self._is_current:
            await self._remove(await self._titles(posts))

    async def finish(self, before: Iterable[Term] = (), after: Iterable[Term] = ()) -> None:
        """Brings the names up to date, by the rows of all terms before and after."""
        if self._is_current:
            gone, new = ({_NAMED(row) for row in rows} for rows in (before, after))
            await self._remove([_name(*row) for row in gone - new])
            await self._put([_name(*row) for row in new - gone])
        else:
            await self._writer.run(delete(completion), [{}])
            for statement, named in ((_POSTS, _title), (_TERMS, _name)):
                for some in state.chunks(await self._writer.select(statement), AT_ONCE):
                    await self._put([named(*row) for row in some])

    async def _titles(self, posts: Collection[int]) -> list[Named]:
        chosen = _POSTS.where(among(post.c.n))
        return [_title(*row) for row in await self._writer.select(chosen, among=state.json(posts))]

    async def _put(self, named: Iterable[Named]) -> None:
        # Not here, where answers would wait for it.
        rows = await asyncio.to_thread(_rows, named, _COLUMNS)
        await self._writer.run(_insert(completion), rows)

    async def _remove(self, named: Iterable[Named]) -> None:
        rows = await asyncio.to_thread(_rows, named, [f"old_{name}" for name in _COLUMNS])
        await self._writer.run(_DELETE, rows)


def _title(title: str, visible: int, published_key: str, node: str) -> Named:
    moment = published_key.partition(" ")[0]
    age = datetime.fromisoformat(moment) - datetime.min if moment else None  # noqa: DTZ901
    # Undated posts count as the oldest.
    return Named(title, bool(visible), -int(age.total_seconds()) if age else 0, node, is_title=True)


def _name(name: str, visible: int, post_count: int, preview_post_count: int, node: str) -> Named:
    count = post_count if visible else preview_post_count
    return Named(name, bool(visible), -count, node, is_title=False)


def _rows(named: Iterable[Named], columns: Sequence[str]) -> list[dict[str, Any]]:
    return [
        dict(zip(columns, (visible, place, head, rank, node), strict=True))
        for text, visible, rank, node, is_title in named
        for head, is_first in completing.heads(text).items()
        for place in [_PLACES[is_title, is_first]]
    ]
