"""What two renderings of one post are compared by."""

import re
from typing import Any

from selectolax.lexbor import LexborHTMLParser

# Quotes and dashes are typography, which either may choose; what is compared is the text.
PLAIN = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": ".", "\xa0": " "}
    | {"«": "<", "»": ">", "\u200b": None, "\ufeff": None}
)
FOOTNOTE_MARKS = (
    "a.footnote, sup.footnote-ref, sup[id^=fnref], a.reversefootnote, a.footnote-backref,"
    " script, style"
)
FOOTNOTES = "div.footnotes, section.footnotes"


def of(html: str) -> dict[str, Any]:
    """Text without blanks, heading ids, links, images, code blocks and footnotes."""
    tree = LexborHTMLParser(f"<body>{html}</body>")
    for node in tree.css(FOOTNOTE_MARKS):
        node.decompose()
    notes = [re.sub(r"\W", "", node.text()) for node in tree.css(FOOTNOTES)]
    for node in tree.css(FOOTNOTES):
        node.decompose()
    body = tree.body
    text = "" if body is None else body.text(separator=" ").translate(PLAIN)
    text = re.sub(r"[-.]+", lambda match: match[0][0], text)
    return {
        "text": re.sub(r"\s+", "", text),
        "footnotes": notes,
        "ids": [node.attributes.get("id") or None for node in tree.css("h1, h2, h3, h4, h5, h6")],
        "links": [node.attributes.get("href") for node in tree.css("a[href]")],
        "images": [node.attributes.get("src") for node in tree.css("img")],
        "code": [node.text().rstrip("\n") for node in tree.css("pre")],
    }
