"""The words that tell what a post is about, as numbers, with how much each counts in it.

What is kept of a post depends on nothing but its own text: how common a word is on the whole blog
is counted where posts are compared.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from zlib import crc32

from gateway.text.search import runs, tokens
from gateway.text.search.folding import fold

MOST = 100
"""How many words of a post are kept: those that count most, of equal ones the first."""

REPEATED = 8
"""How often a word counts at most, for all of its repetitions."""

IN_TITLE = 4
IN_TAGS = 2

SCALE = 100
"""How much the only word of a post would count. The squares of all weights have about the same sum
in any post, however long."""

LONG_HAN = 4
"""Han characters in a row that may be one word. Of more, each pair is taken."""

SOUTH_EAST = 4
"""Characters taken together of scripts in which nothing tells where a word begins."""

_WORD = re.compile(
    rf"[{runs.HAN}]{{2,}}|[{runs.KATAKANA}]{{3,}}|[{runs.HANGUL}]{{2,}}|[{runs.SOUTH_EAST}]+"
    rf"|{runs.WORD}"
)
_HAN = re.compile(f"[{runs.HAN}]")
_SOUTH_EAST = re.compile(f"[{runs.SOUTH_EAST}]")


def of(title: str, tags: Iterable[str], text: str) -> dict[int, int]:
    """How much each word counts, from 1 to SCALE, by its number."""
    counts = {word: min(count, REPEATED) for word, count in _counted(text).items()}
    for added, where in ((IN_TITLE, title), (IN_TAGS, "\n".join(tags))):
        for word in _counted(where):
            counts[word] = counts.get(word, 0) + added
    most = sorted(counts, key=counts.__getitem__, reverse=True)[:MOST]
    length = math.sqrt(sum(counts[word] ** 2 for word in most))
    weights: dict[int, int] = {}
    for word in most:
        weights.setdefault(number(word), max(1, round(SCALE * counts[word] / length)))
    return weights


def number(word: str) -> int:
    """The number of a word, of 32 bits: a small share of all words has the number of another one,
    which costs less than a list of all words would."""
    return crc32(word.encode()) - 2**31


def _counted(text: str) -> Mapping[str, int]:
    counts: Counter[str] = Counter()
    for found, times in Counter(_WORD.findall(fold(text))).items():
        for word in _words(found):
            counts[word] += times
    return counts


def _words(found: str) -> Iterator[str]:
    """The words in a stretch of one script: all of a Latin letter or an initial is none."""
    if _HAN.match(found):
        size = 2 if len(found) > LONG_HAN else len(found)
    elif _SOUTH_EAST.match(found):
        size = min(SOUTH_EAST, len(found))
    elif len(found) == 1:
        return
    else:
        yield runs.without_long_end(found)[: tokens.LONGEST]
        return
    for start in range(len(found) - size + 1):
        yield found[start : start + size]
