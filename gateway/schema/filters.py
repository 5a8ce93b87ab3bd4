"""The inputs of `where`. What each of their fields compares is told in `conditions`."""

from typing import Any

import strawberry
from strawberry.types.unset import UNSET

from gateway.planner.connection import MAXIMUM_OFFSET
from gateway.planner.filter import MAXIMUM_CONDITIONS, MAXIMUM_NESTING
from gateway.schema.arguments import PAGE, POST_ORDER, argument
from gateway.schema.conditions.search import ENOUGH
from gateway.schema.scalars import JSON, DateTime
from gateway.text.search.query import MAXIMUM_CHARACTERS, MAXIMUM_TERMS


def _given(description: str, name: str | None = None) -> Any:
    """A field that restricts nothing where it is absent."""
    return strawberry.field(default=UNSET, description=description, name=name)


@strawberry.input(description="Conditions on a text, which are all to hold.")
class StringFilter:
    eq: str | None = _given("It is this very text.")
    ne: str | None = _given("It is another text.")
    in_: list[str] | None = _given("It is one of these.", "in")
    not_in: list[str] | None = _given("It is none of these.")
    contains: str | None = _given("It contains this, without regard to case and width.")
    starts_with: str | None = _given("It begins with this, without regard to case and width.")
    is_null: bool | None = _given("Whether there is none.")


@strawberry.input(description="Conditions on a number, which are all to hold.")
class IntFilter:
    eq: int | None = _given("It is this number.")
    in_: list[int] | None = _given("It is one of these.", "in")
    gt: int | None = _given("It is greater.")
    gte: int | None = _given("It is as great or greater.")
    lt: int | None = _given("It is less.")
    lte: int | None = _given("It is as great or less.")


@strawberry.input(
    description="Conditions on a moment, which are all to hold; without a date none of them does. "
    "A date stands for its first moment; without an offset it is in the site's time zone."
)
class DateTimeFilter:
    eq: DateTime | None = _given("It is this moment.")
    gt: DateTime | None = _given("It is later.")
    gte: DateTime | None = _given("It is then or later.")
    lt: DateTime | None = _given("It is earlier.")
    lte: DateTime | None = _given("It is then or earlier.")


@strawberry.input(
    description="Conditions on the tags, categories or authors of a post, each named by its slug. "
    "They are all to hold."
)
class TermFilter:
    any: list[str] | None = _given("It has at least one of these.")
    all: list[str] | None = _given("It has every one of these.")
    none: list[str] | None = _given("It has none of these.")


@strawberry.input(
    description="A condition on the front matter: with neither `eq` nor `contains`, that it has "
    "the key. The keys that `gateway serve --index-keys` names are found by an index."
)
class FrontMatterFilter:
    key: str = strawberry.field(description="A key at the top of the front matter.")
    eq: JSON | None = _given(
        "Its value is equal to this, numbers by value and objects whatever the order of their "
        "keys; null is equal to a missing value too."
    )
    contains: JSON | None = _given(
        "Its value is a list that has this element, which may be null, a text that contains this "
        "text (without regard to case and width), or an object that has all pairs of this one."
    )


@strawberry.input(
    description="Conditions on posts, which are all to hold; `{}` matches every post. At most "
    f"{MAXIMUM_CONDITIONS} conditions, with `and`, `or` and `not` at most {MAXIMUM_NESTING} deep "
    "in each other."
)
class PostFilter:
    and_: "list[PostFilter] | None" = _given("All of these hold.", "and")
    or_: "list[PostFilter] | None" = _given("At least one of these holds.", "or")
    not_: "PostFilter | None" = _given("This does not hold.", "not")
    search: str | None = _given(
        "What a reader types in a search box, of at most "
        f'{MAXIMUM_CHARACTERS} characters and {MAXIMUM_TERMS} terms. A blank stands for "and"; '
        '`"a phrase"`, `-without`, `this OR that` and `prefix*` mean what they mean elsewhere. '
        "Case, width, accents and endings of words do not count. Posts that have all terms come "
        f"first; where there are fewer than {ENOUGH} of them, those follow that have some."
    )
    title: StringFilter | None = _given("The title.")
    slug: StringFilter | None = _given("The slug.")
    locale: StringFilter | None = _given("The language.")
    published_at: DateTimeFilter | None = _given("When it was published.")
    updated_at: DateTimeFilter | None = _given("When it was last changed.")
    reading_minutes: IntFilter | None = _given("The minutes to read it.")
    tags: TermFilter | None = _given("Its tags.")
    categories: TermFilter | None = _given("Its categories.")
    authors: TermFilter | None = _given("Its authors.")
    front_matter: list[FrontMatterFilter] | None = _given("Its front matter: all of these hold.")


WHERE = argument("where", PostFilter | None, "Only the posts that match this.")
OFFSET = argument(
    "offset",
    int | None,
    f"Leaves out so many items, 0 to {MAXIMUM_OFFSET}, after `after`; for sites with numbered "
    "pages. Not together with `last` or `before`.",
)
SEARCH = argument(
    "search", str | None, "Only those whose name contains this, without regard to case and width."
)
POST_PAGE = (*PAGE, OFFSET, WHERE, POST_ORDER)
