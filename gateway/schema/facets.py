"""What the posts of a list are filed under and when they are from, each with a count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Any

import orjson
import strawberry
from sqlalchemy import ColumnElement, and_, false, func, select

from gateway.planner import json_sql
from gateway.planner.arguments import Constant, Template
from gateway.planner.connection import MAXIMUM_PAGE, Page, size
from gateway.planner.json_sql import Expression
from gateway.planner.ordering import Key, Ordering
from gateway.planner.planning import Field, Planning
from gateway.planner.reading import Value, column
from gateway.planner.scope import Columns, Source, scalar, select_rows
from gateway.schema.arguments import argument
from gateway.schema.conditions.moments import BEYOND
from gateway.schema.field import reads
from gateway.schema.relations import all_posts, all_terms
from gateway.schema.scalars import DateTime
from gateway.store import moments, tables
from gateway.store.keys import nfc

DEFAULT_FACETS = 20
MOST_FIRST = Ordering("f", (Key("count", descending=True), Key("name_key"), Key("id")))
NEWEST_FIRST = Ordering("d", (Key("first", descending=True),))
AFTER_UNDATED = json_sql.text(BEYOND)
"""Keys from here on have a date: see `conditions.moments`."""

FIELDS = {"tag": "tags", "category": "categories", "author": "authors"}


@dataclass(frozen=True, slots=True)
class TermFacets:
    """The tags, categories or authors of the posts of a page's whole list, the most used first."""

    kind: str

    def plan(self, planning: Planning, field: Field, scope: Page) -> Expression:
        limit = size(planning, field, "first")
        if limit is None:
            limit = planning.bind(Constant(DEFAULT_FACETS))

        def every() -> Expression:
            source, row = self._source(planning, scope), planning.row()
            items = json_sql.array_of_rows(planning.object(field.type, row, field.nodes))
            rows = select_rows(source, row).order_by(*MOST_FIRST.by(source.columns)).limit(limit)
            return scalar(row, rows, items)

        return planning.related(field, None, every)

    def _source(self, planning: Planning, page: Page) -> Source:
        terms = planning.source(all_terms(self.kind), None)
        named = {name: terms.columns[name] for name in ("slug", "name", "name_key", "id")}
        named["selected"] = self._is_selected(planning, page, terms.columns)
        if page.relation is all_posts and page.filtered.given is None:
            # Counted already, and in this order in an index.
            count = terms.columns["post_count"]
            used = (*terms.where, count > json_sql.zero())
            return Source(terms.table, used, {**named, "count": count})
        posts, link = page.source, tables.post_term.alias()
        mine = and_(link.c.post == posts.columns["n"], link.c.kind == self.kind)
        # An outer join, or else SQLite may begin with the terms, and with all posts of the blog.
        counted = (
            select(link.c.term, func.count().label("count"))
            .select_from(posts.table.outerjoin(link, mine))
            .where(*posts.where)
            .group_by(link.c.term)
            .subquery()
        )
        return Source(
            counted.join(terms.table, terms.columns["n"] == counted.c.term),
            terms.where,
            {**named, "count": counted.c.count},
        )

    def _is_selected(self, planning: Planning, page: Page, columns: Columns) -> ColumnElement[bool]:
        chosen = list(_chosen(page.filtered.given or {}, FIELDS[self.kind]))
        if not chosen:
            return false()
        slugs = planning.bind(
            chosen,
            lambda lists: orjson.dumps([nfc(slug) for each in lists for slug in each]).decode(),
        )
        values = func.json_each(slugs).table_valued("value")
        return columns["slug"].in_(select(values.c.value))


def _chosen(where: Template, name: str) -> Iterator[Template]:
    """The lists of slugs that a filter asks for, which all posts of its list have to do with."""
    for key, given in where.items():
        if given is None:
            continue
        if key == "and":
            for each in given:
                yield from _chosen(each, name)
        elif key == name:
            yield from (given[each] for each in ("any", "all") if given.get(each) is not None)


