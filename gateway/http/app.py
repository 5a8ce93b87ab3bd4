"""The routes."""

from dataclasses import asdict

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

import gateway
from gateway.graphiql import page
from gateway.http.endpoint import Endpoint
from gateway.schema.executor import GraphQL
from gateway.store.sqlite import Store
from gateway.sync import state

GRAPHQL_PATH = "/graphql"


def create(store: Store) -> Starlette:
    """The application over an open store."""
    endpoint = Endpoint(GraphQL(store.reader.row))

    async def health(_: Request) -> Response:
        revision = await state.latest_revision(store.reader)
        return JSONResponse(
            {
                "status": "ok",
                "version": gateway.__version__,
                "contentRevision": revision and revision.id,
                "content": asdict(await state.counts(store.reader)),
            }
        )

    return Starlette(
        routes=[
            Route(GRAPHQL_PATH, endpoint.answer, methods=["GET", "POST"]),
            Route("/health", health),
            *page.routes(GRAPHQL_PATH),
        ]
    )
