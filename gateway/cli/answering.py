"""A query, answered without a server."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from gateway.cli import terminal
from gateway.content.site import Site
from gateway.http import responses
from gateway.schema.executor import Audience, GraphQL, Request
from gateway.store.sqlite import open_store
from gateway.sync import indexing, schedule
from gateway.sync.run import sync


async def answer(
    document: str,
    variables: Mapping[str, Any] | None,
    database: Path,
    site: Site | None,
    index_keys: Sequence[str] = (),
    *,
    preview: bool,
) -> bytes:
    """The body of the response, as JSON. A site is loaded into the database first."""
    audience = Audience.PREVIEW if preview else Audience.PUBLIC
    request = Request(document, variables=variables, audience=audience)
    # A database that is only asked is only read, unless a post in it is to appear now.
    read_only = site is None and not await schedule.is_due(database)
    async with open_store(database, readers=1, read_only=read_only) as store:
        if site is not None:
            if index_keys:  # else those are kept that a server of the same folder uses
                await indexing.index(store, index_keys)
            with terminal.progress() as progress:
                await sync(store, site, progress)
        return responses.body_of(await GraphQL(schedule.Punctual(store).row).answer(request))
