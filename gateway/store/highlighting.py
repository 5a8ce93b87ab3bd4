"""Blocks of code in HTML, marked up by Pygments; the only module that knows it.

Pygments takes milliseconds a block, so this is done for clients that ask for it, and kept.
https://pygments.org/docs/lexers/ lists the languages.
"""

import re
from functools import lru_cache
from html import unescape
from threading import Lock

from cachetools import LRUCache, cached
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

LONGEST_BLOCK = 50_000
"""Characters of HTML in a block; a longer one stays as it is."""

CHARACTERS_KEPT = 4_000_000
"""Characters of the blocks that are kept, before and after: at most 16 MB of memory."""

_BLOCK = re.compile(r'(<pre[^>]*><code class="([^"]*)"[^>]*>)([^<]+)(?=</code></pre>)')
_LANGUAGE = re.compile(r"(?:^| )language-(\S+)")
_FORMATTER = HtmlFormatter(nowrap=True)


def highlighted(html: str) -> str:
    """The HTML with `<span class="…">` in its blocks of code, where their language is known.

    It is safe where the HTML was: of a block only its text is read, and what is made of it are
    spans with class names of Pygments' own around that text, escaped.
    """
    return _BLOCK.sub(_block, html) if '<code class="' in html else html


def _block(found: re.Match[str]) -> str:
    opening, classes, code = found.groups()
    language = _LANGUAGE.search(classes)
    if language is None or len(code) > LONGEST_BLOCK:
        return found[0]
    return opening + _spans(unescape(language[1]), code)


@cached(
    LRUCache(CHARACTERS_KEPT, getsizeof=len),
    key=lambda language, code: (language, code),
    lock=Lock(),
)
def _spans(language: str, code: str) -> str:
    lexer = _lexer(language)
    return code if lexer is None else highlight(unescape(code), lexer, _FORMATTER)


@lru_cache(256)
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
