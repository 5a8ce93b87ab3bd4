"""The stretches of a text that show best what was found in it.

A stretch is about as wide as twice the characters `around`, beside what is marked in it: half as
many where they are wide, as those of Chinese, Japanese and Korean are. It begins where a sentence
does, if one begins near, or else a clause, a word or a phrase, and ends likewise. It stays within
its block, where blocks are lines, unless a mark does not.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gateway.text import breaks, cutting, graphemes
from gateway.text.search.spans import Hit

LONGEST_MARK = 256
"""Characters of a mark; where more hits overlap, several touch each other."""

NEAR = 1 / 4
"""The share of the characters before a mark that are added for the beginning of a sentence."""

_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6"
    "\U0001f300-\U0001faff\U00020000-\U0003fffd]+"
)
_BETWEEN = re.compile(rf"[{breaks.BLANKS}\u00a0、，；：､,;:،؛–—-]*")
_BLANKS = re.compile(rf"[{breaks.BLANKS}]*")


class Mark(NamedTuple):
    """A stretch to be marked, and the numbers of the terms that stand there."""

    start: int
    stop: int
    terms: frozenset[int]


class Window(NamedTuple):
    """A stretch of a text, and the marks in it."""

    start: int
    stop: int
    marks: Sequence[Mark]


def marks(hits: Iterable[Hit]) -> list[Mark]:
    """One mark for the hits that overlap, in the order of the text."""
    found: list[Mark] = []
    for start, stop, term in sorted(hits):
        begin, end, terms = found[-1] if found else (0, 0, frozenset[int]())
        if start >= end:
            found.append(Mark(start, stop, frozenset({term})))
        elif max(stop, end) - begin <= LONGEST_MARK:
            found[-1] = Mark(begin, max(stop, end), terms | {term})
        elif stop > end:
            found.append(Mark(end, stop, frozenset({term})))
    return found


def whole(text: str, marks: Iterable[Mark]) -> list[Mark]:
    """The marks made of whole grapheme clusters; those that touch each other are one."""
    found: list[Mark] = []
    for mark in marks:
        start, stop = graphemes.whole(text, mark.start, mark.stop)
        if found and start <= found[-1].stop:
            start, before, terms = found.pop()
            found.append(Mark(start, max(before, stop), terms | mark.terms))
        else:
            found.append(Mark(start, stop, mark.terms))
    return found


def best(text: str, marks: Sequence[Mark], count: int, around: int) -> list[Window]:
    """At most `count` windows that do not overlap: those with the most terms first, of these
    those with the most marks, and of these the first of the text."""
    found: list[Window] = []
    if not marks or count <= 0:
        return found
    reach = _reach(text, marks[0].start, around) * 3 // 2
    for first, behind in _ranked(text, marks, reach):
        if len(found) == count:
            break
        start, stop = marks[first].start, marks[behind - 1].stop
        if all(stop <= window.start or start >= window.stop for window in found):
            found.append(_window(text, marks[first:behind], found, around))
    return found


def _ranked(text: str, marks: Sequence[Mark], reach: int) -> list[tuple[int, int]]:
    """Marks that fit into one window, each as the first of them and the one behind the last."""
    blocks = list(_blocks(text, marks))
    terms: dict[int, int] = {}
    behind = 0
    candidates: list[tuple[int, int, int]] = []
    for first, (start, _, leaving) in enumerate(marks):
        while behind < len(marks) and (
            behind == first
            or (marks[behind].stop - start <= reach and blocks[behind] == blocks[first])
        ):
            for term in marks[behind].terms:
                terms[term] = terms.get(term, 0) + 1
            behind += 1
        candidates.append((-len(terms), first - behind, first))
        for term in leaving:
            terms[term] -= 1
            if not terms[term]:
                del terms[term]
    return [(first, first - fewer) for _, fewer, first in sorted(candidates)]


def _blocks(text: str, marks: Iterable[Mark]) -> Iterator[int]:
    """The number of the block that each mark is in."""
    ends = (end for end in _lines(text, 0, len(text)) if _ends_block(text, end))
    number, end = 0, next(ends, len(text))
    for mark in marks:
        while end < mark.start:
            number, end = number + 1, next(ends, len(text))
        yield number


def _lines(text: str, start: int, stop: int) -> Iterator[int]:
    place = text.find("\n", start, stop)
    while place >= 0:
        yield place
        place = text.find("\n", place + 1, stop)


def _ends_block(text: str, line_end: int) -> bool:
    """Whether a line is the last of its block, by what is written: blocks go on over lines where
    the source did."""
    before, after = text[line_end - 1 : line_end], text[line_end + 1 : line_end + 2]
    return not (after.islower() or before in {",", "、", "，"})


def _window(text: str, marks: Sequence[Mark], taken: Iterable[Window], around: int) -> Window:
    marks = whole(text, marks)
    first, last = marks[0].start, marks[-1].stop
    between = last - first - sum(mark.stop - mark.start for mark in marks)
    room = max(0, 2 * _reach(text, first, around) - between)
    low = max((window.stop for window in taken if window.stop <= first), default=0)
    high = min((window.start for window in taken if window.start >= last), default=len(text))
    low, high = _block(text, low, first, last, high, 2 * room)
    before = max(room // 2, room - (high - last))
    start = _begin(text, low, first, before)
    stop = _end(text, last, high, max(room - (first - start), room // 4))
    start = _BLANKS.match(text, start, first).end()  # type: ignore[union-attr]
    start = graphemes.whole(text, start, first)[0]
    return Window(start, last + len(text[last:stop].rstrip()), marks)


def _reach(text: str, place: int, around: int) -> int:
    """How many characters are as wide as so many Latin letters, near a place."""
    near = text[max(0, place - around) : place + around]
    wide = len(near) - len(_WIDE.sub("", near))
    return around * len(near) // (len(near) + wide) if near else around


def _block(text: str, low: int, first: int, last: int, high: int, reach: int) -> tuple[int, int]:
    """The bounds of the block around a stretch, where they are nearer than these."""
    place = text.rfind("\n", max(low, first - reach), first)
    while place >= 0 and not _ends_block(text, place):
        place = text.rfind("\n", max(low, first - reach), place)
    ends = (end for end in _lines(text, last, min(high, last + reach)) if _ends_block(text, end))
    return max(low, place + 1), next(ends, high)


def _begin(text: str, low: int, first: int, before: int) -> int:
    """Where a window begins that has about so many characters before its first mark."""
    if not before:
        return first
    near = first - before - int(before * NEAR)
    if near <= low:
        return low
    sentence = next(breaks.sentences(text, near, first), None)
    if sentence is not None:
        return sentence
    clause = next(breaks.clauses(text, near, first - before // 2), None)
    if clause is not None:
        return min(first, _BETWEEN.match(text, clause).end())  # type: ignore[union-attr]
    word = breaks.word(text, first - before)
    return word if word >= near else first - before


def _end(text: str, last: int, high: int, room: int) -> int:
    """Where a window ends that has at most so many characters behind its last mark."""
    if not room:
        return last
    found = cutting.cut(text[last:high], room + 1)
    return last + len(found.head) if found else high
