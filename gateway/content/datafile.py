"""Files of `_data` to nodes."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

from gateway.content import frontmatter, yamlreader
from gateway.content.issues import Issues
from gateway.content.nodes import Node, Scalar
from gateway.content.yamlreader import YamlError


def _of_json(value: Any) -> Node:
    if isinstance(value, dict):
        return {key: _of_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_of_json(item) for item in value]
    return Scalar("" if value is None else str(value), value)


def _yaml(text: str, issues: Issues) -> Node:
    try:
        root = yamlreader.parse(text).root
    except YamlError:
        root = None
    # Of fields, and of what is no YAML, front matter's reader tells more.
    return root if isinstance(root, list) else frontmatter.read(text, 1, issues)


def _json(text: str, issues: Issues) -> Node:
    try:
        return _of_json(json.loads(text))
    except json.JSONDecodeError as error:
        issues.error(
            "json-invalid", f"this is not JSON: {error.msg}; correct it", line=error.lineno
        )
    except RecursionError:
        issues.error("json-invalid", "this JSON nests too deep to be read; flatten it")
    return {}


def _csv(text: str, issues: Issues) -> Node:
    try:
        rows = list(csv.DictReader(io.StringIO(text), restkey="", restval=""))
    except csv.Error as error:
        issues.error("csv-invalid", f"this is not CSV: {error}; correct it")
        return []
    return [_of_json({key: value for key, value in row.items() if key}) for row in rows]


# In the order in which they are looked for.
READERS: dict[str, Callable[[str, Issues], Node]] = {
    ".yml": _yaml,
    ".yaml": _yaml,
    ".json": _json,
    ".csv": _csv,
}
