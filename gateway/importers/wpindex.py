"""What a WordPress export says beside its posts: collected in a first pass over its files."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from gateway.errors import ExportError
from gateway.importers import clock, wxr
from gateway.importers.htmltext import plain
from gateway.importers.media import Media
from gateway.importers.report import Report
from gateway.importers.wxr import Element

TEXTS = ("title", "link", "description", "language", "base_blog_url", "base_site_url")
MOST_ANCESTORS = 100
SMALL_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Term:
    """`parent` is the slug of the category above it."""

    name: str
    parent: str
    description: str


@dataclass(frozen=True, slots=True)
class Page:
    slug: str
    parent: str


@dataclass(slots=True)
class Index:
    """Filled element by element. Media, pages and reusable blocks go by id, terms by slug."""

    texts: dict[str, str] = field(default_factory=dict)
    authors: dict[str, dict[str, str]] = field(default_factory=dict)
    categories: dict[str, Term] = field(default_factory=dict)
    tags: dict[str, Term] = field(default_factory=dict)
    media: dict[str, Media] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    reusable: dict[str, str] = field(default_factory=dict)
    offsets: Counter[timedelta] = field(default_factory=Counter)
    items: int = 0

    @property
    def offset(self) -> timedelta:
        return clock.usual(self.offsets)

    @property
    def url(self) -> str:
        """The address of the blog's front page, without a slash at the end."""
        names = ("base_blog_url", "link", "base_site_url")
        written = next(filter(None, map(self.texts.get, names)), "")
        return written.strip().rstrip("/")

    @property
    def base_path(self) -> str:
        return path_of(self.url).rstrip("/")

    def attachments(self) -> dict[str, list[str]]:
        """The ids of the media of each post, in their order."""
        found: dict[str, list[str]] = {}
        for key, media in self.media.items():
            found.setdefault(media.parent, []).append(key)
        for keys in found.values():
            keys.sort(key=lambda key: (self.media[key].order, len(key), key))
        return found

    def folders(self, parent: str) -> tuple[str, ...]:
        """The slugs of the pages above, the topmost first; a circle ends where it closes."""
        seen: dict[str, str] = {}
        while parent in self.pages and parent not in seen and len(seen) < MOST_ANCESTORS:
            seen[parent] = self.pages[parent].slug
            parent = self.pages[parent].parent
        return tuple(reversed(seen.values()))


def collect(paths: Sequence[Path], report: Report) -> Index:
    """Raises `ExportError` where a file cannot be read or holds no channel."""
    index = Index()
    for path in paths:
        for element in wxr.read(path, report):
            add = ELEMENTS.get(element.name)
            if add is not None:
                add(index, element)
    if not index.items and not index.texts:
        names = ", ".join(map(str, paths))
        raise ExportError(f"{names}: nothing could be read of this; export it again")
    return index


def slug(written: str) -> str:
    """As people write it: WordPress percent-encodes what is not ASCII."""
    return unicodedata.normalize("NFC", unquote(written.strip()))


def path_of(url: str) -> str:
    try:
        return urlsplit(url.strip()).path
    except ValueError:
        return ""


def _text(index: Index, element: Element) -> None:
    if element.text.strip():
        index.texts.setdefault(element.name, element.text.strip())


def _author(index: Index, element: Element) -> None:
    fields = element.fields
    login = fields.get("author_login", "").strip()
    if not login:
        return
    names = (fields.get(f"author_{part}_name", "").strip() for part in ("first", "last"))
    name = fields.get("author_display_name", "").strip() or " ".join(filter(None, names))
    index.authors.setdefault(login, {"name": plain(name) or login})


def _terms(prefix: str, name: str, parent: str) -> Callable[[Element], tuple[str, Term]]:
    def read(element: Element) -> tuple[str, Term]:
        fields = element.fields
        title = plain(fields.get(name, ""))
        key = slug(fields.get(prefix, "")) or title
        description = plain(fields.get(f"{element.name}_description", ""))
        return key, Term(title or key, slug(fields.get(parent, "")), description)

    return read


