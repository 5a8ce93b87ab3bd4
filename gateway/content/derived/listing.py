"""Whether search engines are to find a post, as its front matter says.

https://github.com/jekyll/jekyll-sitemap#exclusions, Hugo's
https://gohugo.io/templates/sitemap/#disable-sitemap, and what themes make of
https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag.
"""

import re
from collections.abc import Callable

from gateway.content.matter import nodes
from gateway.content.matter.nodes import Mapping, Node, Scalar

CONTAINERS = (None, "extra", "params", "seo")
"""Where the fields may be: at the top, or in a mapping for what is the theme's."""

NOT_INDEXED = re.compile(r"\b(?:noindex|none)\b", re.IGNORECASE)
YES = frozenset({"true", "yes", "1"})


def is_listed(values: Mapping) -> bool:
    """Whether no field of the front matter keeps the post out of sitemaps and indexes."""
    found = (values if name is None else values.get(name) for name in CONTAINERS)
    return not any(
        refuses(inner[field])
        for inner in found
        if isinstance(inner, dict)
        for field, refuses in REFUSALS.items()
        if field in inner
    )


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
        return any(_is_true(node[name]) for name in ("noindex", "noIndex") if name in node)
    return NOT_INDEXED.search(nodes.text(node) or "") is not None


REFUSALS: dict[str, Callable[[Node], bool]] = {
    "sitemap": _is_off,
    "sitemap_exclude": _is_true,
    "robots": _says_noindex,
    "noindex": _is_true,
    "noIndex": _is_true,
    "robotsNoIndex": _is_true,
}
