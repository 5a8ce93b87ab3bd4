"""What a sync did."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """What is in the store for everybody to see; `hidden` counts the posts that are not."""

    posts: int
    tags: int
    categories: int
    authors: int
    issues: int
    hidden: int


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a post, CREATED, UPDATED or DELETED, and what the public saw of it."""

    type: str
    public_type: str | None
    source: str
    post_id: str
    path: str


@dataclass(frozen=True, slots=True)
class Report:
    """`seconds` is the time that the whole sync took; `revision` the content revision it left.

    `waiting` counts files that may be half-written and were left for the next sync.
    """

    changes: Sequence[Change]
    waiting: int
    seconds: float
    revision: str
    counts: Counts

    @property
    def added(self) -> int:
        return self._count("CREATED")

    @property
    def updated(self) -> int:
        return self._count("UPDATED")

    @property
    def removed(self) -> int:
        return self._count("DELETED")

    def _count(self, change_type: str) -> int:
        return sum(change.type == change_type for change in self.changes)
