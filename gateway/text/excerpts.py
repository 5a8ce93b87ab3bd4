"""Texts cut to a length in each format, and kept: a list is asked for again and again."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from gateway.text import cutting, htmlprefix, markdown
from gateway.text.cutting import Cut

USUAL_LENGTH = 140
"""What clients get that name no length. An excerpt so long, as PLAIN, is stored with its post."""

KEPT = 2_000
LONGEST_KEPT = 4_000
"""Excerpts that are kept, and the characters of what one of them may be made of: in the worst case
32 MB of memory. A longer text is cut anew, which only looks at its beginning."""


def cut(text_format: str, plain: str, whole: str, length: int) -> str:
    """An excerpt with at most `length` grapheme clusters of text.

    `plain` is its text, and `whole` the same in the format asked for, which is the answer
    where all of it fits; for PLAIN it may be empty.
    """
    make = _kept if len(plain) + len(whole) <= LONGEST_KEPT else _made
    return make(text_format, plain, whole, length)


def _made(text_format: str, plain: str, whole: str, length: int) -> str:
    found = cutting.cut(plain, length)
    return _FORMATS[text_format](found, whole) if found else whole or plain


# A dictionary in C, since a list looks up an excerpt for each of its posts.
_kept = lru_cache(KEPT)(_made)


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
