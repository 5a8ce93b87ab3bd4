"""A blog as plain Python objects, as an audience sees it: posts, and the terms they are under."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any
from urllib.parse import quote, unquote

from gateway.content.document import Author, ContentIssue, Document
from gateway.content.site import Site

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
)

FOLDERS = {"Tag": "tags", "Category": "categories", "Author": "authors"}


@dataclass(eq=False)
class Post:
    document: Document
    issues: list[ContentIssue]
    id: str
    path: str
    url: str
    status: str
    revision: str
    terms: dict[str, list["Term"]] = field(default_factory=dict)
    type_name: str = "Post"

    @property
    def slug(self) -> str:
        return self.document.slug

    @property
    def is_public(self) -> bool:
        return self.status == "PUBLISHED"


@dataclass(eq=False)
class Term:
    """A tag, a category or an author; `spellings` has its name in each post."""

    type_name: str
    identity: str
    id: str
    slug: str = ""
    path: str = ""
    url: str = ""
    bio: str | None = None
    avatar: str | None = None
    posts: list[Post] = field(default_factory=list)
    spellings: dict[Post, str] = field(default_factory=dict)

    @property
    def is_public(self) -> bool:
        return any(post.is_public for post in self.posts)

    @property
    def name(self) -> str:
        """As most posts spell it, of those that everybody sees where there are any."""
        count = Counter(
            name for post, name in self.spellings.items() if post.is_public or not self.is_public
        )
        return min(count, key=lambda name: (-count[name], name))


def digest(text: str, size: int) -> str:
    return blake2b(text.encode(), digest_size=size).hexdigest()


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
                f"post_{digest(document.source_path, 10)}",
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
        self.terms: dict[tuple[str, str], Term] = {}
        for post in self.posts:
            document = post.document
            self.file(post, "Tag", [Author(name, name) for name in document.tags])
            self.file(post, "Category", [Author(name, name) for name in document.categories])
            self.file(post, "Author", document.authors)
        self.give_pages()

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

    def file(self, post: Post, kind: str, names: Iterable[Author]) -> None:
        """Files a post under terms. What differs in case, width or blanks only is one term."""
        post.terms[kind] = []
        for named in names:
            identity = " ".join(folded(named.key).split())
            term = self.terms.setdefault(
                (kind, identity),
                Term(kind, identity, f"{kind.lower()}_{digest(identity, 10)}"),
            )
            if term not in post.terms[kind]:
                post.terms[kind].append(term)
                if post.is_public or not term.is_public:
                    term.bio, term.avatar = named.bio, named.avatar
                term.posts.append(post)
                term.spellings[post] = named.name

    def give_pages(self) -> None:
        """Slugs, paths and URLs. Of two terms with one slug, the later gets a digest."""
        taken = set()
        in_order = sorted(self.terms.items(), key=lambda item: (not item[1].is_public, item[0]))
        for (kind, identity), term in in_order:
            spelt = unicodedata.normalize(
                "NFC", identity.replace("+", "-plus").replace("#", "-sharp")
            )
            words = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in spelt)
            slug = "-".join(words.split())
            if not slug or (kind, slug) in taken:
                slug = f"{slug}-{digest(identity, 4)}".lstrip("-")
            taken.add((kind, slug))
            term.slug = slug
            term.path = f"{self.base_path}/{FOLDERS[kind]}/{slug}/"
            term.url = self.url_of(f"/{FOLDERS[kind]}/{slug}/")

    def of_kind(self, kind: str) -> list[Any]:
        everything: list[Any] = [*self.posts, *self.terms.values()]
        return [found for found in everything if found.type_name == kind]

    def post_order(self, order_by: list[dict[str, str]] | None, mark: str = "") -> Order:
        asked = order_by or [{"field": "PUBLISHED_AT", "direction": "DESC"}]
        keys = [(POST_KEYS[each["field"]], each["direction"] == "DESC") for each in asked]
        return Sorted(keys, [(POST_KEYS["PUBLISHED_AT"], keys[-1][1])], self.posts, mark)

    def passes(self, post: Post, where: Mapping[str, Any]) -> bool:
        return passes(post, where, self.time_zone)

    def page(self, posts: Iterable[Post], arguments: Mapping[str, Any]) -> dict[str, Any]:
        """The connection to those of the posts that pass `where`."""
        where = arguments.get("where") or {}
        found = [post for post in posts if self.passes(post, where)]
        order = self.post_order(arguments.get("orderBy"), self.mark_of("Post", where))
        facets = Facets(found, where, self.time_zone)
        return {**connection(found, order, arguments), "facets": facets}

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
        return Sorted(keys, ties, list(self.terms.values()), mark)

    def order_of_terms_of_post(self, order_by: list[dict[str, str]] | None) -> Order:
        return self.term_order(order_by) if order_by else AsWritten()

    def node(self, global_id: str) -> Post | Term | None:
        everything: list[Post | Term] = [*self.posts, *self.terms.values()]
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
