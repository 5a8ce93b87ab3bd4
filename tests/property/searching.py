"""What a search finds, by looking at every post: a second reading of the query language.

Scores are those of FTS5, to the last digit: it adds up the same numbers in the same order.
https://www.sqlite.org/fts5.html#the_bm25_function
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from functools import cache
from typing import Any

import snowballstemmer

from . import runs
from .runs import BETWEEN, LONG_NAME, Run

WEIGHTS = (10.0, 6.0, 3.0, 1.0)
"""Of the title, the tags and categories, the excerpt and the body. Stems weigh nothing."""
K1, B, LEAST_IDF = 1.2, 0.75, 1e-6
WITHIN = 0.25
NEWEST = 0.15
DAYS = 365.0
ENOUGH = 3
MOST_PARTS = 32
PIECES = {"Han": 2, "Hangul": 2}
OTHER_PIECES = 4
STRICT = 10**13
BILLIONTHS = 10**9

STEMMERS = {"en": snowballstemmer.stemmer("english")}
"""Of the languages in the blogs; those without blanks have none."""
STEMMED = range(3, 41)
"""How long a word is that has a stem of its own."""


@dataclass(frozen=True)
class Term:
    runs: tuple[Run, ...]
    prefix: bool = False
    exact: bool = False

    @property
    def has_stem(self) -> bool:
        first, *others = self.runs
        return not (others or self.prefix or self.exact) and has_stem(first)


def has_stem(run: Run) -> bool:
    return not run.dense and len(run.text) >= STEMMED.start and not run.text[0].isdigit()


def stem(word: str, language: str) -> str:
    found: str = STEMMERS[language].stemWord(word) if len(word) in STEMMED else word
    return found


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
    *before, last = found
    if last.dense:
        last = Run(runs.without_long_end(last.text), dense=True)
    return Term((*before, last), prefix=word.endswith("*") and not exact, exact=exact)


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


def phrases(term: Term) -> Iterator[Phrase]:
    """A term as it is, then with all words of katakana that end within without a long vowel, and
    with one."""
    last = term.runs[-1]
    # One character begins a pair, so that it is the same with a star.
    prefix = term.prefix or (last.dense and len(last.text) == 1)
    spellings = [tuple(_spelt(term.runs, end)) for end in (None, "", "ー")]
    yield from (Phrase(spelling, prefix) for spelling in dict.fromkeys(spellings))


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


@dataclass(frozen=True, eq=False)
class Entry:
    """What a post is found by."""

    post: Any
    fields: tuple[list[Run], ...]
    language: str
    stems: frozenset[str]
    words: frozenset[str]

    @property
    def length(self) -> int:
        return sum(run.tokens for field in self.fields for run in field) + len(self.stems)

    def frequency(self, phrase: Phrase) -> float:
        pairs = zip(WEIGHTS, self.fields, strict=True)
        return sum(weight * phrase.count(field) for weight, field in pairs)

    def has(self, term: Term) -> bool:
        if any(self.frequency(phrase) for phrase in phrases(term)):
            return True
        (word, *_) = term.runs
        return (
            term.has_stem
            and self.language in STEMMERS
            and stem(word.text, self.language) in self.stems
        )


def entry(post: Any) -> Entry:
    document = post.document
    names = [term.filed[post] for kind in ("Tag", "Category") for term in post.terms[kind]]
    title, *tags = map(runs.of, (document.title, *names))
    excerpt, body = map(runs.of, (document.excerpt.plain, document.body.plain))
    in_tags = [run for tag in tags for run in (*tag, BETWEEN)][:-1]
    fields = (title, in_tags, excerpt, body)
    language = document.locale.split("-")[0]
    stems, words = set(), set()
    if language in STEMMERS:
        found = {run for field in fields for run in field if has_stem(run)}
        stems = {stem(run.text, language) for run in found}
    if language == "ja":
        texts = (document.title, *names, document.excerpt.plain, document.body.plain)
        words = {word for text in texts for word in runs.japanese_words(text)}
    return Entry(post, fields, language, frozenset(stems), frozenset(words))


class Index:
    """Of posts whose words count together."""

    def __init__(self, posts: Iterable[Any]) -> None:
        self.entries = [entry(post) for post in posts]
        self.frequencies = cache(self._frequencies)

    def _frequencies(self, phrase: Phrase) -> list[float]:
        return [each.frequency(phrase) for each in self.entries]

    def scores(self, wanted: Iterable[Iterable[Term]], found: Iterable[Entry]) -> dict[Any, float]:
        """BM25 of posts, by the phrases of groups of terms, each once in a group."""
        asked = [
            phrase
            for group in wanted
            for phrase in dict.fromkeys(each for term in group for each in phrases(term))
        ]
        if not self.entries:
            return {}
        average = sum(each.length for each in self.entries) / len(self.entries)
        scores = {}
        for each in found:
            place, score = self.entries.index(each), 0.0
            norm = K1 * (1 - B + B * each.length / average)
            for phrase in asked:
                frequencies = self.frequencies(phrase)
                hits = sum(map(bool, frequencies))
                idf = math.log((len(self.entries) - hits + 0.5) / (hits + 0.5))
                frequency = frequencies[place]
                weight = (frequency * (K1 + 1.0)) / (frequency + norm)
                score += (idf if idf > 0.0 else LEAST_IDF) * weight
            scores[each.post] = score
        return scores


@dataclass(frozen=True)
class Hit:
    score: float
    relaxed: bool
    relevance: int


class Search:
    """Of all posts that an audience sees."""

    def __init__(self, posts: Sequence[Any]) -> None:
        self.posts = posts
        self.indexes = [
            Index(post for post in posts if post.is_public == is_public)
            for is_public in (True, False)
        ]
        self.hits = cache(self._hits)

    def _hits(self, typed: str) -> Mapping[Any, Hit]:
        query = read(typed)
        strict = self._scored(query.groups, query) if query.groups else {}
        hits = {
            post: self._hit(query, post, score, relaxed=False) for post, score in strict.items()
        }
        parts = parts_of(query)
        if len(strict) < ENOUGH and parts:
            for post, score in self._scored([parts], query).items():
                hits.setdefault(post, self._hit(query, post, score, relaxed=True))
        return hits

    def _scored(self, groups: Sequence[Sequence[Term]], query: Query) -> dict[Any, float]:
        scores = {}
        for index in self.indexes:
            found = [
                each
                for each in index.entries
                if all(any(map(each.has, group)) for group in groups)
                and not any(map(each.has, query.without))
            ]
            scores.update(index.scores(groups, found))
        return scores

    def _hit(self, query: Query, post: Any, score: float, *, relaxed: bool) -> Hit:
        billionths = int(
            score * self._wholeness(query, post) * self._recency(post) * BILLIONTHS + 0.5
        )
        relevance = billionths + (0 if relaxed else STRICT)
        return Hit(billionths / BILLIONTHS, relaxed, relevance)

    def _wholeness(self, query: Query, post: Any) -> float:
        """Less for a Japanese post that has the one word only within others."""
        (found,) = [each for index in self.indexes for each in index.entries if each.post is post]
        terms = [term for group in query.groups for term in group]
        word = terms[0].runs[0].text
        is_one_word = len(terms) == len(terms[0].runs) == 1 and not terms[0].prefix
        is_japanese_word = [name for name, _ in runs.stretches(word)] in (["Han"], ["Katakana"])
        if not (is_one_word and is_japanese_word) or found.language != "ja":
            return 1.0
        return 1.0 if word[: runs.LONGEST] in found.words else WITHIN

    def _recency(self, post: Any) -> float:
        """By the days in UTC between a post and the newest one."""
        dates = {
            each: each.document.published_at.astimezone(UTC).date()
            for each in self.posts
            if each.document.published_at
        }
        if post not in dates:
            return 1.0
        days: int = (max(dates.values()) - dates[post]).days
        return 1 + NEWEST / (1 + days / DAYS)


def parts_of(query: Query) -> list[Term]:
    """What of the terms may be there: their words, and pieces of those without blanks."""
    terms = [term for group in query.groups for term in group]
    words = [word for term in terms for run in term.runs for word in _words(run)]
    telling = [word for word in words if word.dense or len(word.text) > 1] or words
    pieces = [piece for word in telling for piece in _pieces(word)]
    return [Term((part,)) for part in dict.fromkeys([*telling, *pieces])][:MOST_PARTS]


def _words(run: Run) -> list[Run]:
    if not run.dense:
        return [run]
    told = [found for name, found in runs.stretches(run.text) if name != "Hiragana"]
    return [Run(runs.without_long_end(found), dense=True) for found in told] or [run]


def _pieces(word: Run) -> list[Run]:
    (script, _), *others = runs.stretches(word.text)
    size = OTHER_PIECES if others else PIECES.get(script or "", OTHER_PIECES)
    if not word.dense or len(word.text) <= size:
        return []
    return [word._replace(text=word.text[n : n + size]) for n in range(len(word.text) - size + 1)]


def of_filter(where: Mapping[str, Any] | None) -> str | None:
    """What a list is searched for by a filter: the first of the searches that have to find."""
    for each in (where or {}).get("and") or ():
        found = of_filter(each)
        if found is not None:
            return found
    return (where or {}).get("search")
