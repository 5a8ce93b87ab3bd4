"""Tags, categories and authors: who shares one, what it is called, where it lives."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, NamedTuple

from gateway.content.address import Home, url_of
from gateway.content.document import Author, Document
from gateway.store import global_id, route
from gateway.store.keys import sortable
from gateway.sync.naming import identity_of, slug_of
from gateway.sync.taxonomy import Known, Taxonomy

FOLDERS = {"tag": "tags", "category": "categories", "author": "authors"}
"""The kinds of terms, with the folder that their pages live in."""


@dataclass(frozen=True, slots=True)
class Filing:
    """A post's place under a term: `name` is the spelling of the term in the post.

    `parent` is the identity of the category that the post has it in; `bio` and `avatar` are what
    it says of an author.
    """

    kind: str
    position: int
    identity: str
    name: str
    parent: str | None = None
    bio: str | None = None
    avatar: str | None = None


def filings(document: Document) -> Iterator[Filing]:
    """What a document is filed under, each term once, in the order of its front matter."""
    parents = {
        identity_of(name): identity_of(parent) for name, parent in document.category_parents.items()
    }
    for kind, names in (("tag", document.tags), ("category", document.categories)):
        spellings: dict[str, str] = {}
        for name in names:
            spellings.setdefault(identity_of(name), name)
        for position, (identity, name) in enumerate(spellings.items()):
            parent = parents.get(identity) if kind == "category" else None
            yield Filing(kind, position, identity, name, None if parent == identity else parent)
    authors: dict[str, Author] = {}
    for author in document.authors:
        authors.setdefault(identity_of(author.key), author)
    for position, (identity, author) in enumerate(authors.items()):
        yield Filing("author", position, identity, author.name, None, author.bio, author.avatar)


@dataclass(frozen=True, slots=True)
class Use:
    """How often a term is spelt so, and the key of the latest post that does.

    `seen` and `latest_seen` are the same of the posts that are to be seen by everybody.
    """

    n: int
    kind: str
    identity: str
    name: str
    count: int
    latest: str
    seen: int
    latest_seen: str


class Details(NamedTuple):
    """What is said of an author."""

    bio: str | None = None
    avatar: str | None = None


Voice = tuple[int, bool]
"""The number of an author, and whether those who say something are to be seen by everybody."""


def terms(uses: Iterable[Use], authors: Mapping[Voice, Details]) -> list[dict[str, Any]]:
    """The rows of the terms that are used so, without what depends on others of their kind.

    `authors` are what is said of some of them.
    """
    spellings: dict[int, list[Use]] = defaultdict(list)
    for use in uses:
        spellings[use.n].append(use)
    return [_term(found, authors) for found in spellings.values()]


def known(rows: Iterable[Mapping[str, Any]]) -> dict[str, Known]:
    """The terms of these rows, by identity and in its order."""
    ordered = sorted(rows, key=lambda row: str(row["identity"]))
    return {row["identity"]: Known(row["spelling"], row["post_count"] > 0) for row in ordered}


def arranged(
    home: Home,
    kind: str,
    rows: Iterable[Mapping[str, Any]],
    taxonomy: Taxonomy,
    number: Callable[[str, str], int],
) -> list[dict[str, Any]]:
    """All rows of a kind whose terms lie so, those without a post of their own among them.

    `number` gives the number of a term by its kind and identity.
    """
    every = {row["identity"]: dict(row) for row in rows}
    for identity in sorted(taxonomy.ancestors):
        use = Use(number(kind, identity), kind, identity, identity, 0, "", 0, "")
        every[identity] = _term([use], {})
    for identity, row in every.items():
        entry = taxonomy.entries.get(identity)
        parent = taxonomy.parents.get(identity)
        row["visible"] = identity in taxonomy.visible
        # How posts spell it counts where those who see it see one of them.
        is_spelt = row["post_count"] if row["visible"] else row["preview_post_count"]
        spelling = row["spelling"] if is_spelt else entry.key if entry else identity
        row["name"] = (entry and entry.name) or spelling
        row["name_key"] = sortable(row["name"])
        row["parent"] = every[parent]["n"] if parent else None
        if kind != "author":
            row["description"] = entry.description if entry else None
    slugs = {identity: entry.slug for identity, entry in taxonomy.entries.items()}
    _place(home, kind, every.values(), slugs)
    return list(every.values())


def placeholder(n: int, found: Filing) -> dict[str, Any]:
    """The row of a term that is new in this sync, until the sync is through with its posts."""
    row = _term([Use(n, found.kind, found.identity, found.name, 0, "", 0, "")], {})
    return row | {"slug": "", "path": "", "route": "", "url": "", "parent": None}


def _term(spellings: list[Use], authors: Mapping[Voice, Details]) -> dict[str, Any]:
    first = spellings[0]
    # A post that is not to be seen does not show in what is said of a term that is.
    is_seen = any(use.seen for use in spellings)
    name = min(spellings, key=lambda use: (-(use.seen if is_seen else use.count), use.name)).name
    bio, avatar = authors.get((first.n, is_seen), Details())
    return {
        "n": first.n,
        "id": global_id.make(first.kind, first.identity),
        "kind": first.kind,
        "identity": first.identity,
        "spelling": name,
        "name": name,
        "name_key": sortable(name),
        "description": bio,
        "avatar": avatar,
        "visible": is_seen,
        "post_count": sum(use.seen for use in spellings),
        "latest_post_key": max(use.latest_seen for use in spellings),
        "preview_post_count": sum(use.count for use in spellings),
        "preview_latest_post_key": max(use.latest for use in spellings),
    }


def _place(
    home: Home, kind: str, rows: Iterable[dict[str, Any]], given: Mapping[str, str | None]
) -> None:
    """Gives each term of a kind a slug of its own, and the path and URL that follow from it.

    Those that are to be seen come first, so that the others do not show in their slugs; of these,
    those whose slug is `given` by the site, by identity.
    """
    taken: set[str] = set()

    def rank(row: Mapping[str, Any]) -> tuple[bool, bool, str]:
        return not row["visible"], given.get(row["identity"]) is None, row["identity"]

    for row in sorted(rows, key=rank):
        slug = next(each for each in _slugs(row["identity"], given) if each not in taken)
        taken.add(slug)
        path = f"/{FOLDERS[kind]}/{slug}/"
        row["slug"], row["path"], row["url"] = slug, home.base_path + path, url_of(home, path)
        row["route"] = route.of(row["path"])


def _slugs(identity: str, given: Mapping[str, str | None]) -> Iterator[str]:
    """The slugs that a term may have, the best first."""
    if written := given.get(identity):
        yield written
    if slug := slug_of(identity):
        yield slug
    for size in range(4, blake2b.MAX_DIGEST_SIZE):
        digest = blake2b(identity.encode(), digest_size=size).hexdigest()
        yield f"{slug}-{digest}".lstrip("-")
