"""Results and errors, as JSON."""

import logging
import secrets
from typing import Any

import orjson
from graphql import ExecutionResult, GraphQLError
from starlette.responses import Response

from gateway.errors import GatewayError

JSON = "application/json"
GRAPHQL_RESPONSE = "application/graphql-response+json"

log = logging.getLogger("gateway")


def body_of(outcome: ExecutionResult) -> bytes:
    """A result as JSON. Errors come first, so that they are seen first."""
    body: dict[str, Any] = {}
    if outcome.errors:
        body["errors"] = [_formatted(found) for found in outcome.errors]
    if not is_refused(outcome):
        body["data"] = outcome.data
    return orjson.dumps(body)


def is_refused(outcome: ExecutionResult) -> bool:
    """Whether the request was not executed at all: a request error, which has no data."""
    return outcome.data is None and not any(found.path for found in outcome.errors or ())


def result(outcome: ExecutionResult, media_type: str) -> Response:
    """The response to a GraphQL request.

    A request error is 400 for GraphQL's own media type, and 200 for plain JSON:
    https://graphql.github.io/graphql-over-http/draft/#sec-Status-Codes
    """
    status = 400 if media_type == GRAPHQL_RESPONSE and is_refused(outcome) else 200
    return Response(body_of(outcome), status, media_type=f"{media_type}; charset=utf-8")


def problem(
    message: str, status: int, media_type: str = JSON, headers: dict[str, str] | None = None
) -> Response:
    """The response to a request that is not one of GraphQL over HTTP."""
    body = orjson.dumps({"errors": [{"message": message}]})
    return Response(body, status, headers, f"{media_type}; charset=utf-8")


def _formatted(error: GraphQLError) -> Any:
    cause = error.original_error
    if cause is None or isinstance(cause, GraphQLError | GatewayError):
        return error.formatted
    # A bug: its text may hold anything, so clients get an id to look it up in the log by.
    reference = secrets.token_hex(6)
    log.error("internal error %s", reference, exc_info=cause)
    return error.formatted | {"message": f"Internal error {reference}"}
