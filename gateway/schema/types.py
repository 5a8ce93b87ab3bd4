"""Post, Tag, Category, Author, and the interfaces between them."""

from typing import Any

import strawberry
from sqlalchemy import select

from gateway.planner import json_sql
from gateway.planner.adjacent import Adjacent, Neighbour
from gateway.planner.connection import DEFAULT_PAGE, MAXIMUM_PAGE, Edges
from gateway.planner.connection import Connection as Paged
from gateway.planner.json_sql import Expression
from gateway.planner.ordering import AS_WRITTEN, BY_NAME, NEWEST_FIRST, POSTS, TERMS
from gateway.planner.planning import Field, Planning
from gateway.planner.reading import Computed, Here, Many, One, Part, Value, column
from gateway.planner.scope import Row
from gateway.planner.shortlist import Shortlist
from gateway.schema import excerpt, related, similar
from gateway.schema.arguments import PAGE, POST_ORDER, TERM_ORDER, PostStatus, TextFormat, argument
from gateway.schema.body import PostBody
from gateway.schema.conditions.posts import POST_FILTER
from gateway.schema.connections import Connection, Edge
from gateway.schema.facets import PostFacets
from gateway.schema.field import reads
from gateway.schema.filters import POST_PAGE, WHERE
from gateway.schema.hits import Found, SearchHit
from gateway.schema.images import Image
from gateway.schema.outline import Heading, table_of_contents
from gateway.schema.provenance import SourceFile
from gateway.schema.relations import (
    all_posts,
    children_of,
    parent_of,
    posts_linking_to,
    posts_of_term,
    terms_of_post,
)
from gateway.schema.scalars import JSON, URL, DateTime
from gateway.schema.seo import Seo
from gateway.schema.spelling import did_you_mean
from gateway.store import tables
from gateway.text.excerpts import USUAL_LENGTH

DEFAULT_POSTS = 5
DEFAULT_TAGS = 10


@strawberry.interface(description="Anything with a global id.")
class Node:
    id: strawberry.ID = reads(
        column("id"), "The global id: opaque, and the same after every sync and rebuild."
    )


@strawberry.interface(description="Anything with a page of its own on the site.")
class Routable:
    slug: str = reads(column("slug"), "The name in the URL, decoded: 日本語 stays 日本語.")
    path: str = reads(column("path"), "The URL path, decoded, beginning with a slash.")
    url: URL = reads(
        column("url"),
        "The absolute, percent-encoded URL; only the path where the site's `url` is not set.",
    )


def _front_matter(planning: Planning, field: Field, row: Row) -> Expression:
    entry = tables.front_matter.alias()
    mine = entry.c.post == row["n"]
    key = field.arguments.get("key")
    if key is not None:
        value = select(entry.c.value).where(mine, entry.c.key == planning.bind(key))
    else:
        entries = (
            select(entry.c.key, entry.c.value).where(mine).order_by(entry.c.position).subquery()
        )
        value = select(json_sql.object_of_rows(entries.c.key, json_sql.parse(entries.c.value)))
    return json_sql.parse(planning.placed(row, value.scalar_subquery()))


def _redirects(planning: Planning, field: Field, row: Row) -> Expression:  # noqa: ARG001
    paths = tables.redirect.alias()
    here = (paths.c.post == row["n"], paths.c.target.is_(None))
    mine = select(paths.c.path).where(*here).order_by(paths.c.position)
    listed = select(json_sql.array_of_rows(mine.subquery().c.path))
    return json_sql.parse(planning.placed(row, listed.scalar_subquery()))


BACKLINKS_PAGE = (
    argument("first", int | None, f"How many, at most {MAXIMUM_PAGE}.", DEFAULT_PAGE),
    argument("after", str | None, "Only those after this cursor."),
)


