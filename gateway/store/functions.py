"""Functions that statements may call, beside those of SQLite.

On PostgreSQL, where a statement cannot call this process, `without_heading_ids` is a
`regexp_replace`, `json_contains` an operator of `jsonb`, and those of moments are `AT TIME ZONE`
and `date_trunc`; a sync stores what `highlighted` makes beside the HTML. `highlights` are found
there after the statement, in the texts that it gives. How excerpts are cut there is open.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from inspect import signature
from typing import Any

from gateway.store import canonical, highlighting, keys, moments, searches
from gateway.text import excerpts
from gateway.text.search import spelling

# All tags are matched, so that what looks like one inside an attribute is passed over with it.
_TAG = re.compile(r'<[a-z][a-z0-9]*(?: [^\s=>"]+="[^"]*")*>')
_HEADING = re.compile(r"<h[1-6] ")
_ID = re.compile(r'( [^\s=>"]+)="[^"]*"')


def without_heading_ids(html: str) -> str:
    """Sanitised HTML, in which no heading has an id."""
    return _TAG.sub(_without_id, html)


def _without_id(tag: re.Match[str]) -> str:
    if not _HEADING.match(tag[0]):
        return tag[0]
    return _ID.sub(lambda attribute: "" if attribute[1] == " id" else attribute[0], tag[0])


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "bucket": moments.bucket,
    "corrected": spelling.corrected,
    "excerpt": excerpts.cut,
    "highlighted": highlighting.highlighted,
    "highlights": searches.highlights,
    "json_contains": canonical.contains,
    "nfc": keys.nfc,
    "search_relaxed": searches.relaxed,
    "search_strict": searches.strict,
    "sortable": keys.sortable,
    "utc_key": moments.utc_key,
    "without_heading_ids": without_heading_ids,
}
"""By their names in statements. Each takes texts and numbers, and always makes the same of them."""


def registrations() -> Iterator[tuple[str, int, Callable[..., Any]]]:
    """What `create_function` of a connection takes: name, number of arguments, function."""
    for name, function in FUNCTIONS.items():
        yield name, len(signature(function).parameters), function
