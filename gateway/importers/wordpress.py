"""An export of WordPress to articles."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from gateway.content.slug import slugify
from gateway.importers import autop, blocks, clock, shortcodes, wpindex, wxr
from gateway.importers.export import Article, Export, Place
from gateway.importers.htmltext import plain
from gateway.importers.media import Gallery
from gateway.importers.report import Report
from gateway.importers.wpindex import Index
from gateway.importers.wxr import Element

PLACES = {"post": Place.POST, "page": Place.PAGE}
PUBLIC = "publish"
SCHEDULED = "future"
UNFINISHED = frozenset({"draft", "pending", "trash"})
NEVER_SAVED = frozenset({"auto-draft", "inherit"})
USED_ELSEWHERE = frozenset({"attachment", "wp_block"})
MORE = "<!--more-->"
MORE_WITH_TEXT = re.compile(r"<!--more[^<>]{1,200}-->")
FORMAT = "post-format-"
CO_AUTHOR = "cap-"
PLACEHOLDER = re.compile(r":[a-z_]")
SLASHES = re.compile(r"/{2,}")
ADDRESS_ALONE = re.compile(r"<p>(https?://[^\s<>\"]{1,2000})</p>")
NEXT_PAGE = re.compile(r"\s{0,99}<!--nextpage-->\s{0,99}")
BUILT_IN = frozenset({"category", "post_tag", "tag", "post_format", "author"})
LINE_ENDS = re.compile(r"\r\n?")
SEO = {
    "_yoast_wpseo_title": "seo_title",
    "_yoast_wpseo_metadesc": "description",
    "_yoast_wpseo_canonical": "canonical_url",
}


def read(paths: Sequence[Path], report: Report, *, pages: bool) -> Export:
    """The export in these files, in the order of their names.

    The files are read twice: first for what posts refer to, then for the posts. Raises
    `ExportError` where one cannot be read.
    """
    ordered = sorted(paths, key=lambda path: (path.name, str(path)))
    index = wpindex.collect(ordered, report)
    report.media = len(index.media)
    return Export(
        config=wpindex.config(index),
        data={
            "authors": index.authors,
            "categories": wpindex.categories(index),
            "tags": wpindex.tags(index),
            "media": wpindex.media(index, index.media),
        },
        articles=_articles(ordered, index, report, pages=pages),
    )


def _articles(
    paths: Sequence[Path], index: Index, report: Report, *, pages: bool
) -> Iterator[Article]:
    attachments = index.attachments()
    seen: set[str] = set()
    for path in paths:
        for element in wxr.read(path):
            if element.name != "item" or not _is_wanted(element, report, pages=pages):
                continue
            key = element.fields.get("post_id", "")
            if key and key in seen:
                report.skipped["there twice"] += 1
                continue
            seen.add(key)
            gallery = Gallery(index.media, attachments.get(key, ()))
            yield _Item(element, index, gallery, report, path.name).article()


def _is_wanted(element: Element, report: Report, *, pages: bool) -> bool:
    fields = element.fields
    kind = fields.get("post_type", "").strip() or "post"
    if kind in USED_ELSEWHERE:
        return False
    if kind not in PLACES:
        report.skipped[f"of the type {kind}"] += 1
    elif kind == "page" and not pages:
        report.skipped["a page (--pages writes them)"] += 1
    elif fields.get("status", "").strip() in NEVER_SAVED:
        report.skipped["never saved by its author"] += 1
    else:
        if element.comments:
            report.skipped["a comment"] += element.comments
        return True
    return False


class _Item:
    """One post or page: what each field of its front matter is read from."""

    def __init__(
        self, element: Element, index: Index, gallery: Gallery, report: Report, file: str
    ) -> None:
        self._element = element
        self._fields = element.fields
        self._meta = dict(element.meta)
        self._index = index
        self._gallery = gallery
        self._report = report
        self._file = file
        self._status = self._field("status") or PUBLIC
        self._key = self._field("post_id")
        self._place = PLACES[self._field("post_type") or "post"]
        self._title = plain(self._field("title"))

    def _field(self, name: str) -> str:
        return self._fields.get(name, "").strip()

    def article(self) -> Article:
        slug = self._slug()
        date = self._date("post_date", self._field("pubDate"))
        body = self._body()
        place = self._place
        if place is Place.POST and (self._status in UNFINISHED or date is None):
            place = Place.DRAFT
            if self._status not in UNFINISHED:
                self._problem("it has no date, so it became a draft; give it one")
        matter = self._matter(slug, date, body)
        folders = self._index.folders(self._field("post_parent")) if place is Place.PAGE else ()
        return Article(place, slug, date, matter, body, folders=folders)

    def _matter(self, slug: str, date: datetime | None, body: str) -> dict[str, Any]:
        password = bool(self._field("post_password"))
        public = self._status in (PUBLIC, SCHEDULED) and not password
        permalink = self._permalink()
        names = self._categories("category")
        return {
            "title": self._title or None,
            "date": date,
            "last_modified_at": self._date("post_modified", ""),
            "slug": slug,
            "published": None if public else False,
            "wordpress_status": None if self._status == PUBLIC else self._status,
            "wordpress_visibility": "password" if password else None,
            "authors": self._authors(),
            "categories": names if self._place is Place.POST else None,
            "tags": self._categories("post_tag") + self._categories("tag"),
            "format": self._format(),
            "sticky": True if self._field("is_sticky") == "1" else None,
            "image": self._image(),
            "excerpt": LINE_ENDS.sub("\n", self._field(wxr.EXCERPT)),
            "excerpt_separator": MORE if MORE in body else None,
            **self._seo(),
            "permalink": permalink,
            "redirect_from": self._redirects(permalink),
            "taxonomies": self._taxonomies(),
            "custom_fields": self._custom_fields(),
            "wordpress_id": int(self._key) if self._key.isdecimal() else None,
        }

    def _slug(self) -> str:
        return (
            wpindex.slug(self._field("post_name"))
            or slugify(self._title)[:80].strip("-")
            or f"post-{self._key}"
        )

    def _date(self, name: str, published: str) -> datetime | None:
        here, utc = self._field(name), self._field(f"{name}_gmt")
        return clock.moment(here, utc, published, self._index.offset)

    def _authors(self) -> list[str]:
        """Those of Co-Authors Plus, else the one who wrote it."""
        found = [
            wpindex.slug(term.slug.removeprefix(CO_AUTHOR)) or term.name
            for term in self._element.categories
            if term.domain == "author"
        ]
        for handle, term in zip(found, self._of("author"), strict=True):
            self._index.authors.setdefault(handle, {"name": term or handle})
        return found or [name for name in (self._field("creator"),) if name]

    def _of(self, domain: str) -> list[str]:
        return [term.name for term in self._element.categories if term.domain == domain]

    def _categories(self, domain: str) -> list[str]:
        """Names; where the export only gives a slug, the name that belongs to it."""
        known = self._index.categories if domain == "category" else self._index.tags
        found: dict[str, None] = {}
        for term in self._element.categories:
            if term.domain != domain:
                continue
            entry = known.get(wpindex.slug(term.slug))
            name = plain(term.name) or (entry.name if entry else wpindex.slug(term.slug))
            if name:
                found.setdefault(name)
        return list(found)

    def _taxonomies(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for term in self._element.categories:
            if term.domain not in BUILT_IN and (name := plain(term.name)):
                found.setdefault(term.domain, []).append(name)
        return found

    def _format(self) -> str | None:
        slugs = (term.slug for term in self._element.categories if term.domain == "post_format")
        return next((slug.removeprefix(FORMAT) for slug in slugs if slug), None)

    def _image(self) -> dict[str, str] | None:
        key = self._meta.get("_thumbnail_id", "").strip()
        if not key:
            return None
        media = self._index.media.get(key)
        if media is None:
            self._problem(f"its featured image (id {key}) is not in the export")
            return None
        caption = plain(media.caption)
        values = {"path": media.url, "alt": media.alt, "caption": caption}
        return {name: value for name, value in values.items() if value}

    def _seo(self) -> dict[str, str]:
        """What Yoast knows, but for templates, which only its plugin can fill in."""
        found = {name: plain(self._meta.get(key, "")) for key, name in SEO.items()}
        return {name: value for name, value in found.items() if value and "%%" not in value}

    def _custom_fields(self) -> Mapping[str, Any]:
        """Those that an author has written: plugins begin their own with `_`."""
        found: dict[str, list[str]] = {}
        for key, value in self._element.meta:
            if key and not key.startswith("_") and key != "footnotes" and value:
                found.setdefault(key, []).append(LINE_ENDS.sub("\n", value))
        return {key: values[0] if len(values) == 1 else values for key, values in found.items()}

    def _permalink(self) -> str | None:
        """The path of the old address, so that links to it live on."""
        link = self._field("link")
        path = unquote(wpindex.path_of(link))
        base = self._index.base_path
        if base and path.startswith(f"{base}/"):
            path = path[len(base) :]
        if "?" in link or path in {"", "/"} or not path.startswith("/"):
            return None
        path = SLASHES.sub("/", path)
        if PLACEHOLDER.search(path) or ".." in path:
            self._problem(f"its address {link} cannot be a permalink, so it gets a new one")
            return None
        return path

    def _redirects(self, permalink: str | None) -> list[str]:
        found = []
        if self._key and self._status == PUBLIC:
            query = "page_id" if self._place is Place.PAGE else "p"
            found.append(f"/?{query}={self._key}")
        above = (permalink or "").rstrip("/").rpartition("/")[0]
        for key, value in self._element.meta:
            if key == "_wp_old_slug" and value and permalink:
                end = "/" if permalink.endswith("/") else ""
                found.append(f"{above}/{wpindex.slug(value)}{end}")
        return [path for path in dict.fromkeys(found) if path != permalink]

    def _body(self) -> str:
        written = LINE_ENDS.sub("\n", self._fields.get(wxr.CONTENT, ""))
        written = MORE_WITH_TEXT.sub(MORE, written)
        written = NEXT_PAGE.sub("\n\n", written)
        if blocks.are_in(written):
            notes = self._meta.get("footnotes", "")
            unwrapped = blocks.unwrap(written, self._index.reusable, notes, self._report)
            return blocks.tidy(shortcodes.render(unwrapped, self._gallery, self._report))
        rendered = shortcodes.render(written, self._gallery, self._report)
        return ADDRESS_ALONE.sub(_link, autop.paragraphs(rendered))

    def _problem(self, message: str) -> None:
        name = self._title or f"post {self._key}"
        self._report.problem(self._file, f"{name}: {message}", line=self._element.line)


def _link(match: re.Match[str]) -> str:
    address = html.escape(html.unescape(match[1]))
    return f'<p><a href="{address}">{address}</a></p>'
