"""The text of one file to a `Document`: which field is read from what."""

import re
import stat
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from hashlib import blake2b

from cachetools import LRUCache, cached

from gateway.content import authors, body, defaults, permalink, publishing, slug, terms
from gateway.content.derived import images, language, links, mdast, outline, redirects, translation
from gateway.content.derived.seo import summary
from gateway.content.document import Document
from gateway.content.entry import Entry
from gateway.content.issues import Issues
from gateway.content.matter import frontmatter, nodes
from gateway.content.matter.nodes import Scalar
from gateway.content.site import Site
from gateway.content.templating.page import Page

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
    row = site.dialect
    parts = frontmatter.split(text, issues, row.formats, late=row.late)
    entry = _entry(site, path, parts, issues)
    name, inherited, matter, values = entry.name, entry.inherited, entry.matter, entry.values

    slug_text = _slug(entry)
    title = _title(entry, slug_text)
    published_at = publishing.published_at(entry, file_date)
    categories = terms.categories(name.categories, inherited, matter, issues, row)
    url_path = _path(entry, slug_text, title, published_at, categories)
    tags = terms.tags(values, issues, row)
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
    layout = values.get("layout")
    document = Document(
        source_path=path,
        content_hash=content_hash,
        slug=slug_text,
        path=url_path,
        title=title,
        layout=nodes.text(layout) if nodes.is_set(layout) else None,
        published_at=published_at,
        updated_at=publishing.updated_at(entry, file_date) or published_at or file_date,
        draft=publishing.is_draft(entry) or _is_static(entry, parts),
        available_from=publishing.available_from(entry, published_at, file_date),
        available_until=publishing.available_until(entry, file_date),
        tags=tags,
        categories=categories,
        category_parents=terms.parents(matter, row),
        authors=authors.resolve((matter, inherited), site.authors, issues, row.authors)
        or site.default_authors,
        excerpt=body.excerpt(page, written),
        reading_time=body.reading_time(entry, length),
        word_count=length.words,
        character_count=length.characters,
        locale=language.of(entry, written.plain),
        translation_key=translation.key(entry, url_path),
        headings=outline.headings(written.html),
        cover_image=images.cover_of(entry, url_path),
        redirect_from=redirects.of(entry, slug_text, url_path),
        redirect_to=redirects.to(entry),
        body=written,
        ast=mdast.of_html(written.html, found_images.sizes),
        images=found_images.images,
        links=links.internal(site, path, url_path, written.html),
        front_matter={key: nodes.as_json(value) for key, value in values.items()},
        seo=summary.NOTHING,
    )
    return replace(document, seo=summary.of(entry, document))


def _entry(site: Site, path: str, parts: frontmatter.Parts, issues: Issues) -> Entry:
    matter = frontmatter.fields(parts, issues)
    name = site.name(path)
    type_ = name.collection if name.is_post or name.collection != "posts" else "pages"
    inherited = defaults.values(site.defaults, name.path, type_)
    return Entry(site, path, name, inherited, matter, nodes.merge(inherited, matter), issues)


def _is_static(entry: Entry, parts: frontmatter.Parts) -> bool:
    """In a collection, Jekyll copies what has no front matter as it is."""
    is_static = parts.matter is None and entry.name.collection != "posts"
    if not is_static or not entry.site.dialect.inside:
        return False
    entry.issues.warn(
        "front-matter-missing",
        "a file of a collection without front matter is no page, so it is not served;"
        " begin it with two lines '---'",
        line=1,
    )
    return True


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
def _address_of_version(site: Site, path: str, version: tuple[int, int]) -> str | None:
    try:
        with (site.root / path).open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError:
        return None
    issues = Issues(path)  # reported when that file is loaded
    text = head.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    row = site.dialect
    entry = _entry(site, path, frontmatter.split(text, issues, row.formats, late=row.late), issues)
    file_date = datetime.fromtimestamp(version[0] // 1_000_000_000, UTC)
    slug_text = _slug(entry)
    return _path(
        entry,
        slug_text,
        _title(entry, slug_text),
        publishing.published_at(entry, file_date),
        terms.categories(entry.name.categories, entry.inherited, entry.matter, issues, row),
    )


def _slug(entry: Entry) -> str:
    name = entry.name
    written = entry.text(entry.site.dialect.slug) or ""
    for candidate in (written, name.slug, name.stem.strip(" .-")):
        if stripped := candidate.strip().strip("/"):
            return unicodedata.normalize("NFC", stripped)
    return blake2b(entry.source_path.encode(), digest_size=6).hexdigest()


def _title(entry: Entry, slug_text: str) -> str:
    found = entry.find(("title",))
    written = found[1] if found else None
    if not nodes.is_set(written):
        return slug.title(entry.name.slug or slug_text)
    if isinstance(written, Scalar):
        return LINE_BREAK.sub(" ", written.text.strip(ASCII_BLANKS))
    entry.issues.error(
        "title-not-text",
        "the title is a list or a mapping, so one was made of the file's name;"
        " put the title in quotes",
        field="title",
    )
    return slug.title(slug_text)


def _path(
    entry: Entry,
    slug_text: str,
    title: str,
    published_at: datetime | None,
    categories: tuple[str, ...],
) -> str:
    site, name = entry.site, entry.name
    extension = name.extension
    if extension.lower() in site.markdown_extensions:
        extension = ".html"
    row = site.dialect
    if published_at is not None and row.local_dates:
        published_at = published_at.astimezone(site.time_zone)
    parts = permalink.Parts(
        slug=slug_text,
        date=published_at,
        categories=categories,
        path=name.inner,
        name=name.stem,
        output_extension=extension,
        title=title,
        written_slug=entry.text(row.slug) or (name.slug if name.slug != name.stem else ""),
        collection=name.collection,
        folders=name.folders,
        fields=entry.values,
    )
    scheme = row.scheme(site.settings)
    own = entry.text(row.permalink)
    if own is None:
        return permalink.expand(row.template(site.settings, name), parts, entry.issues, scheme)
    if row.own_path is None:
        return permalink.expand(own, parts, entry.issues, scheme)
    return row.own_path(site.settings, name, own)
