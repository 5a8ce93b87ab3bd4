"""Tags, categories and authors: what posts are filed under, and what the site says of that."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from gateway.content.document import Author, Document, TermEntry

from .paging import folded

FOLDERS = {"Tag": "tags", "Category": "categories", "Author": "authors"}


def digest(text: str, size: int) -> str:
    return blake2b(text.encode(), digest_size=size).hexdigest()


@dataclass(eq=False)
class Term:
    """`filed` are all its posts with its name in each; `posts` those that the audience sees."""

    type_name: str
    identity: str
    entry: TermEntry | None = None
    slug: str = ""
    path: str = ""
    url: str = ""
    bio: str | None = None
    avatar: str | None = None
    filed: dict[Any, str] = field(default_factory=dict)
    posts: list[Any] = field(default_factory=list)
    parent: "Term | None" = None
    children: list["Term"] = field(default_factory=list)

    @property
    def id(self) -> str:
        return f"{self.type_name.lower()}_{digest(self.identity, 10)}"

    @property
    def is_public(self) -> bool:
        return any(thing.is_public for thing in (*self.filed, *self.children))

    @property
    def name(self) -> str:
        """As most posts spell it, of those that everybody sees where there are any."""
        if self.entry and (self.entry.name or not self.filed):
            return self.entry.name or self.entry.key
        public = [name for post, name in self.filed.items() if post.is_public]
        count = Counter(public or self.filed.values())
        return min(count, key=lambda name: (-count[name], name))

    @property
    def description(self) -> str | None:
        if self.type_name == "Author":
            return self.bio
        return self.entry.description if self.entry else None


Terms = dict[tuple[str, str], Term]


def of(posts: Iterable[Any], entries: Iterable[TermEntry]) -> Terms:
    """All terms by type and identity; `entries` is what the site says of some."""
    terms: Terms = {}
    for post in posts:
        for kind, named in _names(post.document):
            post.terms[kind] = []
            for each in named:
                key = kind, identity_of(each.key)
                term = terms.setdefault(key, Term(*key))
                if term not in post.terms[kind]:
                    if post.is_public or not term.is_public:
                        term.bio, term.avatar = each.bio, each.avatar
                    post.terms[kind].append(term)
                    term.filed[post] = each.name
    known = {_key(entry, terms): entry for entry in entries}
    for key, term in terms.items():
        term.entry = known.get(key)
    _lay(terms, known)
    return terms


def _key(entry: TermEntry, terms: Terms) -> tuple[str, str]:
    """The term that has the name of the entry or else its key, as posts call it."""
    kind = entry.kind.title()
    called = [identity_of(each) for each in (entry.name, entry.key) if each]
    return kind, next((each for each in called if (kind, each) in terms), called[0])


def identity_of(name: str) -> str:
    """What differs in case, width or blanks only is one term."""
    return " ".join(folded(name).split())


def _names(document: Document) -> Iterator[tuple[str, Iterable[Author]]]:
    yield "Tag", [Author(name, name) for name in document.tags]
    yield "Category", [Author(name, name) for name in document.categories]
    yield "Author", document.authors


def _lay(terms: Terms, known: dict[tuple[str, str], TermEntry]) -> None:
    """Lays categories into others, as the site says. There are those that posts have, and above."""
    called = {
        identity_of(name): identity
        for (_, identity), entry in known.items()
        for name in (entry.name, entry.key)
        if name
    }
    parents: dict[str, str] = {}
    for (_, identity), entry in known.items():
        parent = called.get(identity_of(entry.parent or ""))
        if parent and identity not in _way_up(parent, parents):
            parents[identity] = parent
    for kind, identity in list(terms):
        if kind != "Category":
            continue
        for child in _way_up(identity, parents):
            if child in parents:
                key = kind, parents[child]
                above = terms.setdefault(key, Term(*key, known.get(key)))
                below = terms[kind, child]
                below.parent = above
                if below not in above.children:
                    above.children.append(below)


def _way_up(identity: str, parents: dict[str, str]) -> list[str]:
    way = [identity]
    while way[-1] in parents:
        way.append(parents[way[-1]])
    return way


def place(terms: Iterable[Term], base_path: str, url_of: Callable[[str], str]) -> None:
    """Slugs, paths and URLs: first of terms that everybody sees, then of those with their own."""
    taken = set()

    def rank(term: Term) -> Any:
        return not term.is_public, not (term.entry and term.entry.slug), term.identity

    for term in sorted(terms, key=rank):
        slugs = (each for each in _slugs(term) if (term.type_name, each) not in taken)
        term.slug = next(slugs)
        taken.add((term.type_name, term.slug))
        path = f"/{FOLDERS[term.type_name]}/{term.slug}/"
        term.path, term.url = base_path + path, url_of(path)


def _slugs(term: Term) -> Iterator[str]:
    if term.entry and term.entry.slug:
        yield term.entry.slug
    spelt = term.identity.replace("+", "-plus").replace("#", "-sharp")
    letters = (
        character if unicodedata.category(character)[0] in "LMN" else " "
        for character in unicodedata.normalize("NFC", spelt)
    )
    slug = "-".join("".join(letters).split())
    if slug:
        yield slug
    yield f"{slug}-{digest(term.identity, 4)}".lstrip("-")
