"""When a post is to be seen."""

from datetime import datetime
from typing import NamedTuple

from gateway.content.document import Document


class Visibility(NamedTuple):
    """At `review_at` the answer may be another one; None where it never is."""

    hidden: bool
    review_at: datetime | None


def of(document: Document, now: datetime) -> Visibility:
    """A draft is hidden, and a post that is dated later than now as long as it is."""
    if document.draft:
        return Visibility(hidden=True, review_at=None)
    published = document.published_at
    if published is not None and published > now:
        return Visibility(hidden=True, review_at=published)
    return Visibility(hidden=False, review_at=None)
