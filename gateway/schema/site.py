"""The site: what its configuration says of it."""

import strawberry
from sqlalchemy import func, literal, null, select

from gateway.planner import json_sql
from gateway.planner.json_sql import Expression
from gateway.planner.ordering import Key, Ordering
from gateway.planner.planning import Field, Planning
from gateway.planner.reading import Computed, One, column
from gateway.planner.scope import Audience, Row, Source
from gateway.schema.field import reads
from gateway.schema.provenance import LATEST, ContentRevision, revisions
from gateway.schema.scalars import JSON, URL
from gateway.store import tables

NEWEST = 100
"""So many posts tell the language of a site that does not say it."""

LOADED = Ordering("s", (Key("n", descending=True),))


def sites(_: None, __: Audience) -> Source:
    """The site, and after it the one of a store that nothing was loaded into."""
    names = ("n", "title", "description", "url", "locale", "time_zone", "menus")
    empty = select(
        *(literal(0), literal(""), null(), null(), null(), literal("UTC"), literal("{}"))
    )
    found = select(*(tables.site.c[name] for name in names)).union_all(empty).subquery()
    return Source(found, (), found.c)


def _locale(planning: Planning, field: Field, row: Row) -> Expression:  # noqa: ARG001
    post = tables.post
    newest = (
        select(post.c.locale)
        .where(tables.seen(post))
        .order_by(post.c.published_key.desc())
        .limit(NEWEST)
        .subquery()
    )
    of_most = (
        select(newest.c.locale)
        .group_by(newest.c.locale)
        .order_by(func.count().desc(), newest.c.locale)
        .limit(1)
    )
    return func.coalesce(row["locale"], of_most.scalar_subquery(), "en")


def _menus(planning: Planning, field: Field, row: Row) -> Expression:  # noqa: ARG001
    return json_sql.parse(row["menus"])


@strawberry.type(description="The site, as its configuration describes it.")
class Site:
    title: str = reads(
        column("title"),
        "Its title; where it has none, its host or the name of its folder. "
        "Empty before anything was loaded.",
    )
    description: str | None = reads(column("description"), "What it is about.")
    url: URL | None = reads(
        column("url"), "The address of its front page, without a slash at the end."
    )
    locale: str = reads(
        Computed(_locale),
        "Its language as a BCP 47 tag: as the configuration says, else that of most of its "
        "newest posts.",
    )
    time_zone: str = reads(
        column("time_zone"), "Its time zone by its IANA name, such as `Asia/Tokyo` or `UTC`."
    )
    menus: JSON = reads(
        Computed(_menus),
        "Its menus: an object of lists by name, `main` where the author gave none. Every entry "
        "has `title`, `url` (either may be null), `children`, and what else its author wrote. "
        "Addresses of the site itself are paths.",
    )
    content_revision: ContentRevision = reads(
        One(revisions, LATEST), "The content that is served now."
    )
