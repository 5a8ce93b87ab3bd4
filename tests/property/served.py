"""A site in a store, and the same site in Python."""

import asyncio
import json
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select

from gateway.content.loader import load
from gateway.content.scan import scan
from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import open_store
from gateway.store.tables import post, revision
from gateway.sync import state
from gateway.sync.run import sync

from . import sites
from .blog import Blog, Revision


@dataclass(frozen=True)
class Served:
    name: str
    graphql: GraphQL
    blog: Blog
    runner: asyncio.Runner

    def answer(
        self, text: str, variables: Mapping[str, Any] | None = None, name: str | None = None
    ) -> str:
        """The body of the response."""
        request = Request(text, name, variables)
        return body_of(self.runner.run(self.graphql.answer(request))).decode()

    def data(self, text: str, variables: Mapping[str, Any] | None = None) -> Any:
        body = json.loads(self.answer(text, variables))
        assert list(body) == ["data"], body
        return body["data"]


async def serve(
    plan: sites.Plan, folder: Path, runner: asyncio.Runner, stack: AsyncExitStack
) -> Served:
    store = await stack.enter_async_context(open_store(folder / "gateway.db"))
    # What was there before may leave no trace but rows in another order.
    for version in (1, 0):
        sites.write(folder / "site", sites.files(plan, version))
        site = open_site(folder / "site")
        await sync(store, site)
    revisions = await store.reader.select(
        select(revision.c.id, revision.c.loaded_at).order_by(revision.c.sequence.desc()).limit(1)
    )
    id_, loaded_at = revisions[0] if revisions else ("", None)
    of_posts = await store.reader.select(select(post.c.source_path, post.c.revision))
    found = Revision(id_, loaded_at, await state.issues(store.reader), dict(of_posts))
    documents = (load(site, file.path).document for file in scan(site).files)
    blog = Blog(filter(None, documents), found, site.url, site.base_path)
    return Served(plan.name, GraphQL(store.reader.row), blog, runner)
