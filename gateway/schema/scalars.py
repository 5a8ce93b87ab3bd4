"""Scalars: what JSON's own types do not tell apart. Their values are finished JSON already."""

from typing import NewType

import strawberry
from strawberry.types.scalar import ScalarDefinition

DateTime = NewType("DateTime", str)
HTML = NewType("HTML", str)
Markdown = NewType("Markdown", str)
URL = NewType("URL", str)
JSON = strawberry.scalars.JSON

SCALARS: dict[object, ScalarDefinition] = {
    DateTime: strawberry.scalar(
        name="DateTime",
        description="A moment as RFC 3339 writes it, with the offset that the author wrote: "
        "`2025-11-07T16:39:06+00:00`.",
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
