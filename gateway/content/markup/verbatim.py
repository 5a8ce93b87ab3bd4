"""Where Markdown is code, so that what looks like a tag in it is left alone."""

import re
from bisect import bisect_right
from collections.abc import Iterator

FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})")
TICKS = re.compile(r"`+")

Span = tuple[int, int]


def spans(text: str) -> list[Span]:
    """The code blocks between fences and the code between backticks, in order.

    Code that is only indented is not among them: what it is depends on the list it stands in.
    """
    found: list[Span] = []
    fence, opened, paragraph, position = "", 0, 0, 0
    for line in text.splitlines(keepends=True):
        end = position + len(line)
        match = FENCE.match(line.rstrip("\n"))
        if fence:
            if match and match["fence"].startswith(fence) and not line[match.end() :].strip():
                found.append((opened, end))
                fence, paragraph = "", end
        elif match or not line.strip():
            found.extend(_between_ticks(text, paragraph, position))
            paragraph = end
            if match:
                fence, opened = match["fence"], position
        position = end
    found.extend([(opened, position)] if fence else _between_ticks(text, paragraph, position))
    return found


def _between_ticks(text: str, start: int, end: int) -> Iterator[Span]:
    """Code in one paragraph: from a run of backticks to the next one as long."""
    if text.find("`", start, end) < 0:
        return
    runs = list(TICKS.finditer(text, start, end))
    starts: dict[int, list[int]] = {}
    for run in runs:
        starts.setdefault(len(run[0]), []).append(run.start())
    position = start
    for run in runs:
        if run.start() < position:
            continue
        alike = starts[len(run[0])]
        following = bisect_right(alike, run.start())
        if following < len(alike):
            position = alike[following] + len(run[0])
            yield run.start(), position


class Verbatim:
    """Answers whether a position of the text is in code."""

    def __init__(self, text: str) -> None:
        self._spans = spans(text)
        self._starts = [start for start, _ in self._spans]

    def holds(self, position: int) -> bool:
        index = bisect_right(self._starts, position) - 1
        return index >= 0 and position < self._spans[index][1]
