"""The text of one file to a `Document`: which field is read from what."""

import re
import stat
import unicodedata
from datetime import datetime
from functools import partial
from hashlib import blake2b
from pathlib import PurePosixPath

from cachetools import LRUCache, cached

from gateway.content import (
    authors,
    body,
    dates,
    defaults,
    frontmatter,
    images,
    language,
    links,
    mdast,
    names,
    nodes,
    outline,
    permalink,
    redirects,
    slug,
    terms,
)
from gateway.content.document import Document
from gateway.content.entry import Entry
from gateway.content.issues import Issues
from gateway.content.nodes import Scalar
from gateway.content.page import Page
from gateway.content.site import Site

UPDATED = ("last_modified_at", "updated", "modified", "lastmod", "updated_at")
INDEX = "index"
HEAD_BYTES = 65_536  # of another post, to know its address
KEPT_ADDRESSES = 10_000
ASCII_BLANKS = " \t\n"
LINE_BREAK = re.compile(r"[ \t]*\n[ \t]*")


def read(
    site: Site,
    path: str,
    text: str,
    *,
    content_hash: str,
    file_date: datetime,
    issues: Issues,
    depends: set[str],
) -> Document:
    """The document in a text whose lines end in LF. `file_date` is when the file was changed.

    The source paths of the other files that the body makes use of are put into `depends`.
    """
    parts = frontmatter.split(text, issues)
    entry = _entry(site, path, parts, issues)
    name, inherited, matter, values = entry.name, entry.inherited, entry.matter, entry.values

    slug_text = _slug(entry)
    published_at = _published_at(entry)
    categories = terms.categories(name.categories, inherited, matter, issues, jekyll=name.is_post)
    url_path = _path(entry, slug_text, published_at, categories)
    title = _title(entry, slug_text)
    tags = terms.tags(values, issues, jekyll=name.is_post)
    page = Page(
        entry=entry,
        body_line=1 + text.count("\n", 0, len(text) - len(parts.body)),
        slug=slug_text,
        path=url_path,
        title=title,
        published_at=published_at,
        changed_at=published_at or file_date,
        tags=tags,
        categories=categories,
        address=partial(_address, site),
        depends=depends,
    )
    written = body.text(page, parts.body)
    length = body.length(written)
    found_images = images.in_body(entry, url_path, written, page.body_line)
    published = values.get("published")
    layout = values.get("layout")
    return Document(
        source_path=path,
        content_hash=content_hash,
        slug=slug_text,
        path=url_path,
        title=title,
        layout=nodes.text(layout) if nodes.is_set(layout) else None,
        published_at=published_at,
        updated_at=_updated_at(entry) or published_at or file_date,
        draft=name.is_draft or (isinstance(published, Scalar) and published.value is False),
        tags=tags,
        categories=categories,
        authors=authors.resolve((matter, inherited), site.authors, issues) or site.default_authors,
        excerpt=body.excerpt(page, written),
        reading_time=body.reading_time(entry, length),
        word_count=length.words,
        character_count=length.characters,
        locale=language.of(entry, written.plain),
        headings=outline.headings(written.html),
        cover_image=images.cover_of(entry, url_path),
        redirect_from=redirects.of(site, values, url_path),
        body=written,
        ast=mdast.of_html(written.html, found_images.sizes),
        images=found_images.images,
        links=links.internal(site, url_path, written.html),
        front_matter={key: nodes.as_json(value) for key, value in values.items()},
    )


def _entry(site: Site, path: str, parts: frontmatter.Parts, issues: Issues) -> Entry:
    matter = {} if parts.matter is None else frontmatter.read(parts.matter, parts.line, issues)
    name = names.parse(path)
    inherited = defaults.values(site.defaults, path, "posts" if name.is_post else "pages")
    return Entry(site, path, name, inherited, matter, nodes.merge(inherited, matter), issues)


def _address(site: Site, path: str) -> str | None:
    """The URL path of the post at a source path; None where there is no such file."""
    try:
        status = (site.root / path).stat()
    except (OSError, ValueError):  # a name that no file can have
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return _address_of_version(site, path, (status.st_mtime_ns, status.st_size))


