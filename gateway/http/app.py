"""The routes."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

import gateway
from gateway.graphiql import page
from gateway.http import feeds, responses
from gateway.http.access import Access
from gateway.http.endpoint import Endpoint
from gateway.schema import subgraph
from gateway.schema.executor import SCHEMA, FetchRow, GraphQL
from gateway.store.sqlite import Store
from gateway.sync import state

GRAPHQL_PATH = "/graphql"

SEEN = ("posts", "tags", "categories", "authors")
"""What everybody may know the number of: not of what is hidden, nor of what is wrong with it."""


def create(
    store: Store,
    fetch_row: FetchRow,
    preview_token: str | None = None,
    *,
    federation: bool = False,
) -> Starlette:
    """The application over an open store, whose content it reads by `fetch_row`.

    With `federation` it is a subgraph.
    """
    schema = subgraph.schema() if federation else SCHEMA
    graphql = GraphQL(fetch_row, schema)
    endpoint = Endpoint(graphql, Access(preview_token))

    async def health(_: Request) -> Response:
        revision = await state.latest_revision(store.reader)
        content = await state.counts(store.reader)
        return JSONResponse(
            {
                "status": "ok",
                "version": gateway.__version__,
                "contentRevision": revision and revision.id,
                "content": {name: getattr(content, name) for name in SEEN},
            }
        )

    return Starlette(
        routes=[
            Route(GRAPHQL_PATH, endpoint.answer, methods=["GET", "POST"]),
            Route("/health", health),
            *feeds.routes(graphql),
            *page.routes(GRAPHQL_PATH),
        ],
        exception_handlers={404: nothing_there, 405: wrong_method},
    )


def nothing_there(request: Request, _: Exception) -> Response:
    return responses.problem(
        f"There is nothing at {request.url.path}; GraphQL is at {GRAPHQL_PATH}", 404
    )


def wrong_method(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - the only one that has this status
    allowed = (error.headers or {}).get("Allow", "")
    return responses.problem(
        f"{request.url.path} does not answer {request.method}; use one of {allowed}",
        405,
        headers={"Allow": allowed},
    )
