"""A document of Ghost's former editor (Mobiledoc) to HTML.

https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md
"""

import html
from collections.abc import Iterator, Mapping
from typing import Any

import orjson

from gateway.importers import cards
from gateway.importers.report import Report

MARKUP, IMAGE, LIST, CARD = 1, 2, 3, 10
TEXT, ATOM = 0, 1
BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "aside", "pull-quote"})
MARKUPS = frozenset({"a", "b", "code", "em", "i", "s", "strong", "sub", "sup", "u"})
LISTS = frozenset({"ol", "ul"})
MARKDOWN = frozenset({"markdown", "card-markdown"})
MALFORMED = (IndexError, KeyError, TypeError, ValueError, AttributeError)

Document = Mapping[str, Any]


def render(written: str, report: Report) -> str | None:
    """None where it is no such document. A section that is malformed is counted."""
    document = _document(written)
    if document is None:
        return None
    return "\n\n".join(filter(None, _sections(document, report)))


def only_markdown(written: str) -> str | None:
    """The Markdown of a document that is a single Markdown card."""
    document = _document(written)
    if document is None or len(document["sections"]) != 1 or len(_list(document, "cards")) != 1:
        return None
    card = document["cards"][0]
    if isinstance(card, list) and len(card) == 2 and card[0] in MARKDOWN:  # noqa: PLR2004
        return cards.text(card[1], "markdown") if isinstance(card[1], dict) else None
    return None


def _document(written: str) -> Document | None:
    try:
        document = orjson.loads(written)
    except orjson.JSONDecodeError:
        return None
    usable = isinstance(document, dict) and isinstance(document.get("sections"), list)
    return document if usable else None


def _list(document: Document, key: str) -> list[Any]:
    value = document.get(key)
    return value if isinstance(value, list) else []


def _sections(document: Document, report: Report) -> Iterator[str]:
    for section in document["sections"]:
        try:
            yield _section(document, section, report)
        except MALFORMED:
            report.skipped["a malformed section of a Mobiledoc"] += 1


def _section(document: Document, section: list[Any], report: Report) -> str:
    kind = section[0]
    if kind == MARKUP:
        tag = section[1] if section[1] in BLOCKS else "p"
        tag = "blockquote" if tag in ("aside", "pull-quote") else tag
        return cards.element(tag, _markers(document, section[2]))
    if kind == IMAGE:
        return cards.render("image", {"src": section[1]}, report)
    if kind == LIST:
        items = "\n".join(f"<li>{_markers(document, item)}</li>" for item in section[2])
        return cards.element(section[1] if section[1] in LISTS else "ul", items)
    if kind == CARD:
        name, payload = document["cards"][section[1]]
        return cards.render(name, payload, report)
    raise ValueError(kind)


def _markers(document: Document, markers: list[list[Any]]) -> str:
    made: list[str] = []
    opened: list[str] = []
    for kind, opening, closing, value in markers:
        for number in opening:
            start, tag = _markup(document["markups"][number])
            made.append(start)
            opened.append(tag)
        if kind == ATOM:
            made.append(_atom(document["atoms"][value]))
        else:
            made.append(html.escape(value, quote=False))
        for _ in range(min(closing, len(opened))):
            tag = opened.pop()
            made.append(f"</{tag}>" if tag else "")
    return "".join(made)


def _markup(markup: list[Any]) -> tuple[str, str]:
    """The opening tag, and the name to close it with; '' twice for what may not stand here."""
    tag = markup[0].lower()
    if tag not in MARKUPS:
        return "", ""
    pairs = markup[1] if len(markup) > 1 else []
    address = next(
        (value for name, value in zip(*[iter(pairs)] * 2, strict=True) if name == "href"), ""
    )
    return (f'<a href="{html.escape(address)}">' if tag == "a" else f"<{tag}>"), tag


def _atom(atom: list[Any]) -> str:
    name, value = atom[0], atom[1]
    return "<br>\n" if name == "soft-return" else html.escape(value or "", quote=False)