@cached(
    LRUCache(KEPT_ADDRESSES),
    key=lambda site, path, version: (site.root, site.fingerprint, path, version),
)
def _address_of_version(site: Site, path: str, _version: tuple[int, int]) -> str | None:
    try:
        with (site.root / path).open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError:
        return None
    issues = Issues(path)  # reported when that file is loaded
    text = head.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    entry = _entry(site, path, frontmatter.split(text, issues), issues)
    categories = terms.categories(
        entry.name.categories, entry.inherited, entry.matter, issues, jekyll=entry.name.is_post
    )
    return _path(entry, _slug(entry), _published_at(entry), categories)


def _slug(entry: Entry) -> str:
    name = entry.name
    candidates = [nodes.text(entry.values.get("slug")) or "", name.slug]
    if name.slug == INDEX and not name.is_post:
        candidates[1] = PurePosixPath(entry.source_path).parent.name
    candidates.append(name.stem.strip(" .-"))
    for candidate in candidates:
        if stripped := candidate.strip():
            return unicodedata.normalize("NFC", stripped)
    return blake2b(entry.source_path.encode(), digest_size=6).hexdigest()


def _title(entry: Entry, slug_text: str) -> str:
    written = entry.values.get("title")
    if not nodes.is_set(written):
        return slug.title(entry.name.slug if entry.name.slug not in ("", INDEX) else slug_text)
    if isinstance(written, Scalar):
        return LINE_BREAK.sub(" ", written.text.strip(ASCII_BLANKS))
    entry.issues.error(
        "title-not-text",
        "the title is a list or a mapping, so one was made of the file's name;"
        " put the title in quotes",
        field="title",
    )
    return slug.title(slug_text)


def _published_at(entry: Entry) -> datetime | None:
    zone = entry.site.time_zone
    named = None
    if entry.name.date is not None:
        named = dates.of_name(entry.name.date, zone)
        if named is None:
            entry.issues.error(
                "name-date-invalid",
                f"the file's name begins with {entry.name.date}, which is no day;"
                " rename it like 2025-11-07-title.md",
            )
    written = entry.values.get("date")
    if not nodes.is_set(written):
        return named
    instead = "the date of the file's name" if named else "no date"
    return _date(entry, "date", instead) or named


def _updated_at(entry: Entry) -> datetime | None:
    for field in UPDATED:
        if nodes.is_set(entry.values.get(field)):
            return _date(entry, field, "the date of publication")
    return None


def _date(entry: Entry, field: str, instead: str) -> datetime | None:
    written = entry.values[field]
    moment = None
    if isinstance(written, Scalar):
        moment = dates.parse(written, entry.site.time_zone)
    if moment is None:
        shown = repr(written.text) if isinstance(written, Scalar) else "this"
        entry.issues.error(
            "date-invalid",
            f"{shown} is no date, so {instead} is used; write it like 2025-11-07 16:39:06 +0900",
            field=field,
        )
    return moment


def _path(
    entry: Entry, slug_text: str, published_at: datetime | None, categories: tuple[str, ...]
) -> str:
    name = entry.name
    inner = name.inner
    if not name.is_post and (inner == INDEX or inner.endswith(f"/{INDEX}")):
        inner = inner.removesuffix(INDEX)
    extension = name.extension
    if extension.lower() in entry.site.markdown_extensions:
        extension = ".html"
    parts = permalink.Parts(
        slug=slug_text,
        date=None if published_at is None else published_at.astimezone(entry.site.time_zone),
        categories=categories,
        path=inner,
        name=name.stem,
        output_extension=extension,
    )
    return permalink.expand(_template(entry), parts, entry.issues)


def _template(entry: Entry) -> str:
    """The permalink of the front matter, of `collections: posts`, or of the site."""
    own = entry.values.get("permalink")
    template = nodes.text(own) if nodes.is_set(own) else None
    if template is not None:
        return template
    if not entry.name.is_post:
        return permalink.PLAIN
    return entry.site.permalink
