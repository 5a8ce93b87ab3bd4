"""Where the terms of a query stand in a text: what the index finds, and nothing else.

A text is searched for the characters of a term, which is quick, and only where they are its runs
are looked at. So what a reader types is no part of any pattern.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import count, islice
from typing import NamedTuple

from gateway.text.search import query, runs, stems, tokens
from gateway.text.search.origins import Folded
from gateway.text.search.query import Run, Term

MOST = 1_000
"""How often a term is found in a text; the places after that make no difference to a reader."""

MOST_LOOKED_AT = 20_000
"""How many of the places where a term may stand are looked at."""

SEPARATORS = 3
"""Characters between two runs of a term that are marked with them. Beyond, each has a mark."""

LOOKED_BEHIND = 3
"""How many characters behind a run tell whether it ends."""

LONG_VOWEL = "ー"

Span = tuple[int, int]


class Hit(NamedTuple):
    """A stretch of the original text, and the number of the term that stands there."""

    start: int
    stop: int
    term: int


def find(text: Folded, terms: Mapping[int, Term], language: str | None) -> list[Hit]:
    """The hits of terms, by their numbers. Of `language` are the words whose stems count."""
    forms = _forms(text.text, terms.values(), language) if language else {}
    return [
        Hit(*text.origin(start, stop), number)
        for number, term in terms.items()
        for start, stop in islice(_spans(text.text, term, forms.get(term.word or "", ())), MOST)
    ]


def _spans(folded: str, term: Term, forms: Iterable[str]) -> Iterator[Span]:
    for spelling in query.spellings(term):
        yield from _spelt(folded, spelling, goes_on=term.prefix)
    for form in forms:
        yield from _words(folded, form, goes_on=False)


def _spelt(folded: str, spelling: Sequence[Run], *, goes_on: bool) -> Iterator[Span]:
    (run, is_dense), *others = spelling
    if others:
        if all(other in folded for other, _ in others):
            places = _places if is_dense else _beginnings
            for place in islice(places(folded, run), MOST_LOOKED_AT):
                yield from _phrase(folded, spelling, place, goes_on=goes_on)
    elif is_dense:
        for place in _places(folded, run):
            yield place, _long_end(folded, place + len(run))
    else:
        yield from _words(folded, run, goes_on=goes_on)


def _places(folded: str, run: str) -> Iterator[int]:
    place = folded.find(run)
    while place >= 0:
        yield place
        place = folded.find(run, place + len(run))


def _words(folded: str, word: str, *, goes_on: bool) -> Iterator[Span]:
    """Where a word is one of the text; of a longer one with this beginning, where it `goes_on`."""
    place = folded.find(word)
    while place >= 0:
        # Wherever it is in a run, no other begins in what is left of that.
        found = runs.RUN.match(folded, place)
        stop = found.end() if found else place + 1
        length = stop - place
        if (
            length == len(word) or (length > len(word) and (goes_on or len(word) == tokens.LONGEST))
        ) and not _is_inside(folded, place):
            yield place, min(stop, place + tokens.LONGEST)
        place = folded.find(word, stop)


def _is_inside(folded: str, place: int) -> bool:
    """Whether the run of the character before a place goes on there. Only these two are read: a
    run may be long, and its beginning be asked for often."""
    if not place:
        return False
    before = runs.RUN.match(folded, place - 1, place + 1)
    return before is not None and before.end() > place


def _beginnings(folded: str, word: str) -> Iterator[int]:
    return (start for start, _ in _words(folded, word, goes_on=False))


def _is_run(found: str, run: str, *, goes_on: bool) -> bool:
    if goes_on:
        return found.startswith(run)
    return run in (found, found[: tokens.LONGEST], runs.without_long_end(found))


def _phrase(folded: str, spelling: Sequence[Run], place: int, *, goes_on: bool) -> list[Span]:
    """The stretches of several runs whose first may stand at a place."""
    (run, _), *others = spelling
    # Of dense runs, the first may begin within one of the text and the last may end there.
    found = runs.RUN.match(folded, place, place + len(run) + LOOKED_BEHIND)
    if found is None or not _is_run(found[0], run, goes_on=False):
        return []
    spans = [found.span()]
    for left, (other, other_is_dense) in zip(count(1 - len(others)), others, strict=False):
        found = runs.RUN.search(folded, spans[-1][1])
        may_go_on = not left and (other_is_dense or goes_on)
        if found is None or not _is_run(found[0], other, goes_on=may_go_on):
            return []
        start, stop = found.span()
        if may_go_on and other_is_dense:
            stop = _long_end(folded, start + len(other))
        if start - spans[-1][1] <= SEPARATORS:
            start = spans.pop()[0]
        spans.append((start, stop))
    return spans


def _long_end(folded: str, stop: int) -> int:
    """The end of a run, with the long vowel that terms are looked up without."""
    while folded.startswith(LONG_VOWEL, stop):
        stop += 1
    return stop


def _forms(folded: str, terms: Iterable[Term], language: str) -> dict[str, list[str]]:
    """By the words that are terms: the other words of the text that have the same stem."""
    wanted: dict[str, list[str]] = {}
    for term in terms:
        word = term.word
        if word and tokens.has_stem(word):
            wanted.setdefault(tokens.of_stem(word, language), []).append(word)
    found: dict[str, list[str]] = {}
    if not wanted:
        return found
    if language in stems.SAME_INITIAL:
        initials = {word[0] for words in wanted.values() for word in words}
        written = set(_beginning_with("".join(sorted(initials))).findall(folded))
    else:
        written = {word for _, word in runs.RUN.findall(folded) if word}
    for form in written:
        for word in wanted.get(tokens.of_stem(form, language), ()):
            if form != word and tokens.has_stem(form):
                found.setdefault(word, []).append(form)
    return found


@lru_cache(256)
def _beginning_with(letters: str) -> re.Pattern[str]:
    """What finds the words that begin with one of some letters, and more, but sooner than RUN."""
    return re.compile(rf"[{re.escape(letters)}](?<![^\W\d_].)[^\W\d_]*")
