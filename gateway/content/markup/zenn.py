"""What Zenn's Markdown has beside GFM: messages, details and embedded addresses.

https://zenn.dev/zenn/articles/markdown-guide
"""

import re
from html import escape

from gateway.content.markup.kramdown.marks import Marks

SPECIAL = re.compile(r"^(?::::|@\[)", re.MULTILINE)
LINE = re.compile(
    r"""
    (?P<fence>\ {0,3}(?:`{3,}|~{3,}))
  | (?P<box>:{3,})[ \t]*(?P<what>.*)
  | @\[(?P<kind>\w+)\]\((?P<target>[^)\s]+)[^)]*\)[ \t]*$
    """,
    re.VERBOSE,
)
ADDRESSES = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "codesandbox": "{}",
    "stackblitz": "{}",
    "speakerdeck": "https://speakerdeck.com/player/{}",
    "gist": "{}",
    "tweet": "{}",
    "card": "{}",
    "figma": "{}",
}


def write(markdown: str, marks: Marks) -> str:
    """GFM, with marks for what it cannot say. Embedded things become links."""
    if not SPECIAL.search(markdown):
        return markdown
    lines: list[str] = []
    opened: list[str] = []
    fence = ""
    for line in markdown.split("\n"):
        match = LINE.match(line)
        if match is not None and match["fence"] and not fence:
            fence = match["fence"].strip()
        elif fence:
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif match is not None and match["box"]:
            lines += ("", marks.put(_box(match["what"].strip(), opened)), "")
            continue
        elif match is not None and match["kind"] in ADDRESSES:
            address = escape(ADDRESSES[match["kind"]].format(match["target"]))
            lines += ("", marks.put(f'<p><a href="{address}">{address}</a></p>'), "")
            continue
        lines.append(line)
    lines += ("", *(marks.put(end) for end in reversed(opened)))
    return "\n".join(lines)


def _box(what: str, opened: list[str]) -> str:
    kind, _, title = what.partition(" ")
    if kind == "details":
        opened.append("</details>")
        return f"<details><summary>{escape(title.strip())}</summary>"
    if kind == "message":
        opened.append("</aside>")
        return f'<aside class="{"msg alert" if title.strip() == "alert" else "msg message"}">'
    return opened.pop() if opened else ""
