"""What a search says of a post that it found."""

from dataclasses import dataclass
from enum import Enum
from functools import partial

import strawberry
from sqlalchemy import func, null, select

from gateway.planner import json_sql
from gateway.planner.arguments import Constant
from gateway.planner.connection import Page
from gateway.planner.json_sql import Expression, Members
from gateway.planner.ordering import AS_WRITTEN
from gateway.planner.planning import MAXIMUM_STORED_DEPTH, Field, Planning
from gateway.planner.reading import Computed, Many, Value, column
from gateway.planner.scope import Audience, Row, Source
from gateway.schema.arguments import argument
from gateway.schema.conditions.search import ENOUGH
from gateway.schema.field import reads
from gateway.store import tables
from gateway.store.fulltext import UNNAMED
from gateway.text.search.highlights import MOST_FRAGMENTS, WIDEST

DEFAULT_FIRST = 3
DEFAULT_AROUND = 80


@dataclass(frozen=True, slots=True)
class Found:
    """An object for the search of a page, null where its posts are not searched."""

    def plan(self, planning: Planning, field: Field, scope: Page) -> Expression:
        if scope.filtered.search is None:
            return null()
        return planning.object(field.type, scope, field.nodes)


def _highlights(planning: Planning, field: Field, page: Page) -> Expression:
    """Made by this process of the texts that the statement reads, when they are asked for."""
    search = page.filtered.search
    assert search is not None  # noqa: S101 - `Found` has asked
    text_format = field.arguments.get("format")
    asked = (
        search.bind(),
        _number(planning, field, "first", DEFAULT_FIRST, MOST_FRAGMENTS),
        _number(planning, field, "around", DEFAULT_AROUND, WIDEST),
        json_sql.text((text_format.value if text_format else HighlightFormat.HTML).value),
    )

    def found(row: Row, _: Audience) -> Source:
        return _objects(func.highlights(*asked, *_texts(row)), "property", "fragment", "ranges")

    return Many(found, AS_WRITTEN, MAXIMUM_STORED_DEPTH).plan(planning, field, page.row)


def _texts(row: Row) -> tuple[Expression, ...]:
    """The texts of a post in which a search finds something; a JSON list for its terms."""
    body, link = tables.post_body.alias(), tables.post_term.alias()
    names = (
        select(link.c.name)
        .where(link.c.post == row["n"], link.c.kind != json_sql.text(UNNAMED))
        .order_by(link.c.kind.desc(), link.c.position)
        .subquery()
    )
    return (
        row["title"],
        select(json_sql.array_of_rows(names.c.name)).scalar_subquery(),
        row["excerpt_plain"],
        select(body.c.plain).where(body.c.post == row["n"]).scalar_subquery(),
        row["locale"],
    )


def _ranges(match: Row, _: Audience) -> Source:
    return _objects(match["ranges"], "start", "end")


def _objects(json: Expression, *names: str) -> Source:
    """The objects in a JSON list as rows, with these members."""
    members = Members(json)
    columns = {name: members[name] for name in names}
    return Source(members.rows, (), {**columns, "position": members.position})


def _number(planning: Planning, field: Field, name: str, default: int, most: int) -> Expression:
    given = field.arguments.get(name)
    return planning.bind(
        Constant(default) if given is None else given, partial(_checked, field, name, most)
    )


def _checked(field: Field, name: str, most: int, value: int) -> int:
    if not 0 <= value <= most:
        raise field.error(name, f"{value} is not from 0 to {most}")
    return value


@strawberry.enum(description="The formats of fragments in which what was searched is marked.")
class HighlightFormat(Enum):
    HTML = strawberry.enum_value(
        "HTML", description="Escaped, with what was found in `<mark>` elements: safe in a page."
    )
    PLAIN = strawberry.enum_value("PLAIN", description="The text as it is; `ranges` tell the rest.")


@strawberry.type(description="A stretch of a text, in UTF-16 code units, as JavaScript counts.")
class TextRange:
    start: int = reads(column("start"), "Where it begins.")
    end: int = reads(column("end"), "The place after its end.")


@strawberry.type(description="A part of a text of a post in which the search found something.")
class TextMatch:
    property: str = reads(column("property"), "Which text: `title`, `tags`, `excerpt` or `body`.")
    fragment: str = reads(column("fragment"), "A slice of the original text.")
    ranges: list[TextRange] = reads(
        Many(_ranges, AS_WRITTEN, MAXIMUM_STORED_DEPTH),
        "What was found in the fragment, by its places in the fragment as PLAIN.",
    )


@strawberry.type(description="What a search says of a post that it found.")
class SearchHit:
    score: float = reads(
        Value(lambda page: page.row["score"]),
        "How well it fits: only to be compared with the others of the same search.",
    )
    relaxed: bool = reads(
        Value(lambda page: json_sql.boolean(page.row["relaxed"])),
        "Whether it has only some of the terms. Such posts follow where fewer than "
        f"{ENOUGH} have all.",
    )
    highlights: list[TextMatch] = reads(
        Computed(_highlights),
        "Where the terms stand: in the title and the tags, then in the parts of the text that have "
        "most of them.",
        (
            argument("first", int | None, f"How many, at most {MOST_FRAGMENTS}.", DEFAULT_FIRST),
            argument(
                "around",
                int | None,
                "About how many characters of the text to show before and after what was found, "
                f"at most {WIDEST}.",
                DEFAULT_AROUND,
            ),
            argument(
                "format",
                HighlightFormat | None,
                "The format of the fragments.",
                HighlightFormat.HTML,
            ),
        ),
    )
