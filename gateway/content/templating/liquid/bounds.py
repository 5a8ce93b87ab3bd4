"""What a body's templates may cost.

Counted, so that the same body always gives the same answer; the time is what is left where the
counts do not see a cost.
"""

from dataclasses import dataclass, field
from time import thread_time

MAX_STEPS = 100_000  # tags, pieces of text and turns of loops, each time they are rendered
MAX_CHARACTERS = 2_000_000  # of a value
MAX_ITEMS = 100_000  # of a list, those of lists in it counted too
MAX_WRITTEN = 20_000_000  # characters made in all
MAX_SECONDS = 1.0  # of CPU
STEPS_A_LOOK = 100  # a look at the clock takes as long as a few steps
LARGEST_NUMBER = 10**30


class OutOfBoundsError(Exception):
    """A template costs more than it may; the text says which bound it broke."""


@dataclass(slots=True)
class Bounds:
    steps: int = 0
    written: int = 0
    deadline: float = field(default_factory=lambda: thread_time() + MAX_SECONDS)

    def step(self, count: int = 1) -> None:
        before = self.steps
        self.steps += count
        if self.steps > MAX_STEPS:
            raise OutOfBoundsError(f"they take more than {MAX_STEPS:,} steps")
        if before // STEPS_A_LOOK != self.steps // STEPS_A_LOOK:
            self.look()

    def look(self) -> None:
        if thread_time() > self.deadline:
            raise OutOfBoundsError(f"they take longer than {MAX_SECONDS:g} s")

    def write(self, size: int) -> None:
        self.written += check_size(size)
        if self.written > MAX_WRITTEN:
            raise OutOfBoundsError(f"they make more than {MAX_WRITTEN:,} characters")


def check_size(characters: int) -> int:
    """The size of a text that is about to be made."""
    if characters > MAX_CHARACTERS:
        raise OutOfBoundsError(f"a text has more than {MAX_CHARACTERS:,} characters")
    return characters


def check_items(count: int) -> None:
    """The length of a list that is about to be made."""
    if count > MAX_ITEMS:
        raise OutOfBoundsError(f"a list has more than {MAX_ITEMS:,} items")
