"""The addresses that a post had before.

https://github.com/jekyll/jekyll-redirect-from and https://gohugo.io/content-management/urls/
"""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote, urljoin, urlsplit

from gateway.content.matter.nodes import Mapping, Node, Scalar
from gateway.content.site import Site

# Each with whether a path without a slash at its beginning goes from the post's own folder, as in
# Hugo, and not from the root.
KEYS = {"redirect_from": False, "aliases": True, "alias": False}
SLASHES = re.compile("/{2,}")


def of(site: Site, values: Mapping, path: str) -> tuple[str, ...]:
    """The paths that lead to the post at `path`: decoded, NFC, each beginning with a slash.

    As `path`, they are without the site's base path. A query is kept: WordPress has `/?p=12`.
    """
    found = (
        _path(site, path if beside else "/", written)
        for key, beside in KEYS.items()
        if key in values
        for written in _texts(values[key])
    )
    return tuple(dict.fromkeys(each for each in found if each and each != path))


def _path(site: Site, page: str, written: str) -> str | None:
    """None for what is no address of this site."""
    try:
        parts = urlsplit(written)
    except ValueError:
        return None
    target = unquote(parts.path)
    if parts.scheme or parts.netloc:
        home = urlsplit(site.url or "")
        if parts.netloc.lower() != home.netloc.lower() or not target.startswith(home.path + "/"):
            return None
        target = target[len(home.path) :]
    elif not target.startswith("/"):
        target = urljoin(page.rstrip("/") or "/", target) if target else "/"
    if not (target.strip("/") or parts.query):
        return None
    query = f"?{parts.query}" if parts.query else ""
    return unicodedata.normalize("NFC", SLASHES.sub("/", f"/{target}")) + query


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        if isinstance(node.value, str):
            yield node.text.strip()
    elif isinstance(node, list):
        for item in node:
            yield from _texts(item)
