"""Grapheme clusters, what a reader takes for one character; the only module that knows `regex`.

https://www.unicode.org/reports/tr29/#Grapheme_Cluster_Boundaries
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regex import Pattern

# Characters that are clusters by themselves beside each other: most of what blogs are written in.
# Telling them apart takes a tenth of the time that clusters take.
_SINGLE = re.compile(
    "[\n\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff"  # Latin
    "\u0370-\u0482\u048a-\u058f"  # Greek, Cyrillic, Armenian
    "\u2010-\u2027\u2030-\u205e\u2071-\u20cf\u2100-\u2bff"  # punctuation, arrows, signs
    "\u3001-\u3029\u3030-\u303d\u3041-\u3096\u309b-\u312f\u3400-\u4dbf\u4e00-\u9fff"  # CJK
    "\uac00-\ud7a3"  # Hangul
    "\uff01-\uff9d]*"  # of full and half width
)


def ends(text: str, most: int) -> Sequence[int]:
    """Where each cluster of a text ends, of the first `most`."""
    single = _SINGLE.match(text, 0, most + 1)
    alone = single.end() if single else 0
    if alone == min(len(text), most + 1):
        return range(1, min(alone, most) + 1)
    return [match.end() for match in islice(_cluster().finditer(text), most)]


@cache
def _cluster() -> "Pattern[str]":
    import regex  # takes as long to import as a hundred excerpts to cut

    return regex.compile(r"\X")
