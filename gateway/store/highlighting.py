"""Blocks of code in HTML, marked up by Pygments; the only module that knows it.

Pygments takes milliseconds a block, so this is done for clients that ask for it, and kept.
https://pygments.org/docs/lexers/ lists the languages.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from threading import Lock
from time import thread_time
from typing import Any

import pygments
from cachetools import LRUCache, cached
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

LONGEST_BLOCK = 10_000
"""Characters of HTML in a block; a longer one stays as it is."""

LONGEST_TIME = 0.25
"""Seconds of a core for a block; one that takes longer stays as it is.

Some languages are read in quadratic time, and 10,000 line ends take Java two seconds.
"""

TOKENS_A_LOOK = 16
"""How many tokens pass between two looks at the clock, which cost as much as a token."""

CHARACTERS_KEPT = 2_000_000
"""Characters of the HTML that is kept: with what it was made of at most 16 MB of memory."""

_BLOCK = re.compile(r'(<pre[^<>]*+><code class="([^"<>]*+)"[^<>]*+>)([^<>]++)(?=</code></pre>)')
_LANGUAGE = re.compile(r"(?:^| )language-(\S{1,40})(?: |$)")
_FORMATTER = HtmlFormatter(nowrap=True)


class _TooSlowError(Exception):
    pass


def highlighted(html: str) -> str:
    """The HTML with `<span class="…">` in its blocks of code, where their language is known.

    It is safe where the HTML was: of a block only its text is read, and what is made of it are
    spans with class names of Pygments' own around that text, escaped.
    """
    return _BLOCK.sub(_block, html) if '<code class="' in html else html


def _block(found: re.Match[str]) -> str:
    opening, classes, code = found.groups()
    language = _LANGUAGE.search(unescape(classes))
    if language is None or len(code) > LONGEST_BLOCK:
        return found[0]
    return opening + _spans(language[1], code)


@cached(
    LRUCache(CHARACTERS_KEPT, getsizeof=len),
    key=lambda language, code: (language, code),
    lock=Lock(),
)
def _spans(language: str, code: str) -> str:
    lexer = _lexer(language)
    if lexer is None:
        return code
    text = unescape(code)
    try:
        tokens = list(_tokens(lexer, text))
    except _TooSlowError:
        return code
    if "".join(part for _, part in tokens) != text:  # some lexers lose text they do not expect
        return code
    marked = pygments.format(tokens, _FORMATTER)
    # The formatter ends every line, the last one too.
    return marked if text.endswith("\n") else marked.removesuffix("\n")


@lru_cache(256)
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


def _tokens(lexer: Lexer, code: str) -> Iterator[tuple[Any, str]]:
    deadline = thread_time() + LONGEST_TIME
    for number, token in enumerate(lexer.get_tokens(code)):
        if number % TOKENS_A_LOOK == 0 and thread_time() > deadline:
            raise _TooSlowError
        yield token
