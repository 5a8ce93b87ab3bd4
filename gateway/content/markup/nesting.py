"""HTML that would take a parser too long, made simple.

A parser that follows the standard is quadratic in the depth of a page, in the attributes of an
element and in the formatting that is left open, and browsers flatten what is deeper than 512.
So where HTML is long, its tags are written anew: each one closed, in order, and not too deep.
Tags that are not allowed go at once, which leaves no rules but the simple ones, and a token here
is a token to every parser: https://html.spec.whatwg.org/multipage/parsing.html#tokenization
"""

import re
from itertools import accumulate
from typing import NamedTuple

MAX_DEPTH = 100
MAX_ATTRIBUTES = 100
# Below these it costs a parser no more than a few milliseconds at the worst.
MANY_TAGS = 1_000
LONG = 100_000
MANY_REFERENCES = 10_000

VOID = frozenset({"br", "col", "hr", "img", "input", "source", "track", "wbr"})
FOREIGN = ("math", "svg", "template")
# What is in these is no HTML, or is not shown.
RAW = {
    name: re.compile(rf"</{name}(?=[\t\n\f\r />])[^>]*>?", re.IGNORECASE)
    for name in (
        *("iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title"),
        *("xmp", *FOREIGN),
    )
}
TABLE_LEVELS = {
    "table": 0,
    **dict.fromkeys(("caption", "colgroup", "tbody", "tfoot", "thead"), 1),
    "tr": 2,
    **dict.fromkeys(("td", "th"), 3),
}
CELLS = frozenset({"caption", "table", "td", "th"})
BLOCKS = frozenset(
    {
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
        ),
        *("figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup"),
        *("hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul"),
    }
)
# What a start tag closes, and what keeps it from closing what is further out.
ITEMS = BLOCKS - {"dd", "div", "dt", "li", "p"} | CELLS
PARAGRAPH = (frozenset({"p"}), CELLS)
CLOSED_BY = {
    **dict.fromkeys(BLOCKS, (PARAGRAPH,)),
    "a": ((frozenset({"a"}), CELLS),),
    "li": ((frozenset({"li"}), ITEMS), PARAGRAPH),
    **dict.fromkeys(("dd", "dt"), ((frozenset({"dd", "dt"}), ITEMS), PARAGRAPH)),
}

# The short rules for those that need none of the above.
TABLE_PARTS = frozenset({"table", "tbody", "tfoot", "thead", "tr"})
PARENTS = {
    **dict.fromkeys(("caption", "tbody", "tfoot", "thead"), ("table",)),
    "tr": ("tbody", "tfoot", "thead"),
    **dict.fromkeys(("td", "th"), ("tr",)),
}
SINGLE = {**dict.fromkeys(BLOCKS, frozenset({"p"})), "a": frozenset({"a"})}
STRAIGHT_TAG = re.compile(r"<(/?)([a-z]+[1-6]?)((?: [a-z-]+(?:=\"[^\"<>]*\")?)*)(?: ?/)?>")

BLANK = r"[\t\n\f\r ]"
ATTRIBUTE = (
    rf"[^\t\n\f\r />][^\t\n\f\r />=]*+"
    rf"(?:{BLANK}*+={BLANK}*+(?:\"[^\"]*+\"|'[^']*+'|[^\t\n\f\r \"'>][^\t\n\f\r >]*+|(?=>))"
    rf"|(?!{BLANK}*+=))"
)
TOKEN = re.compile(
    r"(?P<text>[^<]++)"
    rf"|<(?P<end>/?)(?P<name>[a-zA-Z][^\t\n\f\r />]*+)"
    rf"(?P<attributes>(?:[\t\n\f\r /]++|{ATTRIBUTE})*+)>"
    r"|<(?P<unfinished>/?[a-zA-Z])"
    r"|<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*+>?|</[^>]*+>?"
    r"|(?P<less><)",
    re.DOTALL,
)
ATTRIBUTES = re.compile(ATTRIBUTE)
SHORT_TAG = re.compile(r"<(/?)(?!(?:br|col|hr|img|input|source|track|wbr)[ >])[a-z]")
STEPS = {"": 1, "/": -1}


class Straight(NamedTuple):
    """`flattened` says whether elements were left out for being too deep inside others."""

    html: str
    flattened: bool


def is_heavy(html: str) -> bool:
    """Whether parsing it might take long."""
    return len(html) > LONG or html.count("<") > MANY_TAGS


def is_straight(html: str, allowed: frozenset[str]) -> bool:
    """Whether it is as `straighten` would write it, which what a renderer writes mostly is."""
    found = STRAIGHT_TAG.findall(html)
    if len(found) != html.count("<") or html.count("&") > MANY_REFERENCES:
        return False
    if not {name for _, name, _ in found} <= allowed - RAW.keys():
        return False
    stack = [""]
    for end, name, attributes in found:
        if end:
            if stack.pop() != name:
                return False
        elif not _fits(name, stack) or attributes.count(" ") > MAX_ATTRIBUTES:
            return False
        elif name not in VOID:
            stack.append(name)
    return stack == [""]


