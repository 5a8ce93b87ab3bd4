"""Which posts and tags are near to each other: by common tags, or as translations."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Subquery,
    bindparam,
    exists,
    func,
    select,
    true,
)

from gateway.planner import json_sql
from gateway.planner.ordering import Key, Ordering
from gateway.planner.scope import Audience, Row, Source
from gateway.schema.relations import post_columns, seen_by, term_columns
from gateway.store.tables import post, post_term, term

CANDIDATES_PER_TAG = 100
"""Of a tag's posts only the newest are compared: a popular one tells little of a post."""

COMPARED_POSTS = 1_000
"""Of a tag's posts only the newest are looked through for other tags."""

DIGITS = 6

BY_SCORE = Ordering("s", (Key("score", descending=True), Key("published_key", descending=True)))
BY_COMMON_POSTS = Ordering("m", (Key("common", descending=True), Key("name_key"), Key("id")))
BY_LOCALE = Ordering("l", (Key("locale"),))


def _is_tag(alias: Any) -> ColumnElement[bool]:
    condition: ColumnElement[bool] = alias.c.kind == json_sql.text("tag")
    return condition


def _number(value: int) -> Any:
    return bindparam(None, value, Integer)


def posts_of(row: Row, audience: Audience) -> Source:
    """The other posts with a tag of the post; `score` is how much of the weight of its tags they
    share, and `origin` its number. A tag weighs the less, the more posts it has."""
    candidates = _candidates(row, audience)
    mine, whole = (_weights(row, audience).subquery() for _ in range(2))
    shared, posts = post_term.alias(), post.alias()
    scores = (
        select(candidates.c.post, func.sum(mine.c.weight).label("weight"))
        .join_from(candidates, shared, (shared.c.post == candidates.c.post) & _is_tag(shared))
        # A sum, or else SQLite looks through all posts of a tag instead of all tags of a post.
        .join(mine, mine.c.term == shared.c.term + 0)
        .group_by(candidates.c.post)
        .subquery()
    )
    every = select(func.sum(whole.c.weight).label("weight")).subquery()
    return Source(
        scores.join(every, true()).join(posts, posts.c.n == scores.c.post),
        (),
        {
            **post_columns(posts, audience),
            "score": func.round(scores.c.weight / every.c.weight, DIGITS),
            "origin": row["n"],
        },
    )


def _weights(row: Row, audience: Audience) -> Select[Any]:
    own, tags = post_term.alias(), term.alias()
    weight = 1.0 / term_columns(tags, audience)["post_count"]
    return (
        select(own.c.term, weight.label("weight"))
        .join_from(own, tags, tags.c.n == own.c.term)
        .where(own.c.post == row["n"], _is_tag(own))
    )


def _candidates(row: Row, audience: Audience) -> Subquery:
    """The posts that may be among the nearest to a post: the newest of each of its tags."""
    own, other, newest = post_term.alias(), post_term.alias(), post_term.alias()
    oldest = (
        select(newest.c.published_key)
        .where(newest.c.term == own.c.term, *seen_by(audience, newest))
        .order_by(newest.c.published_key.desc())
        .limit(_number(1))
        .offset(_number(CANDIDATES_PER_TAG - 1))
        .scalar_subquery()
    )
    return (
        select(other.c.post)
        .distinct()
        .join_from(own, other, other.c.term == own.c.term)
        .where(
            own.c.post == row["n"],
            _is_tag(own),
            other.c.post != row["n"],
            other.c.published_key >= func.coalesce(oldest, json_sql.text("")),
            *seen_by(audience, other),
        )
        .subquery()
    )


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
        .limit(_number(COMPARED_POSTS))
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
