"""Posts that are about the same: by the words that count most in each, and by common tags.

A word or a tag weighs the less, the more posts have it. All is counted in integers, so that an
answer is the same on any machine.
"""

from dataclasses import replace
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Select,
    Subquery,
    case,
    func,
    literal_column,
    select,
    true,
    union_all,
)

from gateway.planner import json_sql
from gateway.planner.json_sql import Expression
from gateway.planner.ordering import Key, Ordering
from gateway.planner.scope import Audience, Row, Source
from gateway.schema.relations import post_columns, post_count, seen_by
from gateway.store.keywords import keyword, post_keyword
from gateway.store.tables import post, post_term, revision, term

TAG = 20
"""How much a tag counts in a post that has it; for words see `gateway.text.search.keywords`."""

COMMON = 5
"""A word that more than one in so many posts have tells nothing of a post."""

FEW = 25
"""A blog of fewer posts counts as one of so many there."""

COMPARED = 2_000
"""The words of a post are compared from the rarest on, until so many posts have one of them, each
counted as often as it has one: no blog is so large that it takes longer."""

CANDIDATES_PER_TAG = 100
"""Of a tag's posts only the newest are compared: a popular one tells little of a post."""

RAREST = 17
DIGITS = 6

BY_SCORE = Ordering("s", (Key("points", descending=True), Key("published_key", descending=True)))


def posts_of(row: Row, audience: Audience) -> Source:
    """The other posts with some of the words or tags of a post.

    `score` is how much of all that counts in the post they share, and `origin` its number.
    """
    words, tags = _words(row, audience), _tags(row, audience)
    hits, whole, posts = _hits(row, audience, words, tags), _whole(words, tags), post.alias()
    return Source(
        hits.join(posts, posts.c.n == hits.c.post).join(whole, true()),
        (),
        {
            **post_columns(posts, audience),
            "points": hits.c.points,
            "place": hits.c.place,
            "score": func.round(hits.c.points / whole.c.points, DIGITS),
            "origin": row["n"],
        },
        (words, tags, hits),
    )


def best(source: Source, first: Expression) -> Source:
    """So many of the rows, and those that are equal to the last of them.

    All others are left out before their posts are read.
    """
    return replace(source, where=(*source.where, source.columns["place"] <= first))


def _blog(audience: Audience) -> Any:
    """One row: how many `posts` the audience sees."""
    latest = select(post_count(revision, audience).label("posts")).order_by(
        revision.c.sequence.desc()
    )
    return latest.limit(json_sql.number(1)).subquery()


def _rarity(posts: Any, count: Any) -> ColumnElement[int]:
    """How often all posts can be halved until no more are left than have a word, and one."""
    steps = ((posts >= count * literal_column(str(2**step)), step) for step in range(RAREST, 0, -1))
    return case(
        *((test, literal_column(str(step + 1))) for test, step in steps), else_=json_sql.one()
    )


def _words(row: Row, audience: Audience) -> CTE:
    """The words of the post that tell something. `reached` counts the posts of those that are
    rarer, and its own."""
    blog, link = _blog(audience), post_keyword.alias()
    count = post_count(keyword, audience)
    return _once(
        select(
            link.c.keyword,
            link.c.weight,
            _rarity(blog.c.posts, count).label("rarity"),
            func.sum(count).over(order_by=(count, link.c.keyword)).label("reached"),
        )
        .join_from(blog, link, link.c.post == row["n"])
        .join(keyword, keyword.c.n == link.c.keyword)
        .where(count * json_sql.number(COMMON) <= func.max(blog.c.posts, json_sql.number(FEW)))
    )


def _tags(row: Row, audience: Audience) -> CTE:
    """The tags of the post; of their posts those are compared that are not older than `oldest`."""
    blog, link, newest = _blog(audience), post_term.alias(), post_term.alias()
    oldest = (
        select(newest.c.published_key)
        .where(newest.c.term == link.c.term, *seen_by(audience, newest))
        .order_by(newest.c.published_key.desc())
        .limit(json_sql.number(1))
        .offset(json_sql.number(CANDIDATES_PER_TAG - 1))
        .scalar_subquery()
    )
    rarity = _rarity(blog.c.posts, post_count(term, audience))
    return _once(
        select(
            link.c.term,
            (rarity * literal_column(str(TAG))).label("points"),
            func.coalesce(oldest, json_sql.text("")).label("oldest"),
        )
        .join_from(blog, link, (link.c.post == row["n"]) & (link.c.kind == json_sql.text("tag")))
        .join(term, term.c.n == link.c.term)
    )


def _hits(row: Row, audience: Audience, words: CTE, tags: CTE) -> CTE:
    """The numbers of other posts, with the `points` of what they share, and the `place` that these
    give them."""
    by_word, by_tag = post_keyword.alias(), post_term.alias()
    points = func.min(by_word.c.weight, words.c.weight) * words.c.rarity
    shared = union_all(
        select(by_word.c.post, points.label("points"))
        .join_from(words, by_word, by_word.c.keyword == words.c.keyword)
        .where(words.c.reached <= json_sql.number(COMPARED), *seen_by(audience, by_word)),
        select(by_tag.c.post, tags.c.points)
        .join_from(tags, by_tag, by_tag.c.term == tags.c.term)
        .where(by_tag.c.published_key >= tags.c.oldest, *seen_by(audience, by_tag)),
    ).subquery()
    total = func.sum(shared.c.points)
    return _once(
        select(
            shared.c.post,
            total.label("points"),
            func.rank().over(order_by=total.desc()).label("place"),
        )
        .where(shared.c.post != row["n"])
        .group_by(shared.c.post)
    )


def _whole(words: CTE, tags: CTE) -> Subquery:
    """One row: the `points` of all that the post has. In FROM they are summed once, and as an
    expression for every other post."""
    own = union_all(
        select((words.c.weight * words.c.rarity).label("points")), select(tags.c.points)
    ).subquery()
    return select(func.sum(own.c.points).label("points")).subquery()


def _once(found: Select[Any]) -> CTE:
    return found.cte().prefix_with("MATERIALIZED")
