"""Where fenced code ends. A fence that is never closed is text."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

END = re.compile(r"^ {0,3}(?P<fence>~{3,}|`{3,})[ \t]*\n", re.MULTILINE)


class Range(NamedTuple):
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Closing:
    """The fences of one character that may close: where, how long, the longest from there on."""

    ranges: list[Range]
    lengths: list[int]
    longest: list[int]


@dataclass(frozen=True, slots=True)
class Fences:
    """Of one text; found once, so that many open fences cost no more than one."""

    closings: dict[str, Closing]

    @classmethod
    def of(cls, text: str) -> "Fences":
        found = list(END.finditer(text))
        closings = {}
        for character in "~`":
            own = [match for match in found if match["fence"][0] == character]
            lengths = [len(match["fence"]) for match in own]
            longest = list(accumulate(reversed(lengths), max))[::-1]
            closings[character] = Closing([Range(*match.span()) for match in own], lengths, longest)
        return cls(closings)

    def closing(self, position: int, fence: str) -> Range | None:
        """The line that closes a fence opened before the position."""
        closings = self.closings[fence[0]]
        index = bisect_left(closings.ranges, (position, position))
        if index == len(closings.ranges) or closings.longest[index] < len(fence):
            return None
        while closings.lengths[index] < len(fence):
            index += 1
        return closings.ranges[index]
