"""How long a text is, and how many minutes it takes to read."""

import math
import re
from typing import NamedTuple

WORDS_A_MINUTE = 220
CHARACTERS_A_MINUTE = 500  # of scripts that put no blanks between words
# Thai with Lao, Burmese, Khmer, then Japanese and Chinese.
UNSPACED = re.compile(
    r"[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff"
    r"々〆〇\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]+"
)
# Accents, points and vowel signs, which `\w` leaves out: Latin, Hebrew, Arabic, Indic.
MARKS = r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
WORD = re.compile(rf"\w[\w{MARKS}]*(?:['’]\w[\w{MARKS}]*)*")
WRITTEN = re.compile(r"\s*([0-9]{1,5}(?:\.[0-9]+)?)(?![0-9])")


class Count(NamedTuple):
    """`words` of scripts with blanks between words, `unspaced` characters of those without.

    A number is a word, also one in full-width digits. `characters` are all that are no blank.
    """

    words: int
    unspaced: int
    characters: int


def count(text: str) -> Count:
    rest, runs = UNSPACED.subn(" ", text)
    unspaced = len(text) - len(rest) + runs
    return Count(len(WORD.findall(rest)), unspaced, sum(map(len, text.split())))


def estimate(length: Count) -> int:
    """Minutes to read a text of this length, at least 1."""
    minutes = length.words / WORDS_A_MINUTE + length.unspaced / CHARACTERS_A_MINUTE
    return max(1, math.ceil(minutes))


def written(text: str) -> int | None:
    """The minutes that a front matter gives: `8`, `8 min`, `7.5`, `8分`; None if none."""
    match = WRITTEN.match(text)
    minutes = math.ceil(float(match[1])) if match else 0
    return minutes if minutes >= 1 else None
