"""The table of contents that `{:toc}` asks for."""

import re

from gateway.content.markup.anchors import Anchor
from gateway.content.markup.kramdown.attributes import Attributes, onto
from gateway.content.markup.kramdown.elements import CONTENTS

MOST = 2


def fill(html: str, anchors: list[Anchor], lists: list[Attributes]) -> str:
    """The HTML with a list of the headings in place of each `CONTENTS`."""
    # A page has one or two; thousands of a thousand headings would be no page.
    filled = [_list(anchors, attributes) for attributes in lists[:MOST]]
    waiting = iter(filled)
    return re.sub(re.escape(CONTENTS), lambda _: next(waiting, ""), html)


def _list(anchors: list[Anchor], attributes: Attributes) -> str:
    if not anchors:
        return ""
    own = dict(attributes.values).get("id", "markdown-toc")
    out = [onto(f'<ul id="{own}">', attributes)]
    levels: list[int] = []
    for anchor in anchors:
        if not levels:
            levels.append(anchor.level)
        elif anchor.level > levels[-1]:
            out.append("<ul>")
            levels.append(anchor.level)
        else:
            out.append("</li>")
            while len(levels) > 1 and anchor.level <= levels[-2]:
                levels.pop()
                out.append("</ul></li>")
            levels[-1] = anchor.level
        out.append(f'<li><a href="#{anchor.id}" id="{own}-{anchor.id}">{anchor.html}</a>')
    out.append("</li></ul>" * len(levels))
    return "".join(out)
