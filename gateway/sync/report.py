"""What a sync did."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """What is in the store."""

    posts: int
    tags: int
    categories: int
    authors: int
    issues: int


@dataclass(frozen=True, slots=True)
class Report:
    """`seconds` is the time that the whole sync took; `revision` the content revision it left.

    `hidden` counts drafts and posts dated in the future, which are not in the store.
    """

    added: int
    updated: int
    removed: int
    hidden: int
    seconds: float
    revision: str
    counts: Counts

    @property
    def changed(self) -> int:
        return self.added + self.updated + self.removed
