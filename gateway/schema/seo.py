"""What search engines and social networks are to be told of a post."""

import strawberry
from sqlalchemy import select

from gateway.planner import json_sql
from gateway.planner.json_sql import Expression
from gateway.planner.planning import Field, Planning
from gateway.planner.reading import Computed, Looked
from gateway.planner.scope import Row
from gateway.schema.field import reads
from gateway.schema.scalars import JSON, URL
from gateway.store import tables


def _stored(name: str) -> Looked:
    def read(row: Row) -> Expression:
        told = tables.post_seo.alias()
        return select(told.c[name]).where(told.c.post == row["n"]).scalar_subquery()

    return Looked(read)


def _object(name: str) -> Computed:
    stored = _stored(name)

    def read(planning: Planning, field: Field, row: Row) -> Expression:
        return json_sql.parse(stored.plan(planning, field, row))

    return Computed(read)


@strawberry.type(
    description="What the head of a post's page tells search engines and social networks. "
    "All of it is plain text, in which nothing can be taken for HTML."
)
class Seo:
    title: str = reads(
        _stored("title"),
        "What the front matter has for it, such as `seo_title`; else the title of the post.",
    )
    description: str | None = reads(
        _stored("description"),
        "The `description` of the front matter, else the excerpt: whole sentences of it, at most "
        "160 characters.",
    )
    canonical_url: URL = reads(
        _stored("canonical_url"),
        "The `canonical_url` of the front matter, else the post's own URL.",
    )
    open_graph: JSON = reads(
        _object("open_graph"),
        "[Open Graph](https://ogp.me/) and `twitter:card`: an object with the `content` of meta "
        "tags by their `property`; a list stands for one tag each.",
    )
    json_ld: JSON = reads(
        _object("json_ld"),
        "A [BlogPosting](https://schema.org/BlogPosting) of schema.org, for a "
        '`<script type="application/ld+json">`.',
    )
