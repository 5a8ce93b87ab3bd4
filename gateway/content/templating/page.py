"""A post as the templates in its body see it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from gateway.content.entry import Entry


@dataclass(frozen=True, slots=True)
class Page:
    """`body_line` is the line of the file on which the body begins.

    `changed_at` is the post's date, else the file's. `address` gives the URL path of the post
    at a source path, None where there is no such file; `depends` collects the source paths of
    the other posts that the body made use of.
    """

    entry: Entry
    body_line: int
    slug: str
    path: str
    title: str
    published_at: datetime | None
    changed_at: datetime
    tags: tuple[str, ...]
    categories: tuple[str, ...]
    address: Callable[[str], str | None]
    depends: set[str]

    def line(self, text: str, at: int) -> int:
        """The line of the file on which position `at` of its body, `text`, stands."""
        return self.body_line + text.count("\n", 0, at)