def _fits(name: str, stack: list[str]) -> bool:
    """Whether a parser opens the element there, and closes none for it."""
    if len(stack) > MAX_DEPTH:
        return False
    if stack[-1] in TABLE_PARTS or TABLE_LEVELS.get(name):
        return stack[-1] in PARENTS.get(name, ())
    return name not in SINGLE or SINGLE[name].isdisjoint(stack)


def is_deep(html: str) -> bool:
    """Whether well-formed HTML is deeper than `MAX_DEPTH`."""
    if html.count("</") <= MAX_DEPTH:
        return False
    return max(accumulate(map(STEPS.__getitem__, SHORT_TAG.findall(html)))) > MAX_DEPTH


def straighten(html: str, allowed: frozenset[str]) -> Straight:
    """The same with only allowed elements, each closed, at most `MAX_DEPTH` inside each other."""
    writer = _Writer(allowed)
    position = 0
    while position < len(html):
        match = TOKEN.match(html, position)
        assert match is not None  # noqa: S101 - the last row takes any `<`
        position = match.end()
        if match["text"]:
            writer.text(match["text"])
        elif match["name"]:
            name = match["name"].lower()
            if match["end"]:
                writer.end(name)
            else:
                writer.start(name, match["attributes"])
                position = writer.after(name, html, position)
        elif match["less"]:
            writer.text("&lt;")
        elif match["unfinished"]:
            break  # as the standard has it: an unfinished tag takes the rest with it
    writer.close(0)
    return Straight("".join(writer.written), writer.flattened)


class _Writer:
    def __init__(self, allowed: frozenset[str]) -> None:
        self.written: list[str] = []
        self.flattened = False
        self._allowed = allowed
        self._open: list[str] = []
        self._never_closed: set[str] = set()

    def text(self, text: str) -> None:
        if text.count("&") <= MANY_REFERENCES:
            self.written.append(text)
            return
        # In one piece, a text with a million character references takes a parser minutes.
        parts = text.split("&")
        pieces = (
            "&".join(parts[start : start + MANY_REFERENCES])
            for start in range(0, len(parts), MANY_REFERENCES)
        )
        self.written.append("<!---->&".join(pieces))

    def start(self, name: str, attributes: str) -> None:
        if name in RAW:
            if name == "iframe" and name in self._allowed:
                self.written.append(f"<iframe{_few(attributes)}></iframe>")
        elif name in VOID:
            if name in self._allowed:
                self.written.append(f"<{name}{_few(attributes)}>")
        elif TABLE_LEVELS.get(name):
            if "table" in self._open:
                self._to_table(TABLE_LEVELS[name])
                self._push(name, attributes)
        elif name in self._allowed:
            if name in CLOSED_BY:
                self._close_before(name)
            self._push(name, attributes)

    def after(self, name: str, html: str, position: int) -> int:
        """Where the parser goes on: behind the end tag of an element whose content is no HTML."""
        if name not in RAW or name in self._never_closed:
            return position
        end = RAW[name].search(html, position)
        if end is not None:
            return end.end()
        self._never_closed.add(name)
        return position if name in FOREIGN else len(html)

    def end(self, name: str) -> None:
        if name not in self._open:
            return
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place] == name:
                self.close(place)
                return
            if self._open[place] in CELLS and name not in TABLE_LEVELS:
                return

    def close(self, place: int) -> None:
        """End everything from that place of the stack on."""
        self.written += [f"</{name}>" for name in reversed(self._open[place:])]
        del self._open[place:]

    def _push(self, name: str, attributes: str = "") -> None:
        if len(self._open) >= MAX_DEPTH:
            self.flattened = True
            return
        self._open.append(name)
        self.written.append(f"<{name}{_few(attributes)}>")

    def _close_before(self, name: str) -> None:
        for closed, barriers in CLOSED_BY[name]:
            for place in range(len(self._open) - 1, -1, -1):
                if self._open[place] in closed:
                    self.close(place)
                    break
                if self._open[place] in barriers:
                    break

    def _to_table(self, level: int) -> None:
        """Back to the part of the table that holds parts of this level; it is made if missing."""
        place = len(self._open)
        while TABLE_LEVELS.get(self._open[place - 1], level) >= level:
            place -= 1
        self.close(place)
        if level > 1 and self._open[-1] == "table":
            self._push("tbody")
        if level > 2 and self._open[-1] != "tr":  # noqa: PLR2004 - cells are in rows
            self._push("tr")


def _few(attributes: str) -> str:
    """The attributes, or none of them where there are too many."""
    if len(attributes) <= MAX_ATTRIBUTES:
        return attributes
    return attributes if len(ATTRIBUTES.findall(attributes)) <= MAX_ATTRIBUTES else ""
