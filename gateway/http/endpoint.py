"""GraphQL over HTTP: https://graphql.github.io/graphql-over-http/draft/."""

from collections.abc import Mapping
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response

from gateway.http import responses
from gateway.http.access import Access, UnknownTokenError
from gateway.schema import executor
from gateway.schema.executor import Audience, GraphQL

MAXIMUM_BODY = 1_000_000
"""Bytes in a request's body."""


class BadRequestError(Exception):
    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


class Endpoint:
    """The address that answers GraphQL requests, by GET and POST."""

    def __init__(self, graphql: GraphQL, access: Access) -> None:
        self._graphql = graphql
        self._access = access

    async def answer(self, request: Request) -> Response:
        accepted = request.headers.get("accept", "")
        graphql_type = responses.GRAPHQL_RESPONSE in accepted
        media_type = responses.GRAPHQL_RESPONSE if graphql_type else responses.JSON
        try:
            audience = self._access.audience(request)
            parameters = _query(request) if request.method == "GET" else await _body(request)
            asked = _request(parameters, audience)
        except BadRequestError as error:
            return responses.problem(str(error), error.status, media_type)
        except UnknownTokenError:
            return responses.problem(
                "The bearer token is not one of this server; leave it out to see what is published",
                401,
                media_type,
                {"WWW-Authenticate": 'Bearer realm="preview", error="invalid_token"'},
            )
        response = responses.result(await self._graphql.answer(asked), media_type)
        response.headers["Vary"] = "Accept, Authorization"
        if audience is Audience.PREVIEW:
            response.headers["Cache-Control"] = "private, no-store"
        return response


def _query(request: Request) -> dict[str, Any]:
    parameters: dict[str, Any] = dict(request.query_params)
    for name in ("variables", "extensions"):
        if parameters.get(name):
            parameters[name] = _json(parameters[name], f'The parameter "{name}"')
    return parameters


async def _body(request: Request) -> Any:
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type != responses.JSON:
        raise BadRequestError(
            f'The content type "{content_type}" is not supported; send {responses.JSON}', 415
        )
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAXIMUM_BODY:
            raise BadRequestError(f"The body has more than {MAXIMUM_BODY} bytes", 413)
    return _json(body, "The body")


def _json(text: str | bytearray, what: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise BadRequestError(f"{what} is not valid JSON: {error}") from None


def _request(parameters: Any, audience: Audience) -> executor.Request:
    if not isinstance(parameters, Mapping):
        raise BadRequestError('The body must be a JSON object with a "query"')
    query = parameters.get("query")
    if not isinstance(query, str) or not query:
        raise BadRequestError('There is no "query"; it must be a string with a GraphQL document')
    variables = parameters.get("variables")
    if variables is not None and not isinstance(variables, Mapping):
        raise BadRequestError('"variables" must be an object')
    name = parameters.get("operationName")
    if name is not None and not isinstance(name, str):
        raise BadRequestError('"operationName" must be a string')
    return executor.Request(query, name or None, variables, audience)
