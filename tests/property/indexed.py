"""What posts are found by, and the scores that FTS5 gives them, to the last digit: it adds up the
same numbers in the same order.

https://www.sqlite.org/fts5.html#the_bm25_function
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from . import query, runs, stems
from .query import Beginning, Phrase, Term, phrases
from .runs import BETWEEN, Run
from .stems import Stem

WEIGHTS = (10.0, 6.0, 3.0, 1.0, 0.1)
"""Of the title, the tags and categories, the excerpt, the body, and the stems of all words."""
TITLE_WEIGHTS = (1.0, 1.0)
"""Of the title and the stems of its words."""
KANA = re.compile(query.KANA)
K1, B, LEAST_IDF = 1.2, 0.75, 1e-6


@dataclass(frozen=True, eq=False)
class Entry:
    """Texts of a post."""

    post: Any
    weights: Sequence[float]
    fields: Sequence[Sequence[Run]]

    @property
    def stems(self) -> set[Stem]:
        language = self.post.document.locale.split("-")[0]
        if language not in stems.STEMMERS:
            return set()
        words = {run for field in self.fields for run in field if stems.has_stem(run)}
        return {stems.of(word.text, language) for word in words}

    @property
    def length(self) -> int:
        tokens = sum(run.tokens for field in self.fields for run in field)
        return tokens + len(self.stems) + len(self.beginnings)

    @property
    def beginnings(self) -> set[Beginning]:
        if self.weights is TITLE_WEIGHTS:
            return set()
        every = [run for field in self.fields for run in field if run is not BETWEEN]
        return {
            Beginning(character)
            for run in every
            for character in (KANA.findall(run.text) if run.dense else run.text[0])
        }

    def frequency(self, phrase: Phrase | Stem | Beginning) -> float:
        *weights, of_stems = self.weights
        if isinstance(phrase, Stem):
            return of_stems if phrase in self.stems else 0.0
        if isinstance(phrase, Beginning):
            return of_stems if phrase in self.beginnings else 0.0
        pairs = zip(weights, self.fields, strict=True)
        return sum(weight * phrase.count(field) for weight, field in pairs)


def whole(post: Any) -> Entry:
    """A post with all that it is found by."""
    title, tags, excerpt, body = texts(post)
    in_tags = [run for tag in tags for run in (*runs.of(tag), BETWEEN)][:-1]
    return Entry(post, WEIGHTS, (runs.of(title), in_tags, runs.of(excerpt), runs.of(body)))


def title(post: Any) -> Entry:
    return Entry(post, TITLE_WEIGHTS, (runs.of(post.document.title),))


def texts(post: Any) -> tuple[str, list[str], str, str]:
    names = [term.filed[post] for kind in ("Tag", "Category") for term in post.terms[kind]]
    document = post.document
    return document.title, names, document.excerpt.plain, document.body.plain


class Index:
    """Of entries whose words count together."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = {each.post: each for each in entries}
        self.lengths = {post: each.length for post, each in self.entries.items()}
        self.frequencies = cache(self._frequencies)

    def _frequencies(self, phrase: Phrase | Stem | Beginning) -> dict[Any, float]:
        return {post: each.frequency(phrase) for post, each in self.entries.items()}

    def scores(self, groups: Sequence[Sequence[Term]], without: Sequence[Term]) -> dict[Any, float]:
        """BM25 of the posts that have a term of each group, and none of those `without`.

        In a group, each phrase counts once.
        """
        asked = [
            phrase
            for group in groups
            for phrase in dict.fromkeys(each for term in group for each in phrases(term))
        ]
        return {
            post: sum((self._score(post, phrase) for phrase in asked), 0.0)
            for post in self.entries
            if all(self._has_any(post, group) for group in groups)
            and not self._has_any(post, without)
        }

    def _has_any(self, post: Any, terms: Sequence[Term]) -> bool:
        return any(self.frequencies(phrase)[post] for term in terms for phrase in phrases(term))

    def _score(self, post: Any, phrase: Phrase | Stem | Beginning) -> float:
        frequencies = self.frequencies(phrase)
        count, hits = len(frequencies), sum(map(bool, frequencies.values()))
        idf = math.log((count - hits + 0.5) / (hits + 0.5))
        average = sum(self.lengths.values()) / count
        norm = K1 * (1 - B + B * self.lengths[post] / average)
        weight = (frequencies[post] * (K1 + 1.0)) / (frequencies[post] + norm)
        return (idf if idf > 0.0 else LEAST_IDF) * weight
