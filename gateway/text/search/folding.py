"""Spellings that are to be found by each other become one.

Case, width and accents do not count, nor do signs that are not seen, commas in numbers and the dot
within a Japanese name.
"""

import re
import unicodedata
from functools import cache

# What the rest is about: texts in Chinese, Japanese and Korean have little of it.
_RARE = re.compile(
    "[\u00ad-\u1fff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u266f\ufe00-\ufe2f\ufeff"
    "\U000e0100-\U000e01ef]"
)

_UNSEEN = (
    "\u00ad\u034f\u061c\u180b-\u180d\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
    "\U000e0100-\U000e01ef"
)
# Of Latin, Greek and Cyrillic letters, of Hebrew and of Arabic, where most writers leave them out.
# Those of kana tell letters apart (か, が), and those of India are vowels.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u0640\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
# Letters with them, once case is folded. Of the Cyrillic ones only ѐ, ё and ѝ, as й and ї are
# letters of their own, whose words have other endings.
_MARKED = (
    "\u00e0-\u00f6\u00f8-\u024f\u0390\u03ac-\u03b0\u03ca-\u03ce\u03d3\u03d4\u0450\u0451\u045d"
    "\u0622-\u0626\u06c0-\u06d3\u1e00-\u1fff"
)
_BARED = re.compile(f"[{_UNSEEN}{_MARKS}{_MARKED}♯]")
_NO_MARKS = dict.fromkeys(
    code
    for first, last in re.findall("(.)(?:-(.))?", _UNSEEN + _MARKS)
    for code in range(ord(first), ord(last or first) + 1)
)
_BARE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
    | {"♯": "#"}
)
_DIGIT = re.compile(r"[^\D0-9]")

_COMMA = re.compile(r",(?<=\d,)(?=\d{3}(?!\d))")
_DOT = re.compile("・(?<=[ァ-ヺー].)(?=[ァ-ヺ])")


def fold(text: str) -> str:
    return joined(folded(text))


def folded(text: str) -> str:
    """The text without the differences of letters; commas and dots are still there."""
    if text.isascii():
        return text.lower()
    text = compatible(text).casefold()
    if _RARE.search(text):
        text = _BARED.sub(_bare, text)
        text = _DIGIT.sub(_digit, text)
    return text


def joined(folded: str) -> str:
    """A folded text, where the parts of one number or name stand together."""
    if "," in folded:
        folded = _COMMA.sub("", folded)
    return folded if folded.isascii() else _DOT.sub("", folded)


def compatible(text: str) -> str:
    """The text in NFKC, but without the signs of trademarks, of which that makes letters."""
    return unicodedata.normalize("NFKC", text.replace("™", " ").replace("℠", " "))


def _bare(letter: re.Match[str]) -> str:
    return _without_marks(letter[0])


@cache
def _without_marks(letter: str) -> str:
    bare = unicodedata.normalize("NFD", letter).translate(_NO_MARKS)
    return unicodedata.normalize("NFC", bare).translate(_BARE)


def _digit(digit: re.Match[str]) -> str:
    return str(unicodedata.decimal(digit[0]))
