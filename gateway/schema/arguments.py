"""Enums, inputs and arguments that fields share."""

from enum import Enum
from typing import Any

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.unset import UNSET

from gateway.planner.connection import DEFAULT_PAGE, MAXIMUM_PAGE


def argument(
    name: str, annotation: Any, description: str, default: Any = UNSET
) -> StrawberryArgument:
    """An argument of a field. `name` is the Python name, which GraphQL sees in camel case."""
    return StrawberryArgument(
        name, None, StrawberryAnnotation(annotation), description=description, default=default
    )


@strawberry.enum(description="The direction of an ordering.")
class OrderDirection(Enum):
    ASC = strawberry.enum_value("ASC", description="Smallest, earliest or first letter first.")
    DESC = strawberry.enum_value("DESC", description="Largest, latest or last letter first.")


@strawberry.enum(description="What posts can be ordered by.")
class PostOrderField(Enum):
    PUBLISHED_AT = strawberry.enum_value(
        "PUBLISHED_AT", description="The date of publication; undated posts count as the oldest."
    )
    UPDATED_AT = strawberry.enum_value("UPDATED_AT", description="The date of the last change.")
    TITLE = strawberry.enum_value("TITLE", description="The title, without regard to case.")
    READING_TIME = strawberry.enum_value("READING_TIME", description="The minutes it takes.")
    RELEVANCE = strawberry.enum_value(
        "RELEVANCE", description="How well it fits `search`, without which there is no such order."
    )


@strawberry.enum(description="What tags, categories and authors can be ordered by.")
class TermOrderField(Enum):
    NAME = strawberry.enum_value("NAME", description="The name, without regard to case.")
    POST_COUNT = strawberry.enum_value("POST_COUNT", description="The number of posts.")
    LATEST_POST = strawberry.enum_value("LATEST_POST", description="The date of the latest post.")


@strawberry.enum(description="Whether a post is to be seen by everybody.")
class PostStatus(Enum):
    DRAFT = strawberry.enum_value(
        "DRAFT", description="Its author has not published it, or has taken it back."
    )
    SCHEDULED = strawberry.enum_value(
        "SCHEDULED", description="It is published when its time has come."
    )
    PUBLISHED = strawberry.enum_value("PUBLISHED", description="Everybody sees it.")
    EXPIRED = strawberry.enum_value("EXPIRED", description="Its time is over.")


@strawberry.enum(description="The formats in which a text is to be had.")
class TextFormat(Enum):
    PLAIN = strawberry.enum_value("PLAIN", description="Text without any markup.")
    HTML = strawberry.enum_value("HTML", description="HTML, sanitised.")
    MARKDOWN = strawberry.enum_value("MARKDOWN", description="Markdown.")


@strawberry.input(description="One field that posts are ordered by.")
class PostOrder:
    field: PostOrderField = strawberry.field(description="What to order by.")
    direction: OrderDirection = strawberry.field(
        default=OrderDirection.DESC, description="In which direction."
    )


@strawberry.input(description="One field that tags, categories or authors are ordered by.")
class TermOrder:
    field: TermOrderField = strawberry.field(description="What to order by.")
    direction: OrderDirection = strawberry.field(
        default=OrderDirection.ASC, description="In which direction."
    )


@strawberry.input(description="What identifies a post: exactly one of these.", one_of=True)
class PostBy:
    id: strawberry.ID | None = strawberry.field(default=UNSET, description="Its global id.")
    slug: str | None = strawberry.field(
        default=UNSET, description="Its slug; of several posts with the same slug, the newest."
    )
    path: str | None = strawberry.field(
        default=UNSET, description="Its URL path, percent-encoded or not."
    )


@strawberry.input(
    description="What identifies a tag, a category or an author: exactly one of these.",
    one_of=True,
)
class TermBy:
    id: strawberry.ID | None = strawberry.field(default=UNSET, description="Its global id.")
    slug: str | None = strawberry.field(default=UNSET, description="Its slug.")
    path: str | None = strawberry.field(
        default=UNSET, description="Its URL path, percent-encoded or not."
    )


PAGE = (
    argument(
        "first",
        int | None,
        f"How many items from the beginning, at most {MAXIMUM_PAGE}; "
        f"{DEFAULT_PAGE} where neither `first` nor `last` is given.",
    ),
    argument("after", str | None, "Only items after this cursor."),
    argument("last", int | None, f"How many items from the end, at most {MAXIMUM_PAGE}."),
    argument("before", str | None, "Only items before this cursor."),
)
POST_ORDER = argument(
    "order_by",
    list[PostOrder] | None,
    "The fields to order by, the first one first. Without it the newest posts come first, in a "
    "search those that fit best.",
)
TERM_ORDER = argument(
    "order_by",
    list[TermOrder] | None,
    "The fields to order by, the first one first; without it by name, and for the terms "
    "of a post as its author wrote them.",
)
