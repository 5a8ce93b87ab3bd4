"""Which tags are near to each other, by common posts; what posts share; translations."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    exists,
    func,
    select,
)

from gateway.planner import json_sql
from gateway.planner.ordering import Key, Ordering
from gateway.planner.scope import Audience, Row, Source
from gateway.schema.relations import post_columns, seen_by, term_columns
from gateway.store.tables import post, post_term, term

COMPARED_POSTS = 1_000
"""Of a tag's posts only the newest are looked through for other tags."""

BY_COMMON_POSTS = Ordering("m", (Key("common", descending=True), Key("name_key"), Key("id")))
BY_LOCALE = Ordering("l", (Key("locale"),))


def _is_tag(alias: Any) -> ColumnElement[bool]:
    condition: ColumnElement[bool] = alias.c.kind == json_sql.text("tag")
    return condition


def tags_shared(row: Row, audience: Audience) -> Source:
    """The tags that a related post has in common with the post that it is related to."""
    one, other, tags = post_term.alias(), post_term.alias(), term.alias()
    theirs = select(other.c.term).where(other.c.post == row["n"], _is_tag(other))
    return Source(
        one.join(tags, tags.c.n == one.c.term),
        (one.c.post == row["origin"], _is_tag(one), one.c.term.in_(theirs)),
        term_columns(tags, audience),
    )


def tags_of(row: Row, audience: Audience) -> Source:
    """The other tags of a tag's posts; `common` counts the posts that they have in common."""
    mine, other, tags = post_term.alias(), post_term.alias(), term.alias()
    posts = (
        select(mine.c.post)
        .where(mine.c.term == row["n"], *seen_by(audience, mine))
        .order_by(mine.c.published_key.desc())
        .limit(json_sql.number(COMPARED_POSTS))
        .subquery()
    )
    common = (
        select(other.c.term, func.count().label("common"))
        .join_from(posts, other, other.c.post == posts.c.post)
        .where(_is_tag(other), other.c.term != row["n"])
        .group_by(other.c.term)
        .subquery()
    )
    return Source(
        common.join(tags, tags.c.n == common.c.term),
        (),
        {**term_columns(tags, audience), "common": common.c.common},
    )


def translations_of(row: Row, audience: Audience) -> Source:
    """The same post in other languages: in each the newest, should there be several."""
    posts, newer = post.alias(), post.alias()
    twin = (newer.c.translation_key == posts.c.translation_key) & (newer.c.locale == posts.c.locale)
    later = exists().where(
        twin, newer.c.published_key > posts.c.published_key, *seen_by(audience, newer)
    )
    return Source(
        posts,
        (
            posts.c.translation_key == row["translation_key"],
            posts.c.locale != row["locale"],
            ~later,
            *seen_by(audience, posts),
        ),
        post_columns(posts, audience),
    )
