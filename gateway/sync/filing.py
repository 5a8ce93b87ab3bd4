"""Tags, categories and authors: who shares one, what it is called, where it lives.

Two spellings are one term where they differ in case, width or blanks only: `AI` and `ai` share a
page, as they do in WordPress. `C`, `C++` and `C#` are three.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from gateway.content.address import Home, url_of
from gateway.content.document import Author, Document
from gateway.store import global_id
from gateway.store.keys import sortable

FOLDERS = {"tag": "tags", "category": "categories", "author": "authors"}
"""The kinds of terms, with the folder that their pages live in."""


@dataclass(frozen=True, slots=True)
class Filing:
    """A post's place under a term: `name` is the spelling of the term in the post."""

    kind: str
    position: int
    identity: str
    name: str


@lru_cache(maxsize=10_000)
def identity_of(name: str) -> str:
    return " ".join(sortable(name).split())


def filings(document: Document) -> Iterator[Filing]:
    """What a document is filed under, each term once, in the order of its front matter."""
    named = {
        "tag": ((name, name) for name in document.tags),
        "category": ((name, name) for name in document.categories),
        "author": ((author.key, author.name) for author in document.authors),
    }
    for kind, terms in named.items():
        spellings: dict[str, str] = {}
        for key, name in terms:
            spellings.setdefault(identity_of(key), name)
        for position, (identity, name) in enumerate(spellings.items()):
            yield Filing(kind, position, identity, name)


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


def terms(
    home: Home,
    uses: Iterable[Use],
    authors: Mapping[str, Author],
    rest: Iterable[Mapping[str, Any]] = (),
) -> list[dict[str, Any]]:
    """The rows of the terms that are used so, and of the `rest`, which may only have to move.

    `authors` are those whose details are known, by identity.
    """
    spellings: dict[int, list[Use]] = defaultdict(list)
    for use in uses:
        spellings[use.n].append(use)
    rows = [_term(found, authors) for found in spellings.values()]
    rows += [dict(row) for row in rest]
    for kind in FOLDERS:
        _place(home, kind, [row for row in rows if row["kind"] == kind])
    return rows


def placeholder(n: int, found: Filing) -> dict[str, Any]:
    """The row of a term that is new in this sync, until the sync is through with its posts."""
    row = _term([Use(n, found.kind, found.identity, found.name, 0, "", 0, "")], {})
    return row | {"slug": "", "path": "", "url": ""}


def _term(spellings: list[Use], authors: Mapping[str, Author]) -> dict[str, Any]:
    first = spellings[0]
    # A post that is not to be seen does not show in the name of a term that is.
    name = min(spellings, key=lambda use: (-use.seen, -use.count, use.name)).name
    author = authors.get(first.identity) if first.kind == "author" else None
    return {
        "n": first.n,
        "id": global_id.make(first.kind, first.identity),
        "kind": first.kind,
        "identity": first.identity,
        "name": name,
        "name_key": sortable(name),
        "description": author.bio if author else None,
        "avatar": author.avatar if author else None,
        "visible": any(use.seen for use in spellings),
        "post_count": sum(use.seen for use in spellings),
        "latest_post_key": max(use.latest_seen for use in spellings),
        "preview_post_count": sum(use.count for use in spellings),
        "preview_latest_post_key": max(use.latest for use in spellings),
    }


def _place(home: Home, kind: str, rows: list[dict[str, Any]]) -> None:
    """Gives each term of a kind a slug of its own, and the path and URL that follow from it.

    Those that are to be seen come first, so that the others do not show in their slugs.
    """
    taken: set[str] = set()
    for row in sorted(rows, key=lambda row: (not row["visible"], row["identity"])):
        slug = slug_of(row["identity"])
        if not slug or slug in taken:
            digest = blake2b(row["identity"].encode(), digest_size=4).hexdigest()
            slug = f"{slug}-{digest}".lstrip("-")
        taken.add(slug)
        path = f"/{FOLDERS[kind]}/{slug}/"
        row["slug"], row["path"], row["url"] = slug, home.base_path + path, url_of(home, path)


@lru_cache(maxsize=10_000)
def slug_of(identity: str) -> str:
    """Letters, marks and digits of any script, with hyphens between; `C++` is `c-plus-plus`."""
    spelt_out = identity.replace("+", "-plus").replace("#", "-sharp")
    kept = (
        character if unicodedata.category(character)[0] in "LMN" else "-"
        for character in unicodedata.normalize("NFC", spelt_out)
    )
    return re.sub("-+", "-", "".join(kept)).strip("-")
