"""A site in a store that answers, and the same site in Python."""

import asyncio
import json
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select, update

from gateway.content.document import Document
from gateway.content.loader import load
from gateway.content.scan import scan
from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.planner.scope import Audience
from gateway.schema.executor import GraphQL, Request
from gateway.store.keys import key_of
from gateway.store.sqlite import Store, open_store
from gateway.store.tables import post, revision
from gateway.sync import schedule, state
from gateway.sync.run import sync

from . import sites
from .blog import Blog, Content, Revision

PASSED = datetime(2025, 1, 1, tzinfo=UTC)

FIRST_CURSOR = "query ($asked: {}) {{ {}(first: 1, {}: $asked) {{ edges {{ cursor }} }} }}"
FILTERED = {
    "Post": FIRST_CURSOR.format("PostFilter", "posts", "where"),
    "Tag": FIRST_CURSOR.format("String", "tags", "search"),
    "Category": FIRST_CURSOR.format("String", "categories", "search"),
    "Author": FIRST_CURSOR.format("String", "authors", "search"),
}


@dataclass(frozen=True, kw_only=True)
class Client:
    """Asks, from outside of the event loop."""

    graphql: GraphQL
    runner: asyncio.Runner
    audience: Audience = Audience.PUBLIC

    def answer(
        self, text: str, variables: Mapping[str, Any] | None = None, name: str | None = None
    ) -> str:
        """The body of the response."""
        request = Request(text, name, variables, self.audience)
        return body_of(self.runner.run(self.graphql.answer(request))).decode()

    def data(self, text: str, variables: Mapping[str, Any] | None = None) -> Any:
        body = json.loads(self.answer(text, variables))
        assert list(body) == ["data"], body
        return body["data"]


class Marks:
    """What the cursors of filtered lists have of the filter: a digest, by the server's own rule.

    It is learnt from the list of everything, and must be the same in every other list.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._known: dict[tuple[str, str], str | None] = {}

    def __call__(self, kind: str, asked: Any) -> str | None:
        """None for a filter that nothing passes: there are no cursors of it."""
        key = kind, json.dumps(asked, sort_keys=True)
        if key not in self._known:
            (page,) = self._client.data(FILTERED[kind], {"asked": asked}).values()
            codes = (json.loads(bytes.fromhex(edge["cursor"]))[0] for edge in page["edges"])
            self._known[key] = next(codes, None)
        code = self._known[key]
        return None if code is None else "".join(code.partition(":")[1:])


@dataclass(frozen=True, kw_only=True)
class Served(Client):
    """A blog as an audience sees it."""

    name: str
    blog: Blog


async def serve(
    plan: sites.Plan, folder: Path, runner: asyncio.Runner, stack: AsyncExitStack
) -> list[Served]:
    """The site of a plan, to each audience."""
    store = await stack.enter_async_context(open_store(folder / "gateway.db"))
    # What was there before may leave no trace but rows in another order.
    for version in (1, 0):
        sites.write(folder / "site", sites.files(plan, version), version)
        site = open_site(folder / "site")
        await sync(store, site)
    files = [file.path for file in scan(site).files]
    documents = [document for path in files if (document := load(site, path).document)]
    if plan.later:
        documents = [_later(document) for document in documents]
        await _pass_time(store)
    content = Content(site, files, documents, await _revision(store))
    graphql = GraphQL(store.reader.row)
    return [
        _served(plan.name, Client(graphql=graphql, runner=runner, audience=audience), content)
        for audience in Audience
    ]


def _served(name: str, client: Client, content: Content) -> Served:
    sees_all = client.audience is Audience.PREVIEW
    return Served(
        graphql=client.graphql,
        runner=client.runner,
        audience=client.audience,
        name=f"{name}, {client.audience.value}",
        blog=Blog(content, see_all=sees_all, mark=Marks(client)),
    )


async def _revision(store: Store) -> Revision:
    """What nothing can be known of beside the store. A post's revision says nothing by itself."""
    revisions = await store.reader.select(
        select(revision.c.id, revision.c.loaded_at).order_by(revision.c.sequence.desc()).limit(1)
    )
    id_, loaded_at = revisions[0] if revisions else ("", None)
    of_posts = dict(await store.reader.select(select(post.c.source_path, post.c.revision)))
    return Revision(id_, loaded_at, await state.issues(store.reader), of_posts)


def _later(document: Document) -> Document:
    begins, ends = document.available_from, document.available_until
    return replace(document, available_from=begins and PASSED, available_until=ends and PASSED)


async def _pass_time(store: Store) -> None:
    """Lets the moments pass at which posts are due: the clock stays, so they are put before it."""
    async with store.transaction() as writer:
        for column in (post.c.available_from, post.c.available_until):
            passed = {column: key_of(PASSED), post.c.due_at: key_of(PASSED)}
            await writer.run(update(post).where(column.is_not(None)).values(passed), [{}])
    await schedule.catch_up(store)
