"""A store with many posts, made in seconds: each of its posts many times over."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Table,
    Text,
    bindparam,
    cast,
    func,
    insert,
    literal,
    or_,
    select,
    true,
    update,
)

from gateway.store.keywords import keyword, post_keyword
from gateway.store.sqlite import Store
from gateway.store.suggesting import TITLES, completion
from gateway.store.tables import post, post_term, revision

Change = Callable[[Any, ColumnElement[int], int], Any]


def _numbered(column: Any, copy: ColumnElement[int], _: int) -> Any:
    """A text of its own for every copy, beside that of the original in any order."""
    return column + literal("~") + cast(copy, Text)


def _apart(column: Any, copy: ColumnElement[int], count: int) -> Any:
    return column + copy * count


OWN: Mapping[Table, Mapping[str, Change]] = {
    post: {
        "n": _apart,
        "id": _numbered,
        "slug": _numbered,
        "path": _numbered,
        "url": _numbered,
        "route": _numbered,
        "translation_key": _numbered,
        "source_path": _numbered,
        "published_key": _numbered,
    },
    post_term: {"post": _apart, "published_key": _numbered},
    completion: {"node": _numbered},
    post_keyword: {"post": _apart},
}
"""What a copy of a row has of its own; everything else it has of the original."""

COPIED: Mapping[Table, ColumnElement[bool]] = {
    completion: or_(*(completion.c.place == place for place in TITLES))
}
"""The rows that are copied, where those of terms are among them."""


COUNTED = (keyword, revision)
"""What counts posts, and is asked for their number. Those of terms are only shown."""


async def multiply(store: Store, copies: int) -> None:
    """Puts so many copies of every post beside it, filed under the same terms."""
    ((last,),) = await store.reader.select(select(func.max(post.c.n)))
    numbers = select(literal(1, Integer).label("copy")).cte("numbers", recursive=True)
    numbers = numbers.union_all(
        select(numbers.c.copy + 1).where(numbers.c.copy < bindparam("copies"))
    )
    async with store.transaction() as writer:
        for table, own in OWN.items():
            values = [
                own[column.name](column, numbers.c.copy, last) if column.name in own else column
                for column in table.c
            ]
            copied = select(*values).join(numbers, true()).where(COPIED.get(table, true()))
            made = insert(table).from_select(list(table.c), copied)
            await writer.run(made, [{"copies": copies}])
        for table in COUNTED:
            counts = {
                name: table.c[name] * (1 + bindparam("copies"))
                for name in ("post_count", "preview_post_count")
            }
            await writer.run(update(table).values(counts), [{"copies": copies}])
