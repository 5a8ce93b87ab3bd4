"""The roots."""

import strawberry

from gateway.planner.connection import Connection as Paged
from gateway.planner.filter import Search
from gateway.planner.lookup import Lookup, NodeById, NodesByIds
from gateway.planner.ordering import BY_NAME, NEWEST_FIRST, POSTS, TERMS, UNIQUE
from gateway.planner.reading import One
from gateway.schema.arguments import PAGE, TERM_ORDER, PostBy, TermBy, argument
from gateway.schema.conditions.posts import POST_FILTER
from gateway.schema.connections import Connection
from gateway.schema.field import root
from gateway.schema.filters import POST_PAGE, SEARCH
from gateway.schema.paths import RESOLUTION, PathResolution
from gateway.schema.provenance import LATEST, ContentRevision, revisions
from gateway.schema.relations import ALL, all_posts, all_terms
from gateway.schema.site import LOADED, Site, sites
from gateway.schema.suggestions import ARGUMENTS, Suggestion, Suggestions
from gateway.schema.types import Author, Category, Node, Post, PostConnection, Tag

NODE = NodeById(ALL)
NAMED = Search("search", "name_key")
TERM_PAGE = (*PAGE, SEARCH, TERM_ORDER)
TERM_BY = argument("by", TermBy, "What identifies it.")


@strawberry.type(description="What can be asked for.")
class Query:
    node: Node | None = root(
        NODE,
        "The object of any type that has a global id.",
        (argument("id", strawberry.ID, "The global id."),),
    )
    nodes: list[Node | None] = root(
        NodesByIds(NODE),
        "The objects of a list of global ids, in its order; null where there is none.",
        (argument("ids", list[strawberry.ID], "The global ids."),),
    )
    post: Post | None = root(
        Lookup(all_posts, "post", NEWEST_FIRST),
        "One post.",
        (argument("by", PostBy, "What identifies it."),),
    )
    tag: Tag | None = root(Lookup(all_terms("tag"), "tag", UNIQUE), "One tag.", (TERM_BY,))
    category: Category | None = root(
        Lookup(all_terms("category"), "category", UNIQUE), "One category.", (TERM_BY,)
    )
    author: Author | None = root(
        Lookup(all_terms("author"), "author", UNIQUE), "One author.", (TERM_BY,)
    )
    resolve_path: PathResolution = root(
        RESOLUTION,
        "What a path leads to: a post, a tag, a category or an author. Percent-encoded or not, "
        "with or without a slash, `.html` or `/index.html` at its end, with a query or a fragment, "
        "or as an absolute URL of this site. The front page and other pages of the client's own "
        "are not known.",
        (argument("path", str, "The path."),),
    )
    posts: PostConnection = root(
        Paged(all_posts, POSTS, NEWEST_FIRST, POST_FILTER),
        "All posts, the newest first unless `orderBy` says otherwise.",
        POST_PAGE,
    )
    tags: Connection[Tag] = root(
        Paged(all_terms("tag"), TERMS, BY_NAME, NAMED), "All tags, by name.", TERM_PAGE
    )
    categories: Connection[Category] = root(
        Paged(all_terms("category"), TERMS, BY_NAME, NAMED), "All categories, by name.", TERM_PAGE
    )
    authors: Connection[Author] = root(
        Paged(all_terms("author"), TERMS, BY_NAME, NAMED), "All authors, by name.", TERM_PAGE
    )
    suggest: list[Suggestion] = root(
        Suggestions(),
        "What completes what a reader has typed: names and titles that begin with it, or that have "
        "a later word which does, each once. Names that begin with it come first, then titles that "
        "do, then the others; of these the names with the most posts and the newest titles. "
        "Nothing completes nothing.",
        ARGUMENTS,
    )
    site: Site = root(One(sites, LOADED), "The site, as its configuration describes it.")
    content_revision: ContentRevision = root(
        One(revisions, LATEST), "The content that is served now."
    )
