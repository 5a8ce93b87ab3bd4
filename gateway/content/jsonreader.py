"""JSON text to nodes."""

import json
from typing import Any

from gateway.content.issues import Issues
from gateway.content.nodes import Node, Scalar

DECODER = json.JSONDecoder(strict=False)


def to_node(value: Any) -> Node:
    """JSON values as nodes; raises RecursionError where they nest too deep."""
    if isinstance(value, dict):
        return {key: to_node(item) for key, item in value.items()}
    if isinstance(value, list):
        return [to_node(item) for item in value]
    if isinstance(value, bool):
        return Scalar(str(value).lower(), value)
    return Scalar("" if value is None else str(value), value)


def read(text: str, line: int, issues: Issues) -> Node:
    """The one value in `text`, whose first line is `line` of the file; {} where there is none."""
    return read_first(text, line, issues)[0]


def read_first(text: str, line: int, issues: Issues) -> tuple[Node, int]:
    """The value that `text` begins with, and where it ends; 0 where there is none."""
    try:
        start = len(text) - len(text.lstrip())
        value, end = DECODER.raw_decode(text, start)
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
