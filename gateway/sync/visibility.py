"""When a post is to be seen, and what it is until then."""

from typing import NamedTuple

SEEN = "PUBLISHED"
"""The status of what everybody sees."""


class Window(NamedTuple):
    """When a post is available: moments as in the sort keys, None where there is no limit."""

    draft: bool
    begins: str | None
    ends: str | None


class Visibility(NamedTuple):
    """The status of a post, and the moment from which on it is another one; None where never."""

    status: str
    due_at: str | None

    @property
    def visible(self) -> bool:
        return self.status == SEEN


def of(window: Window, now: str) -> Visibility:
    """A draft is hidden, and so is a post before its time or after it."""
    draft, begins, ends = window
    if draft:
        return Visibility("DRAFT", None)
    if ends is not None and ends <= now:
        return Visibility("EXPIRED", None)
    if begins is not None and begins > now:
        return Visibility("SCHEDULED", begins)
    return Visibility(SEEN, ends)
