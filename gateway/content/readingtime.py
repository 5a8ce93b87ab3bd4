"""How many minutes a post takes to read."""

import math
import re

WORDS_A_MINUTE = 220
CHARACTERS_A_MINUTE = 500  # of Chinese or Japanese, which put no blanks between words
CJK = re.compile(
    r"[々〆〇\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]+"
)
WORD = re.compile(r"\w+(?:['’]\w+)*")
WRITTEN = re.compile(r"\s*([0-9]{1,5}(?:\.[0-9]+)?)(?![0-9])")


def estimate(text: str) -> int:
    """Minutes for `text`, at least 1."""
    rest, runs = CJK.subn(" ", text)
    characters = len(text) - len(rest) + runs
    words = len(WORD.findall(rest))
    return max(1, math.ceil(words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE))


def written(text: str) -> int | None:
    """The minutes that a front matter gives: `8`, `8 min`, `7.5`, `8分`; None if none."""
    match = WRITTEN.match(text)
    minutes = math.ceil(float(match[1])) if match else 0
    return minutes if minutes >= 1 else None
