"""A second evaluation of operations, which the planner's answers are held against.

Everything here is as simple as it can be: posts and terms are objects in lists, a field is a line
of Python, lists are sorted by Python, and graphql-core's own executor does the rest (merging,
fragments, directives, variables, nulls). It shares no code with the planner, the schema or the
sync; what those promise is said again in its own words.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any, Protocol
from urllib.parse import quote, unquote

from graphql import DocumentNode, ExecutionResult, GraphQLSchema, execute_sync

from gateway.content.document import Author, Document

DEFAULT_PAGE = 20
FOLDERS = {"Tag": "tags", "Category": "categories", "Author": "authors"}
MARKDOWN_PUNCTUATION = re.compile(r"([\\`*_\[\]<>~#|+\-=!])")
THE_BEGINNING = datetime.min.replace(tzinfo=UTC)


@dataclass(eq=False)
class Post:
    document: Document
    id: str
    path: str
    url: str
    terms: dict[str, list["Term"]] = field(default_factory=dict)
    type_name: str = "Post"

    @property
    def slug(self) -> str:
        return self.document.slug


@dataclass(eq=False)
class Term:
    """A tag, a category or an author; `spellings` is one name a post."""

    type_name: str
    identity: str
    id: str
    slug: str = ""
    path: str = ""
    url: str = ""
    bio: str | None = None
    posts: list[Post] = field(default_factory=list)
    spellings: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        count = Counter(self.spellings)
        return min(count, key=lambda name: (-count[name], name))


def folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def digest(text: str, size: int) -> str:
    return blake2b(text.encode(), digest_size=size).hexdigest()


# Sort keys: what Python sorts by, and what a cursor says instead.


def moment_text(moment: datetime | None) -> str:
    if moment is None:
        return ""
    text = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0")
    return f"{text}.{moment.microsecond:06}" if moment.microsecond else text


def published(post: Post) -> tuple[datetime, str]:
    return post.document.published_at or THE_BEGINNING, post.document.source_path


def published_text(post: Post) -> str:
    return f"{moment_text(post.document.published_at)} {post.document.source_path}"


@dataclass(frozen=True)
class Key:
    letter: str
    value: Callable[[Any], Any]
    in_cursor: Callable[[Any], Any]


def plain(letter: str, value: Callable[[Any], Any]) -> Key:
    return Key(letter, value, value)


POST_KEYS = {
    "PUBLISHED_AT": Key("p", published, published_text),
    "UPDATED_AT": Key(
        "u",
        lambda post: post.document.updated_at,
        lambda post: moment_text(post.document.updated_at),
    ),
    "TITLE": plain("t", lambda post: folded(post.document.title)),
    "READING_TIME": plain("r", lambda post: post.document.reading_time),
}
TERM_KEYS = {
    "NAME": plain("n", lambda term: folded(term.name)),
    "POST_COUNT": plain("c", lambda term: len(term.posts)),
    "LATEST_POST": Key(
        "l",
        lambda term: max(published(post) for post in term.posts),
        lambda term: published_text(max(term.posts, key=published)),
    ),
    "ID": plain("", lambda term: term.id),
}


def cursor_of(code: str, values: Iterable[Any]) -> str:
    text = json.dumps([code, *values], ensure_ascii=False, separators=(",", ":"))
    return text.encode().hex().upper()


class Order(Protocol):
    """How a list is ordered, and where cursors lie in it."""

    def arranged(self, items: list[Any]) -> list[Any]: ...

    def cursors(self, arranged: list[Any]) -> list[str]: ...

    def split(self, arranged: list[Any], cursor: str) -> tuple[list[Any], list[Any], list[Any]]:
        """The items before the cursor, the item at it if it is in the list, those after it."""
        ...


@dataclass(frozen=True)
class Sorted:
    """`everything` is all that a cursor can be of, whether or not it is in the list at hand."""

    asked: list[tuple[Key, bool]]
    ties: list[tuple[Key, bool]]
    everything: list[Any]

    def arranged(self, items: list[Any]) -> list[Any]:
        items = list(items)
        for key, descending in reversed(self.asked + self.ties):
            items.sort(key=key.value, reverse=descending)
        return items

    def cursors(self, arranged: list[Any]) -> list[str]:
        code = "".join(("-" if descending else "+") + key.letter for key, descending in self.asked)
        keys = dict.fromkeys(key for key, _ in self.asked + self.ties)
        return [cursor_of(code, (key.in_cursor(item) for key in keys)) for item in arranged]

    def split(self, arranged: list[Any], cursor: str) -> tuple[list[Any], list[Any], list[Any]]:
        at = self.everything[self.cursors(self.everything).index(cursor)]
        ranked = self.arranged([*arranged, *([] if at in arranged else [at])])
        place = ranked.index(at)
        return ranked[:place], [at] if at in arranged else [], ranked[place + 1 :]


@dataclass(frozen=True)
class AsWritten:
    """The order of the front matter; a cursor is a place in it."""

    longest: int = 1000

    def arranged(self, items: list[Any]) -> list[Any]:
        return items

    def cursors(self, arranged: list[Any]) -> list[str]:
        return [cursor_of("w", [place]) for place in range(len(arranged))]

    def split(self, arranged: list[Any], cursor: str) -> tuple[list[Any], list[Any], list[Any]]:
        place = next(n for n in range(self.longest) if cursor_of("w", [n]) == cursor)
        return arranged[:place], arranged[place : place + 1], arranged[place + 1 :]


def connection(items: list[Any], order: Order, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """https://relay.dev/graphql/connections.htm#sec-Pagination-algorithm."""
    first, last = arguments.get("first"), arguments.get("last")
    after, before = arguments.get("after"), arguments.get("before")
    if first is None and last is None:
        first = DEFAULT_PAGE
    everything = order.arranged(items)
    edges = list(zip(order.cursors(everything), everything, strict=True))

    # ApplyCursorsToEdges
    beyond_before = beyond_after = False
    if after is not None:
        earlier, at, later = order.split(everything, after)
        beyond_after = bool(earlier + at)
        edges = [edge for edge in edges if edge[1] in later]
    if before is not None:
        earlier, at, later = order.split(everything, before)
        beyond_before = bool(at + later)
        edges = [edge for edge in edges if edge[1] in earlier]

    # HasNextPage and HasPreviousPage
    has_next = len(edges) > first if first is not None else beyond_before
    has_previous = len(edges) > last if last is not None else beyond_after

    # EdgesToReturn
    if first is not None:
        edges = edges[:first]
    if last is not None:
        edges = edges[max(0, len(edges) - last) :]
    return {
        "edges": [{"cursor": cursor, "node": item} for cursor, item in edges],
        "nodes": [item for _, item in edges],
        "pageInfo": {
            "hasNextPage": has_next,
            "hasPreviousPage": has_previous,
            "startCursor": edges[0][0] if edges else None,
            "endCursor": edges[-1][0] if edges else None,
        },
        "totalCount": len(everything),
    }


