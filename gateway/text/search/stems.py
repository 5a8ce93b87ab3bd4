"""Words without their endings; the only module that knows snowballstemmer.

https://snowballstem.org: rules for some thirty languages, tens of microseconds a word.
"""

from collections.abc import Mapping
from importlib.metadata import version

import snowballstemmer

VERSION = version("snowballstemmer")

ALGORITHMS: Mapping[str, str] = {
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

SHORTEST = 3
"""Shorter words have no ending to lose."""

_AVAILABLE = frozenset(snowballstemmer.algorithms())


def language(locale: str) -> str | None:
    """The language of a BCP 47 tag, where its words have stems here."""
    found = locale.partition("-")[0].lower()
    return found if ALGORITHMS.get(found) in _AVAILABLE else None


def stem(word: str, language: str) -> str:
    """The stem of a folded word."""
    if not SHORTEST <= len(word) <= LONGEST:
        return word
    # One of its own for each word, as a stemmer keeps the word in itself and there are threads.
    stemmed: str = snowballstemmer.stemmer(ALGORITHMS[language]).stemWord(word)
    return stemmed
