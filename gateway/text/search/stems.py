"""Words without their endings; the only module that knows snowballstemmer.

https://snowballstem.org: rules for some thirty languages, tens of microseconds a word.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.metadata import version
from typing import Any

import snowballstemmer

VERSION = version("snowballstemmer")

_ALGORITHMS: Mapping[str, str] = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "st": "sesotho",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}

SAME_INITIAL = frozenset(
    {"ca", "cs", "da", "de", "en", "es", "et", "eu", "fi", "fr", "hu", "hy", "it", "lt"}
    | {"nb", "nn", "no", "pl", "pt", "ro", "ru", "sv"}
)
"""The languages in which a word and its stem begin with the same letter, which is one to Python."""

LONGEST = 40
"""Characters of a word that is stemmed: what is longer is no word."""

KEPT = 50_000


def language(locale: str) -> str | None:
    """The language of a BCP 47 tag, where its words have stems here."""
    found = locale.partition("-")[0].lower()
    return found if found in _ALGORITHMS else None


@lru_cache(KEPT)
def stem(word: str, language: str) -> str:
    """The stem of a folded word."""
    if len(word) > LONGEST:
        return word
    stemmed: str = _stemmer(language).stemWord(word)
    return stemmed


@cache
def _stemmer(language: str) -> Any:
    available = snowballstemmer.algorithms()
    name = _ALGORITHMS[language]
    return snowballstemmer.stemmer(name if name in available else "porter")
