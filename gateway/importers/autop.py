"""Paragraphs for the writing of WordPress's classic editor, as WordPress makes them.

https://developer.wordpress.org/reference/functions/wpautop/
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from gateway.importers.verbatim import TAGS, Verbatim

FLOW = (
    *("address", "article", "aside", "blockquote", "details", "div", "fieldset", "footer", "form"),
    *("header", "hgroup", "nav", "section"),
)
"""Elements that hold paragraphs."""
OTHERS = (
    *("caption", "col", "colgroup", "dd", "dl", "dt", "figcaption", "figure", "h[1-6]", "hr"),
    *("legend", "li", "menu", "ol", "p", "summary", "table", "tbody", "td", "tfoot", "th"),
    *("thead", "tr", "ul"),
)
EMPTY = frozenset({"col", "hr"})
NAMES = "|".join((*FLOW, *OTHERS))
COMMENT_OR_TAG = re.compile(
    r"<!--(?:(?!-->|<!--).)*+-->|</?[a-z][^<>]*>", re.IGNORECASE | re.DOTALL
)
DOUBLE_BREAK = re.compile(r"<br ?/?>\n?<br ?/?>", re.IGNORECASE)
BLOCK_START = re.compile(rf"<(?:{NAMES})(?=[\s/>])", re.IGNORECASE)
BLOCK_END = re.compile(rf"</(?:{NAMES})>|<hr(?:\s[^<>]*)?/?>", re.IGNORECASE)
BLANK_LINES = re.compile(r"\n{2,}")
OPENING = re.compile(rf"<({NAMES})(?=[\s/>])[^<>]*>\n?", re.IGNORECASE)
CLOSING = re.compile(rf"\n?</({NAMES})>\Z", re.IGNORECASE)
LINE_END = re.compile(r"(?<!<br />)\n")
BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
NO_TEXT = re.compile(r"(?:\x00\d+\x00|<!--(?:(?!-->).)*+-->|\s)+", re.DOTALL)


def paragraphs(text: str) -> str:
    """HTML in which blank lines have become paragraphs and line ends `<br />`.

    What is inside `pre`, `figure`, `script` and the like stays as it is. A blank line stands
    between blocks.
    """
    verbatim = Verbatim(f"{TAGS}|figure")
    text = verbatim.take(text, around="\n\n")
    text = COMMENT_OR_TAG.sub(lambda tag: tag[0].replace("\n", " "), text)
    text = "\n".join(line.strip() for line in text.split("\n"))
    text = DOUBLE_BREAK.sub("\n\n", text)
    text = BLOCK_START.sub(r"\n\n\g<0>", text)
    text = BLOCK_END.sub(r"\g<0>\n\n", text)
    pieces = (piece.strip() for piece in BLANK_LINES.split(text))
    return verbatim.put_back("".join(_joined(piece for piece in pieces if piece)).strip())


def _joined(pieces: Iterable[str]) -> Iterator[str]:
    """The blocks, with a blank line before those that are in no other."""
    within = _Open()
    for piece in pieces:
        opened, closed, block = _block(piece)
        if closed and not opened:
            within.close(closed)
        yield f"\n{block}" if within or (closed and not opened) else f"\n\n{block}"
        if opened and not closed:
            within.open(opened)


class _Open:
    """The elements that are open, innermost last."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._counts: Counter[str] = Counter()

    def __bool__(self) -> bool:
        return bool(self._names)

    def open(self, name: str) -> None:
        self._names.append(name)
        self._counts[name] += 1

    def close(self, name: str) -> None:
        """Closes those inside too; an end without a beginning closes nothing."""
        while self._counts[name]:
            last = self._names.pop()
            self._counts[last] -= 1
            if last == name:
                return


def _block(piece: str) -> tuple[str, str, str]:
    """The element that the piece opens, the one that it closes, and its HTML.

    A piece begins with at most one opening tag of a block, and ends with at most one closing.
    """
    opening = OPENING.match(piece)
    closing = CLOSING.search(piece, max(len(piece) - 20, 0))
    start = opening.end() if opening else 0
    end = closing.start() if closing and closing.start() >= start else len(piece)
    before, inner, after = piece[:start].strip(), piece[start:end].strip(), piece[end:].strip()
    opened = opening[1].lower() if opening else ""
    closed = after[2:-1].lower()
    if opened in EMPTY:
        opened = ""
    if not inner or NO_TEXT.fullmatch(inner):
        return opened, closed, f"{before}{inner}{after}"
    inner = LINE_END.sub("<br />\n", BREAK.sub("<br />", inner))
    if opened == "p":
        return (
            "",
            "" if closed == "p" else closed,
            f"{before}{inner}</p>{after.removeprefix('</p>')}",
        )
    if closed == "p":
        return opened, "", f"{before}<p>{inner}</p>"
    whole = opened == closed != "blockquote" and opened != ""
    if whole or not {opened, closed} <= {"", *FLOW}:
        return opened, closed, f"{before}{inner}{after}"
    return opened, closed, f"{before}<p>{inner}</p>{after}"
