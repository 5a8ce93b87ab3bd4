"""The values of templates as Ruby shows them, and dates as Ruby formats them."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, tzinfo
from typing import Any

from liquid import Undefined

from gateway.content import dates
from gateway.content.matter.nodes import Scalar
from gateway.content.templating.liquid.bounds import MAX_ITEMS, check_items, check_size

RUBY_TIME = "%Y-%m-%d %H:%M:%S %z"
EPOCH = re.compile(r"-?[0-9]{1,11}")
DIRECTIVE = re.compile(r"%(?P<flags>[-0^#_:]*)(?P<width>[0-9]{0,2})(?P<letter>[A-Za-z%+])")

# https://docs.ruby-lang.org/en/3.1/strftime_formatting_rdoc.html: what Python has by the same name
# on every system, each with the width it is filled to.
NUMBERS: dict[str, tuple[Callable[[datetime], int], int, str]] = {
    "Y": (lambda t: t.year, 4, "0"),
    "C": (lambda t: t.year // 100, 2, "0"),
    "y": (lambda t: t.year % 100, 2, "0"),
    "m": (lambda t: t.month, 2, "0"),
    "d": (lambda t: t.day, 2, "0"),
    "e": (lambda t: t.day, 2, " "),
    "j": (lambda t: t.timetuple().tm_yday, 3, "0"),
    "H": (lambda t: t.hour, 2, "0"),
    "k": (lambda t: t.hour, 2, " "),
    "I": (lambda t: t.hour % 12 or 12, 2, "0"),
    "l": (lambda t: t.hour % 12 or 12, 2, " "),
    "M": (lambda t: t.minute, 2, "0"),
    "S": (lambda t: t.second, 2, "0"),
    "L": (lambda t: t.microsecond // 1000, 3, "0"),
    "N": (lambda t: t.microsecond * 1000, 9, "0"),
    "u": (lambda t: t.isoweekday(), 1, "0"),
    "w": (lambda t: t.isoweekday() % 7, 1, "0"),
    "G": (lambda t: t.isocalendar().year, 4, "0"),
    "g": (lambda t: t.isocalendar().year % 100, 2, "0"),
    "V": (lambda t: t.isocalendar().week, 2, "0"),
    "U": (lambda t: int(f"{t:%U}"), 2, "0"),
    "W": (lambda t: int(f"{t:%W}"), 2, "0"),
    "s": (lambda t: int(t.timestamp()), 1, "0"),
}
WORDS: dict[str, Callable[[datetime], str]] = {
    "B": lambda t: f"{t:%B}",
    "b": lambda t: f"{t:%b}",
    "h": lambda t: f"{t:%b}",
    "A": lambda t: f"{t:%A}",
    "a": lambda t: f"{t:%a}",
    "p": lambda t: "AM" if t.hour < 12 else "PM",  # noqa: PLR2004 - noon
    "P": lambda t: "am" if t.hour < 12 else "pm",  # noqa: PLR2004 - noon
    "Z": lambda t: (t.tzname() or "").partition("UTC+")[0].partition("UTC-")[0],
    "n": lambda _: "\n",
    "t": lambda _: "\t",
    "%": lambda _: "%",
}
COMPOUND = {
    "c": "%a %b %e %H:%M:%S %Y",
    "D": "%m/%d/%y",
    "F": "%Y-%m-%d",
    "v": "%e-%^b-%Y",
    "x": "%m/%d/%y",
    "X": "%H:%M:%S",
    "r": "%I:%M:%S %p",
    "R": "%H:%M",
    "T": "%H:%M:%S",
    "+": "%a %b %e %H:%M:%S %Z %Y",
}


class Drop(Mapping[str, Any]):
    """A mapping that templates may look into, print and loop over, as into a dict."""


def text(value: Any) -> str:
    """The value as `{{ }}` prints it."""
    if isinstance(value, str):
        return value
    return _bounded(_printed(value))


def to_s(value: Any) -> str:
    """The value as the input of a filter of texts, for which lists are not joined."""
    return inspect(value) if isinstance(value, list | tuple) else text(value)


def _bounded(printed: Iterator[str]) -> str:
    parts: list[str] = []
    size = 0
    for part in printed:
        size = check_size(size + len(part))
        parts.append(part)
    return "".join(parts)


def _printed(value: Any) -> Iterator[str]:
    if isinstance(value, list | tuple):
        for item in value:
            yield from _printed(item)
    elif isinstance(value, dict | Drop):
        yield from _inspected(value)
    elif isinstance(value, bool):
        yield str(value).lower()
    elif isinstance(value, range):
        yield f"{value.start}..{value.stop - 1}"
    elif isinstance(value, datetime):
        yield strftime(value, RUBY_TIME)
    elif isinstance(value, str | int | float):
        yield str(value)


def inspect(value: Any) -> str:
    """The value as Ruby's `inspect` shows it."""
    return _bounded(_inspected(value))


