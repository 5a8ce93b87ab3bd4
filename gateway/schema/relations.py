"""Which rows belong to which."""

from gateway.planner.scope import Audience, Relation, Row, Source
from gateway.store.tables import post, post_term, term


def all_posts(_: None, __: Audience) -> Source:
    posts = post.alias()
    return Source(posts, (), posts.c)


def all_terms(kind: str) -> Relation:
    def relation(_: None, __: Audience) -> Source:
        terms = term.alias()
        return Source(terms, (terms.c.kind == kind,), terms.c)

    return relation


def terms_of_post(kind: str) -> Relation:
    """The tags, categories or authors of a post; `position` is their place in its front matter."""

    def relation(row: Row, _: Audience) -> Source:
        link, terms = post_term.alias(), term.alias()
        return Source(
            link.join(terms, terms.c.n == link.c.term),
            (link.c.post == row["n"], link.c.kind == kind),
            {**terms.c, "position": link.c.position},
        )

    return relation


def posts_of_term(row: Row, _: Audience) -> Source:
    """The posts of a tag, category or author; sorted by date they are read from one index."""
    link, posts = post_term.alias(), post.alias()
    return Source(
        link.join(posts, posts.c.n == link.c.post),
        (link.c.term == row["n"],),
        {**posts.c, "published_key": link.c.published_key},
    )
