"""What an import made, what it left out, and why."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was not taken over as it stood. `where` is a file or the name of a post."""

    where: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        place = f"{self.where}:{self.line}" if self.line else self.where
        return f"{place}: {self.message}"


@dataclass(slots=True)
class Report:
    """Filled while an export is read and written.

    `written` counts posts, drafts and pages; `skipped` what was left out, by reason;
    `shortcodes` those that nothing is known of, by name; `blocks` those that a server fills, and
    which so have no content in an export.
    """

    written: Counter[str] = field(default_factory=Counter)
    media: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    shortcodes: Counter[str] = field(default_factory=Counter)
    blocks: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, where: str, message: str, line: int | None = None) -> None:
        self.problems.append(Problem(where, message, line))

    def as_json(self) -> dict[str, Any]:
        return {
            "posts": self.written["post"],
            "drafts": self.written["draft"],
            "pages": self.written["page"],
            "media": self.media,
            "skipped": dict(sorted(self.skipped.items())),
            "unknownShortcodes": dict(sorted(self.shortcodes.items())),
            "blocksWithoutContent": dict(sorted(self.blocks.items())),
            "problems": [
                {"where": problem.where, "line": problem.line, "message": problem.message}
                for problem in self.problems
            ],
        }