class Blog:
    """All posts and terms of a site. `url` is the address of its front page, if it has one."""

    def __init__(self, documents: Iterable[Document], url: str | None, base_path: str) -> None:
        self.url = url
        self.base_path = base_path
        now = datetime.now(UTC)
        self.posts = [
            Post(
                document,
                f"post_{digest(document.source_path, 10)}",
                base_path + document.path,
                self.url_of(document.path),
            )
            for document in documents
            if not document.draft and (document.published_at or THE_BEGINNING) <= now
        ]
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
                term.posts.append(post)
                term.spellings.append(named.name)
                term.bio = named.bio

    def give_pages(self) -> None:
        """Slugs, paths and URLs. Of two terms with one slug, the later gets a digest."""
        taken = set()
        for (kind, identity), term in sorted(self.terms.items()):
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

    def post_order(self, order_by: list[dict[str, str]] | None) -> Order:
        asked = order_by or [{"field": "PUBLISHED_AT", "direction": "DESC"}]
        keys = [(POST_KEYS[each["field"]], each["direction"] == "DESC") for each in asked]
        return Sorted(keys, [(POST_KEYS["PUBLISHED_AT"], keys[-1][1])], self.posts)

    def term_order(self, order_by: list[dict[str, str]] | None) -> Order:
        asked = order_by or [{"field": "NAME", "direction": "ASC"}]
        keys = [(TERM_KEYS[each["field"]], each["direction"] == "DESC") for each in asked]
        ties = [(TERM_KEYS["NAME"], False), (TERM_KEYS["ID"], False)]
        return Sorted(keys, ties, list(self.terms.values()))

    def order_of_terms_of_post(self, order_by: list[dict[str, str]] | None) -> Order:
        return self.term_order(order_by) if order_by else AsWritten()

    def node(self, global_id: str) -> Post | Term | None:
        everything: list[Post | Term] = [*self.posts, *self.terms.values()]
        return next((found for found in everything if found.id == global_id), None)

    def by(self, kind: str, by: Mapping[str, str]) -> Any:
        """What an id, a slug or a path names: the newest of posts, the first of terms by name."""
        ((key, value),) = by.items()
        if key == "path":
            value = "/" + unquote(value).lstrip("/")
        value = unicodedata.normalize("NFC", value)
        order = self.post_order(None) if kind == "Post" else self.term_order(None)
        found = order.arranged(self.of_kind(kind))
        return next((each for each in found if getattr(each, key) == value), None)


