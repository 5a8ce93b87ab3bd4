"""The text of one file to a `Document`: which field is read from what."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import PurePosixPath

from gateway.content import (
    authors,
    dates,
    defaults,
    excerpt,
    frontmatter,
    markdown,
    names,
    nodes,
    permalink,
    plaintext,
    readingtime,
    sanitise,
    slug,
    terms,
)
from gateway.content.document import Document, Text
from gateway.content.issues import Issues
from gateway.content.names import Name
from gateway.content.nodes import Mapping, Scalar
from gateway.content.site import Site

UPDATED = ("last_modified_at", "updated", "modified", "lastmod", "updated_at")
INDEX = "index"
PARAGRAPH = "\n\n"
ASCII_BLANKS = " \t\n"
LINE_BREAK = re.compile(r"[ \t]*\n[ \t]*")


@dataclass(frozen=True, slots=True)
class _Post:
    """`matter` is what the file says, `values` the same over what the site's defaults say."""

    site: Site
    source_path: str
    name: Name
    inherited: Mapping
    matter: Mapping
    values: Mapping
    issues: Issues


def read(
    site: Site, path: str, text: str, *, content_hash: str, file_date: datetime, issues: Issues
) -> Document:
    """The document in a text whose lines end in LF. `file_date` is when the file was changed."""
    parts = frontmatter.split(text, issues)
    matter = {} if parts.matter is None else frontmatter.read(parts.matter, parts.line, issues)
    name = names.parse(path)
    inherited = defaults.values(site.defaults, path, "posts" if name.is_post else "pages")
    values = nodes.merge(inherited, matter)
    post = _Post(site, path, name, inherited, matter, values, issues)

    slug_text = _slug(post)
    published_at = _published_at(post)
    categories = terms.categories(name.categories, inherited, matter, issues, jekyll=name.is_post)
    body = _text(post, parts.body)
    published = values.get("published")
    layout = values.get("layout")
    return Document(
        source_path=path,
        content_hash=content_hash,
        slug=slug_text,
        path=_path(post, slug_text, published_at, categories),
        title=_title(post, slug_text),
        layout=nodes.text(layout) if nodes.is_set(layout) else None,
        published_at=published_at,
        updated_at=_updated_at(post) or published_at or file_date,
        draft=name.is_draft or (isinstance(published, Scalar) and published.value is False),
        tags=terms.tags(values, issues, jekyll=name.is_post),
        categories=categories,
        authors=authors.resolve((matter, inherited), site.authors, issues) or site.default_authors,
        excerpt=_excerpt(post, body),
        reading_time=_reading_time(post, body),
        body=body,
        front_matter={key: nodes.as_json(value) for key, value in values.items()},
    )


def _slug(post: _Post) -> str:
    name = post.name
    candidates = [nodes.text(post.values.get("slug")) or "", name.slug]
    if name.slug == INDEX and not name.is_post:
        candidates[1] = PurePosixPath(post.source_path).parent.name
    candidates.append(name.stem.strip(" .-"))
    for candidate in candidates:
        if stripped := candidate.strip():
            return unicodedata.normalize("NFC", stripped)
    return blake2b(post.source_path.encode(), digest_size=6).hexdigest()


def _title(post: _Post, slug_text: str) -> str:
    written = post.values.get("title")
    if not nodes.is_set(written):
        return slug.title(post.name.slug if post.name.slug not in ("", INDEX) else slug_text)
    if isinstance(written, Scalar):
        return LINE_BREAK.sub(" ", written.text.strip(ASCII_BLANKS))
    post.issues.error(
        "title-not-text",
        "the title is a list or a mapping, so one was made of the file's name;"
        " put the title in quotes",
        field="title",
    )
    return slug.title(slug_text)


def _published_at(post: _Post) -> datetime | None:
    zone = post.site.time_zone
    named = None
    if post.name.date is not None:
        named = dates.of_name(post.name.date, zone)
        if named is None:
            post.issues.error(
                "name-date-invalid",
                f"the file's name begins with {post.name.date}, which is no day;"
                " rename it like 2025-11-07-title.md",
            )
    written = post.values.get("date")
    if not nodes.is_set(written):
        return named
    instead = "the date of the file's name" if named else "no date"
    return _date(post, "date", instead) or named


