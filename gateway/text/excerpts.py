"""Texts cut to a length in each format, and kept: a list is asked for again and again."""

from collections.abc import Callable, Mapping
from threading import Lock

from cachetools import LRUCache, cached

from gateway.text import cutting, htmlprefix, markdown
from gateway.text.cutting import Cut

CHARACTERS_KEPT = 4_000_000
"""Of what is made and of what it is made of: some 5,000 excerpts, in at most 16 MB of memory."""


def cut(text_format: str, plain: str, whole: str, length: int) -> str:
    """An excerpt with at most `length` grapheme clusters of text.

    `plain` is its text, and `whole` the same in the format asked for, which is the answer
    where all of it fits.
    """
    return _made(text_format, plain, whole, length)[0]


def _size(kept: tuple[str, ...]) -> int:
    return sum(map(len, kept))


def _key(*arguments: str | int) -> tuple[str | int, ...]:
    return arguments


# What was given is kept as the key anyway; it is in the value for its size to count.
@cached(LRUCache(CHARACTERS_KEPT, getsizeof=_size), key=_key, lock=Lock())
def _made(text_format: str, plain: str, whole: str, length: int) -> tuple[str, ...]:
    found = cutting.cut(plain, length)
    return (_FORMATS[text_format](found, whole) if found else whole), plain, whole


def _plain(found: Cut, _: str) -> str:
    return found.head + found.ending


def _html(found: Cut, whole: str) -> str:
    return htmlprefix.cut(whole, len("".join(found.head.split())), found.ending)


def _markdown(found: Cut, _: str) -> str:
    return markdown.escape(found.head) + found.ending


_FORMATS: Mapping[str, Callable[[Cut, str], str]] = {
    "PLAIN": _plain,
    "HTML": _html,
    "MARKDOWN": _markdown,
}
