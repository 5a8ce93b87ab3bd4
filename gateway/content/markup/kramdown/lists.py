"""Where the items of a list begin and end: kramdown's rules, which look at indentation."""

import re
from functools import cache
from typing import NamedTuple

from gateway.content.markup.kramdown import attributes

LAZY_STOP = (
    r"\{:(?!:|/)" + attributes.INNER + r"\}[ \t]*\n"
    r"|</?(?!(?:a|abbr|acronym|b|big|bdo|br|button|cite|code|del|dfn|em|i|img|input|ins|kbd|label"
    r"|mark|option|q|rb|rbc|rp|rt|rtc|ruby|samp|select|small|span|strong|sub|sup|tt|u|var|script)"
    r"\b)[A-Za-z_]"
)
BULLET = re.compile(r" {0,3}[+*-][\t |].*\n")
NUMBER = re.compile(r" {0,3}\d+\.[\t |].*\n")
ANY = re.compile(r" {0,3}(?:[+*-]|\d+\.)[\t |].*\n")
RULE = re.compile(
    r" {0,3}(?:\*[ \t]*\*[ \t]*\*[ \t*]*|-[ \t]*-[ \t]*-[ \t-]*|_[ \t]*_[ \t]*_[ \t_]*)\n"
)
BLANK = re.compile(r"(?:[ \t\f\v]*\n)+")
BOUNDARY = re.compile(r"\^[ \t]*\n")
ITEM_ATTRIBUTES = re.compile(r"\s*\{:(?!(?:\w[\w-]*)?:|/)(" + attributes.INNER + r")\}\s*")
TABS = re.compile(r"( *)(\t+)")
BLANKS = frozenset(" \t\f\v\n")
MARKERS = {"ul": r"[+*-]", "ol": r"\d+\.", "dl": ":"}


@cache
def _start(kind: str, indentation: int) -> re.Pattern[str]:
    return re.compile(rf"( {{0,{min(indentation - 1, 3)}}}{MARKERS[kind]})([\t |].*\n)")


@cache
def _lines(indentation: int) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A line of the item, a line that may belong to it, and the indentation it loses."""
    tabs, blanks = divmod(indentation, 4)
    content = rf"(?:(?:\t| {{4}}){{{tabs}}} {{{blanks}}}|(?:\t| {{4}}){{{tabs + 1}}}).*\S.*\n"
    lazy = rf"(?! {{0,{min(indentation, 3)}}}(?:{LAZY_STOP})).*\S.*\n"
    return re.compile(content), re.compile(lazy), re.compile(f" {{{indentation}}}")


class Item(NamedTuple):
    """`parts` are read one after the other, `attributes` the list at its beginning."""

    parts: list[list[str]]
    attributes: str | None
    after_blank: bool


class List(NamedTuple):
    items: list[Item]
    end: int
    ends_blank: bool


def _first_line(width: int, content: str) -> tuple[str, str | None, int]:
    """The content of an item's first line, its attributes, and the indentation of the rest."""
    own = ITEM_ATTRIBUTES.match(content) if "{:" in content else None
    stripped = content.strip(" \t\n") if own is None else content[own.end() :].strip()
    if not stripped:
        return "\n", own and own[1], 4
    while "\t" in content and (match := TABS.match(content)):
        blanks = 4 - (len(match[1]) + width) % 4 + (len(match[2]) - 1) * 4
        content = match[1] + " " * blanks + content[match.end() :]
    width += len(content) - len(content.lstrip(" "))
    if own is None:
        return content.lstrip(), None, width
    return f"{stripped}\n", own[1], width


def read(text: str, position: int, kind: str) -> List:  # noqa: C901 - one loop, as kramdown's
    """The list that begins here; `kind` is ul, ol or dl."""
    start = _start(kind, 4)
    content, lazy, indent = _lines(4)
    items: list[Item] = []
    parts: list[list[str]] = []
    width = 4
    nested = kind == "dl"
    blank = False
    while position < len(text):
        if text[position] in BLANKS and (match := BLANK.match(text, position)):
            nested = blank = True
            parts[-1].append(match[0])
        elif blank and kind != "dl" and RULE.match(text, position):
            break
        elif text[position] == "^" and (match := BOUNDARY.match(text, position)):
            if kind != "dl":
                return List(items, match.end(), ends_blank=False)
            break
        elif match := start.match(text, position):
            first, own, width = _first_line(len(match[1]), match[2])
            content, lazy, indent = _lines(width)
            start = _start(kind, max(width, 1))
            parts = [[first]]
            items.append(Item(parts, own, blank))
            nested = kind == "dl" or ANY.match(first) is not None
            blank = False
        elif match := content.match(text, position) or (
            None if blank else lazy.match(text, position)
        ):
            line = _untabbed(match[0])
            is_indented = indent.match(line)
            if is_indented:
                line = line[is_indented.end() :]
            if kind != "dl" and ANY.match(line):
                if is_indented and not nested:
                    parts.append([])
                    nested = True
                elif nested and not is_indented:
                    line = " " * (width + 4) + line
            parts[-1].append(line)
            blank = False
        else:
            break
        position = match.end()
    return List(items, position, ends_blank=blank)


def _untabbed(line: str) -> str:
    if not line.startswith("\t"):
        return line
    rest = line.lstrip("\t")
    return "    " * (len(line) - len(rest)) + rest
