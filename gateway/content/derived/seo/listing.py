"""Whether search engines are to find a post.

https://github.com/jekyll/jekyll-sitemap#exclusions, Hugo's
https://gohugo.io/templates/sitemap/#disable-sitemap, and what themes make of
https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag. A page that names
another one as the canonical one is not to be found either, nor is one that leads elsewhere.
"""

import re
import unicodedata
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from gateway.content.derived.seo.fields import Fields
from gateway.content.matter import nodes
from gateway.content.matter.nodes import Node, Scalar

NOT_INDEXED = re.compile(r"\b(?:noindex|none)\b", re.IGNORECASE)
YES = frozenset({"true", "yes", "1"})
SAME_PAGE = re.compile(r"(?:/index)?(?:\.html?)?/?\Z")
"""What may be at the end of an address, and names the same page."""


def is_listed(fields: Fields, url: str, canonical: str) -> bool:
    """Whether a post with these fields is, which is at `url` and names an URL as `canonical`."""
    refused = any(refuses(fields[name][1]) for name, refuses in REFUSALS.items() if name in fields)
    return not refused and (canonical == url or _page(canonical) == _page(url))


def _page(url: str) -> tuple[str, str]:
    """The host and the path without what may be written otherwise."""
    parts = urlsplit(url)
    path = unicodedata.normalize("NFC", unquote(parts.path))
    return parts.netloc.lower().removeprefix("www."), SAME_PAGE.sub("", path)


def _is_true(node: Node) -> bool:
    return (nodes.text(node) or "").lower() in YES


def _is_off(node: Node) -> bool:
    if isinstance(node, dict):
        return any(_is_true(node[name]) for name in ("disable", "exclude") if name in node)
    return isinstance(node, Scalar) and node.value is False


def _says_noindex(node: Node) -> bool:
    if isinstance(node, list):
        return any(_says_noindex(item) for item in node)
    if isinstance(node, dict):
        return "noindex" in node and _is_true(node["noindex"])
    return NOT_INDEXED.search(nodes.text(node) or "") is not None


REFUSALS: dict[str, Callable[[Node], bool]] = {
    "sitemap": _is_off,
    "sitemapexclude": _is_true,
    "robots": _says_noindex,
    "noindex": _is_true,
    "robotsnoindex": _is_true,
    "seonoindex": _is_true,
    "seorobots": _says_noindex,
    "yoastwpseometarobotsnoindex": _is_true,
}
