"""What can still be read of YAML that does not parse: one field after the other.

Jekyll publishes such a post without any of its front matter, under today's date. Most often
one value is to blame (`title: Foo: bar`), and its author's meaning is plain.
"""

import re
from collections.abc import Iterator

from gateway.content.issues import Issues
from gateway.content.matter import yamlreader
from gateway.content.matter.nodes import Mapping, Scalar
from gateway.content.matter.yamlreader import YamlError, YamlTooLargeError

FIELD = re.compile(r"""(?P<key>["']?[^\s#"'\-\[{][^:"']*?["']?)[ \t]*:(?:[ \t]+(?P<value>.*))?""")
MAX_LINES = 2_000
QUOTES = "\"'"


def rescue(text: str, first_line: int, error: YamlError, issues: Issues) -> Mapping:
    """Every field of `text` that can be read on its own; each other one is an issue."""
    lines = text.split("\n")
    if len(lines) > MAX_LINES:
        issues.error(
            "yaml-invalid",
            f"this is not YAML: {error.problem}; none of it was read, correct it",
            line=error.line,
        )
        return {}
    values: Mapping = {}
    too_large = isinstance(error, YamlTooLargeError)
    blamed = False
    for number, block in _blocks(lines):
        try:
            root = yamlreader.parse("\n".join(block), first_line + number).root
        except YamlError as problem:
            if too_large:  # every field with an alias fails: one issue says so for all of them
                continue
            blamed = True
            values |= _raw(block, first_line + number, problem, issues)
            continue
        if isinstance(root, dict):
            values |= root
            for key in root:
                issues.lines[key] = first_line + number
    if not blamed:
        issues.error(
            "yaml-invalid",
            f"this is not YAML: {error.problem}; its fields were read one by one, "
            + ("those with aliases left out" if too_large else "check the indentation"),
            line=error.line,
        )
    return values


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Each line that begins a field with the lines that belong to it, and its number from 0."""
    start = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or FIELD.match(lines[number]):
            yield start, lines[start:number]
            start = number


def _raw(block: list[str], line: int, problem: YamlError, issues: Issues) -> Mapping:
    """The text after the colon of a field that YAML refuses."""
    match = FIELD.fullmatch(block[0].rstrip())
    key = match["key"].strip(QUOTES) if match else None
    value = ((match["value"] if match else None) or "").strip()
    more = any(map(str.strip, block[1:]))
    if key is None or (more and not value):
        what = f"{key!r} was left out" if key else "this part was left out"
        remedy = "correct it"
    elif more:
        what, remedy = f"only the first line of {key!r} was read", "check the indentation"
    else:
        what, remedy = f"{key!r} was read as the text after its colon", "put it in quotes"
    issues.error(
        "yaml-invalid",
        f"this is not YAML: {problem.problem}; {what}, {remedy}",
        field=key,
        line=problem.line if more else line,
    )
    if key is None or (more and not value):
        return {}
    issues.lines[key] = line
    if len(value) > 1 and value[0] == value[-1] and value[0] in QUOTES:
        value = value[1:-1]
    return {key: Scalar(value, value)}
