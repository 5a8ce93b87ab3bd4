"""Which element of HTML is which node of mdast.

https://github.com/syntax-tree/mdast and https://github.com/syntax-tree/mdast-util-gfm
"""

import re
from collections.abc import Callable
from enum import Enum, auto
from html import unescape
from typing import Any, NamedTuple, TypeAlias

Node: TypeAlias = dict[str, Any]
Attributes: TypeAlias = dict[str, str]

ATTRIBUTE = re.compile(r' ([^\s="]+)="([^"]*)"')
NUMBER = re.compile("[0-9]{1,9}")


class Place(Enum):
    """What may stand in a node; https://github.com/syntax-tree/mdast#content-model."""

    FLOW = auto()
    PHRASING = auto()
    ITEMS = auto()
    ROWS = auto()
    CELLS = auto()
    NOTES = auto()


class Element(NamedTuple):
    """How an element becomes a node: where it stands, and what stands in it (None: nothing).

    `make` takes the attributes that mdast has a field for out of those it is given.
    """

    stands: Place
    holds: Place | None
    make: Callable[[Attributes], Node]


def _parent(kind: str) -> Callable[[Attributes], Node]:
    return lambda _: {"type": kind, "children": []}


def _heading(depth: int) -> Callable[[Attributes], Node]:
    def make(attributes: Attributes) -> Node:
        node: Node = {"type": "heading", "depth": depth, "children": []}
        if identity := attributes.get("id"):
            node["data"] = {"id": identity}
        return node

    return make


def _unordered(_: Attributes) -> Node:
    return {"type": "list", "ordered": False, "start": None, "spread": False, "children": []}


def _ordered(attributes: Attributes) -> Node:
    start = attributes.pop("start", "1")
    return {
        "type": "list",
        "ordered": True,
        "start": int(start) if NUMBER.fullmatch(start) else None,
        "spread": False,
        "children": [],
    }


def _item(_: Attributes) -> Node:
    return {"type": "listItem", "spread": False, "checked": None, "children": []}


def _cell(attributes: Attributes) -> Node:
    """`align` moves to the table when that is whole."""
    return {"type": "tableCell", "align": attributes.pop("align", None), "children": []}


def _link(attributes: Attributes) -> Node:
    title = attributes.pop("title", None)
    return {"type": "link", "title": title, "url": attributes.pop("href"), "children": []}


def _image(attributes: Attributes) -> Node:
    return {
        "type": "image",
        "title": attributes.pop("title", None),
        "url": attributes.pop("src", ""),
        "alt": attributes.pop("alt", ""),
    }


PARAGRAPH = Element(Place.FLOW, Place.PHRASING, _parent("paragraph"))
ITEM = Element(Place.ITEMS, Place.FLOW, _item)
CELL = Element(Place.CELLS, Place.PHRASING, _cell)
EMPHASIS = Element(Place.PHRASING, Place.PHRASING, _parent("emphasis"))
STRONG = Element(Place.PHRASING, Place.PHRASING, _parent("strong"))
DELETED = Element(Place.PHRASING, Place.PHRASING, _parent("delete"))
ELEMENTS = {
    "p": PARAGRAPH,
    **{f"h{depth}": Element(Place.FLOW, Place.PHRASING, _heading(depth)) for depth in range(1, 7)},
    "blockquote": Element(Place.FLOW, Place.FLOW, _parent("blockquote")),
    "ul": Element(Place.FLOW, Place.ITEMS, _unordered),
    "ol": Element(Place.FLOW, Place.ITEMS, _ordered),
    "li": ITEM,
    "hr": Element(Place.FLOW, None, lambda _: {"type": "thematicBreak"}),
    "table": Element(Place.FLOW, Place.ROWS, lambda _: {"type": "table", "children": []}),
    "tr": Element(Place.ROWS, Place.CELLS, _parent("tableRow")),
    "th": CELL,
    "td": CELL,
    "em": EMPHASIS,
    "i": EMPHASIS,
    "strong": STRONG,
    "b": STRONG,
    "del": DELETED,
    "s": DELETED,
    "strike": DELETED,
    "a": Element(Place.PHRASING, Place.PHRASING, _link),
    "br": Element(Place.PHRASING, None, lambda _: {"type": "break"}),
    "img": Element(Place.PHRASING, None, _image),
}

# Elements without a node that stand between paragraphs, not in one.
BLOCKS = frozenset(
    {
        *("address", "article", "aside", "caption", "center", "dd", "details", "div", "dl", "dt"),
        *("figcaption", "figure", "footer", "header", "hgroup", "main", "nav", "section"),
        *("summary", "colgroup", "tbody", "tfoot", "thead", "td", "th", "tr", "li"),
    }
)
VOID = frozenset({"area", "br", "col", "hr", "img", "input", "source", "track", "wbr"})

PROPERTIES = {
    "colspan": "colSpan",
    "datetime": "dateTime",
    "hreflang": "hrefLang",
    "rowspan": "rowSpan",
    "srcset": "srcSet",
}
NUMERIC = frozenset({"colSpan", "height", "rowSpan", "width"})


def attributes_of(tag: str) -> Attributes:
    return {name: unescape(value) for name, value in ATTRIBUTE.findall(tag)}


def properties(attributes: Attributes) -> dict[str, Any]:
    """Attributes as https://github.com/syntax-tree/hast#properties has them."""
    made: dict[str, Any] = {}
    for name, value in attributes.items():
        first, *rest = name.split("-")
        key = PROPERTIES.get(name) or first + "".join(map(str.capitalize, rest))
        if name == "class":
            made["className"] = value.split()
        elif key in NUMERIC and NUMBER.fullmatch(value):
            made[key] = int(value)
        else:
            made[key] = value
    return made


def finish(node: Node) -> None:
    """Give a node what can only be said when all that stands in it is known."""
    if finishing := FINISHING.get(node["type"]):
        finishing(node)


def _trim(node: Node) -> None:
    children = node["children"]
    for end, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while children and children[end]["type"] == "text":
            text = children[end]["value"]
            if text and not text[end].isspace():
                break
            children[end]["value"] = text = strip(text)
            if text:
                break
            del children[end]


def _spread(node: Node) -> None:
    """Items came with `spread` where a paragraph of theirs was one in HTML."""
    items = node["children"]
    node["spread"] = any(item["spread"] for item in items)
    for item in items:
        item["spread"] = item["spread"] and len(item["children"]) > 1


def _align(node: Node) -> None:
    rows = [row["children"] for row in node["children"]]
    aligned = [[cell.pop("align") for cell in row] for row in rows]
    node["align"] = aligned[0] if aligned else []


FINISHING: dict[str, Callable[[Node], None]] = {
    "heading": _trim,
    "list": _spread,
    "paragraph": _trim,
    "table": _align,
    "tableCell": _trim,
}