@dataclass(frozen=True, slots=True)
class DateFacets:
    """The years, months or days of the posts of a page's whole list, the newest first.

    They are walked from one to the next, and each is counted as a range of dates, so that nothing
    is asked of every post.
    """

    def plan(self, planning: Planning, field: Field, scope: Page) -> Expression:
        unit = field.arguments.get("unit") or Constant(DateUnit.MONTH)
        zone = field.arguments.get("timeZone")
        arguments = (
            planning.bind(unit, lambda chosen: chosen.name),
            select(tables.site.alias().c.time_zone).scalar_subquery()
            if zone is None
            else planning.bind(zone, partial(_checked_zone, field)),
        )

        def every() -> Expression:
            source, row = _buckets(scope.in_order(), arguments), planning.row()
            items = json_sql.array_of_rows(planning.object(field.type, row, field.nodes))
            rows = select_rows(source, row).order_by(*NEWEST_FIRST.by(source.columns))
            return scalar(row, rows, items)

        return planning.related(field, None, every)


def _buckets(posts: Source, arguments: Sequence[Expression]) -> Source:
    """The units of time that have posts, each made of the latest post before the one after it."""
    key = posts.columns["published_key"]

    def bucket(*before: ColumnElement[bool]) -> Expression:
        dated = select(key).select_from(posts.table).where(*posts.where, key >= AFTER_UNDATED)
        latest = dated.where(*before).order_by(key.desc()).limit(json_sql.one())
        return func.bucket(latest.scalar_subquery(), *arguments).label("found")

    walked = select(bucket()).cte(recursive=True, nesting=True)
    earlier = bucket(key < _part(walked.c.found, "first"))
    walked = walked.union_all(select(earlier).where(walked.c.found.is_not(None)))
    found = walked.c.found
    parts = {name: _part(found, name) for name in ("key", "start", "end", "first")}
    counted = select(func.count()).select_from(posts.table)
    inside = counted.where(*posts.where, key >= parts["first"], key < _part(found, "last"))
    return Source(walked, (found.is_not(None),), {**parts, "count": inside.scalar_subquery()})


def _part(json: Expression, name: str) -> Expression:
    return func.json_extract(json, json_sql.text(f"$.{name}"))


def _checked_zone(field: Field, name: str) -> str:
    try:
        moments.zone(name)
    except ValueError as problem:
        raise field.error("timeZone", str(problem)) from None
    return name


@strawberry.enum(description="A unit of the calendar.")
class DateUnit(Enum):
    YEAR = strawberry.enum_value("YEAR", description="Years.")
    MONTH = strawberry.enum_value("MONTH", description="Months.")
    DAY = strawberry.enum_value("DAY", description="Days.")


@strawberry.type(description="A tag, a category or an author, and how many posts it has here.")
class TermFacet:
    slug: str = reads(column("slug"), "Its slug.")
    label: str = reads(column("name"), "Its name.")
    count: int = reads(column("count"), "How many of the posts it has.")
    selected: bool = reads(
        Value(lambda row: json_sql.boolean(row["selected"])),
        "Whether the filter of the list asks for it, by `any` or `all`.",
    )


@strawberry.type(description="A year, a month or a day, and how many posts are from it.")
class DateFacet:
    key: str = reads(column("key"), "`2025`, `2025-11` or `2025-11-07`.")
    start: DateTime = reads(column("start"), "Its first moment.")
    end: DateTime = reads(column("end"), "The moment after its last.")
    count: int = reads(column("count"), "How many of the posts are from it.")


def _terms(kind: str, name: str) -> Any:
    return reads(
        TermFacets(kind),
        f"The {name} of the posts, those with the most posts first.",
        (
            argument(
                "first", int | None, f"How many, at most {MAXIMUM_PAGE}.", default=DEFAULT_FACETS
            ),
        ),
    )


@strawberry.type(
    description="What all posts of a list under its filter are filed under, and when they are from."
)
class PostFacets:
    tags: list[TermFacet] = _terms("tag", "tags")
    categories: list[TermFacet] = _terms("category", "categories")
    authors: list[TermFacet] = _terms("author", "authors")
    archives: list[DateFacet] = reads(
        DateFacets(),
        "The years, months or days that have posts, the newest first.",
        (
            argument("unit", DateUnit | None, "The unit to count by.", DateUnit.MONTH),
            argument(
                "time_zone",
                str | None,
                "The time zone in which they begin and end, such as `Asia/Tokyo`, `UTC` or "
                "`+09:00`; the site's without it.",
            ),
        ),
    )
