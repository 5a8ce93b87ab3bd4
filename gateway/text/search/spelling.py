"""Words that are spelt nearly like one that was typed, and the query that has them in its place.

Two words within one edit of each other (a character more, less, another one, or two exchanged) are
equal when at most one character is left out of each:
https://wolfgarbe.medium.com/1000x-faster-spelling-correction-algorithm-2012-8701fcd87a5f
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import orjson

from gateway.text.search import origins, runs
from gateway.text.search.folding import fold
from gateway.text.search.query import MINUS, QUOTES

SHORTEST = 3
"""Characters of a word that may be misspelt; of two, one alone would be left to know it by."""

SHORTEST_HAN = 2
LONGEST = 32
"""Characters of the longest word: what is longer is no word."""

LONG = 8
"""From so many characters on, a word may be two edits away when none is nearer."""

_DENSE_WORD = re.compile(rf"[{runs.HAN}]{{{SHORTEST_HAN}}}|[{runs.HANGUL}]{{{SHORTEST_HAN}}}")
_QUOTES = f'"{QUOTES}＂'
_TERM = re.compile(
    rf"([-－﹣]|{MINUS})?(?:[{_QUOTES}][^{_QUOTES}]*[{_QUOTES}]?|([^\s{_QUOTES}|｜]+))"
)
_PREFIX = ("*", "＊")


def words(text: str) -> set[str]:
    """The words of a text that others may be misspellings of, folded."""
    return {
        word
        for word in runs.words(fold(text))
        if len(word) <= LONGEST
        and not word[0].isdigit()
        and (len(word) >= SHORTEST or _DENSE_WORD.match(word))
    }


def deletions(word: str) -> set[str]:
    """The word, and what it is without one of its characters."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def distance(one: str, other: str) -> int:
    """How many edits make one word of the other, where no character is edited twice.

    https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, character in enumerate(one, 1):
        before, last, row = row, before, [place]
        for column, its in enumerate(other, 1):
            cost = min(before[column], row[-1]) + 1
            cost = min(cost, before[column - 1] + (character != its))
            is_exchanged = (
                place > 1
                and column > 1
                and character == other[column - 2]
                and one[place - 2] == its
            )
            row.append(min(cost, last[column - 2] + 1) if is_exchanged else cost)
    return row[-1]


class Typed(NamedTuple):
    """A word as it stands in a query, and folded."""

    start: int
    end: int
    word: str


def typed(query: str) -> Iterator[Typed]:
    """The words of a query that may be misspelt: not those that are to be missing, and not those
    whose beginning alone is given."""
    for term in _TERM.finditer(query):
        if term[1]:
            continue
        bare = term[2] or ""
        if bare == "OR" or bare.endswith(_PREFIX):
            continue
        folded = origins.of(term[0])
        for start, word in _placed(folded.text):
            if SHORTEST <= len(word) <= LONGEST and not word[0].isdigit():
                begin, end = folded.origin(start, start + len(word))
                yield Typed(term.start() + begin, term.start() + end, word)


def _placed(folded: str) -> Iterator[tuple[int, str]]:
    """The words of a folded text with their places: without the long vowels that they end in."""
    for run in runs.RUN.finditer(folded):
        if run[1]:
            for part in runs.ONE_SCRIPT.finditer(folded, *run.span()):
                yield part.start(), runs.without_long_end(part[0])
        else:
            yield run.start(), run[0]


def asked(query: str) -> str:
    """What is looked up for a query, as JSON: each of its words once, with its deletions."""
    found = sorted({each.word for each in typed(query)})
    return orjson.dumps([[word, sorted(deletions(word))] for word in found]).decode()


def corrected(query: str, candidates: str) -> str | None:
    """A query with the nearest candidate for each word that has one; None where none is changed.

    `candidates` are JSON: lists of a word, another one that is equal to it after deletions, and how
    often that is met. A word that is among its own candidates is spelt right.
    """
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for word, other, count in orjson.loads(candidates):
        found[word].append((other, count))
    nearest = {
        word: near for word, others in found.items() if (near := _nearest(word, others)) is not None
    }
    return _replaced(query, nearest) if nearest else None


def _nearest(word: str, others: Iterable[tuple[str, int]]) -> str | None:
    most = 2 if len(word) >= LONG else 1
    ranked = ((distance(word, other), -count, other) for other, count in others)
    edits, _, nearest = min(ranked)
    return nearest if 0 < edits <= most else None


def _replaced(query: str, nearest: Mapping[str, str]) -> str:
    parts, end = [], 0
    for each in typed(query):
        if each.word in nearest:
            parts += [query[end : each.start], nearest[each.word]]
            end = each.end
    return "".join([*parts, query[end:]])
