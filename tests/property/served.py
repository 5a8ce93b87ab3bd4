"""A site in a store, and the same site in Python."""

import asyncio
import json
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gateway.content.loader import load
from gateway.content.scan import scan
from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import open_store
from gateway.sync.run import sync

from . import sites
from .blog import Blog


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
    documents = (load(site, file.path).document for file in scan(site).files)
    blog = Blog(filter(None, documents), site.url, site.base_path)
    return Served(plan.name, GraphQL(store.reader.row), blog, runner)
