"""The addresses that a post had before, and the one that it sends its readers to.

https://github.com/jekyll/jekyll-redirect-from and https://gohugo.io/content-management/urls/
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from gateway.content.entry import Entry
from gateway.content.matter import nodes
from gateway.content.matter.nodes import Node, Scalar
from gateway.content.site import Site

# Each with whether a path without a slash at its beginning goes from the post's own folder, as in
# Hugo, and not from the root.
KEYS = {"redirect_from": False, "aliases": True, "alias": False}
OLD_SLUGS = ("old_slug", "old_slugs", "_wp_old_slug")
TO = "redirect_to"
SCHEMES = frozenset({"", "http", "https"})
ENDS = ("/", ".html")
SLASHES = re.compile("/{2,}")
CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def of(entry: Entry, slug: str, path: str) -> Mapping[str, str]:
    """The paths that lead to the post at `path`, each with the field that says so.

    They are decoded, NFC and begin with a slash. As `path`, they are without the site's base path.
    A query is kept: WordPress has `/?p=12`.
    """
    found: dict[str, str] = {}
    for key, beside in KEYS.items():
        for name, written in _written(entry, key):
            each = _below(entry.site, path if beside else "/", written)
            if each and each != "/":
                found.setdefault(each, name)
    for key in OLD_SLUGS:
        for name, written in _written(entry, key):
            if old := unquote(written).strip("/ "):
                found.setdefault(_normal(_with_slug(path, slug, old)), name)
    found.pop(path, None)
    return found


def to(entry: Entry) -> str | None:
    """Where the front matter sends those who come to the post: a path, or a URL elsewhere.

    The path is as those of `of`, but may have a fragment too. Of a list the first one counts.
    """
    found = entry.find((TO,))
    if found is None or not nodes.is_set(found[1]):
        return None
    name, node = found
    target = _target(entry.site, next(_texts(node), ""))
    if target is None:
        entry.issues.warn(
            "redirect-to-invalid",
            "this is no address to lead to, so the post stays where it is;"
            " write a path like /about/ or a URL",
            field=name,
        )
    return target


def _target(site: Site, written: str) -> str | None:
    parts = _split(written)
    if parts is None or not written:
        return None
    target = _below(site, "/", written)
    if target is not None:
        target += f"#{parts.fragment}" if parts.fragment else ""
    elif parts.netloc and parts.scheme in SCHEMES:
        target = parts._replace(scheme=parts.scheme or "https").geturl()
    # Clients put it into a header.
    return None if target is None or CONTROL.search(target) else target


def _below(site: Site, page: str, written: str) -> str | None:
    """The decoded path below the site, with its query; None for what is no address of the site."""
    parts = _split(written)
    if parts is None:
        return None
    target = unquote(parts.path)
    if parts.scheme or parts.netloc:
        home = urlsplit(site.url or "")
        if not parts.netloc or parts.netloc.lower() != home.netloc.lower():
            return None
        if not f"{target}/".startswith(f"{home.path}/"):
            return None
        target = target[len(home.path) :]
    elif not target.startswith("/"):
        target = urljoin(page.rstrip("/") or "/", target) if target else "/"
    query = f"?{parts.query}" if parts.query else ""
    return _normal(SLASHES.sub("/", f"/{target}")) + query


def _split(written: str) -> SplitResult | None:
    try:
        return urlsplit(written)
    except ValueError:
        return None


def _with_slug(path: str, slug: str, old: str) -> str:
    """The path that the post had under an old slug; its last part where it does not show any."""
    word = re.compile(rf"(?<![^\W_]){re.escape(slug)}(?![^\W_])")
    *_, last = (None, *word.finditer(path))
    if last is not None:
        return path[: last.start()] + old + path[last.end() :]
    above = path.rstrip("/").rpartition("/")[0]
    return f"{above}/{old}" + next((end for end in ENDS if path.endswith(end)), "")


def _written(entry: Entry, key: str) -> Iterator[tuple[str, str]]:
    """The texts of a field, each with the name that the author wrote it under."""
    found = entry.find((key,))
    if found is not None:
        for text in _texts(found[1]):
            yield found[0], text


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        if isinstance(node.value, str):
            yield node.text.strip()
    elif isinstance(node, list):
        for item in node:
            yield from _texts(item)


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)
