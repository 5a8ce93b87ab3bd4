"""Phrases of Japanese, Chinese and Thai, which write no blanks; the only module that knows BudouX.

https://google.github.io/budoux: a small model of each language, 2 µs a character.
"""

import re
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from budoux import Parser

_THAI = re.compile("[\u0e01-\u0e5b]")
_LANGUAGES = (
    (re.compile("[ぁ-ゖァ-ヺ]"), "japanese"),
    # Frequent characters that are written otherwise in Taiwan and Hong Kong.
    (re.compile("[这个们说时为会对来国学发后过还没样让从经现间关问开]"), "simplified_chinese"),
    (re.compile("[一-鿿]"), "traditional_chinese"),
)


def ends(text: str, start: int, stop: int) -> list[int]:
    """Where each phrase between two places of a text ends; nothing in other languages."""
    looked_at = text[start:stop]
    language = "thai" if _THAI.search(looked_at) else _language(text, stop)
    if language is None:
        return []
    return list(accumulate(map(len, _parser(language).parse(looked_at)), initial=start))[1:]


def _language(text: str, stop: int) -> str | None:
    """By all of the text up to a place: a few characters of Japanese may be Chinese."""
    return next((name for script, name in _LANGUAGES if script.search(text, 0, stop)), None)


@cache
def _parser(language: str) -> "Parser":
    import budoux  # only the blogs in these languages need it

    parser: Parser = getattr(budoux, f"load_default_{language}_parser")()
    return parser
