"""What was left out of the Markdown, and where it belongs in the HTML."""

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from gateway.content.markup.kramdown.attributes import Attributes

# Noncharacters, taken out after rendering: one stands before what must not begin a block, one
# around the text of a paragraph that is none.
SHIELD = "\ufdd0"
BARE = "\ufdd1"
BARE_PARAGRAPH = re.compile(rf"<p>{BARE}([^{BARE}]*){BARE}</p>")
PUT = re.compile(r"<!--kd:put:(\d+)-->")

Place = Literal["ial", "next", "item"]


class Attached(NamedTuple):
    """`source` is what stood there, for where the attributes find no element."""

    attributes: Attributes
    source: str


@dataclass(slots=True)
class Marks:
    """A mark `put` stands for HTML; `ial`, `next` and `item` for attributes, of the element that
    ends before the mark, that begins after it, and of the list item around it."""

    html: list[str] = field(default_factory=list)
    attached: list[Attached] = field(default_factory=list)
    abbreviations: dict[str, str] = field(default_factory=dict)

    def put(self, html: str) -> str:
        self.html.append(html)
        return f"<!--kd:put:{len(self.html) - 1}-->"

    def attach(self, attributes: Attributes, place: Place, source: str = "") -> str:
        self.attached.append(Attached(attributes, source))
        return f"<!--kd:{place}:{len(self.attached) - 1}-->"

    def restore(self, html: str) -> str:
        """The HTML with what was left out; a mark that an author wrote stays a comment."""
        if BARE in html:
            html = BARE_PARAGRAPH.sub(r"\1", html)
        if self.html and "<!--kd:put:" in html:
            html = PUT.sub(self._stands_for, html)
        return html.replace(SHIELD, "").replace(BARE, "")

    def _stands_for(self, match: re.Match[str]) -> str:
        number = int(match[1])
        return self.html[number] if number < len(self.html) else match[0]
