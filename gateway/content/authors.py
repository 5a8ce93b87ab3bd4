"""Names, handles and mappings to `Author`s.

Jekyll itself knows no authors. The conventions read here: a name; a handle of
`_data/authors.yml` (or .yaml, .json, .csv); a mapping {name, url, bio, avatar}; a list of any
of these; under `author` or `authors`.
"""

import re
from collections.abc import Iterable, Mapping

from gateway.content.document import Author
from gateway.content.issues import Issues
from gateway.content.matter.nodes import Node, Scalar, find, is_set, text

NAMES = ("name", "display_name", "full_name", "title")
BIOS = ("bio", "description", "about")
URLS = ("url", "website", "site", "homepage", "web", "uri", "link")
AVATARS = ("avatar", "image", "picture", "photo", "icon")
HANDLES = ("handle", "id", "key", "slug", "username")
FIELDS = ("author", "authors")
WEB_OR_RELATIVE = re.compile(r"(?:https?:)?//|mailto:|[^:]*(?:[/?#]|$)", re.IGNORECASE)


def directory(node: Node | None, issues: Issues) -> dict[str, Author]:
    """The authors of `_data/authors`, by handle: a mapping of mappings, or a list of them."""
    entries: dict[str, Node] = {}
    if isinstance(node, dict):
        entries = node
    elif isinstance(node, list):
        for item in node:
            handle = _first(item, (*HANDLES, *NAMES)) if isinstance(item, dict) else None
            if handle is not None:
                entries[handle] = item
    found: dict[str, Author] = {}
    for handle, entry in entries.items():
        if isinstance(entry, dict):
            found[handle] = _from_mapping(entry, handle, issues)
        elif isinstance(entry, Scalar):
            found[handle] = Author(key=handle, name=text(entry) or handle)
    return found


def resolve(
    sources: Iterable[dict[str, Node]],
    known: Mapping[str, Author],
    issues: Issues,
    fields: Iterable[str] = FIELDS,
) -> tuple[Author, ...]:
    """The authors named by the first of `sources` that names any."""
    for source in sources:
        found: dict[str, Author] = {}
        for key in fields:
            if (named := find(source, (key,))) and is_set(named[1]):
                for author in _authors(named[1], known, issues, named[0]):
                    found.setdefault(author.key, author)
        if found:
            return tuple(found.values())
    return ()


def _authors(
    node: Node, known: Mapping[str, Author], issues: Issues, field: str
) -> Iterable[Author]:
    if isinstance(node, list):
        for item in node:
            yield from _authors(item, known, issues, field)
        return
    if isinstance(node, dict):
        handle = _first(node, HANDLES)
        name = _first(node, NAMES) or handle
        if name is None:
            issues.warn(
                "author-without-name",
                f"{field} has no name, so it was left out; write name: … in it",
                field=field,
            )
        elif handle is not None and handle in known:
            yield known[handle]
        else:
            yield _from_mapping(node, name, issues, field)
        return
    name = (text(node) or "").strip()
    if name:
        yield known.get(name) or Author(key=name, name=name)


def _from_mapping(
    entry: Mapping[str, Node], key: str, issues: Issues, field: str | None = None
) -> Author:
    return Author(
        key=key,
        name=_first(entry, NAMES) or key,
        bio=_first(entry, BIOS),
        url=_address(_first(entry, URLS), issues, field),
        avatar=_address(_first(entry, AVATARS), issues, field),
    )


def _first(entry: Mapping[str, Node], keys: Iterable[str]) -> str | None:
    for key in keys:
        written = (text(entry.get(key)) or "").strip()
        if written:
            return written
    return None


def _address(written: str | None, issues: Issues, field: str | None) -> str | None:
    if written is None or WEB_OR_RELATIVE.match(written):
        return written
    issues.error(
        "author-address",
        f"{written!r} is no address of the web and was left out; begin it with https:// or /",
        field=field,
    )
    return None
