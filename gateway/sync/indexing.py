"""An index of the keys of the front matter that the settings name, for filters by them."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Insert, bindparam, delete, insert, select

from gateway.store.sqlite import Store
from gateway.store.tables import front_matter, indexed_key, indexed_value


def values(condition: ColumnElement[bool]) -> Insert:
    """Indexes the entries of the front matter that meet a condition and have an indexed key."""
    entry = front_matter.c
    return insert(indexed_value).from_select(
        ["key", "canonical", "post"],
        select(entry.key, entry.canonical, entry.post).where(
            entry.key.in_(select(indexed_key.c.key)), condition
        ),
    )


async def index(store: Store, keys: Iterable[str]) -> None:
    """Makes the indexes of these keys, and removes those of others. Raises StoreError."""
    wanted = set(keys)
    if await _indexed(store) == wanted:
        return
    async with store.transaction() as writer:
        before = {key for (key,) in await writer.select(select(indexed_key.c.key))}
        gone = delete(indexed_key).where(indexed_key.c.key == bindparam("gone"))
        await writer.run(gone, [{"gone": key} for key in before - wanted])
        new = [{"new": key} for key in wanted - before]
        await writer.run(insert(indexed_key), [{"key": key} for key in wanted - before])
        await writer.run(values(front_matter.c.key == bindparam("new")), new)


async def _indexed(store: Store) -> set[str]:
    return {key for (key,) in await store.reader.select(select(indexed_key.c.key))}
