"""Files of data and of configuration to nodes."""

import csv
import io
from collections.abc import Callable
from functools import partial

from gateway.content.issues import Issues
from gateway.content.matter import frontmatter, javascript, jsonreader, tomlreader, yamlreader
from gateway.content.matter.nodes import Node
from gateway.content.matter.yamlreader import YamlError


def _yaml(text: str, issues: Issues) -> Node:
    try:
        root = yamlreader.parse(text).root
    except YamlError:
        root = None
    # Of fields, and of what is no YAML, front matter's reader tells more.
    return root if isinstance(root, list) else frontmatter.read(text, 1, issues)


def _json(text: str, issues: Issues) -> Node:
    return jsonreader.read(text, 1, issues)


def _toml(text: str, issues: Issues) -> Node:
    return tomlreader.read(text, 1, issues)


def _javascript(text: str, issues: Issues) -> Node:
    return javascript.read(text, 1, issues)


def _csv(text: str, issues: Issues, delimiter: str = ",") -> Node:
    try:
        reader = csv.DictReader(io.StringIO(text), restkey="", restval="", delimiter=delimiter)
        rows = list(reader)
    except csv.Error as error:
        issues.error("csv-invalid", f"this is not CSV: {error}; correct it")
        return []
    return [jsonreader.to_node({key: value for key, value in row.items() if key}) for row in rows]


# In the order in which they are looked for.
READERS: dict[str, Callable[[str, Issues], Node]] = {
    ".yml": _yaml,
    ".yaml": _yaml,
    ".json": _json,
    ".csv": _csv,
    ".tsv": partial(_csv, delimiter="\t"),
}
# Of configurations, which may be programs too.
CONFIG_READERS: dict[str, Callable[[str, Issues], Node]] = {
    **READERS,
    ".toml": _toml,
    **dict.fromkeys((".js", ".cjs", ".mjs", ".ts", ".mts"), _javascript),
}
