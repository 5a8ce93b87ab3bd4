"""JSON values and datetimes as YAML, one field a line, that every YAML reader takes alike."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

INDENT = "  "
# A text that no version of YAML takes for anything but itself; everything else is quoted.
PLAIN = re.compile(r"[^\W\d_]\w*(?:[ ./-]\w+)*")
RESERVED = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
LONGEST_PLAIN = 60
# What JSON leaves as it is and YAML takes for a line break or forbids.
ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def dump(values: Mapping[str, Any]) -> str:
    return "".join(f"{line}\n" for line in _mapping(values, ""))


def _mapping(values: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in values.items():
        yield from _entry(f"{indent}{_text(key)}:", value, indent)


def _entry(head: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        yield head
        yield from _mapping(value, indent + INDENT)
    elif isinstance(value, list | tuple) and value:
        yield head
        for item in value:
            yield from _item(item, indent + INDENT)
    else:
        yield f"{head} {_scalar(value)}"


def _item(item: Any, indent: str) -> Iterator[str]:
    if isinstance(item, Mapping) and item:
        first, *others = _mapping(item, indent + INDENT)
        yield f"{indent}- {first.lstrip()}"
        yield from others
    else:
        yield f"{indent}- {_scalar(item)}"


def _scalar(value: Any) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S %z}".rjust(len("2025-11-07 16:39:06 +0900"), "0")
    if isinstance(value, str):
        return _text(value)
    return json.dumps(value, ensure_ascii=False)


def _text(value: str) -> str:
    short = len(value) <= LONGEST_PLAIN
    if short and PLAIN.fullmatch(value) and value.lower() not in RESERVED:
        return value
    return ESCAPED.sub(_escape, json.dumps(value, ensure_ascii=False))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
