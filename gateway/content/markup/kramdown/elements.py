"""Attributes put on the elements of rendered HTML, where marks say so."""

import re
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple

from gateway.content.markup.kramdown import attributes, html
from gateway.content.markup.kramdown.attributes import Attributes
from gateway.content.markup.kramdown.marks import Marks

TOKEN = re.compile(
    r"<!--kd:(?P<place>ial|next|item):(?P<number>\d+)-->"
    r"|<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)[^>]*>"
)
BLANKS = re.compile(r"\s*")
CONTENTS = "<!--kd:contents-->"
# How far an end tag looks for its start tag over others that were left open.
REACH = 9


class Tag(NamedTuple):
    name: str
    start: int
    end: int


def attach(source: str, marks: Marks) -> tuple[str, list[Attributes]]:
    """The HTML with the attributes that the marks hold.

    A list that says `{:toc}` becomes the comment `CONTENTS`; its attributes are given too.
    """
    if "<!--kd:" not in source or not marks.attached:
        return source, []
    walk = _Walk(source, marks)
    for match in TOKEN.finditer(source):
        if match["place"]:
            walk.mark(match)
        elif match["end"]:
            walk.leave(match["name"].lower(), match.end())
        else:
            walk.enter(Tag(match["name"].lower(), *match.span()))
    return walk.edited(), list(walk.contents.values())


@dataclass(slots=True)
class _Walk:
    source: str
    marks: Marks
    opened: list[Tag] = field(default_factory=list)
    ends: dict[Tag, int] = field(default_factory=dict)
    tags: dict[Tag, str] = field(default_factory=dict)
    contents: dict[Tag, Attributes] = field(default_factory=dict)
    removed: list[tuple[int, int, str]] = field(default_factory=list)
    last: Tag | None = None  # the element that ended last, and where
    last_end: int = 0
    waiting: list[Attributes] = field(default_factory=list)
    waiting_end: int = 0

    def enter(self, tag: Tag) -> None:
        if self.waiting:
            if self._only_blanks(self.waiting_end, tag.start):
                for each in self.waiting:
                    self._put(tag, each)
            self.waiting.clear()
        if tag.name in html.EMPTY:
            self._ended(tag, tag.end)
        else:
            self.opened.append(tag)

    def leave(self, name: str, position: int) -> None:
        for back, tag in enumerate(reversed(self.opened[-REACH:]), start=1):
            if tag.name == name:
                del self.opened[-back:]
                self._ended(tag, position)
                return

    def mark(self, match: re.Match[str]) -> None:
        number = int(match["number"])
        if number >= len(self.marks.attached):
            return
        found = self.marks.attached[number]
        target = None
        if match["place"] == "next":
            self.waiting.append(found.attributes)
            self.waiting_end = match.end()
        elif match["place"] == "item":
            target = next((tag for tag in reversed(self.opened) if tag.name == "li"), None)
        elif self._only_blanks(self.last_end, match.start()):
            target = self.last
            self.last_end = match.end()
        if target is not None:
            self._put(target, found.attributes)
        # Behind plain text, a list in braces is text too.
        shown = escape(found.source, quote=False) if target is None else ""
        self.removed.append((*match.span(), shown))

    def _only_blanks(self, start: int, end: int) -> bool:
        blanks = BLANKS.match(self.source, start, end)
        return blanks is not None and blanks.end() == end

    def _ended(self, tag: Tag, position: int) -> None:
        self.last, self.last_end = tag, position
        if tag in self.contents:
            self.ends[tag] = position

    def _put(self, tag: Tag, found: Attributes) -> None:
        written = self.tags.get(tag, self.source[tag.start : tag.end])
        self.tags[tag] = attributes.onto(written, found)
        if "toc" in found.references and tag.name in ("ul", "ol"):
            self.contents[tag] = found
            self.ends[tag] = self.last_end

    def edited(self) -> str:
        edits = [(tag.start, tag.end, written) for tag, written in self.tags.items()]
        edits += [(tag.start, self.ends[tag], CONTENTS) for tag in self.contents]
        out: list[str] = []
        position = 0
        for start, end, text in sorted(edits + self.removed, key=lambda edit: (edit[0], -edit[1])):
            if start >= position:
                out += (self.source[position:start], text)
                position = end
        return "".join((*out, self.source[position:]))
