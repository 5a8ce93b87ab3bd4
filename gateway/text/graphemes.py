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
_ALONE = (
    "\n\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff"  # Latin
    "\u0370-\u0482\u048a-\u058f"  # Greek, Cyrillic, Armenian
    "\u2010-\u2027\u2030-\u205e\u2071-\u20cf\u2100-\u2bff"  # punctuation, arrows, signs
    "\u3001-\u3029\u3030-\u303d\u3041-\u3096\u309b-\u312f\u3400-\u4dbf\u4e00-\u9fff"  # CJK
    "\uac00-\ud7a3"  # Hangul
    "\uff01-\uff9d"  # of full and half width
)
_SINGLE = re.compile(f"[{_ALONE}]*")
# What begins a cluster, whatever is before it, except for some signs of Arabic and India.
_BEGINNING = re.compile(
    "(?<![\u0600-\u0dff\U00011000-\U00011fff])"
    "[\u0020-\u007e\u00c0-\u02ff\u0370-\u0482\u048a-\u058f\u0e01-\u0e30"
    "\u3041-\u3096\u309b-\u312f\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff9d]"
)


def ends(text: str, most: int) -> Sequence[int]:
    """Where each cluster of a text ends, of the first `most`."""
    single = _SINGLE.match(text, 0, most + 1)
    alone = single.end() if single else 0
    if alone == min(len(text), most + 1):
        return range(1, min(alone, most) + 1)
    return [match.end() for match in islice(_cluster().finditer(text), most)]


def whole(text: str, start: int, stop: int) -> tuple[int, int]:
    """The stretch of a text, with all of the clusters that it has a part of."""
    return _whole(text, start)[0], _whole(text, stop)[1]


def _whole(text: str, place: int) -> tuple[int, int]:
    """The cluster that a place is within, which is nothing where a cluster ends."""
    sure = place
    while not _is_between(text, sure):
        sure -= 1
    if sure == place:
        return place, place
    clusters = (match.span() for match in _cluster().finditer(text, sure))
    start, stop = next(cluster for cluster in clusters if cluster[1] >= place)
    return (stop, stop) if stop == place else (start, stop)


def _is_between(text: str, place: int) -> bool:
    """Whether a cluster surely ends there; of some that do it is not said."""
    if place in {0, len(text)} or _BEGINNING.match(text, place):
        return True
    return _between().match(text, place) is not None


@cache
def _between() -> "Pattern[str]":
    import regex

    # Signs that others join are "other" too, but only after a joiner, which is not.
    return regex.compile(r"(?<=\p{GCB=Other})(?=\p{GCB=Other})")


@cache
def _cluster() -> "Pattern[str]":
    import regex  # takes as long to import as a hundred excerpts to cut

    return regex.compile(r"\X")
