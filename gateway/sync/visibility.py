"""When a post is to be seen."""

from datetime import datetime
from typing import NamedTuple

from gateway.content.document import Document


class Visibility(NamedTuple):
    """At `review_at` the answer may be another one; None where it never is."""

    hidden: bool
    review_at: datetime | None


def of(document: Document, now: datetime) -> Visibility:
    """A draft is hidden, and a post before its time or after it."""
    begins, ends = document.available_from, document.available_until
    if document.draft or (ends is not None and ends <= now):
        return Visibility(hidden=True, review_at=None)
    if begins is not None and begins > now:
        return Visibility(hidden=True, review_at=begins)
    return Visibility(hidden=False, review_at=ends)
