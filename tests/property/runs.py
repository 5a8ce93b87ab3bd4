"""Texts as a search reads them: words, numbers, and stretches of scripts without blanks.

Only of the scripts that are in the blogs here: Latin, Greek, Chinese, Japanese and Korean.
"""

import re
import unicodedata
from itertools import groupby
from typing import NamedTuple

LONGEST = 64
"""Characters that count of a word."""

LONG_NAME = 3
"""From so many katakana on, a long vowel at the end of a word may be written or not."""

SCRIPTS = {
    **dict.fromkeys(("CJK", "IDEOGRAPHIC"), "Han"),
    **{name.upper(): name for name in ("Hiragana", "Katakana", "Hangul")},
}
SPELT = {"ø": "o", "æ": "ae"}
WITHIN_NUMBERS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
WITHIN_NAMES = re.compile("(?<=[ァ-ヺー])・(?=[ァ-ヺ])")
SIGNS = re.compile(r"\+\+|#(?![a-z0-9])")


class Run(NamedTuple):
    text: str
    dense: bool

    @property
    def tokens(self) -> int:
        return len(self.text) if self.dense else 1


BETWEEN = Run("", dense=False)
"""Stands between two tags: nothing is looked for across it."""


def compatible(text: str) -> str:
    return unicodedata.normalize("NFKC", text.replace("™", " "))


def folded(text: str) -> str:
    """Without regard to case, width and accents."""
    return "".join(map(_bare, compatible(text).casefold()))


def _bare(character: str) -> str:
    if script(character):
        return character
    parts = [SPELT.get(part, part) for part in unicodedata.normalize("NFD", character)]
    return "".join(part for part in parts if unicodedata.category(part) not in ("Mn", "Cf"))


def joined(text: str) -> str:
    """Numbers and names without the signs within them: 1,000 and コード・ネーム."""
    return WITHIN_NAMES.sub("", WITHIN_NUMBERS.sub("", text))


def script(character: str) -> str | None:
    """The script, where it is one of those without blanks."""
    if not character.isalnum():
        return None
    return SCRIPTS.get(re.split("[ -]", unicodedata.name(character, ""))[0])


def of(text: str) -> list[Run]:
    """The runs of a text that is folded here."""
    text = joined(folded(text))
    kinds = "".join(map(_kind, text))
    return [
        Run(text[found.start() : _end(text, found)][:LONGEST], dense=False)
        if found[0][0] != "D"
        else Run(text[slice(*found.span())], dense=True)
        for found in re.finditer("D+|W+|N+", kinds)
    ]


def _kind(character: str) -> str:
    if script(character):
        return "D"
    if character.isdecimal():
        return "N"
    return "W" if character.isalnum() else "."


def _end(text: str, found: re.Match[str]) -> int:
    """C++ and C# are words."""
    signs = SIGNS.match(text, found.end())
    return (
        signs.end() if signs and re.fullmatch("[a-z]", text[slice(*found.span())]) else found.end()
    )


def stretches(run: str) -> list[tuple[str | None, str]]:
    """What is of one script each, with the script."""
    return [(name, "".join(found)) for name, found in groupby(run, script)]


def without_long_end(text: str) -> str:
    """A run, without the long vowel that a word of katakana at its end may have."""
    *before, (name, last) = stretches(text)
    if name == "Katakana":
        last = last[: max(LONG_NAME, len(last.rstrip("ー")))]
    return "".join(each for _, each in before) + last


def japanese_words(text: str) -> set[str]:
    """The stretches of Han characters and of katakana, with signs within names and without."""
    return {
        without_long_end(found)[:LONGEST]
        for spelling in (folded(text), joined(folded(text)))
        for name, found in stretches(spelling)
        if name in ("Han", "Katakana")
    }
