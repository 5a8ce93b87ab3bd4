"""The headings of a post, of which clients make a table of contents."""

import re
from html import unescape

from gateway.content.document import Heading
from gateway.text import plaintext

HEADING = re.compile(r'<h([1-6])\b[^>]*? id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)


def headings(html: str) -> tuple[Heading, ...]:
    """The headings that have an id, in the order of the sanitised HTML."""
    return tuple(
        Heading(unescape(id_), int(depth), " ".join(_text(inner).split()))
        for depth, id_, inner in HEADING.findall(html)
    )


def _text(inner: str) -> str:
    return plaintext.text(inner) if "<" in inner else unescape(inner)
