"""What somebody typed: a second reading of the query language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from . import runs, stems
from .runs import BETWEEN, LONG_NAME, Run
from .stems import Stem

KANA = "[〱-〵ぁ-ゖゝ-ゟァ-ヺー-ヿㇰ-ㇿ]"
MOST_PARTS = 32
PIECES = {"Han": 2, "Hangul": 2}
OTHER_PIECES = 4
HIRAGANA_WORD = 3


@dataclass(frozen=True)
class Term:
    runs: tuple[Run, ...]
    prefix: bool = False
    exact: bool = False

    @property
    def has_stem(self) -> bool:
        first, *others = self.runs
        return not (others or self.prefix or self.exact) and stems.has_stem(first)


@dataclass
class Query:
    """Each group is terms of which one has to be there."""

    groups: list[tuple[Term, ...]] = field(default_factory=list)
    without: list[Term] = field(default_factory=list)


def read(typed: str) -> Query:
    """What somebody typed."""
    query = Query()
    text = re.sub("[“”„‟″]", '"', typed)
    text = re.sub(r"(^|\s)[‐‑‒–—−](?=\S)", r"\1-", runs.compatible(text)).replace("|", " | ")
    is_alternative = False
    for word in re.findall(r'-?"[^"]*"?|[^\s"]+', text):
        if word in ("OR", "|"):
            is_alternative = bool(query.groups)
            continue
        term = term_of(word.removeprefix("-"))
        if term is None:
            continue
        if word.startswith("-"):
            query.without.append(term)
        elif is_alternative:
            query.groups[-1] += (term,)
        else:
            query.groups.append((term,))
        is_alternative = False
    query.groups = list(dict.fromkeys(query.groups))
    return query


def term_of(word: str) -> Term | None:
    exact = word.startswith('"')
    found = runs.of(word)
    if not found:
        return None
    prefix = word.endswith("*") and not exact
    while not exact and len(found) > 1 and is_one_kana(found[-1]):
        prefix, found = False, found[:-1]
    *before, last = found
    if last.dense:
        last = Run(runs.without_long_end(last.text), dense=True)
    return Term((*before, last), prefix=prefix, exact=exact)


def is_one_kana(run: Run) -> bool:
    return run.dense and re.fullmatch(KANA, run.text) is not None


@dataclass(frozen=True)
class Phrase:
    """Runs that follow each other: the first may have begun before, and the last one go on."""

    runs: tuple[Run, ...]
    prefix: bool

    def count(self, field: Sequence[Run]) -> int:
        """In how many places of a field it is."""
        first, *between = self.runs
        if not between:
            return sum(self._within(run, first) for run in field)
        places = range(len(field) - len(between))
        return sum(self._is_at(field[place : place + len(self.runs)]) for place in places)

    def _within(self, run: Run, wanted: Run) -> int:
        if not (run.dense and wanted.dense):
            return self._ends(run, wanted)
        return sum(run.text.startswith(wanted.text, place) for place in range(len(run.text)))

    def _is_at(self, found: Sequence[Run]) -> bool:
        first, *between, last = self.runs
        begins = found[0].text.endswith(first.text) if first.dense else found[0] == first
        return begins and [*found[1:-1]] == between and self._ends(found[-1], last)

    def _ends(self, run: Run, wanted: Run) -> bool:
        if run.dense != wanted.dense or run is BETWEEN:
            return False
        goes_on = self.prefix or wanted.dense
        return run.text.startswith(wanted.text) if goes_on else run.text == wanted.text


class Beginning(NamedTuple):
    """The character that words begin with, or a letter of kana in a stretch without blanks."""

    text: str


def phrases(term: Term) -> Iterator[Phrase | Stem | Beginning]:
    """A term as it is, then with all words of katakana that end within without a long vowel, and
    with one; then what a word is without its ending. One character may stand for all that begins
    with it."""
    *before, last = term.runs
    if not before and len(last.text) == 1 and _begins(last, goes_on=term.prefix):
        yield Beginning(last.text)
        return
    # One character begins a pair, so that it is the same with a star.
    prefix = term.prefix or (last.dense and len(last.text) == 1)
    spellings = [tuple(_spelt(term.runs, end)) for end in (None, "", "ー")]
    yield from (Phrase(spelling, prefix) for spelling in dict.fromkeys(spellings))
    if term.has_stem:
        yield from (stems.of(last.text, language) for language in sorted(stems.STEMMERS))


def _begins(run: Run, *, goes_on: bool) -> bool:
    return runs.stretches(run.text)[0][0] in {"Hiragana", "Katakana"} if run.dense else goes_on


def _spelt(found: Sequence[Run], end: str | None) -> Iterator[Run]:
    for number, run in enumerate(found, 1):
        if end is None or not run.dense:
            yield run
            continue
        *before, last = [
            (each, name == "Katakana" and len(each) >= LONG_NAME)
            for name, each in runs.stretches(run.text)
        ]
        last = (last[0], last[1] and number < len(found))
        words = [
            runs.without_long_end(each) + end if ends else each for each, ends in (*before, last)
        ]
        yield Run("".join(words), dense=True)


def parts_of(query: Query) -> list[Term]:
    """What of the terms may be there: their words, and pieces of those without blanks."""
    terms = [term for group in query.groups for term in group]
    words = [word for term in terms for run in term.runs for word in _words(run)]
    telling = [
        word for word in words if len(word.text) > 1 or (word.dense and not is_one_kana(word))
    ] or words
    pieces = [piece for word in telling for piece in _pieces(word)]
    return [Term((part,)) for part in dict.fromkeys([*telling, *pieces])][:MOST_PARTS]


def _words(run: Run) -> list[Run]:
    if not run.dense:
        return [run]
    found = runs.stretches(run.text)
    told = [
        each
        for number, (name, each) in enumerate(found)
        if name != "Hiragana" or (number == 0 and len(each) >= HIRAGANA_WORD)
    ]
    return [Run(runs.without_long_end(each), dense=True) for each in told] or [run]


def _pieces(word: Run) -> list[Run]:
    (script, _), *others = runs.stretches(word.text)
    size = OTHER_PIECES if others else PIECES.get(script or "", OTHER_PIECES)
    if not word.dense or len(word.text) <= size:
        return []
    return [word._replace(text=word.text[n : n + size]) for n in range(len(word.text) - size + 1)]
