"""Which rows belong to which, and which of them an audience sees.

A relation that is declared here leaves out what the audience may not see; whatever reads posts or
terms for a client reads them through one of these.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from gateway.planner import json_sql
from gateway.planner.json_sql import Expression
from gateway.planner.scope import Audience, Relation, Row, Source
from gateway.store.tables import post, post_link, post_term, resolved_redirect, seen, site, term

PREVIEW_COLUMNS = {
    "post_count": "preview_post_count",
    "latest_post_key": "preview_latest_post_key",
}
"""What a term's columns are to an audience that sees all posts."""


def seen_by(audience: Audience, rows: Any) -> tuple[ColumnElement[bool], ...]:
    """The condition on rows of `post`, `term` or `post_term`: none for those who see all."""
    return () if audience is Audience.PREVIEW else (seen(rows),)


def all_posts(_: None, audience: Audience) -> Source:
    posts = post.alias()
    return Source(posts, seen_by(audience, posts), post_columns(posts, audience))


def all_terms(kind: str) -> Relation:
    def relation(_: None, audience: Audience) -> Source:
        terms = term.alias()
        condition = (terms.c.kind == kind, *seen_by(audience, terms))
        return Source(terms, condition, term_columns(terms, audience))

    return relation


def every_term(_: None, audience: Audience) -> Source:
    """The tags, the categories and the authors."""
    terms = term.alias()
    return Source(terms, seen_by(audience, terms), term_columns(terms, audience))


ALL: Mapping[str, Relation] = {
    "Post": all_posts,
    "Tag": all_terms("tag"),
    "Category": all_terms("category"),
    "Author": all_terms("author"),
}
"""All objects with an id and a page, by type name."""


def terms_of_post(kind: str) -> Relation:
    """The tags, categories or authors of a post; `position` is their place in its front matter.

    Whoever sees the post sees them all.
    """

    def relation(row: Row, audience: Audience) -> Source:
        link, terms = post_term.alias(), term.alias()
        return Source(
            link.join(terms, terms.c.n == link.c.term),
            (link.c.post == row["n"], link.c.kind == kind),
            {**term_columns(terms, audience), "position": link.c.position},
        )

    return relation


def posts_of_term(row: Row, audience: Audience) -> Source:
    """The posts of a tag, category or author; sorted by date they are read from one index."""
    link, posts = post_term.alias(), post.alias()
    return Source(
        link.join(posts, posts.c.n == link.c.post),
        (link.c.term == row["n"], *seen_by(audience, link)),
        {**post_columns(posts, audience), "published_key": link.c.published_key},
    )


def parent_of(row: Row, audience: Audience) -> Source:
    """The category that a category lies in."""
    terms = term.alias()
    condition = (terms.c.n == row["parent"], *seen_by(audience, terms))
    return Source(terms, condition, term_columns(terms, audience))


def children_of(row: Row, audience: Audience) -> Source:
    """The categories that lie in a category."""
    terms = term.alias()
    condition = (terms.c.parent == row["n"], *seen_by(audience, terms))
    return Source(terms, condition, term_columns(terms, audience))


def redirects(_: None, audience: Audience) -> Source:
    found = resolved_redirect.alias()
    return Source(found, (found.c.audience == audience.value,), found.c)


def posts_linking_to(row: Row, audience: Audience) -> Source:
    """The other posts with a link to a post."""
    posts = all_posts(None, audience)
    numbers = func.json_each(row["linking"]).table_valued("value")
    where = (*posts.where, posts.columns["n"].in_(select(numbers.c.value)))
    return Source(posts.table, where, posts.columns)


def origin() -> Expression:
    """The scheme and host of the site in lower case, null where they are not known."""
    length = func.length(site.c.url) - func.length(site.c.base_path)
    return select(func.lower(func.substr(site.c.url, 1, length))).scalar_subquery()


def post_columns(posts: Any, audience: Audience) -> dict[str, ColumnElement[Any]]:
    """The columns of an alias of `post`, and `linking`: a JSON list with the numbers of the posts
    that link to it, to its path, its file, or a path that leads to it.

    It is a column of the post since each part of a page would have little room for the subquery.
    """
    link, leading = post_link.alias(), redirects(None, audience)
    onwards = select(leading.columns["route"]).select_from(leading.table)
    onwards = onwards.where(*leading.where, leading.columns["node"] == posts.c.id)
    here = or_(
        link.c.route == posts.c.route,
        link.c.route == posts.c.source_path,
        link.c.route.in_(onwards.correlate(posts)),
    )
    linking = select(json_sql.array_of_rows(link.c.post)).where(here, link.c.post != posts.c.n)
    return {**posts.c, "linking": linking.correlate(posts).scalar_subquery()}


def term_columns(terms: Any, audience: Audience) -> dict[str, ColumnElement[Any]]:
    """The columns of an alias of `term`, by the names that an audience reads them under."""
    columns: dict[str, ColumnElement[Any]] = {**terms.c}
    if audience is Audience.PREVIEW:
        columns |= {name: terms.c[preview] for name, preview in PREVIEW_COLUMNS.items()}
    return columns


def post_count(rows: Any, audience: Audience) -> ColumnElement[int]:
    """The number of the posts that an audience sees, of a table that counts them for each."""
    count: ColumnElement[int] = rows.c[
        "post_count" if audience is Audience.PUBLIC else PREVIEW_COLUMNS["post_count"]
    ]
    return count
