"""Liquid's own filters.

https://github.com/Shopify/liquid/blob/v5.4.0/lib/liquid/standardfilters.rb

Each gets its input and its arguments as values of Python, nil as None, and makes a value no
larger than `bounds` allow. A ValueError says that an argument makes no sense.
"""

import base64
import math
import re
from collections.abc import Callable
from decimal import Decimal
from html import escape
from typing import Any
from urllib.parse import quote_plus, unquote_plus

from gateway.content.templating.liquid import values
from gateway.content.templating.liquid.bounds import LARGEST_NUMBER, check_items, check_size

Number = int | float
Filter = Callable[..., Any]

LINE_END = re.compile(r"\r?\n")
NOT_AN_ENTITY = re.compile(r"[\"'<>]|&(?!(?:[a-zA-Z]{1,40}|#[0-9]{1,10});)")
LEADING_INTEGER = re.compile(r"\s*([-+]?[0-9]{1,30})")
FLOAT = re.compile(r"\s*-?[0-9]{1,30}\.[0-9]{1,30}\s*")
HIDDEN = (("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>"))


def number(value: Any) -> Number:
    """As Ruby reads it: what a text begins with, else 0."""
    if isinstance(value, bool):
        return 0
    if isinstance(value, int | float):
        if not math.isfinite(value) or abs(value) > LARGEST_NUMBER:
            raise ValueError("a number is too large")
        return value
    if isinstance(value, str):
        if FLOAT.fullmatch(value):
            return float(value)
        if match := LEADING_INTEGER.match(value):
            return int(match[1])
    return 0


def integer(value: Any) -> int:
    if isinstance(value, str) and not LEADING_INTEGER.match(value):
        raise ValueError("an argument is no number")
    return int(number(value))


def _number_of(exact: Decimal, *operands: Number) -> Number:
    return int(exact) if all(isinstance(operand, int) for operand in operands) else float(exact)


def _arithmetic(operation: Callable[[Decimal, Decimal], Decimal]) -> Filter:
    def run(value: Any, other: Any = 0) -> Number:
        left, right = number(value), number(other)
        exact = operation(Decimal(str(left)), Decimal(str(right)))
        return _number_of(exact, left, right)

    return run


def divided_by(value: Any, other: Any) -> Number:
    left, right = number(value), number(other)
    if right == 0:
        raise ValueError("a number is divided by 0")
    if isinstance(left, int) and isinstance(right, int):
        return left // right
    return left / right


def modulo(value: Any, other: Any) -> Number:
    left, right = number(value), number(other)
    if right == 0:
        raise ValueError("a number is divided by 0")
    return left % right


def round_(value: Any, digits: Any = 0) -> Number:
    """Halves away from zero, as in Ruby."""
    places = max(-30, min(30, integer(digits)))
    scale = Decimal(10) ** places
    scaled = Decimal(str(number(value))) * scale
    rounded = math.floor(abs(scaled) + Decimal("0.5")) * (1 if scaled >= 0 else -1)
    return float(rounded / scale) if places > 0 else int(rounded / scale)


def at_least(value: Any, least: Any) -> Number:
    return max(number(value), number(least))


def at_most(value: Any, most: Any) -> Number:
    return min(number(value), number(most))


def size(value: Any) -> int:
    return len(value) if isinstance(value, str | list | tuple | dict | range) else 0


def default(value: Any, otherwise: Any = "", *, allow_false: Any = False) -> Any:
    missing = value is None or (value is False and not allow_false)
    return otherwise if missing or value in ("", [], {}) else value


def url_encode(value: Any) -> str | None:
    return None if value is None else quote_plus(values.to_s(value))


def url_decode(value: Any) -> str | None:
    return None if value is None else unquote_plus(values.to_s(value), errors="strict")


def _decoder(decode: Callable[[str], bytes]) -> Filter:
    return lambda value: decode(values.to_s(value)).decode()


def escape_(value: Any) -> str | None:
    return None if value is None else _escape(values.to_s(value))


def _escape(text: str) -> str:
    return escape(text).replace("&#x27;", "&#39;")


def escape_once(value: Any) -> str:
    return NOT_AN_ENTITY.sub(lambda match: _escape(match[0]), values.to_s(value))


def slice_(value: Any, offset: Any, length: Any = 1) -> Any:
    sliced = list(value) if isinstance(value, list | tuple) else values.to_s(value)
    start, count = integer(offset), integer(1 if length is None else length)
    if start < 0:
        start += len(sliced)
    if start < 0 or count < 0:
        return sliced[:0]
    return sliced[start : start + count]


def truncate(value: Any, length: Any = 50, end: Any = "...") -> str | None:
    if value is None:
        return None
    text, mark = values.to_s(value), values.to_s(end)
    longest = integer(length)
    if len(text) <= longest:
        return text
    return text[: max(0, longest - len(mark))] + mark


def truncatewords(value: Any, words: Any = 15, end: Any = "...") -> str | None:
    if value is None:
        return None
    text = values.to_s(value)
    most = max(1, integer(words))
    found = text.split(None, most)
    return text if len(found) <= most else " ".join(found[:most]) + values.to_s(end)


def split(value: Any, separator: Any) -> list[str]:
    text, mark = values.to_s(value), values.to_s(separator)
    if not text:
        return []
    check_items(len(text) if mark == "" else text.count(mark))
    if mark == "":
        return list(text)
    parts = text.split(None if mark == " " else mark)
    while parts and not parts[-1]:
        parts.pop()
    return parts


