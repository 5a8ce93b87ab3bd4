"""What a search finds, by looking at every post."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from functools import cache
from typing import Any

from . import indexed, query, runs
from .indexed import Entry, Index
from .query import Query, Term

IN_TITLE = 1.0
PARTLY_IN_TITLE = 0.5
WITHIN = 0.05
NEWEST = 0.15
DAYS = 365.0
ENOUGH = 3
STRICT = 10**13
BILLIONTHS = 10**9


@dataclass(frozen=True)
class Hit:
    score: float
    relaxed: bool
    relevance: int


class Search:
    """Of all posts that an audience sees."""

    def __init__(self, posts: Sequence[Any]) -> None:
        self.posts = posts
        self.wholes = self._indexes(indexed.whole)
        self.titles = self._indexes(indexed.title)
        self.hits = cache(self._hits)

    def _indexes(self, entry: Callable[[Any], Entry]) -> list[Index]:
        """What everybody sees counts apart."""
        return [
            Index(entry(post) for post in self.posts if post.is_public == is_public)
            for is_public in (True, False)
        ]

    def _hits(self, typed: str) -> Mapping[Any, Hit]:
        asked = query.read(typed)
        parts = query.parts_of(asked)
        if not parts:
            return {}
        strict = _scores(self.wholes, asked.groups, asked)
        relaxed = _scores(self.wholes, [parts], asked) if len(strict) < ENOUGH else {}
        in_titles = _scores(self.titles, asked.groups, asked)
        partly = _scores(self.titles, [parts], asked)
        hits = {}
        for post, score in {**relaxed, **strict}.items():
            in_title = in_titles.get(post, 0.0) * IN_TITLE + partly.get(post, 0.0) * PARTLY_IN_TITLE
            factor = self._wholeness(asked, post) * self._recency(post)
            billionths = int((score + in_title) * factor * BILLIONTHS + 0.5)
            relevance = billionths + STRICT * (post in strict)
            hits[post] = Hit(billionths / BILLIONTHS, post not in strict, relevance)
        return hits

    def _wholeness(self, asked: Query, post: Any) -> float:
        """Less for a Japanese post that has the one word only within others."""
        terms = [term for group in asked.groups for term in group]
        word = terms[0].runs[0].text
        is_one_word = len(terms) == len(terms[0].runs) == 1 and not terms[0].prefix
        is_japanese_word = [name for name, _ in runs.stretches(word)] in (["Han"], ["Katakana"])
        if not (is_one_word and is_japanese_word) or post.document.locale.split("-")[0] != "ja":
            return 1.0
        title, tags, *others = indexed.texts(post)
        words = {each for text in (title, *tags, *others) for each in runs.japanese_words(text)}
        return 1.0 if word[: runs.LONGEST] in words else WITHIN

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


def _scores(
    indexes: Sequence[Index], groups: Sequence[Sequence[Term]], asked: Query
) -> dict[Any, float]:
    found = [index.scores(groups, asked.without) for index in indexes]
    return {post: score for scores in found for post, score in scores.items()}


def of_filter(where: Mapping[str, Any] | None) -> str | None:
    """What a list is searched for by a filter: the first of the searches that have to find."""
    for each in (where or {}).get("and") or ():
        found = of_filter(each)
        if found is not None:
            return found
    return (where or {}).get("search")
