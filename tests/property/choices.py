"""Choices that Hypothesis makes, and shrinks."""

from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

Draw = Callable[[st.SearchStrategy[Any]], Any]


class Choices:
    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self._names = 0

    def pick(self, options: Sequence[Any]) -> Any:
        return self.draw(st.sampled_from(options))

    def one_in(self, many: int) -> bool:
        return bool(self.draw(st.integers(0, many - 1)) == many - 1)

    def name(self, prefix: str) -> str:
        """A name that nothing else in the operation has."""
        self._names += 1
        return f"{prefix}{self._names}"
