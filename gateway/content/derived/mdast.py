"""Sanitised HTML to an mdast tree, which clients without HTML render natively.

https://github.com/syntax-tree/mdast as JSON, with GFM and without positions. It is made of the
HTML and not of the Markdown, because the HTML is what is shown: with templates expanded, attribute
lists read and everything dangerous gone.

An element that mdast has no node for is an `html` node with its start tag, its content as nodes,
and an `html` node with its end tag, as remark has HTML inside of a line. So nothing is lost, and
a client that passes over `html` nodes still shows every text. Attributes that mdast has no field
for are in `data.hProperties`, where remark's own tools look for them.

The HTML is as `sanitise` gives it: every start tag has its end tag, attributes are in double
quotes, and `<` and `>` stand for nothing but tags.
"""

import re
from collections.abc import Callable, Mapping
from html import unescape
from typing import TypeAlias
from urllib.parse import unquote

import orjson

from gateway.content.derived.mdastnodes import (
    BLOCKS,
    ELEMENTS,
    ITEM,
    PARAGRAPH,
    VOID,
    Attributes,
    Element,
    Node,
    Place,
    attributes_of,
    finish,
    properties,
)

Sizes = Mapping[str, tuple[int, int]]

FLOW, PHRASING, ITEMS, ROWS, CELLS, NOTES = Place

MAX_DEPTH = 100
"""Nodes inside each other; of deeper ones only what is in them stays. Readers of JSON have limits,
of which orjson's 254 levels is the lowest, and a node takes two."""

MAX_HTML = 2_000_000
"""Characters; more than the longest post of a person's needs. What a program wrote is one node."""

TAG = re.compile(r"(<[^>]*>)")
LANGUAGE = re.compile(r' class="(?:[^"]* )?language-([^" ]+)')
NOTE_REFERENCE = re.compile(r'<a [^>]*href="#fn[:-]([^"]+)"')
NOTE = re.compile(r'<li [^>]*id="fn[:-]([^"]+)"')
LIST_OF_NOTES = re.compile(r'<(?:section|div) [^>]*class="footnotes"')
BACK_TO_REFERENCE = re.compile(r'<a [^>]*class="(?:footnote-backref|reversefootnote)"')


def of_html(html: str, sizes: Sizes) -> str:
    """The tree as JSON. `sizes` are the width and height of images, by address as in the HTML.

    HTML of more than `MAX_HTML` characters is one `html` node.
    """
    if len(html) > MAX_HTML:
        whole = {"type": "root", "children": [{"type": "html", "value": html}]}
        return orjson.dumps(whole).decode()
    tree = _Tree(html, sizes)
    tree.grow()
    return orjson.dumps(tree.root).decode()


# A plain tuple, because there is one for every element of every post, and one with names takes
# five times as long to make.
Open: TypeAlias = tuple[str, bool, Node, Place, int]
"""An open element: its end tag, '' where none was written, whether that becomes an `html` node
because the element has none, and the node, place and depth that were open around it."""


