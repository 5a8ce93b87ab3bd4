"""Spellings that are to be found by each other become one.

Case, width and accents do not count, nor do commas in numbers and the dot within a Japanese name.
"""

import re
import unicodedata

# Of Latin, Greek and Cyrillic letters, of Hebrew and of Arabic, where most writers leave them out.
# Those of kana tell letters apart (か, が), and those of India are vowels.
MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c7\u0640\u064b-\u065f\u0670"
_MARKS = re.compile(f"[{MARKS}]+")
_ACCENTED = re.compile("[\u00c0-\u058f\u0591-\u0670\u1e00-\u1fff]")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})
_DROPPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))|(?<=[ァ-ヺー])・(?=[ァ-ヺ])")


def fold(text: str) -> str:
    if text.isascii():
        folded = text.lower()
    else:
        folded = unicodedata.normalize("NFKC", text).casefold()
        if _ACCENTED.search(folded):
            bare = _MARKS.sub("", unicodedata.normalize("NFD", folded))
            folded = unicodedata.normalize("NFC", bare).translate(_LETTERS)
    return _DROPPED.sub("", folded)
