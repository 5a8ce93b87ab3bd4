"""How long a text is, and how many minutes it takes to read."""

import math
import re
from typing import NamedTuple

WORDS_A_MINUTE = 220
CHARACTERS_A_MINUTE = 500  # of Chinese or Japanese, which put no blanks between words
CJK = re.compile(
    r"[々〆〇\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]+"
)
WORD = re.compile(r"\w+(?:['’]\w+)*")
WRITTEN = re.compile(r"\s*([0-9]{1,5}(?:\.[0-9]+)?)(?![0-9])")


class Count(NamedTuple):
    """`words` of scripts with blanks between words, `cjk` characters of those without.

    `characters` are all that are no blank, these included.
    """

    words: int
    cjk: int
    characters: int


def count(text: str) -> Count:
    rest, runs = CJK.subn(" ", text)
    cjk = len(text) - len(rest) + runs
    return Count(len(WORD.findall(rest)), cjk, sum(map(len, text.split())))


def estimate(length: Count) -> int:
    """Minutes to read a text of this length, at least 1."""
    minutes = length.words / WORDS_A_MINUTE + length.cjk / CHARACTERS_A_MINUTE
    return max(1, math.ceil(minutes))


def written(text: str) -> int | None:
    """The minutes that a front matter gives: `8`, `8 min`, `7.5`, `8分`; None if none."""
    match = WRITTEN.match(text)
    minutes = math.ceil(float(match[1])) if match else 0
    return minutes if minutes >= 1 else None
