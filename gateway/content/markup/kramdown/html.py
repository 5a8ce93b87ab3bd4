"""Where an HTML element ends, and what kramdown makes of its inside."""

import re
from typing import NamedTuple

SPANS = frozenset({
    "a", "abbr", "acronym", "b", "bdo", "big", "br", "button", "cite", "code", "del", "dfn", "em",
    "i", "img", "input", "ins", "kbd", "label", "mark", "option", "q", "rb", "rbc", "rp", "rt",
    "rtc", "ruby", "samp", "select", "small", "span", "strong", "sub", "sup", "tt", "u", "var",
})  # fmt: skip
BLOCKS = frozenset({
    "address", "applet", "article", "aside", "blockquote", "body", "caption", "col", "colgroup",
    "dd", "div", "dl", "dt", "fieldset", "figcaption", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "head", "header", "hgroup", "hr", "html", "iframe", "legend", "li", "main", "map",
    "menu", "nav", "ol", "optgroup", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
EMPTY = frozenset({
    "area", "base", "br", "col", "command", "embed", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "track", "wbr",
})  # fmt: skip
RAW = frozenset({
    "code", "kbd", "math", "option", "pre", "samp", "script", "style", "textarea", "var",
})  # fmt: skip
# With markdown="1", the inside of these is one paragraph's text, of those below blocks.
SPAN_INSIDE = frozenset({
    "caption", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "legend", "optgroup", "p", "th",
}) | (SPANS - RAW - {"br", "img", "input", "mark", "u"})  # fmt: skip
BLOCKS_INSIDE = frozenset({
    "address", "applet", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "iframe", "li",
    "main", "map", "menu", "nav", "noscript", "object", "section", "summary", "td",
})  # fmt: skip

ATTRIBUTES = (
    r"""(?:\s++[A-Za-z_:@][\w:.@-]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+)*+"""
)
START = re.compile(rf"<([A-Za-z_][\w:.-]*+)({ATTRIBUTES})\s*+(/?)>")
END = re.compile(r"</([A-Za-z_][\w:.-]*+)\s*+>")
TAG = re.compile(rf"<!--|{END.pattern}|{START.pattern}")
MARKDOWN = re.compile(r"""\smarkdown\s*=\s*["']?(0|1|span|block)["']?""")


class Tag(NamedTuple):
    name: str
    text: str
    closed: bool
    markdown: str | None


def start(match: re.Match[str]) -> Tag:
    """What a match of `START` says; `markdown` is the attribute that asks for Markdown inside."""
    name = match[1].lower()
    markdown = MARKDOWN.search(match[2])
    text = match[0] if markdown is None else MARKDOWN.sub("", match[0])
    return Tag(name, text, bool(match[3]) or name in EMPTY, markdown and markdown[1])


def end(text: str, name: str, position: int) -> tuple[int, int]:
    """Where the end tag of the element stands, `position` being behind its start tag.

    An element that is never closed reaches to the end of the text.
    """
    opened = [name]
    while match := _next(text, opened[-1], position):
        position = match.end()
        if match[0] == "<!--":
            closed = text.find("-->", position)
            if closed < 0:
                break
            position = closed
        elif match[0].startswith("</"):
            if match[0][2:-1].strip().lower() == opened[-1]:
                opened.pop()
                if not opened:
                    return match.span()
        elif not match[4] and match[2].lower() not in EMPTY:
            opened.append(match[2].lower())
    return len(text), len(text)


def _next(text: str, name: str, position: int) -> re.Match[str] | None:
    """The next tag; in a script there is none but its end."""
    if name in ("script", "style"):
        return re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, position)
    return TAG.search(text, position)
