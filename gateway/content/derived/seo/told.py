"""What is told of a post, before it is said in a vocabulary.

Titles and descriptions are found as https://github.com/jekyll/jekyll-seo-tag finds them, but that
the title of the site is not put after that of the post: clients have it in `og:site_name`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from cachetools import LRUCache, cached

from gateway.content.address import absolute, image_url, url_of
from gateway.content.derived.seo import fields, listing, plainline
from gateway.content.derived.seo.fields import CANONICALS, DESCRIPTIONS, TITLES, Fields
from gateway.content.document import Author, Document, Image
from gateway.content.entry import Entry
from gateway.content.matter import nodes
from gateway.content.site import Site

LOGOS = ("logo", "site_logo", "params.logo", "extra.logo")
CANONICAL = re.compile(r"https?://[^\s/].*|/.*", re.IGNORECASE)
WEB = re.compile(r"https?:|/", re.IGNORECASE)

LONGEST_WORDS = 12
"""Where there are more characters a word than this, most of the text is in a script that puts no
blanks between its words, and the number of those that were counted says nothing."""

KEPT_AUTHORS = 1_000


class Person(NamedTuple):
    name: str
    url: str | None


class Publisher(NamedTuple):
    name: str
    url: str | None
    logo: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """Every text is one line. What is not `listed` is for readers alone. `words` is None where they
    are not what the text is made of.
    """

    title: str
    headline: str
    description: str | None
    url: str
    listed: bool
    locale: str
    published: str | None
    updated: str
    authors: tuple[Person, ...]
    tags: tuple[str, ...]
    categories: tuple[str, ...]
    image: Image | None
    publisher: Publisher
    words: int | None


def of(entry: Entry, document: Document) -> Told:
    site = entry.site
    found = fields.of(entry.values)
    headline = plainline.of(document.title)
    published, words = document.published_at, document.word_count
    own = url_of(site, document.path)
    url = _canonical(entry, found) or own
    return Told(
        title=plainline.of(fields.find(found, TITLES).text) or headline,
        headline=headline,
        description=_description(site, found, document),
        url=url,
        listed=not document.redirect_to and listing.is_listed(found, own, url),
        locale=document.locale,
        published=published.isoformat() if published else None,
        updated=document.updated_at.isoformat(),
        authors=tuple([_person(site, author) for author in document.authors]),
        tags=_lines(document.tags),
        categories=_lines(document.categories),
        image=_image(site, document.cover_image),
        publisher=_publisher(site),
        words=words if document.character_count <= words * LONGEST_WORDS else None,
    )


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(plainline.of, texts)))


def _description(site: Site, found: Fields, document: Document) -> str | None:
    own = plainline.of_markdown(fields.find(found, DESCRIPTIONS).text)
    text = own or plainline.of_text(document.excerpt.plain) or plainline.of(site.description or "")
    return plainline.cut(text) or None


def _canonical(entry: Entry, found: Fields) -> str | None:
    name, written = fields.find(found, CANONICALS)
    if not written:
        return None
    if _is_url(written):
        return absolute(entry.site, written)
    entry.issues.warn(
        "canonical-invalid",
        f"{written!r} is no address of the web, so the post's own counts;"
        " write it like https://example.com/post/",
        field=name,
    )
    return None


def _is_url(written: str) -> bool:
    try:
        urlsplit(written)
    except ValueError:
        return False
    return CANONICAL.fullmatch(written) is not None


def _image(site: Site, cover: Image | None) -> Image | None:
    if cover is None:
        return None
    alt = plainline.of(cover.alt) if cover.alt else None
    return Image(image_url(site, cover.src), alt, cover.width, cover.height)


@cached(LRUCache(KEPT_AUTHORS), key=lambda site, author: (site.fingerprint, author))
def _person(site: Site, author: Author) -> Person:
    url = absolute(site, author.url) if author.url else None
    return Person(plainline.of(author.name), url if url and WEB.match(url) else None)


@cached(LRUCache(1), key=lambda site: site.fingerprint)
def _publisher(site: Site) -> Publisher:
    logo = nodes.find_text(site.settings, LOGOS)
    return Publisher(plainline.of(site.title), site.url, absolute(site, logo) if logo else None)
