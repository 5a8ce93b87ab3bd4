"""Words without their endings."""

from typing import NamedTuple

import snowballstemmer

from .runs import Run

STEMMERS = {"en": snowballstemmer.stemmer("english")}
"""Of the languages in the blogs; those without blanks have none."""

LENGTHS = range(3, 41)
"""How long a word is that has a stem of its own."""


class Stem(NamedTuple):
    language: str
    text: str


def has_stem(run: Run) -> bool:
    return not run.dense and len(run.text) >= LENGTHS.start and not run.text[0].isdigit()


def of(word: str, language: str) -> Stem:
    is_stemmed = len(word) in LENGTHS
    return Stem(language, STEMMERS[language].stemWord(word) if is_stemmed else word)
