"""A document becomes rows."""

import unicodedata
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import orjson

from gateway.content.document import ContentIssue, Document
from gateway.content.site import Site
from gateway.store import global_id

URL_SAFE = "/-._~!$&'()*+,;=:@"
"""What stays unescaped in the path of a URL: RFC 3986, section 3.3."""


def key_of(moment: datetime | None) -> str:
    """A text that sorts as the moment does; nothing sorts before every moment."""
    if moment is None:
        return ""
    moment = moment.astimezone(UTC)
    return moment.isoformat(timespec="microseconds" if moment.microsecond else "seconds")[:-6]


def sortable(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def url_of(site: Site, path: str) -> str:
    """The absolute URL of a path below the site, or only the path where the site has no URL."""
    return (site.url or site.base_path) + quote(path, safe=URL_SAFE)


def post(site: Site, document: Document) -> dict[str, Any]:
    published = document.published_at
    return {
        "id": global_id.make("post", document.source_path),
        "slug": document.slug,
        "path": site.base_path + document.path,
        "url": url_of(site, document.path),
        "title": document.title,
        "layout": document.layout,
        "published_at": published.isoformat() if published else None,
        "updated_at": document.updated_at.isoformat(),
        "reading_time": document.reading_time,
        "excerpt_markdown": document.excerpt.markdown,
        "excerpt_html": document.excerpt.html,
        "excerpt_plain": document.excerpt.plain,
        "source_path": document.source_path,
        "content_hash": document.content_hash,
        "published_key": f"{key_of(published)} {document.source_path}",
        "updated_key": key_of(document.updated_at),
        "title_key": sortable(document.title),
    }


def body(n: int, document: Document) -> dict[str, Any]:
    return {
        "post": n,
        "markdown": document.body.markdown,
        "html": document.body.html,
        "plain": document.body.plain,
        "ast": document.ast,
    }


def images(n: int, document: Document) -> list[dict[str, Any]]:
    return [
        {
            "post": n,
            "position": position,
            "src": image.src,
            "alt": image.alt,
            "width": image.width,
            "height": image.height,
        }
        for position, image in enumerate(document.images)
    ]


def links(n: int, document: Document) -> list[dict[str, Any]]:
    return [{"post": n, "path": path} for path in document.links]


def front_matter(n: int, document: Document) -> list[dict[str, Any]]:
    return [
        {"post": n, "position": position, "key": key, "value": orjson.dumps(value).decode()}
        for position, (key, value) in enumerate(document.front_matter.items())
    ]


def issue(found: ContentIssue, source: str | None) -> dict[str, Any]:
    return {
        "source": source,
        "file": found.file,
        "line": found.line,
        "field": found.field,
        "code": found.code,
        "message": found.message,
        "severity": found.severity.value,
    }
