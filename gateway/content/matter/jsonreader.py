"""JSON text, and the values of other formats like it, to nodes."""

import json
import math
from datetime import date, time
from typing import Any

from gateway.content.issues import Issues
from gateway.content.matter.nodes import Node, Scalar
from gateway.content.matter.scalars import LARGEST_INTEGER

DECODER = json.JSONDecoder(strict=False)
MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 100


def to_node(value: Any, depth: int = 0) -> Node:
    """The node of a value; dates become text. Raises RecursionError where it nests too deep."""
    if depth > MAX_DEPTH:
        raise RecursionError
    if isinstance(value, dict):
        return {_text(key): to_node(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [to_node(item, depth + 1) for item in value]
    if isinstance(value, date | time):
        value = value.isoformat()
    if isinstance(value, str):
        text = _text(value)
        return Scalar(text, text)
    if value is None:
        return Scalar("", None)
    if isinstance(value, bool):
        return Scalar(str(value).lower(), value)
    text = repr(value)
    kept = abs(value) <= LARGEST_INTEGER if isinstance(value, int) else math.isfinite(value)
    return Scalar(text, value if kept else text)


def _text(written: str) -> str:
    """What a database can hold of it, and every client: no NUL, and no half of a character."""
    return written.replace("\0", "\ufffd").encode("utf-8", "replace").decode()


def read(text: str, line: int, issues: Issues) -> Node:
    """The one value in `text`, whose first line is `line` of the file; {} where there is none."""
    return read_first(text, line, issues)[0]


def read_first(text: str, line: int, issues: Issues) -> tuple[Node, int]:
    """The value that `text` begins with, and where it ends; 0 where there is none."""
    try:
        start = len(text) - len(text.lstrip())
        value, end = DECODER.raw_decode(text[: start + MAX_CHARACTERS], start)
        return to_node(value), end
    except json.JSONDecodeError as error:
        issues.error(
            "json-invalid",
            f"this is not JSON: {error.msg}; correct it",
            line=line + error.lineno - 1,
        )
    except (RecursionError, ValueError):  # the latter for a number of thousands of digits
        issues.error("json-invalid", "this JSON is too deep or too long; flatten it", line=line)
    return {}, 0
