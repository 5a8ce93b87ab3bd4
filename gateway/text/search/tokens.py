"""What is indexed of a text: tokens with a blank between them, so that nothing splits them again.

A dense run of n characters has n tokens: its pairs of characters, and the last character alone,
which ends it. So every part of it is found as a phrase, and no phrase goes on beyond it.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from gateway.text.search import folding, runs, stems

VERSION = f"6 unicode-{unicodedata.unidata_version} snowball-{stems.VERSION}"
"""Another one where the same text may have other tokens: an index by another is made anew."""

LONGEST = 64
"""Characters of a token; of a longer word these count."""

KEPT = 50_000
"""Stems that are kept, as most words of a post are in others too: a few MB."""

STEM = "·"
"""Begins the token of a stem, and no other: `·en·run`. Alone it stands between tags."""

_KANA = frozenset(
    character
    for character in map(chr, range(0x3000, 0x3200))
    if re.match(f"[{runs.HIRAGANA}{runs.KATAKANA}]", character)
)
_OTHER_SCRIPT = re.compile("[^\x00-\x7f\u2000-\u206f]")
_UTF_32 = "utf-32-le"


class Entry(NamedTuple):
    """What is indexed of a post: in each field, tokens with a blank between them.

    `stems` are those of its words, and the characters by which many of its tokens begin,
    `title_stems` the stems of its title, and `words` the stretches of one script in a Japanese
    post; all have each once. A title's beginnings are left out, since its score falls with every
    token that it has.
    """

    title: str
    tags: str
    excerpt: str
    body: str
    stems: str
    title_stems: str
    words: str


def entry(title: str, tags: Iterable[str], excerpt: str, body: str, locale: str) -> Entry:
    """What is indexed of a post, by its texts and its BCP 47 language tag."""
    folded = [folding.folded(text) for text in (title, *tags, excerpt, body)]
    found = [_runs(folding.joined(text)) for text in folded]
    in_title, *in_tags, in_excerpt, in_body = (_tokens(*text) for text in found)
    stemmed, title_stemmed = _beginnings(found), set[str]()
    if language := stems.language(locale):
        stemmed |= _stems((word for _, words in found for word in words), language)
        title_stemmed = _stems(found[0][1], language)
    words: set[str] = set()
    if locale.partition("-")[0].lower() == "ja":
        words = {word[:LONGEST] for text in folded for word in runs.japanese_words(text)}
    in_sets = (" ".join(sorted(each)) for each in (stemmed, title_stemmed, words))
    return Entry(in_title, f" {STEM} ".join(in_tags), in_excerpt, in_body, *in_sets)


def _runs(folded: str) -> tuple[Sequence[str], Sequence[str]]:
    """The dense runs, with `STEM` in the place of each word, and the words.

    Of a text without dense runs the first is empty.
    """
    if not _OTHER_SCRIPT.search(folded):
        return (), [word[:LONGEST] for word in runs.PLAIN_WORD.findall(folded)]
    found = runs.RUN.findall(folded)
    words = [word[:LONGEST] for _, word in found if word]
    if len(words) == len(found):
        return (), words
    return [dense or STEM for dense, _ in found], words


def _tokens(stretches: Sequence[str], words: Sequence[str]) -> str:
    if not stretches:
        return " ".join(words)
    pairs = _pairs(stretches)
    if not words:
        return pairs
    parts = pairs.split(STEM)
    tokens = [""] * (len(parts) + len(words))
    tokens[::2], tokens[1::2] = parts, words
    return "".join(tokens)


def _pairs(stretches: Sequence[str]) -> str:
    """What `of_dense` gives for each of them, with a blank between tokens.

    All at once, since this is most of the work for a Japanese text: two rows of characters, the
    second one character ahead, and one of blanks are put into each other.
    """
    first = " ".join(stretches)
    second = "  ".join([stretch[1:] for stretch in stretches]) + " "
    characters = array("I", (" " * (3 * len(first))).encode(_UTF_32))
    characters[::3] = array("I", first.encode(_UTF_32))
    characters[1::3] = array("I", second.encode(_UTF_32))
    # The last character of a stretch has two blanks behind it, and the blank between has three.
    return characters.tobytes().decode(_UTF_32).replace(" " * 5, " ").rstrip()


def of_dense(run: str) -> list[str]:
    return [run[place : place + 2] for place in range(len(run))]


def _stems(words: Iterable[str], language: str) -> set[str]:
    return {of_stem(word, language) for word in set(words) if has_stem(word)}


def _beginnings(found: Iterable[tuple[Sequence[str], Sequence[str]]]) -> set[str]:
    characters = {word[0] for _, words in found for word in words}
    for stretches, _ in found:
        characters.update(_KANA.intersection("".join(stretches)))
    return set(map(of_beginning, characters))


def begin_many(character: str) -> bool:
    """Whether what begins with a character of a dense script is asked for by `of_beginning`."""
    return character in _KANA


def of_beginning(character: str) -> str:
    """The token of all tokens that begin with a character, for some of which there are thousands:
    to find and merge what the index has of each takes a tenth of a second."""
    return f"{STEM}{character}"


def has_stem(word: str) -> bool:
    """Whether a word may have other forms."""
    return len(word) >= stems.SHORTEST and not word[0].isdigit()


@lru_cache(KEPT)
def of_stem(word: str, language: str) -> str:
    """The token of a word's stem."""
    return f"{STEM}{language}{STEM}{stems.stem(word, language)}"[:LONGEST]
