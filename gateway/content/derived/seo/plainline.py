"""One line of plain text, in which nothing could be taken for HTML.

It may come into a `<script>` of a page as JSON-LD does, where `</script` ends it whatever quotes
are around it.
"""

import re
from html import unescape

from gateway.text import cutting

LONGEST = 1_000
"""Characters that are looked at."""

LENGTH = 160
"""Grapheme clusters of a description: more is not shown by search engines."""

ELEMENT = re.compile(
    r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL | re.IGNORECASE
)
TAG = re.compile(
    r"</?(?:a|abbr|b|bdi|big|br|cite|code|del|dfn|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p"
    r"|q|rb|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|ul|var|wbr)\b[^<>]*>",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"<[/!?]*([A-Za-z][^<>]*)>")
OPENING = re.compile(r"<+(?=[A-Za-z/!?])")
# Between lines of Japanese or Chinese there is no blank.
UNSPACED_BREAK = re.compile(
    r"(?<=[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60])[ \t]*\n\s*"
    r"(?=[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60])"
)
LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
MARKED = re.compile(r"(?<!\w)(\*\*|__|\*|`+)(?=\S)([^*`\n]+?)(?<=\S)\1(?!\w)")
SENTENCE_END = re.compile(r"[。！？.!?][」』）)\"'”’]*\Z")


def of(written: str) -> str:
    """Of a text that may hold tags and character references."""
    text = written[:LONGEST]
    if "<" in text or "&" in text:
        text = without_tags(unescape(TAG.sub("", ELEMENT.sub("", text))))
    return _line(text)


def of_markdown(written: str) -> str:
    """Of a text that may hold links and emphasis too."""
    text = written[:LONGEST]
    if "[" in text or "*" in text or "`" in text or "__" in text:
        text = MARKED.sub(r"\2", LINK.sub(r"\1", text))
    return of(text)


def of_text(plain: str) -> str:
    """Of what is text already: `<b>` in it is the author's word for an element."""
    return _line(without_tags(plain[:LONGEST]))


def without_tags(text: str) -> str:
    """What looks like a tag loses its brackets."""
    if "<" not in text:
        return text
    return OPENING.sub("", BRACKETED.sub(r"\1", text))


def _line(text: str) -> str:
    if "\n" in text:
        text = UNSPACED_BREAK.sub("", text)
    return " ".join(text.split())


def cut(line: str) -> str:
    """The line, or its sentences up to a length; `…` where it is cut within one."""
    found = cutting.cut(line, LENGTH)
    if found is None:
        return line
    return found.head if SENTENCE_END.search(found.head) else found.head + found.ending
