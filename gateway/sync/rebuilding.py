"""All content anew, into a database of its own that then takes the place of the old one."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from gateway.content.site import Site
from gateway.store import swap
from gateway.store.sqlite import open_store
from gateway.sync import indexing
from gateway.sync.report import Report
from gateway.sync.run import Progress, sync


async def rebuild(
    path: Path, site: Site, progress: Progress | None = None, index_keys: Sequence[str] = ()
) -> Report:
    """Loads all files of the site, whatever the database at `path` holds of them.

    Until it is done, readers of that database see what it holds. `index_keys` are the keys of the
    front matter to index. Raises StoreError.
    """
    with swap.beside(path) as new:
        async with open_store(new, readers=1, scratch=True) as store:
            report = await sync(store, site, progress)
            await indexing.index(store, index_keys)
        await asyncio.to_thread(swap.put, new, path)
    return report
