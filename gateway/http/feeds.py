"""Feeds and sitemaps, at the addresses that readers and search engines look at."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from gateway.feeds import atom, jsonfeed, pages, question, sitemap
from gateway.feeds.feed import Feed
from gateway.http import conditional, responses
from gateway.schema import executor
from gateway.schema.executor import GraphQL


@dataclass(frozen=True, slots=True)
class Format:
    file: str
    media_type: str
    render: Callable[[Feed], bytes]


FORMATS = (
    Format(atom.FILE, atom.MEDIA_TYPE, atom.render),
    Format(jsonfeed.FILE, jsonfeed.MEDIA_TYPE, jsonfeed.render),
)


def routes(graphql: GraphQL) -> list[BaseRoute]:
    """Feeds of the site and of each tag, category and author; the sitemap and its parts."""

    async def whole(request: Request) -> Response:
        row = await graphql.fetch_row(*pages.whole())
        body = await asyncio.to_thread(pages.render_whole, row, _origin(request))
        return conditional.answer(request, body, sitemap.MEDIA_TYPE)

    async def part(request: Request) -> Response:
        number: int = request.path_params["number"]
        body = None
        if 1 <= number <= sitemap.MOST:
            row = await graphql.fetch_row(*pages.part(number))
            body = await asyncio.to_thread(pages.render_part, row, _origin(request))
        if body is None:
            return responses.problem(
                f"There is no part {number} of the sitemap; /{sitemap.FILE} lists its parts", 404
            )
        return conditional.answer(request, body, sitemap.MEDIA_TYPE)

    feeds = (
        _feed(graphql, folder, document, form)
        for folder, document in question.DOCUMENTS.items()
        for form in FORMATS
    )
    return [
        *feeds,
        Route(f"/{sitemap.FILE}", whole),
        Route(f"/{sitemap.part('{number:int}')}", part),
    ]


def _feed(graphql: GraphQL, folder: str, document: str, form: Format) -> BaseRoute:
    async def answer(request: Request) -> Response:
        asked = executor.Request(document, variables=request.path_params)
        outcome = await graphql.answer(asked)
        if outcome.errors:
            raise outcome.errors[0]
        body = await asyncio.to_thread(_rendered, form, outcome.data, _origin(request))
        if body is None:
            slug = request.path_params["slug"]
            return responses.problem(f'None of the {folder} has the slug "{slug}"', 404)
        return conditional.answer(request, body, form.media_type)

    return Route(f"/{folder}/{{slug}}/{form.file}" if folder else f"/{form.file}", answer)


def _rendered(form: Format, data: Any, origin: str) -> bytes | None:
    """The feed that a query's data holds, which are finished JSON; None where it is of nothing."""
    feed = question.read(orjson.loads(orjson.dumps(data)), origin)
    return form.render(feed) if feed else None


def _origin(request: Request) -> str:
    """The scheme and the host that the client has asked for; who knows the site's uses that."""
    return f"{request.url.scheme}://{request.url.netloc}"
