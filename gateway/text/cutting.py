"""A text cut to a length, where a reader pauses.

That is at the last end of a sentence that leaves three fifths of the length or more; else at the
last comma, colon or dash that leaves four fifths; else at the end of a word or a phrase. A word is
cut only where it is all that there is room for. What was cut ends in `…`, after a sentence too: a
reader sees that there is more, and a client that the text was cut. A blank comes before it where
one followed the full stop. https://en.wikipedia.org/wiki/Ellipsis#In_English
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gateway.text import breaks, graphemes

ELLIPSIS = "…"
SPACED = f" {ELLIPSIS}"
LEAST_OF_SENTENCES = 3 / 5
LEAST_OF_CLAUSES = 4 / 5

# What only makes sense before something, or says what the `…` says.
_DANGLING = re.compile(
    rf"[{breaks.BLANKS}\u00a0\u2007\u202f、，､,;:；：،؛·・･…‥–—{re.escape(breaks.OPENING)}]"
)
# What opens in one language closes in another.
_QUOTES = "'“‘«»‹›"
_QUOTED = re.compile(r"[^\W\u3040-\u9fff]|[.,!?…)\]]")


class Cut(NamedTuple):
    """The beginning of a text, and what shows that the text goes on."""

    head: str
    ending: str


def cut(text: str, length: int) -> Cut | None:
    """The text cut to 1 or more grapheme clusters, or None where all of it fits.

    The cut has at most `length` of them, its ending included.
    """
    ends = graphemes.ends(text, length + 1)
    if len(ends) <= length:
        return None
    stop = _stop(text, ends[: length - 1]) if length > 1 else 0
    has_room = length > len(SPACED) and stop <= ends[length - len(SPACED) - 1]
    return Cut(text[:stop], SPACED if has_room and breaks.is_spaced_end(text, stop) else ELLIPSIS)


def _stop(text: str, ends: Sequence[int]) -> int:
    most = ends[-1]
    sentences = breaks.sentences(text, int(most * LEAST_OF_SENTENCES), most)
    if stop := _last(sentences, ends):
        return stop
    clauses = breaks.clauses(text, int(most * LEAST_OF_CLAUSES), most)
    stop = _last(clauses, ends) or breaks.word(text, most)
    return _tidied(text, stop, ends) or _tidied(text, most, ends) or most


def _last(places: Iterable[int], ends: Sequence[int]) -> int:
    return max((place for place in places if _floor(ends, place) == place), default=0)


def _tidied(text: str, stop: int, ends: Sequence[int]) -> int:
    """The place without what dangles before it, and not within a cluster."""
    while stop and _dangles(text, stop):
        stop -= 1
    return _floor(ends, stop)


def _floor(ends: Sequence[int], place: int) -> int:
    """The last end of a cluster up to a place."""
    before = bisect_right(ends, place)
    return ends[before - 1] if before else 0


def _dangles(text: str, stop: int) -> bool:
    last, before = text[stop - 1], text[max(0, stop - 2) : stop - 1]
    if last == ".":
        return "." in {before, text[stop : stop + 1]}
    if last == "-":
        return not before.strip()
    if last == '"':
        return text.count('"', 0, stop) % 2 == 1
    if last in _QUOTES:
        return not _QUOTED.match(before)
    return bool(_DANGLING.match(last))
