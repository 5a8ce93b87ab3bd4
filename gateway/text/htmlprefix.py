"""The beginning of HTML. The HTML is sanitised, so `<` and `>` stand for nothing but tags."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from gateway.text.plaintext import BLOCK, FOOTNOTE_MARKS

VOID = frozenset({"br", "col", "hr", "img", "input", "source", "track", "wbr"})
"""The elements without an end tag, of those that sanitised HTML can have."""

_PIECE = re.compile(
    rf"{FOOTNOTE_MARKS.pattern}|<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)[^>]*>|(?P<text>[^<]+)",
    FOOTNOTE_MARKS.flags,
)
_CHARACTER = re.compile(r"(?:\s|&nbsp;)*+(?:&[a-z]+;|\S)")


def cut(html: str, characters: int, ending: str) -> str:
    """HTML with so many characters of its text, blanks not counted, and the ending behind them.

    The ending is in the block of the last character, and what is open after it is closed. The
    marks of footnotes, whose notes would come later, are left out, as `plaintext` leaves them.
    """
    made: list[str] = []
    inside: list[str] = []
    pieces = _PIECE.finditer(html)
    for piece in pieces:
        text = piece["text"]
        if text is None:
            _add_tag(piece, made, inside)
            continue
        visible = len("".join(unescape(text).split()))
        if visible >= max(characters, 1):
            made.append(_first(text, characters))
            if visible == characters:
                _close_spans(pieces, made, inside)
            break
        made.append(text)
        characters -= visible
    made.append(ending)
    made.extend(f"</{name}>" for name in reversed(inside))
    return "".join(made)


def to_first_text(html: str) -> str:
    """The blocks at the beginning, up to the first that has text; all of it where none has."""
    depth, spoken = 0, False
    for piece in _PIECE.finditer(html):
        ends = spoken and BLOCK.match(piece[0]) is not None
        if text := piece["text"]:
            spoken = spoken or unescape(text).strip() != ""
        elif piece["end"]:
            depth -= 1
            if ends and depth == 0:
                return html[: piece.end()]
        elif name := piece["name"]:
            if ends and depth == 0:
                return html[: piece.start()]
            depth += name not in VOID
    return html


def _add_tag(tag: re.Match[str], made: list[str], inside: list[str]) -> None:
    name = tag["name"]
    if name is None:  # the mark of a footnote
        return
    made.append(tag[0])
    if tag["end"]:
        inside.pop()
    elif name not in VOID:
        inside.append(name)


def _close_spans(pieces: Iterator[re.Match[str]], made: list[str], inside: list[str]) -> None:
    """Adds the end tags that come next, until a block ends: the `…` is no part of a link."""
    for piece in pieces:
        if not piece["end"] or BLOCK.match(piece[0]):
            return
        _add_tag(piece, made, inside)


def _first(text: str, characters: int) -> str:
    """The beginning of escaped text that has so many characters, blanks not counted."""
    ends = (match.end() for match in _CHARACTER.finditer(text))
    return text[: next(islice(ends, characters - 1, None))] if characters else ""