def _inspected(value: Any) -> Iterator[str]:
    if isinstance(value, dict | Drop):
        yield "{"
        for index, (key, item) in enumerate(value.items()):
            yield f"{', ' if index else ''}{json.dumps(str(key), ensure_ascii=False)}=>"
            yield from _inspected(item)
        yield "}"
    elif isinstance(value, list | tuple):
        yield "["
        for index, item in enumerate(value):
            yield ", " if index else ""
            yield from _inspected(item)
        yield "]"
    elif isinstance(value, str):
        yield json.dumps(value, ensure_ascii=False)
    elif value is None or isinstance(value, Undefined):
        yield "nil"
    else:
        yield from _printed(value)


def as_json(value: Any) -> Any:
    """The value in the types that JSON has."""
    if isinstance(value, dict | Drop):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple | range):
        check_items(len(value))
        return [as_json(item) for item in value]
    if isinstance(value, datetime):
        return text(value)
    return value if isinstance(value, str | int | float) else None


def items(value: Any) -> list[Any]:
    """What filters of lists see: nested lists as one, a value as a list of it.

    https://github.com/Shopify/liquid/blob/v5.4.0/lib/liquid/standardfilters.rb `InputIterator`
    """
    if isinstance(value, range):
        check_items(value.stop - value.start)
        return list(value)
    if isinstance(value, list | tuple):
        flat: list[Any] = []
        for item in value:
            if isinstance(item, list | tuple):
                flat += items(item)
            else:
                flat.append(item)
            check_items(len(flat))
        return flat
    return [] if value is None else [value]


def weight(value: Any, limit: int = MAX_ITEMS) -> int:
    """How many values are in it, shared ones counted each time; stops above `limit`."""
    total = 1
    if isinstance(value, list | tuple):
        for item in value:
            total += weight(item, limit - total)
            if total > limit:
                break
    return total


def member(value: Any, name: str) -> Any:
    """What `value.name` is: `name` may have dots."""
    for key in name.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(key)
    return value


def moment(value: Any, zone: tzinfo, now: datetime) -> datetime | None:
    """The moment that the value means to a filter of dates; None where it means none."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    written = str(value).strip()
    if written.lower() in {"now", "today"}:
        return now
    if EPOCH.fullmatch(written):
        return datetime.fromtimestamp(int(written), UTC).astimezone(zone)
    return dates.parse(Scalar(written, written), zone)


def strftime(time: datetime, template: str) -> str:
    return DIRECTIVE.sub(lambda directive: _directive(time, directive), template)


def _directive(time: datetime, directive: re.Match[str]) -> str:
    flags, letter = directive["flags"], directive["letter"]
    width = int(directive["width"] or 0)
    if letter in NUMBERS:
        return _number(time, letter, flags, width)
    if letter in COMPOUND:
        shown = strftime(time, COMPOUND[letter])
    elif letter == "z":
        shown = f"{time:%z}"
        if ":" in flags:
            shown = f"{shown[:3]}:{shown[3:]}"
    elif letter in WORDS:
        shown = WORDS[letter](time)
    else:
        return directive[0]
    if "^" in flags:
        shown = shown.upper()
    elif "#" in flags:
        shown = shown.swapcase()
    return shown.rjust(width)


def _number(time: datetime, letter: str, flags: str, width: int) -> str:
    number, usual, fill = NUMBERS[letter]
    shown = str(number(time))
    if letter == "N" and width:  # digits of a second's fraction
        return shown.rjust(9, "0").ljust(width, "0")[:width]
    if "-" in flags:
        return shown
    if "_" in flags:
        fill = " "
    elif "0" in flags:
        fill = "0"
    return shown.rjust(width or usual, fill)
