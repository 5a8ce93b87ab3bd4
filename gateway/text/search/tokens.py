"""What is indexed of a text: tokens with blanks between them, so that nothing splits them again.

A dense run of n characters has n tokens: its pairs of characters, and the last character alone,
which ends it. So every part of it is found as a phrase, and no phrase goes on beyond it.
"""

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from gateway.text.search import runs, stems
from gateway.text.search.folding import fold

VERSION = f"1 unicode-{unicodedata.unidata_version} snowball-{stems.VERSION}"
"""Another one where the same text may have other tokens: an index by another is made anew."""

LONGEST = 64
"""Characters of a token; of a longer word these count."""

STEM = "·"
"""Begins the token of a stem, and no other: `·en·run`."""


class Entry(NamedTuple):
    """What is indexed of a post: in each field, tokens with a blank between them.

    `stems` are those of its words, and `words` the stretches of one script in a Japanese post; both
    have each once.
    """

    title: str
    tags: str
    excerpt: str
    body: str
    stems: str
    words: str


def entry(title: str, tags: Iterable[str], excerpt: str, body: str, locale: str) -> Entry:
    """What is indexed of a post, by its texts and its BCP 47 language tag."""
    folded = [fold(text) for text in (title, "\n".join(tags), excerpt, body)]
    in_title, in_tags, in_excerpt, in_body = (" ".join(_tokens(text)) for text in folded)
    language = stems.language(locale)
    stemmed = " ".join(sorted(_stems(folded, language))) if language else ""
    words = ""
    if locale.partition("-")[0].lower() == "ja":
        found = {word[:LONGEST] for text in folded for word in runs.japanese_words(text)}
        words = " ".join(sorted(found))
    return Entry(in_title, in_tags, in_excerpt, in_body, stemmed, words)


def _tokens(folded: str) -> list[str]:
    tokens: list[str] = []
    for dense, word in runs.RUN.findall(folded):
        if dense:
            tokens += of_dense(dense)
        else:
            tokens.append(word[:LONGEST])
    return tokens


def of_dense(run: str) -> list[str]:
    return [run[place : place + 2] for place in range(len(run))]


def _stems(folded: Iterable[str], language: str) -> set[str]:
    words = {word for text in folded for _, word in runs.RUN.findall(text) if word}
    return {of_stem(word, language) for word in words if not word[0].isdigit()}


def of_stem(word: str, language: str) -> str:
    """The token of a word's stem."""
    return f"{STEM}{language}{STEM}{stems.stem(word, language)}"[:LONGEST]
