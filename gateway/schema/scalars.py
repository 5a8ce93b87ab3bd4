"""Scalars: what JSON's own types do not tell apart. In answers they are finished JSON already."""

from typing import Any, NewType

import strawberry
from graphql import GraphQLError, ValueNode, value_from_ast_untyped
from strawberry.types.scalar import ScalarDefinition

from gateway.store import moments

DateTime = NewType("DateTime", str)
HTML = NewType("HTML", str)
Markdown = NewType("Markdown", str)
URL = NewType("URL", str)
JSON = strawberry.scalars.JSON


def _moment(value: Any, node: ValueNode | None = None) -> str:
    """A moment that is given, as it was written: it may be in the site's time zone."""
    if not isinstance(value, str):
        raise GraphQLError("write a date-time as a text, like 2025-11-07T16:39:06+09:00", node)
    try:
        moments.parse(value)
    except ValueError as problem:
        # Another error counts as a bug in the scalar.
        raise GraphQLError(str(problem), node) from None
    return value


def _moment_literal(node: ValueNode, variables: Any = None) -> str:
    return _moment(value_from_ast_untyped(node, variables), node)


SCALARS: dict[object, ScalarDefinition] = {
    DateTime: strawberry.scalar(
        name="DateTime",
        description="A moment as RFC 3339 writes it, with the offset that the author wrote: "
        "`2025-11-07T16:39:06+00:00`. As an input it may also be a date or have no offset, and is "
        "then in the site's time zone.",
        parse_value=_moment,
        parse_literal=_moment_literal,
        specified_by_url="https://scalars.graphql.org/andimarek/date-time",
    ),
    HTML: strawberry.scalar(
        name="HTML", description="An HTML fragment, sanitised: no script can hide in it."
    ),
    Markdown: strawberry.scalar(name="Markdown", description="Markdown, as it was written."),
    URL: strawberry.scalar(
        name="URL",
        description="A URL; relative to the site's root where the site's own URL is not known.",
        specified_by_url="https://url.spec.whatwg.org/",
    ),
    JSON: strawberry.scalar(
        name="JSON",
        description="Any JSON value: object, list, string, number, boolean or null.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc8259",
    ),
}
