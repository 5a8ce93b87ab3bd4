"""Routes: what the spellings of one address have in common.

`/a/b`, `/a/b/`, `/a/b.html` and `/a/b/index.html` have the route `/a/b`, so that one equality
finds what lives at any of them.
"""

import unicodedata
from typing import NamedTuple
from urllib.parse import unquote

INDEX = "/index.html"
PAGE = ".html"
FRONT = "/"


def of(path: str) -> str:
    """The route of a decoded path."""
    path = _normal(path).rstrip("/")
    stem = path.removesuffix(INDEX) if path.endswith(INDEX) else path.removesuffix(PAGE)
    return stem.rstrip("/") or FRONT


def of_redirect(path: str) -> str:
    """The route of a path that may end in a query: `/?p=12` is another place than `/`."""
    path, mark, query = path.partition("?")
    return of(path) + mark + _normal(unquote(query))


class Reading(NamedTuple):
    """What an address may mean: a `text` as paths are stored, and its route.

    It is `whole` where it has all of the address in it, its query too.
    """

    text: str
    route: str
    whole: bool


def readings(address: str) -> list[Reading]:
    """The readings of a path that somebody asks for.

    It may be percent-encoded or not. What looks like a query or a fragment may be part of a
    decoded path, may be what a redirect is for, and is ignored otherwise. The first are the best
    among those that are equally `whole`.
    """
    address = "/" + address.lstrip("/")
    base, _, fragment = address.partition("#")
    path, mark, query = base.partition("?")
    paths = [_normal(path), _normal(unquote(path))]
    found = []
    if mark or fragment:
        found += [Reading(text, of(text), whole=True) for text in map(_normal, (address, base))]
    if mark:
        texts = (f"{each}?{query}" for each in paths)
        found += [Reading(text, of_redirect(text), whole=True) for text in texts]
    found += [Reading(each, of(each), whole=False) for each in paths]
    return list(dict.fromkeys(found))


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)