def excerpt(post: Post, length: int | None, text_format: str | None) -> str:
    text = post.document.excerpt
    whole = {"PLAIN": text.plain, "HTML": text.html, "MARKDOWN": text.markdown}
    if length is None or len(text.plain) <= length:
        return whole[text_format or "PLAIN"]
    cut = text.plain[: length - 1].rstrip(" ") + "…"
    if text_format == "HTML":
        escaped = cut.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return f"<p>{escaped}</p>"
    if text_format == "MARKDOWN":
        return MARKDOWN_PUNCTUATION.sub(r"\\\1", cut)
    return cut


def front_matter(post: Post, key: str | None) -> Any:
    return post.document.front_matter if key is None else post.document.front_matter.get(key)


Arguments = Mapping[str, Any]
Resolver = Callable[[Blog, Any, Arguments], Any]

NODE: dict[str, Resolver] = {
    "id": lambda _, thing, __: thing.id,
    "slug": lambda _, thing, __: thing.slug,
    "path": lambda _, thing, __: thing.path,
    "url": lambda _, thing, __: thing.url,
}
TERM: dict[str, Resolver] = {
    **NODE,
    "name": lambda _, term, __: term.name,
    "description": lambda _, term, __: term.bio,
    "postCount": lambda _, term, __: len(term.posts),
    "posts": lambda blog, term, a: connection(term.posts, blog.post_order(a.get("orderBy")), a),
}
FIELDS: dict[str, dict[str, Resolver]] = {
    "Tag": TERM,
    "Category": TERM,
    "Author": {**TERM, "bio": TERM["description"]},
    "Post": {
        **NODE,
        "title": lambda _, post, __: post.document.title,
        "layout": lambda _, post, __: post.document.layout,
        "publishedAt": lambda _, post, __: (
            post.document.published_at and post.document.published_at.isoformat()
        ),
        "updatedAt": lambda _, post, __: post.document.updated_at.isoformat(),
        "excerpt": lambda _, post, a: excerpt(post, a.get("length"), a.get("format")),
        "body": lambda _, post, __: {
            "markdown": post.document.body.markdown,
            "html": post.document.body.html,
            "text": post.document.body.plain,
        },
        "readingTime": lambda _, post, __: post.document.reading_time,
        "author": lambda _, post, __: next(iter(post.terms["Author"]), None),
        "authors": lambda _, post, __: post.terms["Author"],
        "tags": lambda blog, post, a: connection(
            post.terms["Tag"], blog.order_of_terms_of_post(a.get("orderBy")), a
        ),
        "categories": lambda blog, post, a: connection(
            post.terms["Category"], blog.order_of_terms_of_post(a.get("orderBy")), a
        ),
        "source": lambda _, post, __: {
            "path": post.document.source_path,
            "contentHash": post.document.content_hash,
        },
        "frontMatter": lambda _, post, a: front_matter(post, a.get("key")),
    },
    "Query": {
        "node": lambda blog, _, a: blog.node(a["id"]),
        "nodes": lambda blog, _, a: [blog.node(each) for each in a["ids"]],
        "post": lambda blog, _, a: blog.by("Post", a["by"]),
        "tag": lambda blog, _, a: blog.by("Tag", a["by"]),
        "category": lambda blog, _, a: blog.by("Category", a["by"]),
        "author": lambda blog, _, a: blog.by("Author", a["by"]),
        "posts": lambda blog, _, a: connection(blog.posts, blog.post_order(a.get("orderBy")), a),
        "tags": lambda blog, _, a: connection(
            blog.of_kind("Tag"), blog.term_order(a.get("orderBy")), a
        ),
        "categories": lambda blog, _, a: connection(
            blog.of_kind("Category"), blog.term_order(a.get("orderBy")), a
        ),
        "authors": lambda blog, _, a: connection(
            blog.of_kind("Author"), blog.term_order(a.get("orderBy")), a
        ),
    },
}


def evaluate(
    blog: Blog,
    schema: GraphQLSchema,
    document: DocumentNode,
    operation_name: str | None,
    variables: Mapping[str, Any],
) -> ExecutionResult:
    """The result of an operation, by graphql-core. `schema` is made from the SDL alone."""

    def resolve(source: Any, info: Any, **arguments: Any) -> Any:
        if isinstance(source, dict):
            return source[info.field_name]
        return FIELDS[info.parent_type.name][info.field_name](blog, source, arguments)

    return execute_sync(
        schema,
        document,
        variable_values=dict(variables),
        operation_name=operation_name,
        field_resolver=resolve,
        type_resolver=lambda value, _info, _type: value.type_name,
    )
