"""Where the characters of a folded text stand in the original.

Most characters fold to one each. What does not is looked at by itself: a character that becomes
several (㌔, …, ß), several that become one (ｶﾞ, letters before their accents, Korean letters
before their vowels), and signs that are dropped.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from gateway.text.search import folding

# What joins the character before it, or goes: accents, vowel signs, ﾞ, vowels and ends of Hangul,
# and what is not seen.
_JOINING = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u09be\u09d7\u0b3e"
    "\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u102e"
    "\u1161-\u1175\u11a8-\u11c2\u180b-\u180d\u1ab0-\u1aff\u1b35\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2069\u20d0-\u20ff\u3099\u309a\u3133-\u313f\u314f-\u3163\ufcf2-\ufcf4\ufe00-\ufe0f\ufe20-\ufe2f\ufe71\ufeff"
    "\ufe77-\ufe7f\uff9e-\uffaf\uffc2-\uffdc\U000110ba\U00011127\U0001133e\U00011357"
    "\U000114b0-\U000114bd\U000115af\U00011930\U000e0100-\U000e01ef"
)
# What becomes several characters, with some of their neighbours.
_LONGER = (
    "¨-¾ÆÞßæþĲĳĿŀŉŒœǄ-ǌǢ-ǳǼǽ\u037a\u0587\u0675-\u0678\u0958-\u095f\u09dc-\u09df\u0a33-\u0a36"
    "\u0a59-\u0a5e\u0b5c-\u0b5d\u0e33\u0eb3\u0edc\u0edd\u0f43-\u0f81\u0f93-\u0fb9\u1d2d"
    "\u1e9a-\u1e9e\u1f80-\u1fcc\u1ff2-\u1ffc\u2025\u2026\u2033-\u2057\u20a8\u2100-\u2122\u213b"
    "\u2150-\u2189\u222c-\u2230\u2469-\u24b5\u2a0c\u2a74-\u2a76\u309b-\u309f\u30ff\u3200-\u325f"
    "\u327c-\u327d\u32b1-\u32cf\u32ff-\u33ff\ua7f9\ufb00-\ufb17\ufb4f\ufbdd-\ufd3b\ufd50-\ufdc7"
    "\ufdf0-\ufdfc\ufe19\ufe30\ufef5-\ufefc\U00010783\U0001d15e-\U0001d164\U0001d1bb-\U0001d1c0"
    "\U0001f100-\U0001f248"
)
_DROPPED = ",，﹐︐・･゠"

_SPECIAL = re.compile(f"[{_JOINING}{_LONGER}{_DROPPED}][{_JOINING}]*")
_COMMA = re.compile(",")
_JOINED = re.compile(f"[{_JOINING}]")

# What makes NFKC read all of a text slowly, and most Japanese texts have.
_FULL_WIDTH = re.compile("[\uff01-\uff5e\u2025\u2026]+")

_compatible = lru_cache(4_096)(folding.compatible)
_spelling = lru_cache(4_096)(folding.fold)


class Folded(NamedTuple):
    """A folded text. In turn, stretches of it whose characters fold to one each and those that
    only make sense as a whole begin at `places`, and in the original at `origins`."""

    text: str
    places: Sequence[int]
    origins: Sequence[int]

    def origin(self, start: int, stop: int) -> tuple[int, int]:
        """Where a stretch that is not empty begins and ends in the original."""
        first = bisect_right(self.places, start) - 1
        last = bisect_right(self.places, stop - 1) - 1
        begin, end = self.origins[first], self.origins[last]
        if not first % 2:
            begin += start - self.places[first]
        return begin, self.origins[last + 1] if last % 2 else end + stop - self.places[last]


def of(text: str) -> Folded:
    folded = folding.fold(_FULL_WIDTH.sub(lambda signs: _compatible(signs[0]), text))
    places, origins = [0], [0]
    place = origin = 0
    for special in (_COMMA if text.isascii() else _SPECIAL).finditer(text):
        start, stop = special.span()
        if start > origin and _JOINED.match(text, start):
            start -= 1
        place += start - origin
        places.append(place)
        origins.append(start)
        spelling = _spelling(text[start:stop])
        # What is not there was dropped.
        if folded.startswith(spelling, place):
            place += len(spelling)
        places.append(place)
        origins.append(stop)
        origin = stop
    return Folded(folded, places, origins)
