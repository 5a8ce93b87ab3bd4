"""The index of words during a sync: what changes of it, by the tokens of posts."""

import asyncio
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import delete, insert, select

from gateway.content.document import Document
from gateway.store import fulltext
from gateway.store.fulltext import UNNAMED
from gateway.store.sqlite import Writer
from gateway.store.tables import post, post_body, post_term, search_index
from gateway.sync import filing, state
from gateway.sync.state import among
from gateway.text.search import stems, tokens
from gateway.text.search.tokens import Entry

REMADE_AT_ONCE = 200

_insert = cache(insert)

_TEXTS = (
    select(
        post.c.n,
        post.c.visible,
        post.c.title,
        post.c.excerpt_plain,
        post_body.c.plain,
        post.c.locale,
    )
    .join_from(post, post_body)
    .where(among(post.c.n))
)
_ALL_NAMES = (
    select(post_term.c.post, post_term.c.name)
    .where(post_term.c.kind != UNNAMED)
    # Tags before categories, as in the documents.
    .order_by(post_term.c.post, post_term.c.kind.desc(), post_term.c.position)
)
_NAMES = _ALL_NAMES.where(among(post_term.c.post))


Names = Mapping[int, Sequence[str]]
"""Of posts by their numbers, the names of their tags, then of their categories."""


class Indexed(NamedTuple):
    """A post's number, whether everybody sees it, and what is indexed of it."""

    n: int
    visible: bool
    entry: Entry


def indexed(document: Document) -> Entry:
    """What is indexed of a document."""
    names = [found.name for found in filing.filings(document) if found.kind != UNNAMED]
    return tokens.entry(
        document.title, names, document.excerpt.plain, document.body.plain, document.locale
    )


async def names_of(writer: Writer, posts: Iterable[int] | None = None) -> Names:
    """What posts are found by, or all posts, of what they are filed under."""
    if posts is None:
        rows = await writer.select(_ALL_NAMES)
    else:
        rows = await writer.select(_NAMES, among=state.json(posts))
    names: dict[int, list[str]] = defaultdict(list)
    for n, name in rows:
        names[n].append(name)
    return names


class Searching:
    """What is written of the index inside a transaction.

    An index by another tokeniser is emptied first, and what the transaction does not put in anew
    is put in at its end: readers see the old one until then.
    """

    def __init__(self, writer: Writer, *, is_current: bool) -> None:
        self._writer = writer
        self._is_current = is_current
        # The posts that are in an index which is made anew; None where it is not.
        self._entered: set[int] | None = None

    async def enter(self, posts: Sequence[Indexed]) -> None:
        """Puts in posts that are new, or that have turned."""
        await self._begin()
        if self._entered is not None:
            self._entered.update(found.n for found in posts)
        await self._write(posts)

    async def leave(self, numbers: Collection[int]) -> None:
        """Takes out posts that are about to be removed, or to turn."""
        await self._begin()
        if self._entered is not None:
            numbers = self._entered.intersection(numbers)
            self._entered -= numbers
        if numbers:
            await self._write(await self._stored(numbers), "delete")

    async def turn(self, numbers: Collection[int]) -> None:
        """Puts in posts that have turned, which were taken out before."""
        await self.enter(await self._stored(numbers))

    async def finish(self) -> None:
        """Notes the tokeniser that the index was made by, and the languages that are in it."""
        await self._begin()
        if self._entered is not None:
            every = {n for (n,) in await self._writer.select(select(post.c.n))}
            for some in state.chunks(sorted(every - self._entered), REMADE_AT_ONCE):
                await self._write(await self._stored(some))
        locales = await self._writer.select(select(post.c.locale).distinct())
        languages = sorted({found for (locale,) in locales if (found := stems.language(locale))})
        row = {"n": 1, "version": tokens.VERSION, "languages": state.json(languages)}
        if await self._writer.select(select(search_index)) != [tuple(row.values())]:
            await self._writer.run(delete(search_index), [{}])
            await self._writer.run(_insert(search_index), [row])

    async def _begin(self) -> None:
        if self._is_current:
            return
        self._is_current = True
        self._entered = set()
        for index in fulltext.INDEXES:
            for table in index.tables:
                await self._writer.run(_insert(table), [{table.name: "delete-all"}])

    async def _write(self, posts: Iterable[Indexed], command: str = "") -> None:
        for index, visible in ((fulltext.SEEN, True), (fulltext.HIDDEN, False)):
            found = [each for each in posts if each.visible == visible]
            in_posts = [
                {"rowid": n, **{field: getattr(entry, field) for field in fulltext.FIELDS}}
                for n, _, entry in found
            ]
            in_titles = [
                {"rowid": n, "title": entry.title, "stems": entry.title_stems}
                for n, _, entry in found
            ]
            in_words = [{"rowid": n, "words": entry.words} for n, _, entry in found if entry.words]
            for table, rows in zip(index.tables, (in_posts, in_titles, in_words), strict=True):
                told = [{table.name: command, **row} for row in rows] if command else rows
                await self._writer.run(_insert(table), told)

    async def _stored(self, numbers: Iterable[int]) -> list[Indexed]:
        """What is indexed of posts, made again of their texts."""
        numbers = list(numbers)
        texts = await self._writer.select(_TEXTS, among=state.json(numbers))
        names = await names_of(self._writer, numbers)
        # Not here, where answers would wait for it.
        return await asyncio.to_thread(_made_again, texts, names)


def _made_again(texts: Iterable[Any], names: Names) -> list[Indexed]:
    return [
        Indexed(n, bool(visible), tokens.entry(title, names.get(n, ()), *rest))
        for n, visible, title, *rest in texts
    ]
