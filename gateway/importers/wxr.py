"""WordPress's export format (WXR) to values; the only module that knows lxml.

https://github.com/WordPress/WordPress/blob/master/wp-admin/includes/export.php
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from gateway.errors import ExportError
from gateway.importers import xmltext
from gateway.importers.report import Report

CONTENT = "content"
EXCERPT = "excerpt"
EXPORT = "wordpress.org/export/"
DUBLIN_CORE = "purl.org/dc/"
PLACE = re.compile(r", line \d+, column \d+\Z")
MAX_ITEM = 50_000_000  # characters; beyond, something other than a post fills the memory


@dataclass(frozen=True, slots=True)
class Category:
    """A term that an item names. `domain` is its taxonomy."""

    domain: str
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Element:
    """A child of the channel by its local name: an item, an author, a term or a plain text.

    `fields` hold texts by local name; `content:encoded` is `content`, `excerpt:encoded` is
    `excerpt`. `line` is where it begins.
    """

    name: str
    text: str
    line: int
    fields: dict[str, str] = field(default_factory=dict)
    categories: tuple[Category, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()
    comments: int = 0


def read(path: Path, report: Report | None = None) -> Iterator[Element]:
    """The children of the channel, one after the other, in bounded memory.

    XML that is not well-formed is read a second time, repaired, from the element at which it
    broke; with a `report`, it says where that was. Raises `ExportError` where the file is no
    export at all.
    """
    seen = 0
    try:
        for element in _elements(path, xmltext.plain, recover=False):
            seen += 1
            yield element
    except etree.XMLSyntaxError as error:
        if report is not None:
            report.problem(
                path.name,
                f"the XML is broken ({PLACE.sub('', str(error.msg))}); it was repaired where"
                " possible, compare the posts from here on",
                line=error.lineno,
            )
    else:
        return
    for number, element in enumerate(_elements(path, xmltext.repaired, recover=True)):
        if number >= seen:
            yield element


def _elements(
    path: Path, decode: Callable[[Path], Iterator[str]], *, recover: bool
) -> Iterator[Element]:
    # huge_tree allows texts above 10 MB; no DTD gets this far, so no entity can grow.
    parser = etree.XMLPullParser(
        events=("end",),
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    pending = 0
    for chunk in decode(path):
        parser.feed(chunk.encode())
        pending += len(chunk)
        for element in _children(parser):
            pending = 0
            yield element
        if pending > MAX_ITEM:
            raise ExportError(
                f"{path} holds an element of more than {MAX_ITEM:,} characters,"
                " which no post has; export it again"
            )
    parser.close()
    yield from _children(parser)


def _children(parser: etree.XMLPullParser) -> Iterator[Element]:
    for _, element in parser.read_events():
        if not isinstance(element, etree._Element):  # noqa: SLF001 - the only name it has
            continue
        above = element.getparent()
        if above is None or _name(above) != "channel":
            continue
        yield _element(element)
        element.clear()
        while element.getprevious() is not None:
            del above[0]


def _element(element: "etree._Element") -> Element:
    name = _name(element)
    fields: dict[str, str] = {}
    categories: list[Category] = []
    meta: list[tuple[str, str]] = []
    comments = 0
    for child in element:
        child_name = _name(child)
        if child_name == "category" and name == "item":
            categories.append(_category(child))
        elif child_name == "postmeta":
            pair = {_name(part): _text(part) for part in child}
            meta.append((pair.get("meta_key", ""), pair.get("meta_value", "")))
        elif child_name == "comment":
            comments += 1
        elif child_name:
            fields.setdefault(child_name, _text(child))
    return Element(
        name=name,
        text="" if len(element) else _text(element),
        line=element.sourceline,  # type: ignore[arg-type]  # the stubs lack its type
        fields=fields,
        categories=tuple(categories),
        meta=tuple(meta),
        comments=comments,
    )


def _category(element: "etree._Element") -> Category:
    """WXR 1.0 has each term twice, once with its slug and once without a domain."""
    name = html.unescape(_text(element).strip())
    domain = str(element.get("domain") or "category")
    return Category(domain, str(element.get("nicename") or ""), name)


def _name(element: "etree._Element") -> str:
    """The local name, or '' where the element is not of the vocabularies that WXR uses."""
    if not isinstance(element.tag, str):
        return ""
    namespace, closing, local = element.tag.rpartition("}")
    if not closing:  # RSS itself, or a prefix that was never declared
        prefix, _, local = local.rpartition(":")
        return prefix if local == "encoded" else local
    if local == "encoded":
        return EXCERPT if "excerpt" in namespace else CONTENT
    return local if EXPORT in namespace or DUBLIN_CORE in namespace else ""


def _text(element: "etree._Element") -> str:
    return "".join(part if isinstance(part, str) else part.decode() for part in element.itertext())