OF_CATEGORY = _terms("category_nicename", "cat_name", "category_parent")
OF_TAG = _terms("tag_slug", "tag_name", "")
OF_TERM = _terms("term_slug", "term_name", "term_parent")


def _category(index: Index, element: Element) -> None:
    key, term = OF_CATEGORY(element)
    if key:
        index.categories.setdefault(key, term)


def _tag(index: Index, element: Element) -> None:
    key, term = OF_TAG(element)
    if key:
        index.tags.setdefault(key, term)


def _term(index: Index, element: Element) -> None:
    kinds = {"category": index.categories, "post_tag": index.tags}
    terms = kinds.get(element.fields.get("term_taxonomy", ""))
    key, term = OF_TERM(element)
    if terms is not None and key:
        terms.setdefault(key, term)


def _item(index: Index, element: Element) -> None:
    fields = element.fields
    index.items += 1
    between = clock.offset(
        clock.local(fields.get("post_date", "")), clock.local(fields.get("post_date_gmt", ""))
    )
    if between is not None:
        index.offsets[between] += 1
    key, kind = fields.get("post_id", ""), fields.get("post_type", "")
    if kind == "attachment":
        _attachment(index, element, key)
    elif kind == "page":
        index.pages[key] = Page(slug(fields.get("post_name", "")), fields.get("post_parent", ""))
    elif kind == "wp_block":
        index.reusable[key] = fields.get(wxr.CONTENT, "")


def _attachment(index: Index, element: Element, key: str) -> None:
    fields = element.fields
    url = fields.get("attachment_url", "").strip() or fields.get("guid", "").strip()
    if not url:
        return
    order = fields.get("menu_order", "")
    index.media[key] = Media(
        url=url,
        title=plain(fields.get("title", "")),
        alt=plain(dict(element.meta).get("_wp_attachment_image_alt", "")),
        caption=fields.get(wxr.EXCERPT, "").strip(),
        parent=fields.get("post_parent", ""),
        order=int(order) if SMALL_NUMBER.fullmatch(order) else 0,
    )


ELEMENTS: dict[str, Callable[[Index, Element], None]] = {
    **dict.fromkeys(TEXTS, _text),
    "author": _author,
    "wp_author": _author,
    "category": _category,
    "tag": _tag,
    "term": _term,
    "item": _item,
}


def config(index: Index) -> dict[str, Any]:
    """What `_config.yml` says."""
    base = index.base_path
    return {
        "title": plain(index.texts.get("title", "")),
        "description": plain(index.texts.get("description", "")),
        "url": index.url.removesuffix(base) if base else index.url,
        "baseurl": base,
        "lang": index.texts.get("language", ""),
        "timezone": clock.zone_name(index.offset),
        "permalink": "/:year/:month/:day/:title/",
    }


def categories(index: Index) -> dict[str, Any]:
    """The categories by slug, each with the names above it, the topmost first."""
    return {
        key: {
            "name": term.name,
            "parent": term.parent if term.parent in index.categories else "",
            "path": _path(key, index.categories),
            "description": term.description,
        }
        for key, term in index.categories.items()
    }


def _path(key: str, terms: Mapping[str, Term]) -> list[str]:
    """Names from the top down. An orphan is at the top; a circle ends where it closes."""
    names: dict[str, str] = {}
    while key in terms and key not in names and len(names) < MOST_ANCESTORS:
        names[key] = terms[key].name
        key = terms[key].parent
    return list(reversed(names.values()))


def tags(index: Index) -> dict[str, Any]:
    return {
        key: {"name": term.name, "description": term.description}
        for key, term in index.tags.items()
    }


def media(index: Index, keys: Iterable[str]) -> dict[str, Any]:
    return {
        key: {
            "url": index.media[key].url,
            "title": index.media[key].title,
            "alt": index.media[key].alt,
            "caption": index.media[key].caption,
        }
        for key in keys
    }
