"""A feed as Atom 1.0: https://www.rfc-editor.org/rfc/rfc4287. Only this module writes XML trees."""

import re
from typing import Any

from lxml import etree

from gateway.feeds.feed import Category, Entry, Feed, Person

FILE = "feed.xml"
MEDIA_TYPE = "application/atom+xml"

ATOM = "http://www.w3.org/2005/Atom"
MEDIA = "http://search.yahoo.com/mrss/"
"""The namespace that readers know the picture of an entry by."""
NAMESPACES: Any = {None: ATOM, "media": MEDIA}  # the stubs do not know of the default's None
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What no XML document can hold, not even escaped: https://www.w3.org/TR/xml/#charsets"""


def render(feed: Feed) -> bytes:
    root = etree.Element(f"{{{ATOM}}}feed", {LANGUAGE: feed.language}, NAMESPACES)
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    if feed.description:
        _add(root, "subtitle", feed.description)
    _add(root, "updated", feed.updated)
    # Some readers take the first link for the page.
    _add(root, "link", rel="alternate", type="text/html", href=feed.home)
    _add(root, "link", rel="self", type=MEDIA_TYPE, href=feed.home + FILE)
    _add(root, "generator", "content-gateway")
    _person(root, feed.publisher)
    for entry in feed.entries:
        _entry(root, entry)
    etree.indent(root)
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written


def _entry(root: Any, entry: Entry) -> None:
    element = _add(root, "entry", **{LANGUAGE: entry.language})
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "link", rel="alternate", type="text/html", href=entry.url)
    if entry.published:
        _add(element, "published", entry.published)
    _add(element, "updated", entry.updated)
    for author in entry.authors:
        _person(element, author)
    for category in entry.categories:
        _category(element, category)
    if entry.summary:
        _add(element, "summary", entry.summary)
    _add(element, "content", entry.html, type="html")
    if entry.image:
        etree.SubElement(
            element, f"{{{MEDIA}}}content", {"url": _allowed(entry.image), "medium": "image"}
        )


def _person(parent: Any, person: Person) -> None:
    author = _add(parent, "author")
    _add(author, "name", person.name)
    _add(author, "uri", person.url)


def _category(parent: Any, category: Category) -> None:
    _add(parent, "category", term=category.term, scheme=category.scheme, label=category.label)


def _add(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:
    allowed = {key: _allowed(value) for key, value in attributes.items()}
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}", allowed)
    element.text = text and _allowed(text)
    return element


def _allowed(text: str) -> str:
    return FORBIDDEN.sub("", text)
