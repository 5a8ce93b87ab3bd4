"""A document becomes rows."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime, tzinfo
from hashlib import blake2b
from typing import Any
from zoneinfo import ZoneInfo

import orjson

from gateway.content import scan
from gateway.content.address import Home, absolute, image_url, url_of
from gateway.content.document import ContentIssue, Document, Heading
from gateway.content.site import Site
from gateway.store import canonical, global_id, route
from gateway.store.keys import key_of, sortable
from gateway.sync import visibility
from gateway.sync.visibility import Window
from gateway.text import excerpts
from gateway.text.excerpts import USUAL_LENGTH

REVISION_BYTES = 10


def site(site: Site) -> dict[str, Any]:
    return {
        "n": 1,
        "title": site.title,
        "description": site.description,
        "url": site.url,
        "base_path": site.base_path,
        "locale": site.locale,
        "time_zone": zone_name(site.time_zone),
        "menus": orjson.dumps(site.menus).decode(),
    }


def zone_name(zone: tzinfo) -> str:
    """The name by which clients know a time zone: `Asia/Tokyo`, `UTC`, `+09:00`."""
    if isinstance(zone, ZoneInfo) or zone is UTC:
        return str(zone)
    return datetime.now(zone).isoformat()[-6:]


def term_entries(site: Site) -> list[dict[str, Any]]:
    return [{"position": n, **asdict(entry)} for n, entry in enumerate(site.terms)]


def avatar(site: Home, written: str | None) -> str | None:
    """The URL of an avatar, which is an address or a path below the site."""
    return None if written is None else absolute(site, written)


def post(site: Site, document: Document, now: str) -> dict[str, Any]:
    """The row of a post as it is at a moment, which is given as in the sort keys."""
    row = _post(site, document)
    parts = (
        [*row.values(), document.body.html, document.tags, document.categories],
        document.category_parents,
        [(author.key, author.name) for author in document.authors],
        document.front_matter,
    )
    digest = blake2b(orjson.dumps(parts), digest_size=REVISION_BYTES)
    return row | _visibility(document, now) | {"revision": digest.hexdigest()}


def _visibility(document: Document, now: str) -> dict[str, Any]:
    window = Window(
        document.draft,
        key_of(document.available_from) or None,
        key_of(document.available_until) or None,
    )
    seen = visibility.of(window, now)
    return {
        "status": seen.status,
        "visible": seen.visible,
        "draft": window.draft,
        "available_from": window.begins,
        "available_until": window.ends,
        "due_at": seen.due_at,
    }


def _post(site: Site, document: Document) -> dict[str, Any]:
    path = site.base_path + document.path
    published = document.published_at
    cover = document.cover_image
    return {
        "id": global_id.make("post", document.source_path),
        "slug": document.slug,
        "path": path,
        "route": route.of(path),
        "url": url_of(site, document.path),
        "title": document.title,
        "layout": document.layout,
        "locale": document.locale,
        "translation_key": document.translation_key,
        "listed": document.seo.listed,
        "published_at": published.isoformat() if published else None,
        "updated_at": document.updated_at.isoformat(),
        "reading_time": document.reading_time,
        "word_count": document.word_count,
        "character_count": document.character_count,
        "excerpt_markdown": document.excerpt.markdown,
        "excerpt_html": document.excerpt.html,
        "excerpt_plain": document.excerpt.plain,
        "excerpt_usual": excerpts.cut("PLAIN", document.excerpt.plain, "", USUAL_LENGTH),
        "cover_src": image_url(site, cover.src) if cover else None,
        "cover_alt": cover.alt if cover else None,
        "cover_width": cover.width if cover else None,
        "cover_height": cover.height if cover else None,
        "source_path": document.source_path,
        "content_hash": document.content_hash,
        "published_key": f"{key_of(published)} {document.source_path}",
        "updated_key": key_of(document.updated_at),
        "title_key": sortable(document.title),
    }


def body(n: int, document: Document) -> dict[str, Any]:
    return {
        "post": n,
        "headings": orjson.dumps(outline(document.headings)).decode(),
        "markdown": document.body.markdown,
        "html": document.body.html,
        "plain": document.body.plain,
        "ast": document.ast,
    }


def seo(n: int, document: Document) -> dict[str, Any]:
    told = document.seo
    return {
        "post": n,
        "title": told.title,
        "description": told.description,
        "canonical_url": told.canonical_url,
        "open_graph": told.open_graph,
        "json_ld": told.json_ld,
    }


def outline(headings: Iterable[Heading]) -> list[dict[str, Any]]:
    """The headings as a tree: each is a child of the nearest one before it that is shallower."""
    top: list[dict[str, Any]] = []
    path: list[dict[str, Any]] = []
    for heading in headings:
        while path and path[-1]["depth"] >= heading.depth:
            path.pop()
        node = {"id": heading.id, "depth": heading.depth, "text": heading.text, "children": []}
        (path[-1]["children"] if path else top).append(node)
        path.append(node)
    return top


def redirects(site: Site, n: int, document: Document) -> list[dict[str, Any]]:
    found = [
        {"field": field, "path": path, "route": route.of_redirect(path), "target": None}
        for written, field in document.redirect_from.items()
        for path in [site.base_path + written]
    ]
    if target := document.redirect_to:
        path = site.base_path + document.path
        below = site.base_path if target.startswith("/") else ""
        found.append(
            {
                "field": "redirect_to",
                "path": path,
                "route": route.of(path),
                "target": below + target,
            }
        )
    return [{"post": n, "position": position, **each} for position, each in enumerate(found)]


def images(site: Site, n: int, document: Document) -> list[dict[str, Any]]:
    return [
        {
            "post": n,
            "position": position,
            "src": image_url(site, image.src),
            "alt": image.alt,
            "width": image.width,
            "height": image.height,
        }
        for position, image in enumerate(document.images)
    ]


def links(n: int, document: Document) -> list[dict[str, Any]]:
    return [
        {"post": n, "path": path, "route": route.of(path) if path.startswith("/") else path}
        for path in document.links
    ]


def front_matter(n: int, document: Document) -> list[dict[str, Any]]:
    return [
        {
            "post": n,
            "position": position,
            "key": key,
            "value": orjson.dumps(value).decode(),
            "canonical": canonical.of(value),
        }
        for position, (key, value) in enumerate(document.front_matter.items())
    ]


def issue(found: ContentIssue, source: str | None) -> dict[str, Any]:
    return {
        "source": source,
        "refused": found.code in scan.REFUSALS,
        "file": found.file,
        "line": found.line,
        "field": found.field,
        "code": found.code,
        "message": found.message,
        "severity": found.severity.value,
    }
