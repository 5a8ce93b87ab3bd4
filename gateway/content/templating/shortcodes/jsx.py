"""Where an expression or a tag of JSX ends, without knowing more of the language than quotes."""

import re
from typing import NamedTuple

LONGEST = 20_000
"""Characters that one construct may have, so that unclosed ones cost little."""

IN_BRACES = re.compile(r"[{}\"'`]|/\*|//")
BLANKS = re.compile(r"\s*")
ATTRIBUTE = re.compile(r"([A-Za-z_][\w:.-]*)")
VALUE = re.compile(r"\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(\{))")
ENDS = {"/*": "*/", "//": "\n", '"': '"', "'": "'", "`": "`"}


class JsxTag(NamedTuple):
    """`attributes` are those whose value is text, or that have none ('')."""

    end: int
    attributes: dict[str, str]
    closed: bool


def after_braces(text: str, start: int) -> int | None:
    """The position after the brace that closes the one at `start`; None if there is none."""
    limit = min(len(text), start + LONGEST)
    depth, position = 0, start
    while mark := IN_BRACES.search(text, position, limit):
        position = mark.end()
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
            if depth == 0:
                return position
        else:
            position = text.find(ENDS[mark[0]], position, limit) + len(ENDS[mark[0]])
            while mark[0] in "\"'`" and position > 1 and text[position - 2] == "\\":
                position = text.find(mark[0], position, limit) + 1
            if position < mark.end():  # it was not found
                return None
    return None


def tag(text: str, start: int) -> JsxTag | None:
    """The rest of a tag of which `start` is the position after its name; None if it has no end."""
    attributes: dict[str, str] = {}
    position = start
    limit = min(len(text), start + LONGEST)
    while True:
        blanks = BLANKS.match(text, position, limit)
        position = blanks.end() if blanks else position
        if text.startswith(">", position):
            return JsxTag(position + 1, attributes, closed=False)
        if text.startswith("/>", position):
            return JsxTag(position + 2, attributes, closed=True)
        if text.startswith("{", position):  # {...spread}
            after = after_braces(text, position)
        else:
            after = _attribute(text, position, limit, attributes)
        if after is None:
            return None
        position = after


def _attribute(text: str, start: int, limit: int, attributes: dict[str, str]) -> int | None:
    name = ATTRIBUTE.match(text, start, limit)
    if name is None:
        return None
    value = VALUE.match(text, name.end(), limit)
    if value is None:
        attributes[name[1]] = ""
        return name.end()
    if value[3]:
        return after_braces(text, value.start(3))
    attributes[name[1]] = value[1] if value[1] is not None else value[2]
    return value.end()
