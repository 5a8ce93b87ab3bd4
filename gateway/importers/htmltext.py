"""A line of HTML to plain text."""

import html
import re

TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--[^<>]*-->")
BLANKS = re.compile(r"\s+")


def plain(written: str) -> str:
    """The text of a title or name, which exports write as HTML."""
    if "<" in written:
        written = TAG.sub("", written)
    return BLANKS.sub(" ", html.unescape(written)).strip()
