"""The addresses of pages, for search engines: https://www.sitemaps.org/protocol.html.

The XML is put together from texts: as a tree of elements, a full sitemap takes ten times as long.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

FILE = "sitemap.xml"
MEDIA_TYPE = "application/xml"
MOST = 50_000
"""Addresses in one sitemap, and sitemaps in an index, which a larger site has."""

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@dataclass(frozen=True, slots=True)
class Page:
    """An absolute, percent-encoded address, and the moment of the last change where it is known."""

    url: str
    changed: str | None


def render(pages: Iterable[Page]) -> bytes:
    return _list("urlset", "url", pages)


def render_index(parts: Iterable[Page]) -> bytes:
    """The sitemap of a site that has more than one: their addresses."""
    return _list("sitemapindex", "sitemap", parts)


def part(number: int | str) -> str:
    """The name of one sitemap of several, which are counted from 1."""
    return f"sitemap-{number}.xml"


def _list(root: str, item: str, pages: Iterable[Page]) -> bytes:
    items = "".join(
        f"<{item}><loc>{escape(page.url)}</loc>{_lastmod(page.changed)}</{item}>\n"
        for page in pages
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{NAMESPACE}">\n{items}</{root}>\n'
    ).encode()


def _lastmod(changed: str | None) -> str:
    return f"<lastmod>{changed}</lastmod>" if changed else ""