class _Tree:
    """A tree that is being made: what is open, and where the next node goes."""

    def __init__(self, html: str, sizes: Sizes) -> None:
        self.root: Node = {"type": "root", "children": []}
        # Text and tags in turn, with text, be it empty, at both ends.
        self._tokens = TAG.split(html)
        self._at = 1
        self._sizes = sizes
        self._node = self.root
        self._children: list[Node] = self.root["children"]
        self._place = FLOW
        self._depth = 1
        self._open: list[Open] = []

    def grow(self) -> None:
        tokens = self._tokens
        self._text(tokens[0])
        while self._at < len(tokens):
            tag = tokens[self._at]
            if tag[1] == "/":
                self._end(tag)
            else:
                self._start(tag)
            if text := tokens[self._at + 1]:
                self._text(text.removeprefix("\n") if tag == "<br>" else text)
            self._at += 2
        self._close_unwritten()

    def _text(self, text: str) -> None:
        if self._place is not PHRASING and (
            not text or text.isspace() or not self._makes_room(PHRASING)
        ):
            return
        value = unescape(text) if "&" in text else text
        if "\n" in value:
            value = _unindented(value)
        self._children.append({"type": "text", "value": value})

    def _start(self, tag: str) -> None:
        if tag in PLAIN:
            self._element(*PLAIN[tag], tag)
            return
        name = tag[1:-1].partition(" ")[0]
        read = READERS.get(name)
        if read and read(self, tag):
            return
        element = ELEMENTS.get(name)
        if element is None:
            self._html(name, tag)
        else:
            self._element(element, name, f"</{name}>", tag)

    def _element(self, element: Element, name: str, end: str, tag: str) -> None:
        """Begin an element that has a node, if there is a place for it."""
        if element.stands is not self._place and not self._makes_room(element.stands):
            self._html(name, tag)
        elif element.holds and self._depth >= MAX_DEPTH:
            self._pass(name)
        else:
            if element is PARAGRAPH and self._node["type"] == "listItem":
                self._node["spread"] = True
            self._add(element, attributes_of(tag) if " " in tag else {}, end)

    def _end(self, tag: str) -> None:
        self._close_unwritten()
        if self._open and self._open[-1][0] == tag:
            raw = self._open[-1][1]
            self._close()
            if raw:
                self._put({"type": "html", "value": tag})

    def _html(self, name: str, tag: str) -> None:
        """Begin an element that has no node, or none in this place."""
        self._makes_room(FLOW if name in BLOCKS else PHRASING)
        if self._place in (ROWS, CELLS):
            if name not in VOID:
                self._pass(name)
            return
        self._put({"type": "html", "value": tag})
        if name not in VOID:
            self._begin(f"</{name}>", raw=True)

    def _put(self, node: Node) -> None:
        self._children.append(node)

    def _add(self, element: Element, attributes: Attributes, end: str = "") -> None:
        node = element.make(attributes)
        if attributes:
            node.setdefault("data", {})["hProperties"] = properties(attributes)
        self._children.append(node)
        if element.holds:
            self._enter(node, element.holds, end)

    def _begin(self, end: str, *, raw: bool = False) -> None:
        self._open.append((end, raw, self._node, self._place, self._depth))

    def _enter(self, node: Node, place: Place, end: str) -> None:
        self._open.append((end, False, self._node, self._place, self._depth))
        self._node = node
        self._children = node["children"]
        self._place = place
        self._depth += 1

    def _pass(self, name: str) -> None:
        """Begin an element of which only what is in it counts."""
        self._begin(f"</{name}>")

    def _close(self) -> None:
        node = self._node
        _, _, outer, self._place, self._depth = self._open.pop()
        if node is outer:
            return
        finish(node)
        siblings: list[Node] = outer["children"]
        empty = node["type"] == "paragraph" and not node["children"]
        if empty and siblings and siblings[-1] is node:
            siblings.pop()
        self._node, self._children = outer, siblings

    def _close_unwritten(self) -> None:
        while self._open and not self._open[-1][0]:
            self._close()

    def _makes_room(self, place: Place) -> bool:
        """Ends or begins what nobody wrote, so that such a place is here; False if it is not."""
        if place is not PHRASING:
            while self._place is not place and self._open and not self._open[-1][0]:
                self._close()
        if self._place is ITEMS and place in (FLOW, PHRASING):
            self._add(ITEM, {})
        if self._place in (FLOW, NOTES) and place is PHRASING:
            self._add(PARAGRAPH, {})
        return self._place is place

    def code_block(self, tag: str) -> bool:
        end = self._tokens.index("</pre>", self._at)
        inside = self._tokens[self._at + 1 : end]
        self._at = end
        breaks = ("\n" if each == "<br>" else "" for each in inside[1::2])
        texts = (text for pair in zip(inside[::2], [*breaks, ""], strict=True) for text in pair)
        value = unescape("".join(texts))
        if self._makes_room(FLOW):
            language = LANGUAGE.search(tag) or LANGUAGE.search("".join(inside[1:2]))
            named = unescape(language[1]) if language else None
            value = value.removesuffix("\n")
            self._put({"type": "code", "lang": named, "meta": None, "value": value})
        else:
            self._put({"type": "inlineCode", "value": value})
        return True

    def code(self, _: str) -> bool:
        """Code in a line; with markup inside, it is an element without a node."""
        if self._tokens[self._at + 2] != "</code>" or not self._makes_room(PHRASING):
            return False
        self._put({"type": "inlineCode", "value": unescape(self._tokens[self._at + 1])})
        self._at += 2
        return True

    def anchor(self, tag: str) -> bool:
        if BACK_TO_REFERENCE.match(tag):
            self._at = self._tokens.index("</a>", self._at)
            return True
        if ' href="' in tag:
            return False
        self._html("a", tag)
        return True

    def line_break(self, _: str) -> bool:
        return self._place is not PHRASING

    def image(self, tag: str) -> bool:
        """An image whose size is known and for which none was written."""
        attributes = attributes_of(tag) if self._sizes else {}
        size = self._sizes.get(attributes.get("src", ""))
        if (
            size is None
            or not attributes.keys().isdisjoint(("width", "height"))
            or not self._makes_room(PHRASING)
        ):
            return False
        attributes["width"], attributes["height"] = map(str, size)
        self._add(ELEMENTS["img"], attributes)
        return True

    def checkbox(self, tag: str) -> bool:
        """The box of a task: the first thing in an item, or in its first paragraph."""
        item = self._node
        if item["type"] == "paragraph" and not item["children"]:
            item = self._open[-1][2]
        first = len(item["children"]) == (item is not self._node)
        if item["type"] != "listItem" or not first or 'type="checkbox"' not in tag:
            return False
        item["checked"] = " checked=" in tag
        return True

    def caption(self, _: str) -> bool:
        """A paragraph before its table."""
        if self._place is not ROWS:
            return False
        paragraph: Node = {"type": "paragraph", "children": []}
        self._open[-1][2]["children"].insert(-1, paragraph)
        self._enter(paragraph, PHRASING, "</caption>")
        return True

    def note_reference(self, _: str) -> bool:
        start = self._at + 1  # text, the link, its text, its end, text, the end of the `<sup>`
        inside = self._tokens[start : start + 6]
        note = NOTE_REFERENCE.match(inside[1])
        alone = inside[-1] == "</sup>" and not inside[0] and not inside[4]
        if note is None or not alone or not self._makes_room(PHRASING):
            return False
        self._put({"type": "footnoteReference", **_named(note[1])})
        self._at = self._tokens.index("</sup>", self._at)
        return True

    def notes(self, tag: str) -> bool:
        following = self._tokens[self._at + 2 : self._at + 5]
        if (
            LIST_OF_NOTES.match(tag) is None
            or not self._makes_room(FLOW)
            or not (following[0] == "<ol>" and NOTE.match(following[2]))
        ):
            return False
        self._pass(tag[1:].partition(" ")[0])
        self._pass("ol")
        self._place = NOTES
        self._at += 2
        return True

    def note(self, tag: str) -> bool:
        match = NOTE.match(tag) if self._place is NOTES else None
        if match is None or self._depth >= MAX_DEPTH:
            return False
        node = {"type": "footnoteDefinition", **_named(match[1]), "children": []}
        self._put(node)
        self._enter(node, FLOW, "</li>")
        return True


READERS: dict[str, Callable[[_Tree, str], bool]] = {
    "a": _Tree.anchor,
    "br": _Tree.line_break,
    "caption": _Tree.caption,
    "code": _Tree.code,
    "div": _Tree.notes,
    "img": _Tree.image,
    "input": _Tree.checkbox,
    "li": _Tree.note,
    "pre": _Tree.code_block,
    "section": _Tree.notes,
    "sup": _Tree.note_reference,
}
"""Elements that may be something else than their node, each with what says whether it was."""

# An item is a footnote only with an id. Most tags are among these, and need not be taken apart.
PLAIN = {
    f"<{name}>": (element, name, f"</{name}>")
    for name, element in ELEMENTS.items()
    if name == "li" or name not in READERS
}
"""The start tags without attributes: element, name and end tag."""


def _named(written: str) -> Node:
    """https://github.com/syntax-tree/mdast#association"""
    label = unquote(unescape(written))
    return {"identifier": label.lower(), "label": label}


def _unindented(text: str) -> str:
    """Without the blanks around line ends, with which HTML is indented."""
    first, *middle, last = text.split("\n")
    return "\n".join(
        (first.rstrip(" \t"), *(line.strip(" \t") for line in middle), last.lstrip(" \t"))
    )
