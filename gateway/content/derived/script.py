"""The language that a text is likely written in, by its script."""

import re
from typing import NamedTuple

SAMPLE = 1_000
"""How many characters are looked at, from the beginning."""

KANA_SHARE = 0.1
"""Of the characters of a Japanese text that are not Latin, at least so many are kana."""


class Script(NamedTuple):
    """A script: the languages that are written in it, the usual one first.

    Without blanks between words, `a_word` characters say as much as a word of one with them; else
    it is 0. A text in which one of `marks` occurs is in the `marked` language.
    """

    runs: re.Pattern[str]
    languages: tuple[str, ...]
    a_word: int = 0
    marks: re.Pattern[str] | None = None
    marked: str = ""

    def words(self, text: str) -> int:
        if self.runs.search(text) is None:  # twice as quick as to find none
            return 0
        runs = self.runs.findall(text)
        return sum(map(len, runs)) // self.a_word if self.a_word else len(runs)


class Judgement(NamedTuple):
    """The likely language, and all languages that the text can be in by its script."""

    language: str
    possible: tuple[str, ...]


def _blanks(characters: str, languages: str, marks: str = "", marked: str = "") -> Script:
    """A script with blanks between words."""
    marking = re.compile(f"[{marks}]") if marks else None
    return Script(re.compile(f"[{characters}]+"), tuple(languages.split()), 0, marking, marked)


def _no_blanks(characters: str, languages: str, a_word: int) -> Script:
    return Script(re.compile(f"[{characters}]+"), tuple(languages.split()), a_word)


LATIN = re.compile("[a-z\u00df-\u024f]+")
# Names and commands are in Latin script in every language, these words only in their own.
# English, German, French, Spanish with Portuguese, Italian, Dutch.
COMMON = frozenset(
    """
    the of and to in is for on with that it are this you we as be
    und der die das ist nicht mit le la les et des est une dans pour
    el los que en una por con para um uma em il di che per del een het van de
    """.split()  # noqa: SIM905 - in lines as languages are
)
LATIN_WORDS = 2.5
"""How many words of a text in Latin script there are to one of these."""

KANA = _no_blanks("\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d", "ja", 2)
HAN = _no_blanks("\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uff66-\uff9d", "zh ja yue", 2)
EAST_ASIAN = (HAN, _no_blanks("\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3", "ko", 2))
OTHER = re.compile("[\u0370-\u10ff\u1780-\u17ff\u1f00-\u1fff]")
OTHERS = (
    _blanks("\u0400-\u052f", "ru uk be bg kk ky mk mn sr tg uz", "іїєґІЇЄҐ", "uk"),
    _blanks("\u0370-\u03ff\u1f00-\u1fff", "el"),
    _blanks("\u0590-\u05ff", "he yi"),
    _blanks("\u0600-\u06ff\u0750-\u077f", "ar fa ku ps sd ug ur", "پچژگ", "fa"),
    _blanks("\u0900-\u097f", "hi mr ne sa"),
    _blanks("\u0980-\u09ff", "bn as"),
    _blanks("\u0a80-\u0aff", "gu"),
    _blanks("\u0b80-\u0bff", "ta"),
    _blanks("\u0c00-\u0c7f", "te"),
    _blanks("\u0530-\u058f", "hy"),
    _blanks("\u10a0-\u10ff", "ka"),
    _no_blanks("\u0e00-\u0e7f", "th", 5),
    _no_blanks("\u1000-\u109f", "my", 5),
    _no_blanks("\u1780-\u17ff", "km", 5),
)


def judge(text: str) -> Judgement | None:
    """By the script of most words; None for the Latin one, which too many languages share."""
    if text.isascii():
        return None
    text = text[:SAMPLE]
    most, words = None, _latin(text)
    for script in EAST_ASIAN + OTHERS if OTHER.search(text) else EAST_ASIAN:
        count = script.words(text)
        if count > words:
            most, words = script, count
    if most is None:
        return None
    if most is HAN and _has_kana(text, KANA_SHARE * words):
        return Judgement("ja", ("ja",))
    if most.marks and most.marks.search(text):
        return Judgement(most.marked, most.languages)
    return Judgement(most.languages[0], most.languages)


def _has_kana(text: str, more_than: float) -> bool:
    """Whether it has more than so many words of kana; a Japanese text shows it soon."""
    characters = 0
    for run in KANA.runs.finditer(text):
        characters += len(run[0])
        if characters // KANA.a_word > more_than:
            return True
    return False


def _latin(text: str) -> float:
    return sum(map(COMMON.__contains__, LATIN.findall(text.lower()))) * LATIN_WORDS
