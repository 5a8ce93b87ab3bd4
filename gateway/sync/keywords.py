"""What changes of the words that posts are about, and of how many posts have them."""

from collections.abc import Collection, Mapping
from typing import Any

import orjson
from sqlalchemy import Integer, bindparam, cast, delete, func, select, true, update
from sqlalchemy.dialects.sqlite import insert

from gateway.store.keywords import keyword, post_keyword
from gateway.store.sqlite import Writer
from gateway.store.tables import post
from gateway.sync import state
from gateway.sync.state import among


class Keywords:
    """What is written of them inside a transaction."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def put(self, weights: Mapping[int, Mapping[int, int]]) -> None:
        """Writes the words of new posts, by the posts' numbers."""
        if weights:
            given = orjson.dumps(weights, option=orjson.OPT_NON_STR_KEYS).decode()
            await self._writer.run(_PUT, [{"weights": given}])
            await self._count(_COME, weights)

    async def leave(self, posts: Collection[int]) -> None:
        """Counts posts no more that are about to be removed, or to turn."""
        await self._count(_GONE, posts)
        await self._writer.run(_DROP, [{}])

    async def turn(self, posts: Collection[int]) -> None:
        """Counts posts again that have turned."""
        await self._writer.run(_TURN, [{"among": state.json(posts)}])
        await self._count(_COME, posts)

    async def _count(self, statement: Any, posts: Collection[int]) -> None:
        await self._writer.run(statement, [{"among": state.json(posts)}])


def _put() -> Any:
    document = func.json_each(bindparam("weights")).table_valued("key", "value").alias("document")
    each = func.json_each(document.c.value).table_valued("key", "value").alias("each")
    word = cast(each.c.key, Integer)
    rows = (
        select(word, post.c.n, each.c.value, post.c.visible)
        .join_from(document, post, post.c.n == cast(document.c.key, Integer))
        .join(each, true())
        # In the order of the table's own index, where the next row is then near to the last one.
        .order_by(word, post.c.n)
    )
    return insert(post_keyword).from_select(list(post_keyword.c), rows)


def _counted(sign: int) -> Any:
    link = post_keyword.c
    counts = (
        select(link.keyword, sign * func.sum(link.visible), sign * func.count())
        .where(among(link.post))
        .group_by(link.keyword)
    )
    added = insert(keyword).from_select(list(keyword.c), counts)
    names = ("post_count", "preview_post_count")
    return added.on_conflict_do_update(
        index_elements=[keyword.c.n],
        set_={name: keyword.c[name] + added.excluded[name] for name in names},
    )


_PUT, _COME, _GONE = _put(), _counted(1), _counted(-1)
_DROP = delete(keyword).where(keyword.c.preview_post_count == 0)
_TURN = (
    update(post_keyword)
    .where(among(post_keyword.c.post))
    .values(visible=select(post.c.visible).where(post.c.n == post_keyword.c.post).scalar_subquery())
)
