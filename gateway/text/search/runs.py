"""Characters of a folded text that belong together: words, numbers, stretches without blanks."""

import re
from collections.abc import Iterator

HAN = "\u2e80-\u2fdf\u3005\u3007\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HIRAGANA = "\u3041-\u3096\u309d-\u309f"
KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff"
HANGUL = "\u1100-\u11ff\uac00-\ud7ff"
_BOPOMOFO = "\u3105-\u312f\u31a0-\u31bf"
_SOUTH_EAST = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecd\u0edc-\u0edf\u1000-\u103f\u104c-\u109f\u1780-\u17d3"
)

DENSE = HAN + HIRAGANA + KATAKANA + HANGUL + _BOPOMOFO + _SOUTH_EAST
"""Scripts in which words are found inside of words: those without blanks, and Hangul, whose words
end in particles. For a pattern."""

# Vowel signs of India are no letters to Python.
LETTER = rf"(?:[^\W\d_{DENSE}]|[\u0900-\u0963\u0971-\u0dff])"

RUN = re.compile(rf"([{DENSE}]+)|({LETTER}+(?:\+\+|#(?!\w))?|\d+)")
"""A stretch of dense scripts in group 1, or a word or number in group 2: C++ and C# are words."""

# The long vowel at the end of a longer word is written or not: サーバー, サーバ.
_LONG_END = re.compile(f"(?<=[{KATAKANA}]{{3}})ー+\\Z")

_JAPANESE = re.compile(f"[{HAN}]+|[{KATAKANA}]+")
ONE_SCRIPT = re.compile(f"[{HAN}]+|[{KATAKANA}]+|[{HANGUL}]+")
"""What is a word of its own, more often than not, in a stretch of dense scripts."""


def of(folded: str) -> Iterator[tuple[str, bool]]:
    """The runs of a folded text, each with whether it is one of dense scripts."""
    for dense, word in RUN.findall(folded):
        yield (dense, True) if dense else (word, False)


def without_long_end(run: str) -> str:
    """A run without the long vowel at its end, where three katakana and more come before it."""
    return _LONG_END.sub("", run)


def japanese_words(folded: str) -> list[str]:
    """The stretches of Han characters alone and of katakana alone: most are words in Japanese."""
    return [without_long_end(word) for word in _JAPANESE.findall(folded)]


def words(folded: str) -> Iterator[str]:
    """What comes near to the words of a text in any script that tells: stretches of Han
    characters, katakana and Hangul, and words and numbers of other scripts."""
    for dense, word in RUN.findall(folded):
        if dense:
            yield from map(without_long_end, ONE_SCRIPT.findall(dense))
        else:
            yield word