@strawberry.type(description="A post of the blog.")
class Post(Node, Routable):
    title: str = reads(column("title"), "The title.")
    layout: str | None = reads(column("layout"), "The layout that the front matter names.")
    locale: str = reads(
        column("locale"),
        "The language as a BCP 47 tag: as the post, its folder or the site says, "
        "else by the script it is written in.",
    )
    status: PostStatus = reads(
        column("status"), "Whether everybody sees it; the public is shown no other posts."
    )
    published_at: DateTime | None = reads(
        column("published_at"), "When it was published; null for a post without a date."
    )
    updated_at: DateTime = reads(
        column("updated_at"),
        "When it was last changed, as the front matter says; else when it was published.",
    )
    revision: str = reads(
        column("revision"), "A digest of the post: it changes when anything of its own does."
    )
    excerpt: str = reads(
        Computed(excerpt.cut),
        "The beginning, or what the front matter has for it. What is too long is cut where a "
        "reader pauses: at the last end of a sentence that leaves three fifths of the length, "
        "else at the last comma that leaves four fifths, else at the end of a word or of a "
        "Japanese, Chinese or Thai phrase. A cut excerpt ends in `…`. As HTML it keeps its "
        "elements; as Markdown it keeps its text only.",
        (
            argument(
                "length",
                int | None,
                "At most so many characters of text; null for all of it. A character is what a "
                "reader takes for one, a grapheme cluster: 👩‍👩‍👧 counts once. Blanks, line ends "
                "and the `…` count, tags do not.",
                USUAL_LENGTH,
            ),
            argument("format", TextFormat | None, "The format of the text.", TextFormat.PLAIN),
        ),
    )
    body: PostBody = reads(Here(), "The text of the post.")
    table_of_contents: list[Heading] = reads(
        Computed(table_of_contents),
        "The headings of the text, with those below them as their `children`.",
        (
            argument(
                "max_depth",
                int | None,
                "Leaves out headings deeper than this, 1 to 6, with all below them; "
                "null for all headings.",
                3,
            ),
        ),
    )
    reading_time: int = reads(
        column("reading_time"), "Minutes to read it: as the front matter says, else computed."
    )
    word_count: int = reads(
        column("word_count"),
        "Words of scripts that put blanks between them, without those in blocks of code.",
    )
    character_count: int = reads(
        column("character_count"),
        "Characters that are no blanks, without those in blocks of code.",
    )
    cover_image: Image | None = reads(
        Part(
            {
                "src": "cover_src",
                "alt": "cover_alt",
                "width": "cover_width",
                "height": "cover_height",
            }
        ),
        "The image that the front matter names to stand for the post.",
    )
    author: "Author | None" = reads(
        One(terms_of_post("author"), AS_WRITTEN), "The first of the authors."
    )
    authors: "list[Author]" = reads(
        Many(terms_of_post("author"), AS_WRITTEN), "The authors, in the order of the front matter."
    )
    tags: "Connection[Tag]" = reads(
        Paged(terms_of_post("tag"), TERMS, AS_WRITTEN),
        "The tags, in the order of the front matter unless `orderBy` says otherwise.",
        (*PAGE, TERM_ORDER),
    )
    categories: "Connection[Category]" = reads(
        Paged(terms_of_post("category"), TERMS, AS_WRITTEN),
        "The categories, in the order of the front matter unless `orderBy` says otherwise.",
        (*PAGE, TERM_ORDER),
    )
    adjacent: "AdjacentPosts" = reads(
        Adjacent(all_posts, POSTS, NEWEST_FIRST, POST_FILTER),
        "The posts beside it in the list that `posts` makes of the same arguments, whether or not "
        "it is in that list itself.",
        (WHERE, POST_ORDER),
    )
    related_posts: "list[RelatedPost]" = reads(
        Shortlist(similar.posts_of, similar.BY_SCORE, DEFAULT_POSTS, POST_FILTER, similar.best),
        "Other posts about the same, those with the highest score first, of equal ones the newest: "
        "posts with words that stand often in the text, in the title and in the tags, and with the "
        "same tags. "
        f"A word that more than one in {similar.COMMON} posts have does not count; of each tag the "
        f"{similar.CANDIDATES_PER_TAG} newest posts are compared.",
        (
            argument("first", int | None, f"How many, at most {MAXIMUM_PAGE}.", DEFAULT_POSTS),
            WHERE,
        ),
    )
    translations: "list[Post]" = reads(
        Many(related.translations_of, related.BY_LOCALE),
        "The same post in other languages, by their tags; of several in one language the newest.",
    )
    backlinks: "PostConnection" = reads(
        Paged(posts_linking_to, POSTS, NEWEST_FIRST),
        "The other posts that link to it, to its path or to one that leads there, "
        "the newest first.",
        BACKLINKS_PAGE,
    )
    seo: Seo = reads(Here(), "What search engines and social networks are to be told of it.")
    redirect_from: list[str] = reads(
        Computed(_redirects),
        "The paths that are to lead to it, as its front matter says: those that it had before.",
    )
    source: SourceFile = reads(Here(), "The file it was read from.")
    front_matter: JSON | None = reads(
        Computed(_front_matter),
        "The front matter as it was written: all of it, or the value of one key.",
        (argument("key", str | None, "A key at the top of the front matter."),),
    )


