"""What the values of arguments mean, by the names of the arguments."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from graphql import GraphQLSchema, is_abstract_type
from hypothesis import strategies as st

from .blog import Blog, Post
from .filtervalues import FilterValues
from .paging import Order

ZONES = ["UTC", "Asia/Tokyo", "America/New_York", "Pacific/Apia", "Asia/Kathmandu", "-11:30"]
PATHS: list[Callable[[str], str]] = [quote, lambda path: path, lambda path: quote(path).lstrip("/")]
MISSING_ID = "{kind}_00000000000000000000"


@dataclass
class Asked:
    """The field that a value is for, with the values of its arguments so far.

    `example` is a post that the next argument is to be about.
    """

    parent: str
    name: str
    type: str
    is_crowded: bool
    arguments: dict[str, Any] = field(default_factory=dict)
    example: Post | None = None


@dataclass(frozen=True)
class Place:
    """Where a value is: the names down to it, and what is in the same object so far."""

    path: tuple[str, ...]
    beside: Mapping[str, Any] = field(default_factory=dict)

    def inside(self, name: str, beside: Mapping[str, Any]) -> "Place":
        return Place((*self.path, name), beside)


def _spelt(path: str, end: str | None) -> str:
    """The path with another end."""
    if end is None:
        return path
    return path.removesuffix(".html").removesuffix("/index").rstrip("/") + end


class Values:
    """Strategies for values. An argument that is new in the schema needs a row here."""

    def __init__(self, schema: GraphQLSchema, blog: Blog) -> None:
        self.schema = schema
        self.blog = blog
        self.filters = FilterValues(blog)
        self.examples = self.filters.examples

    def may_have(self, name: str, asked: Asked) -> bool:
        """Pages by number go forward only."""
        back = (asked.arguments.get(other) for other in ("last", "before"))
        return name != "offset" or all(each is None for each in back)

    def of(self, place: Place, asked: Asked) -> st.SearchStrategy[Any]:
        if place.path[0] == "where":
            *_, of_what, name = place.path
            return self.filters.of(of_what, name, asked.example, place.beside)
        name = place.path[-1]
        rows: dict[str, Callable[[Asked], st.SearchStrategy[Any]]] = {
            "first": self.size,
            "around": lambda _: st.integers(0, 30) | st.integers(31, 500),
            "last": self.size,
            "offset": lambda _: st.integers(0, 8) | st.sampled_from([30, 1_000_000]),
            "after": self.cursor,
            "before": self.cursor,
            "id": self.identifier("id"),
            "ids": self.identifier("id"),
            "slug": self.identifier("slug"),
            "path": self.path,
            "key": self.key,
            "search": self.search,
            "prefix": self.prefix,
            "timeZone": lambda _: st.sampled_from(ZONES),
            "maxDepth": lambda _: st.integers(1, 6),
            "headingIds": lambda _: st.booleans(),
            "highlight": lambda _: st.booleans(),
            "length": lambda _: st.integers(1, 30) | st.integers(31, 500) | st.just(2**31 - 1),
        }
        return rows[name](asked)

    def size(self, asked: Asked) -> st.SearchStrategy[Any]:
        if asked.is_crowded:
            return st.integers(0, 2)
        if asked.name == "highlights":
            return st.integers(0, 10)
        return st.integers(1, 6) | st.integers(0, 30) | st.just(100)

    def cursor(self, asked: Asked) -> st.SearchStrategy[Any]:
        """A cursor of the ordering; in lists inside others, it may be of an item that is not in."""
        blog, order_by = self.blog, asked.arguments.get("orderBy") or None
        kind = asked.type.removesuffix("Connection")
        given = asked.arguments.get("where" if kind == "Post" else "search")
        if given is not None and blog.mark(kind, given) is None:
            return st.none()
        items, mark = blog.of_kind(kind), blog.mark_of(kind, given)
        order: Order
        if kind == "Post":
            order = blog.post_order(order_by, mark, given)
            items = order.everything
        elif asked.parent == "Post" and not order_by:
            order, items = blog.order_of_terms_of_post(None), items[:8]
        else:
            order = blog.term_order(order_by, mark)
        cursors = order.cursors(order.arranged(items))
        if not cursors:
            return st.none()
        # At the ends a cursor makes a difference that it makes nowhere else.
        return st.sampled_from([*cursors, None]) | st.sampled_from([cursors[0], cursors[-1]])

    def identifier(self, key: str) -> Callable[[Asked], st.SearchStrategy[str]]:
        def strategy(asked: Asked) -> st.SearchStrategy[str]:
            found = [getattr(thing, key) for thing in self.nodes(asked)]
            missing = "nothing" if key != "id" else MISSING_ID.format(kind=self.kind(asked))
            return st.sampled_from([*found, *found, missing])

        return strategy

    def path(self, asked: Asked) -> st.SearchStrategy[str]:
        found = self.identifier("path")(asked)
        if asked.name != "resolvePath":
            return st.builds(lambda path, write: write(path), found, st.sampled_from(PATHS))
        home = (self.blog.url or "").removesuffix(self.blog.base_path)
        homes = ["", "", "", home, home.upper(), f"{home}:80", "https://elsewhere.example"]
        redirects = [redirect.path for redirect in self.blog.addresses.redirects]
        return st.builds(
            lambda home, path, end, write, after: home + write(_spelt(path, end)) + after,
            st.sampled_from(homes),
            found | st.sampled_from([*redirects, "/nothing/", "/"]),
            st.sampled_from([None, None, "", "/", ".html", "/index.html", "//"]),
            st.sampled_from(PATHS),
            st.sampled_from(["", "", "", "?q=1", "#part", "?q=1#part", "?", "#"]),
        )

    def key(self, asked: Asked) -> st.SearchStrategy[str]:  # noqa: ARG002
        found = {key for post in self.blog.posts for key in post.document.front_matter}
        return st.sampled_from([*sorted(found), "nothing"])

    def search(self, asked: Asked) -> st.SearchStrategy[str]:
        names = [term.name for term in self.blog.of_kind(asked.type.removesuffix("Connection"))]
        parts = [name[start:end] for name in names for start, end in ((0, 2), (1, 3), (0, None))]
        return st.sampled_from([*parts, "", "nothing"])

    def prefix(self, asked: Asked) -> st.SearchStrategy[str]:  # noqa: ARG002
        """What names and titles begin with, and their later words, spelt as a reader may."""
        texts = [post.document.title for post in self.blog.posts]
        texts += [term.name for term in self.blog.terms]
        words = [text[place:] for text in texts for place in range(0, min(len(text), 12), 3)]
        begun = st.builds(
            lambda word, length, spell: spell(word[:length]),
            st.sampled_from(["nothing", *words]),
            st.integers(0, 4) | st.integers(5, 50),
            st.sampled_from([str, str.upper, str.title, lambda word: f" “{word}"]),
        )
        return begun | st.sampled_from(["", " ", "?!"])

    def nodes(self, asked: Asked) -> list[Any]:
        if is_abstract_type(self.schema.type_map[asked.type]):
            return [*self.blog.posts, *self.blog.terms]
        return self.blog.of_kind(asked.type)

    def kind(self, asked: Asked) -> str:
        is_any = is_abstract_type(self.schema.type_map[asked.type])
        return "tag" if is_any else asked.type.lower()
