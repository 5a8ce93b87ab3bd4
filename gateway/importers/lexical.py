"""A document of Ghost's editor (Lexical) to HTML.

https://github.com/TryGhost/Koenig/tree/main/packages/kg-lexical-html-renderer
"""

import html
from collections.abc import Mapping
from typing import Any

import orjson

from gateway.importers import cards
from gateway.importers.report import Report

Node = Mapping[str, Any]

DEEPEST = 60
FORMATS = {1: "strong", 2: "em", 4: "s", 8: "u", 16: "code", 32: "sub", 64: "sup", 128: "mark"}
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ol", "ul"})
BLOCKS = {"paragraph": "p", "quote": "blockquote", "aside": "blockquote"}


def render(written: str, report: Report) -> str | None:
    """None where it is no such document."""
    root = _root(written)
    if root is None:
        return None
    made = (_block(node, report, DEEPEST) for node in _children(root))
    return "\n\n".join(filter(None, made))


def only_markdown(written: str) -> str | None:
    """The Markdown of a document that is a single Markdown card."""
    root = _root(written)
    children = _children(root) if root else []
    if len(children) == 1 and children[0].get("type") == "markdown":
        return cards.text(children[0], "markdown")
    return None


def _root(written: str) -> Node | None:
    try:
        document = orjson.loads(written)
    except orjson.JSONDecodeError:
        return None
    root = document.get("root") if isinstance(document, dict) else None
    return root if isinstance(root, dict) else None


def _children(node: Node) -> list[Node]:
    children = node.get("children")
    listed = children if isinstance(children, list) else []
    return [child for child in listed if isinstance(child, dict)]


def _kind(node: Node) -> str:
    return cards.text(node, "type").removeprefix("extended-")


def _block(node: Node, report: Report, depth: int) -> str:
    kind, tag = _kind(node), cards.text(node, "tag")
    if kind == "heading":
        return cards.element(tag if tag in HEADINGS else "h2", _inline(node, report, depth))
    if kind == "list":
        return _list(node, report, depth)
    if kind in BLOCKS:
        return cards.element(BLOCKS[kind], _inline(node, report, depth))
    return cards.render(kind, node, report)


def _list(node: Node, report: Report, depth: int) -> str:
    tag = cards.text(node, "tag")
    start = node.get("start")
    shown = f' start="{start}"' if tag == "ol" and isinstance(start, int) and start > 1 else ""
    items = (f"<li>{_inline(item, report, depth - 1)}</li>" for item in _children(node))
    return cards.element(tag if tag in LISTS else "ul", "\n".join(items), shown)


def _inline(node: Node, report: Report, depth: int) -> str:
    if depth <= 0:
        report.skipped["nested too deep"] += 1
        return ""
    return "".join(_phrase(child, report, depth - 1) for child in _children(node))


def _phrase(node: Node, report: Report, depth: int) -> str:
    kind = _kind(node)
    if kind in ("text", "tab"):
        return _formatted(node)
    if kind == "linebreak":
        return "<br>\n"
    if kind in ("link", "autolink"):
        return cards.link(cards.attribute(node, "url"), _inline(node, report, depth))
    if kind == "at-link":
        return cards.link(cards.attribute(node, "href"), _inline(node, report, depth))
    if kind in ("paragraph", "listitem"):  # inside a list or a quote
        return _inline(node, report, depth)
    return _block(node, report, depth)


def _formatted(node: Node) -> str:
    made = html.escape(cards.text(node, "text"), quote=False)
    bits = node.get("format")
    if isinstance(bits, int):
        for bit, tag in reversed(FORMATS.items()):
            if bits & bit:
                made = f"<{tag}>{made}</{tag}>"
    return made