def _updated_at(post: _Post) -> datetime | None:
    for field in UPDATED:
        if nodes.is_set(post.values.get(field)):
            return _date(post, field, "the date of publication")
    return None


def _date(post: _Post, field: str, instead: str) -> datetime | None:
    written = post.values[field]
    moment = None
    if isinstance(written, Scalar):
        moment = dates.parse(written, post.site.time_zone)
    if moment is None:
        shown = repr(written.text) if isinstance(written, Scalar) else "this"
        post.issues.error(
            "date-invalid",
            f"{shown} is no date, so {instead} is used; write it like 2025-11-07 16:39:06 +0900",
            field=field,
        )
    return moment


def _path(
    post: _Post, slug_text: str, published_at: datetime | None, categories: tuple[str, ...]
) -> str:
    name = post.name
    inner = name.inner
    if not name.is_post and (inner == INDEX or inner.endswith(f"/{INDEX}")):
        inner = inner.removesuffix(INDEX)
    extension = name.extension
    if extension.lower() in post.site.markdown_extensions:
        extension = ".html"
    parts = permalink.Parts(
        slug=slug_text,
        date=None if published_at is None else published_at.astimezone(post.site.time_zone),
        categories=categories,
        path=inner,
        name=name.stem,
        output_extension=extension,
    )
    return permalink.expand(_template(post), parts, post.issues)


def _template(post: _Post) -> str:
    """The permalink of the front matter, of `collections: posts`, or of the site."""
    own = post.values.get("permalink")
    template = nodes.text(own) if nodes.is_set(own) else None
    if template is not None:
        return template
    if not post.name.is_post:
        return permalink.PLAIN
    return post.site.permalink


def _text(post: _Post, written: str, field: str | None = None) -> Text:
    rendered = _renderer(post)(written)
    refused = sanitise.refused(rendered)
    if refused:
        post.issues.warn(
            "html-refused",
            f"{', '.join(refused)} may not stand in a page, so the HTML is without;"
            " the Markdown still has it",
            field=field,
        )
    html = sanitise.clean(rendered)
    return Text(markdown=written, html=html, plain=plaintext.text(html))


def _renderer(post: _Post) -> Callable[[str], str]:
    """Markdown for Markdown's extensions; as in Jekyll, everything else is HTML already."""
    if post.name.extension.lower() in post.site.markdown_extensions:
        return markdown.render
    return str


def _excerpt(post: _Post, body: Text) -> Text:
    own = post.values.get("excerpt")
    if isinstance(own, Scalar) and nodes.is_set(own):
        made = _text(post, own.text, "excerpt")
        if made.plain.split() == own.text.split():  # no markup: what was written is the text
            return Text(own.text, made.html, own.text.strip("\n"))
        return made
    if nodes.is_set(own):
        post.issues.error(
            "excerpt-not-text",
            "the excerpt is a list or a mapping, so one was made of the body;"
            " put the excerpt in quotes",
            field="excerpt",
        )
    separator = PARAGRAPH
    for values in (post.values, post.site.settings):
        written = values.get("excerpt_separator")
        if isinstance(written, Scalar) and nodes.is_set(written):
            separator = written.text
            break
    beginning = excerpt.of_body(body.markdown, separator)
    return body if beginning == body.markdown else _text(post, beginning)


def _reading_time(post: _Post, body: Text) -> int:
    written = nodes.text(post.values.get("reading_time"))
    if written is not None:
        minutes = readingtime.written(written)
        if minutes is not None:
            return minutes
        post.issues.warn(
            "reading-time-invalid",
            f"{written!r} is no number of minutes, so it was computed; write it like 8",
            field="reading_time",
        )
    prose = plaintext.without_code_blocks(body.html)
    return readingtime.estimate(body.plain if prose is body.html else plaintext.text(prose))
