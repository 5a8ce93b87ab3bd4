"""What a sync did."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """What is in the store; `hidden` counts drafts and posts dated in the future, not in it."""

    posts: int
    tags: int
    categories: int
    authors: int
    issues: int
    hidden: int


@dataclass(frozen=True, slots=True)
class Change:
    """`type` is CREATED, UPDATED or DELETED."""

    type: str
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