@strawberry.type(description="The posts beside a post in a list.")
class AdjacentPosts:
    previous: Post | None = reads(
        Neighbour(backwards=True),
        "The one just before it; without `orderBy` that is the next newer one.",
    )
    next: Post | None = reads(
        Neighbour(backwards=False),
        "The one just after it; without `orderBy` that is the next older one.",
    )


@strawberry.type(description="A post that is about the same as another one.")
class RelatedPost:
    post: Post = reads(Here(), "The post.")
    score: float = reads(
        column("score"),
        "How much it has in common with the other post, above 0 and at most 1: the part of that "
        "post's words and tags which it shares. A word counts as often as it stands there, and "
        "the less, the more posts have it.",
    )
    shared_tags: "list[Tag]" = reads(
        Many(related.tags_shared, BY_NAME), "The tags that both posts have, by name."
    )


@strawberry.type(description="A post of a page, with its place in the list.")
class PostEdge(Edge[Post]):
    search: SearchHit | None = reads(
        Found(), "What the search says of it; null where the list is not searched."
    )


@strawberry.type(description="A page of a list of posts.")
class PostConnection(Connection[Post]):
    edges: list[PostEdge] = reads(Edges(), "The items with their cursors.")  # type: ignore[assignment]
    did_you_mean: str | None = reads(
        Value(did_you_mean),
        "Where no post has all terms of the search: the search with other words that are spelt "
        "nearly like those which no post has, if there are any.",
    )
    facets: PostFacets = reads(
        Here(), "What the posts of the whole list are filed under, with counts."
    )


def _posts(of_what: str) -> Any:
    return reads(
        Paged(posts_of_term, POSTS, NEWEST_FIRST, POST_FILTER), f"The posts {of_what}.", POST_PAGE
    )


@strawberry.interface(description="What posts are filed under.")
class Term(Node, Routable):
    name: str = reads(
        column("name"), "The name: as the site gives it, else in the spelling that most posts use."
    )
    description: str | None = reads(
        column("description"), "What it is about, as the site's data or its own page say."
    )
    post_count: int = reads(column("post_count"), "How many posts it has.")
    posts: PostConnection = _posts("filed under it")


@strawberry.type(description="A tag of the blog.")
class Tag(Term):
    related_tags: "list[Tag]" = reads(
        Shortlist(related.tags_of, related.BY_COMMON_POSTS, DEFAULT_TAGS),
        "Other tags of its posts, those with the most posts in common first. "
        f"Its {related.COMPARED_POSTS:,} newest posts are looked through.",
        (argument("first", int | None, f"How many, at most {MAXIMUM_PAGE}.", DEFAULT_TAGS),),
    )


@strawberry.type(description="A category of the blog.")
class Category(Term):
    parent: "Category | None" = reads(
        One(parent_of, BY_NAME), "The category that it lies in, which may have no posts of its own."
    )
    children: "list[Category]" = reads(
        Many(children_of, BY_NAME), "The categories that lie in it, by name."
    )


@strawberry.type(description="Somebody who writes for the blog.")
class Author(Node, Routable):
    name: str = reads(column("name"), "The name.")
    bio: str | None = reads(column("description"), "A few words about the author.")
    avatar: Image | None = reads(
        Part({"src": "avatar", "alt": None, "width": None, "height": None}),
        "A picture of the author.",
    )
    post_count: int = reads(column("post_count"), "How many posts the author has written.")
    posts: PostConnection = _posts("by this author")
