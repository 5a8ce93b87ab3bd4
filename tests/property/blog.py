"""A blog as plain Python objects, as an audience sees it: posts, and the terms they are under."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, unquote

from gateway.content.document import ContentIssue, Document
from gateway.content.site import Site
from gateway.text.search import keywords

from . import searching, suggesting, terms
from .addresses import Addresses
from .facets import Facets
from .filtering import passes
from .paging import (
    POST_KEYS,
    TERM_KEYS,
    THE_BEGINNING,
    THE_END,
    AsWritten,
    Order,
    Sorted,
    connection,
    folded,
    plain,
)
from .searching import Hit, Search
from .terms import Term


@dataclass(eq=False)
class Post:
    document: Document
    issues: list[ContentIssue]
    id: str
    path: str
    url: str
    status: str
    revision: str
    terms: dict[str, list[Term]] = field(default_factory=dict)
    type_name: str = "Post"

    @property
    def slug(self) -> str:
        return self.document.slug

    @property
    def is_public(self) -> bool:
        return self.status == "PUBLISHED"


@dataclass(frozen=True)
class Found:
    """A post on a page of what was typed in a search."""

    post: Post
    typed: str
    hit: Hit
    type_name: str = "SearchHit"


@dataclass(frozen=True)
class Revision:
    """What a sync made of the content. `of_posts` are the posts' revisions by source path."""

    id: str
    loaded_at: str | None
    issues: list[ContentIssue]
    of_posts: Mapping[str, str]


Mark = Callable[[str, Any], str | None]


@dataclass(frozen=True)
class Content:
    """A site as it was read. `files` are the source paths of all that could be posts."""

    site: Site
    files: list[str]
    documents: list[Document]
    revision: Revision


def status(document: Document, now: datetime) -> str:
    if document.draft:
        return "DRAFT"
    if (document.available_until or THE_END) <= now:
        return "EXPIRED"
    return "SCHEDULED" if (document.available_from or THE_BEGINNING) > now else "PUBLISHED"