def strip_html(value: Any) -> str:
    text = values.to_s(value)
    for start, end in HIDDEN:
        text = _without(text, start, end)
    return _without(text, "<", ">")


def _without(text: str, start: str, end: str) -> str:
    """The text without what stands between the marks, and them."""
    kept: list[str] = []
    position = 0
    while (opening := text.find(start, position)) >= 0:
        closing = text.find(end, opening + len(start))
        if closing < 0:
            break
        kept.append(text[position:opening])
        position = closing + len(end)
    return "".join((*kept, text[position:]))


def replace(value: Any, old: Any, new: Any = "") -> str:
    text, before, after = values.to_s(value), values.to_s(old), values.to_s(new)
    check_size(len(text) + text.count(before) * len(after))
    return text.replace(before, after)


def replace_first(value: Any, old: Any, new: Any = "") -> str:
    return values.to_s(value).replace(values.to_s(old), values.to_s(new), 1)


def replace_last(value: Any, old: Any, new: Any = "") -> str:
    text, before = values.to_s(value), values.to_s(old)
    at = text.rfind(before)
    return text if at < 0 else text[:at] + values.to_s(new) + text[at + len(before) :]


def append(value: Any, other: Any = None) -> str:
    return values.to_s(value) + values.to_s(other)


def prepend(value: Any, other: Any = None) -> str:
    return values.to_s(other) + values.to_s(value)


def join(value: Any, glue: Any = " ") -> str:
    items, mark = values.items(value), values.to_s(glue)
    check_size(len(items) * len(mark))
    texts = [values.to_s(item) for item in items]
    check_size(sum(map(len, texts)))
    return mark.join(texts)


def concat(value: Any, other: Any) -> list[Any]:
    if not isinstance(other, list | tuple | range):
        raise ValueError("concat wants a list")  # noqa: TRY004 - as all filters say it
    both = values.items(value) + (values.items(other) if isinstance(other, range) else [*other])
    check_items(values.weight(both))
    return both


def first(value: Any) -> Any:
    return value[0] if isinstance(value, list | tuple | range) and value else None


def last(value: Any) -> Any:
    return value[-1] if isinstance(value, list | tuple | range) and value else None


def sort_natural(value: Any, name: Any = None) -> list[Any]:
    def key(item: Any) -> tuple[bool, str]:
        found = item if name is None else values.member(item, values.to_s(name))
        return found is None, values.to_s(found).casefold()

    return sorted(values.items(value), key=key)


def uniq(value: Any, name: Any = None) -> list[Any]:
    kept: dict[str, Any] = {}
    for item in values.items(value):
        found = item if name is None else values.member(item, values.to_s(name))
        kept.setdefault(values.inspect(found), item)
    return list(kept.values())


def map_(value: Any, name: Any) -> list[Any]:
    return [values.member(item, values.to_s(name)) for item in values.items(value)]


def compact(value: Any, name: Any = None) -> list[Any]:
    items = values.items(value)
    if name is None:
        return [item for item in items if item is not None]
    return [item for item in items if values.member(item, values.to_s(name)) is not None]


def sum_(value: Any, name: Any = None) -> Number:
    items = values.items(value)
    if name is not None:
        items = [values.member(item, values.to_s(name)) for item in items]
    return sum(map(number, items))


FILTERS: dict[str, Filter] = {
    "abs": lambda value: abs(number(value)),
    "append": append,
    "at_least": at_least,
    "at_most": at_most,
    "base64_decode": _decoder(base64.b64decode),
    "base64_encode": lambda value: base64.b64encode(values.to_s(value).encode()).decode(),
    "base64_url_safe_decode": _decoder(base64.urlsafe_b64decode),
    "base64_url_safe_encode": lambda value: base64.urlsafe_b64encode(
        values.to_s(value).encode()
    ).decode(),
    "capitalize": lambda value: values.to_s(value).capitalize(),
    "ceil": lambda value: math.ceil(number(value)),
    "compact": compact,
    "concat": concat,
    "default": default,
    "divided_by": divided_by,
    "downcase": lambda value: values.to_s(value).lower(),
    "escape": escape_,
    "escape_once": escape_once,
    "first": first,
    "floor": lambda value: math.floor(number(value)),
    "h": escape_,
    "join": join,
    "last": last,
    "lstrip": lambda value: values.to_s(value).lstrip(),
    "map": map_,
    "minus": _arithmetic(lambda left, right: left - right),
    "modulo": modulo,
    "newline_to_br": lambda value: LINE_END.sub("<br />\n", values.to_s(value)),
    "plus": _arithmetic(lambda left, right: left + right),
    "prepend": prepend,
    "remove": replace,
    "remove_first": replace_first,
    "remove_last": replace_last,
    "replace": replace,
    "replace_first": replace_first,
    "replace_last": replace_last,
    "reverse": lambda value: values.items(value)[::-1],
    "round": round_,
    "rstrip": lambda value: values.to_s(value).rstrip(),
    "size": size,
    "slice": slice_,
    "sort_natural": sort_natural,
    "split": split,
    "strip": lambda value: values.to_s(value).strip(),
    "strip_html": strip_html,
    "strip_newlines": lambda value: LINE_END.sub("", values.to_s(value)),
    "sum": sum_,
    "times": _arithmetic(lambda left, right: left * right),
    "truncate": truncate,
    "truncatewords": truncatewords,
    "uniq": uniq,
    "upcase": lambda value: values.to_s(value).upper(),
    "url_decode": url_decode,
    "url_encode": url_encode,
}
