"""Parts of HTML that a change of the rest must leave alone: taken out, and put back."""

import re

TAGS = "pre|script|style|textarea|svg|math"
# Characters that XML forbids, so no export has them.
MARK = re.compile("\x00(\\d+)\x00")


class Verbatim:
    """Elements by their tags, taken out of a text in time linear in its length."""

    def __init__(self, tags: str = TAGS) -> None:
        self._opening = re.compile(rf"<({tags})(?=[\s/>])", re.IGNORECASE)
        self._kept: list[str] = []

    def take(self, text: str, around: str = "") -> str:
        """The text with a mark, between two of `around`, instead of each element."""
        if not self._opening.search(text):
            return text
        lower = text.lower()
        if len(lower) != len(text):  # a few capitals outside of ASCII have longer small letters
            lower = text
        never_closed: set[str] = set()
        made: list[str] = []
        position = 0
        while found := self._opening.search(text, position):
            name = found[1].lower()
            end = -1 if name in never_closed else lower.find(f"</{name}>", found.end())
            if end < 0:
                never_closed.add(name)
                made.append(text[position : found.end()])
                position = found.end()
                continue
            end += len(name) + 3
            made.append(text[position : found.start()] + around)
            made.append(self.keep(text[found.start() : end]) + around)
            position = end
        return "".join((*made, text[position:]))

    def keep(self, part: str) -> str:
        """A mark that stands for this part."""
        self._kept.append(part)
        return f"\x00{len(self._kept) - 1}\x00"

    def put_back(self, text: str) -> str:
        # What was kept last may hold marks of what was kept before.
        while "\x00" in text and MARK.search(text):
            text = MARK.sub(lambda mark: self._kept[int(mark[1])], text)
        return text