class Blog:
    """The posts and terms of a site that everybody sees, or those who `see_all`.

    `url` is the address of its front page, if it has one. `mark` says what cursors have of a
    filter.
    """

    def __init__(self, content: Content, *, see_all: bool, mark: Mark) -> None:
        self.mark = mark
        self.revision = content.revision
        self.site = content.site
        self.url = content.site.url
        self.base_path = content.site.base_path
        self.time_zone = content.site.time_zone
        now = datetime.now(UTC)
        posts = [
            Post(
                document,
                [issue for issue in self.revision.issues if issue.file == document.source_path],
                f"post_{terms.digest(document.source_path, 10)}",
                self.base_path + document.path,
                self.url_of(document.path),
                status(document, now),
                self.revision.of_posts[document.source_path],
            )
            for document in content.documents
        ]
        self.posts = [post for post in posts if post.is_public or see_all]
        unseen = {*content.files} - {post.document.source_path for post in self.posts}
        self.issues = [each for each in self.revision.issues if see_all or each.file not in unseen]
        every = terms.of(posts, self.site.terms)
        terms.place(every.values(), self.base_path, self.url_of)
        for term in every.values():
            term.posts = [post for post in term.filed if post in self.posts]
            term.children = [each for each in term.children if each.is_public or see_all]
        self.terms = [term for term in every.values() if term.is_public or see_all]
        self.search = Search(self.posts)
        self.keywords = {
            post: keywords.of(post.document.title, post.document.tags, post.document.body.plain)
            for post in self.posts
        }
        self.keyword_counts = Counter(word for each in self.keywords.values() for word in each)
        self.addresses = Addresses(self.posts, self.terms, self.base_path, self.url)

    def url_of(self, path: str) -> str:
        start = self.base_path if self.url is None else self.url
        return start + quote(path, safe="/-._~!$&'()*+,;=:@")

    def image_url(self, src: str, *, is_below_site: bool) -> str:
        """Of an image that is named by its URL, or by its path: on the host or below the site."""
        src = quote(src, safe="/-._~!$&'()*+,;=:@%?#[]")
        if ":" in src:
            return src
        if is_below_site:
            return (self.base_path if self.url is None else self.url) + src
        if self.url is None:
            return src
        return (self.url.removesuffix(self.base_path) if src[0] == "/" else f"{self.url}/") + src

    def of_kind(self, kind: str) -> list[Any]:
        everything: list[Any] = [*self.posts, *self.terms]
        return [found for found in everything if found.type_name == kind]

    def post_order(
        self,
        order_by: list[dict[str, str]] | None,
        mark: str = "",
        where: Mapping[str, Any] | None = None,
    ) -> Sorted:
        """`where` is the filter of the list."""
        known, everything, default = POST_KEYS, self.posts, "PUBLISHED_AT"
        hits = self.hits(where)
        if hits is not None:
            relevance = plain("s", lambda post: hits[post].relevance)
            known, default = {**POST_KEYS, "RELEVANCE": relevance}, "RELEVANCE"
        asked = order_by or [{"field": default, "direction": "DESC"}]
        if hits is not None and any(each["field"] == "RELEVANCE" for each in asked):
            everything = [post for post in self.posts if post in hits]
        keys = [(known[each["field"]], each["direction"] == "DESC") for each in asked]
        return Sorted(keys, [(POST_KEYS["PUBLISHED_AT"], keys[-1][1])], everything, mark)

    def hits(self, where: Mapping[str, Any] | None) -> Mapping[Post, Hit] | None:
        """What the search of a filter finds, None where it has none."""
        typed = searching.of_filter(where)
        return None if typed is None else self.search.hits(typed)

    def meant(self, typed: str | None) -> str | None:
        """What else may be meant by what is searched for, None where that finds something."""

        def is_found(text: str) -> bool:
            return any(not hit.relaxed for hit in self.search.hits(text).values())

        return suggesting.did_you_mean(self.posts, typed, is_found) if typed else None

    def passes(self, post: Post, where: Mapping[str, Any]) -> bool:
        return passes(post, where, self)

    def page(self, posts: Iterable[Post], arguments: Mapping[str, Any]) -> dict[str, Any]:
        """The connection to those of the posts that pass `where`."""
        where = arguments.get("where") or {}
        found = [post for post in posts if self.passes(post, where)]
        order = self.post_order(arguments.get("orderBy"), self.mark_of("Post", where), where)
        facets = Facets(found, where, self.time_zone)
        page, hits = connection(found, order, arguments), self.hits(where)
        typed = searching.of_filter(where) or ""
        edges = [
            {**edge, "search": hits and Found(edge["node"], typed, hits[edge["node"]])}
            for edge in page["edges"]
        ]
        meant = self.meant(searching.of_filter(where))
        return {**page, "edges": edges, "facets": facets, "didYouMean": meant}

    def term_page(self, kind: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """The connection to the terms of a kind that have `search` in their names."""
        search = arguments.get("search") or ""
        found = [term for term in self.of_kind(kind) if folded(search) in folded(term.name)]
        mark = self.mark_of(kind, arguments.get("search"))
        return connection(found, self.term_order(arguments.get("orderBy"), mark), arguments)

    def mark_of(self, kind: str, asked: Any) -> str:
        """What is in cursors of a filter, '' where there is none or nothing passes it."""
        return (self.mark(kind, asked) or "") if asked or asked == "" else ""

    def term_order(self, order_by: list[dict[str, str]] | None, mark: str = "") -> Order:
        asked = order_by or [{"field": "NAME", "direction": "ASC"}]
        keys = [(TERM_KEYS[each["field"]], each["direction"] == "DESC") for each in asked]
        ties = [(TERM_KEYS["NAME"], False), (TERM_KEYS["ID"], False)]
        return Sorted(keys, ties, self.terms, mark)

    def order_of_terms_of_post(self, order_by: list[dict[str, str]] | None) -> Order:
        return self.term_order(order_by) if order_by else AsWritten()

    def node(self, global_id: str) -> Post | Term | None:
        everything: list[Post | Term] = [*self.posts, *self.terms]
        return next((found for found in everything if found.id == global_id), None)

    def by(self, kind: str, by: Mapping[str, str]) -> Any:
        """What an id, a slug or a path names: the newest of posts, the first of terms by name."""
        ((key, value),) = by.items()
        paths = ["/" + written.lstrip("/") for written in (value, unquote(value))]
        order = self.post_order(None) if kind == "Post" else self.term_order(None)
        found = order.arranged(self.of_kind(kind))
        named = (
            each
            for meant in (paths if key == "path" else [value])
            for each in found
            if getattr(each, key) == unicodedata.normalize("NFC", meant)
        )
        return next(named, None)
