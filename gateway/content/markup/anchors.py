"""The ids of headings, to which links lead."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from html import escape, unescape
from typing import NamedTuple

# What is quoted in a tag may have a `>`.
HEADING = re.compile(r"""<h([1-6])((?: (?:[^<>"']++|"[^"]*"|'[^']*')*+)?)>(.*?)</h\1>""", re.DOTALL)
ID = re.compile(r' id="([^"]*)"')
TAG = re.compile(r"<[^>]*>")
LINK = re.compile(r"</?a\b[^>]*>")
FOOTNOTE = re.compile(r'<sup class="footnote-ref">.*?</sup>')
NOT_LISTED = re.compile(r' class="(?:[^"]*\s)?no_toc[\s"]')
WORD = {"Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Me", "Mn", "Nd", "Nl", "Pc"}
NO_WORD = re.compile(r"[^\w\- \t]")
NO_ASCII_WORD = re.compile(r"[^a-z0-9 -]")
BEFORE_LETTERS = re.compile(r"^[^a-zA-Z]+")


class Anchor(NamedTuple):
    """A heading of a table of contents; `html` is its text without links and footnotes."""

    level: int
    id: str
    html: str


class Anchored(NamedTuple):
    """`listed` are the headings of a table of contents."""

    html: str
    listed: list[Anchor]


def gfm(text: str) -> str:
    """As GitHub and kramdown's GFM reader make it: letters, digits, `_`, a hyphen a blank."""
    text = NO_WORD.sub("", text.lower()) if text.isascii() else "".join(map(_kept, text.lower()))
    return text.replace(" ", "-").replace("\t", "-")


@lru_cache(10_000)
def _kept(character: str) -> str:
    """What Ruby's `\\p{Word}` has: accents and variation selectors too, but not ① and ²."""
    is_word = unicodedata.category(character) in WORD or character in "- \t"
    return character if is_word else ""


def kramdown(text: str) -> str:
    """As kramdown makes it without the GFM reader: ASCII, from the first letter on."""
    ascii_only = NO_ASCII_WORD.sub("", BEFORE_LETTERS.sub("", text).lower())
    return ascii_only.replace(" ", "-") or "section"


def none(text: str) -> str:  # noqa: ARG001 - a style like the others
    return ""


STYLES: dict[str, Callable[[str], str]] = {"gfm": gfm, "kramdown": kramdown, "none": none}


def give(html: str, style: str, *, levels: frozenset[int], shown: Callable[[str], str]) -> Anchored:
    """The HTML with an id in each heading.

    An id that the heading has stays; a repeated one gets `-1`, `-2`; where no letter is left,
    there is none. `shown` gives HTML for what stands in it as a mark.
    """
    if "<h" not in html:
        return Anchored(html, [])
    make = STYLES[style]
    seen: Counter[str] = Counter()
    anchors: list[Anchor] = []

    def with_id(match: re.Match[str]) -> str:
        level, attributes, inner = match.groups()
        own = ID.search(attributes)
        if own is not None:
            id_ = own[1]
        else:
            text = TAG.sub("", FOOTNOTE.sub("", shown(inner))) if "<" in inner else inner
            id_ = make(unescape(text))
            if not id_:
                return match[0]
            seen[id_] += 1
            if seen[id_] > 1:
                id_ = f"{id_}-{seen[id_] - 1}"
            id_ = escape(id_)
        if int(level) in levels and not NOT_LISTED.search(attributes):
            anchors.append(Anchor(int(level), id_, LINK.sub("", FOOTNOTE.sub("", inner))))
        if own is not None:
            return match[0]
        return f'<h{level}{attributes} id="{id_}">{inner}</h{level}>'

    return Anchored(HEADING.sub(with_id, html), anchors)
