"""The statements that list the pages of a site, and the sitemaps that their answers are.

Each statement selects one value, so that it is answered as every query is. Posts
come in the order of publication, and then what changes with each of them: of several sitemaps, a
new post changes only the last.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    bindparam,
    case,
    func,
    literal_column,
    select,
    union_all,
)

from gateway.feeds import sitemap
from gateway.feeds.sitemap import MOST, Page
from gateway.planner.scope import Audience, Source
from gateway.schema.relations import all_posts, all_terms
from gateway.store.sqlite import prepared
from gateway.store.tables import site

KINDS = ("category", "tag", "author")

Statement = tuple[str, Sequence[Any]]
Expression = ColumnElement[Any]
Row = Sequence[Any] | None


def whole() -> Statement:
    """All pages, or where they are too many for one sitemap, when each part was changed."""
    return prepared(_WHOLE)


def part(number: int) -> Statement:
    """The pages of one part, counted from 1; none where a single sitemap holds them all."""
    return prepared(_PART, offset=(number - 1) * MOST)


def render_whole(row: Row, origin: str) -> bytes:
    """The sitemap, or the index of its parts.

    `origin` is the address without a path that the site has where it does not say its own.
    """
    address, count, found = _read(row)
    if count <= MOST:
        return sitemap.render(_pages(found, address, origin))
    return sitemap.render_index(
        Page(f"{address or origin}/{sitemap.part(number)}", changed)
        for number, changed in enumerate(found, 1)
    )


def render_part(row: Row, origin: str) -> bytes | None:
    """One sitemap of several; None where there is no such part."""
    address, _, found = _read(row)
    return sitemap.render(_pages(found, address, origin)) if found else None


def _read(row: Row) -> tuple[str | None, int, list[Any]]:
    assert row is not None  # noqa: S101 - a statement that only selects values has a row
    address, count, found = orjson.loads(row[0])
    return address, count, found


def _pages(found: list[Any], address: str | None, origin: str) -> list[Page]:
    before = "" if address else origin
    return [Page(before + url, changed) for url, changed in found]


@dataclass(frozen=True, slots=True)
class _Section:
    """Pages of one kind: where they are read from, their order, address and last change."""

    rows: Source
    key: Expression
    url: Expression
    moment: Expression

    def pages(self, place: int) -> Select[Any]:
        # The moments of sort keys are in UTC, and empty where there is no date.
        changed = func.nullif(self.moment, "").concat("Z")
        columns: Any = select(
            literal_column(str(place)).label("place"),
            self.key.label("key"),
            self.url.label("url"),
            changed.label("changed"),
        )
        found: Select[Any] = columns.select_from(self.rows.table).where(*self.rows.where)
        return found

    def count(self) -> Expression:
        return (
            select(func.count())
            .select_from(self.rows.table)
            .where(*self.rows.where)
            .scalar_subquery()
        )


def _home() -> _Section:
    posts = all_posts(None, Audience.PUBLIC)
    latest = select(func.max(posts.columns["updated_key"])).select_from(posts.table)
    return _Section(
        Source(site, (), site.c),
        site.c.n,
        func.coalesce(site.c.url, site.c.base_path).concat("/"),
        func.coalesce(latest.where(*posts.where).scalar_subquery(), ""),
    )


def _posts() -> _Section:
    seen = all_posts(None, Audience.PUBLIC)
    columns = seen.columns
    listed = Source(seen.table, (*seen.where, columns["listed"] == literal_column("1")), columns)
    return _Section(listed, columns["published_key"], columns["url"], columns["updated_key"])


def _terms(kind: str) -> _Section:
    terms = all_terms(kind)(None, Audience.PUBLIC)
    latest = terms.columns["latest_post_key"]
    moment = func.substr(latest, 1, func.instr(latest, " ") - 1)
    return _Section(terms, terms.columns["id"], terms.columns["url"], moment)


_SECTIONS = (_posts(), *(_terms(kind) for kind in KINDS), _home())
_LISTED = union_all(*(each.pages(place) for place, each in enumerate(_SECTIONS))).subquery()
_ORDER = (_LISTED.c.place, _LISTED.c.key)


def _some(offset: Expression) -> Expression:
    """As many pages as a sitemap holds, each as a list of its address and its last change."""
    rows = select(_LISTED.c.url, _LISTED.c.changed).order_by(*_ORDER)
    found = rows.limit(literal_column(str(MOST))).offset(offset).subquery()
    page = func.json_array(found.c.url, found.c.changed)
    return select(func.json_group_array(page)).scalar_subquery()


def _changes() -> Expression:
    """When each part was changed."""
    number = (func.row_number().over(order_by=_ORDER) - 1) // MOST
    rows = select(_LISTED.c.changed, number.label("number")).subquery()
    latest = select(func.max(rows.c.changed).label("changed")).group_by(rows.c.number)
    found = latest.order_by(rows.c.number).subquery()
    return select(func.json_group_array(found.c.changed)).scalar_subquery()


def _answer(few: Expression, many: Expression) -> Select[Any]:
    """The site's address, how many pages it has, and what is found if they are few or many."""
    total = sum((each.count() for each in _SECTIONS), start=literal_column("0"))
    counted = select(total.label("total")).subquery()
    found = case((counted.c.total <= MOST, few), else_=many)
    address = select(site.c.url).scalar_subquery()
    return select(
        select(func.json_array(address, counted.c.total, found))
        .select_from(counted)
        .scalar_subquery()
    )


_WHOLE = _answer(_some(literal_column("0")), _changes())
_PART = _answer(func.json_array(), _some(bindparam("offset", type_=Integer)))
