"""What completes the beginning of a word that a reader has typed: a text from one of its words on.

In texts and in what is typed, all that is no word or number is a blank.
"""

import re
from collections.abc import Mapping

from gateway.text.search import runs
from gateway.text.search.folding import fold

LONGEST = 40
"""Characters of a text that are compared."""

SHORT = 3
"""So many characters typed are a short beginning, which much may begin with."""

MOST_WORDS = 20
"""Words of a text, from its first on, of which the beginning can be typed."""

_HIRAGANA = re.compile(f"[{runs.HIRAGANA}]")


def typed(text: str) -> str:
    """What has been typed, as the heads of what it may become have it; '' where that is nothing."""
    return _plain(fold(text))[0][:LONGEST].rstrip()


def heads(text: str) -> Mapping[str, bool]:
    """The short beginnings of a text from each of its words on, and the long ones.

    With each, whether it begins the text itself.
    """
    plain, words = _plain(fold(text))
    found: dict[str, bool] = {}
    for place, start in enumerate(words[:MOST_WORDS]):
        for size in (*range(1, SHORT + 1), LONGEST):
            found.setdefault(plain[start : start + size].rstrip(), place == 0)
    return found


def _plain(folded: str) -> tuple[str, list[int]]:
    """The words of a text with a blank wherever something stands between them, and where each
    begins."""
    plain, end = "", 0
    words: list[int] = []
    for run in runs.RUN.finditer(folded):
        if plain and run.start() > end:
            plain += " "
        # Right behind other characters, hiragana are an ending or a particle.
        if not plain or plain[-1] == " " or not _HIRAGANA.match(run[0]):
            words.append(len(plain))
        stretches = runs.ONE_SCRIPT.finditer(run[1] or "")
        words += (len(plain) + found.start() for found in stretches if found.start())
        plain += run[0]
        end = run.end()
    return plain, words
