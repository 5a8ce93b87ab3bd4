"""Characters of a folded text that belong together: words, numbers, stretches without blanks."""

import re
from collections.abc import Iterator

HAN = "\u2e80-\u2fdf\u3005-\u3007\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HIRAGANA = "\u3031-\u3035\u3041-\u3096\u309d-\u309f"
KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
HANGUL = "\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff"
_KANA_MARKS = "\u3099\u309a"
_BOPOMOFO = "\u3105-\u312f\u31a0-\u31bf"
# Thai, Lao, Myanmar and Khmer, without their digits.
SOUTH_EAST = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecd\u0edc-\u0edf\u1000-\u103f\u104c-\u108f\u109a-\u109f"
    "\u1780-\u17d3\u17d7\u17dc\u17dd\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f"
)

DENSE = HAN + HIRAGANA + KATAKANA + HANGUL + _KANA_MARKS + _BOPOMOFO + SOUTH_EAST
"""Scripts in which words are found inside of words: those without blanks, and Hangul, whose words
end in particles. For a pattern."""

# Vowel signs are no letters to Python: of Syriac, Thaana, the scripts of India, and Tibetan.
_VOWELS = "\u0711\u0730-\u074a\u07a6-\u07b0\u0900-\u0963\u0971-\u0dff\u0f35-\u0fbc"
_LETTER = rf"(?:[^\W\d_{DENSE}]|[{_VOWELS}])"
# Most words, found soonest: those of Latin letters, of Greek, Cyrillic, Hebrew and Arabic ones.
_PLAIN = (
    f"[a-z]++(?!{_LETTER})|[\u03ac-\u03ce\u0430-\u045f\u05d0-\u05ea\u0620-\u064a]++(?!{_LETTER})"
)
_SIGNED = r"[a-z](?:\+\+|#(?![a-z0-9]))"

WORD = rf"{_SIGNED}|{_PLAIN}|{_LETTER}+"
"""A word of the other scripts. For a pattern."""

RUN = re.compile(rf"([{DENSE}]+)|({WORD}|\d+)")
"""A stretch of dense scripts in group 1, or a word or number in group 2: C++ and C# are words."""

PLAIN_WORD = re.compile(rf"{_SIGNED}|[a-z]+|\d+")
"""The words and numbers of a text that has letters of ASCII alone."""

# The long vowel at the end of a longer word is written or not: サーバー, サーバ.
_LONG_END = re.compile(f"(?<=[{KATAKANA}]{{3}})ー+\\Z")
_WORD_WITHIN = re.compile(f"(?<![{KATAKANA}])([{KATAKANA}]{{3,}}?)ー*(?=[^{KATAKANA}])")

_JAPANESE = re.compile(f"[{HAN}]+|[{KATAKANA}]+")
_NAME = re.compile("[ァ-ヺー]+(?:・[ァ-ヺー]+)+")
ONE_SCRIPT = re.compile(f"[{HAN}]+|[{KATAKANA}]+|[{HANGUL}]+")
"""What is a word of its own, more often than not, in a stretch of dense scripts."""


def of(folded: str) -> Iterator[tuple[str, bool]]:
    """The runs of a folded text, each with whether it is one of dense scripts."""
    for dense, word in RUN.findall(folded):
        yield (dense, True) if dense else (word, False)


def without_long_end(run: str) -> str:
    """A run without the long vowel at its end, where three katakana and more come before it."""
    return _LONG_END.sub("", run) if run.endswith("ー") else run


def spellings(text: str) -> list[str]:
    """The text as it is, and where longer words of katakana end before its last character, also
    with all of them without the long vowel, and with it: サーバーの, サーバの."""
    without = _WORD_WITHIN.sub(r"\1", text)
    return list(dict.fromkeys((text, without, _WORD_WITHIN.sub(r"\1ー", text))))


def japanese_words(folded: str) -> set[str]:
    """The stretches of Han characters alone and of katakana alone: most are words in Japanese.

    Names with dots in them count as a whole too.
    """
    found = set(_JAPANESE.findall(folded))
    if "・" in folded:
        found.update(name.replace("・", "") for name in _NAME.findall(folded))
    return {without_long_end(word) if word[-1] == "ー" else word for word in found}


def words(folded: str) -> Iterator[str]:
    """What comes near to the words of a text in any script that tells: stretches of Han
    characters, katakana and Hangul, and words and numbers of other scripts."""
    for dense, word in RUN.findall(folded):
        if dense:
            yield from map(without_long_end, ONE_SCRIPT.findall(dense))
        else:
            yield word
