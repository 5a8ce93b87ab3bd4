"""TOML text to nodes."""

import re
import tomllib
from collections.abc import Iterator

from gateway.content.issues import Issues
from gateway.content.matter.jsonreader import MAX_DEPTH, to_node
from gateway.content.matter.nodes import Mapping, Scalar, merge

MAX_CHARACTERS = 200_000
MAX_LINES = 2_000  # of TOML that is read field by field
LINE = re.compile(r"\(at line (\d+), column \d+\)")
FIELD = re.compile(r"""[ \t]*(?P<key>[\w-]+|"[^"\n]*")(?:\.[\w-]+)*[ \t]*=(?P<value>.*)""")
TABLE = re.compile(r"[ \t]*\[\[?[^\[\]=]+\]\]?[ \t]*(?:#.*)?")
QUOTES = "\"'"


def read(text: str, line: int, issues: Issues) -> Mapping:
    """The fields of the TOML whose first line is `line` of the file."""
    if len(text) > MAX_CHARACTERS:
        issues.error(
            "toml-too-long",
            f"this TOML has {len(text):,} characters and {MAX_CHARACTERS:,} are allowed, so none"
            " of it was read; shorten it",
            line=line,
        )
        return {}
    _note_lines(text, line, issues)
    try:
        return _parse(text)
    except tomllib.TOMLDecodeError as error:
        return _rescue(text, line, error, issues)
    except RecursionError:
        issues.error("toml-invalid", "this TOML nests too deep to be read; flatten it", line=line)
        return {}


def _parse(text: str) -> Mapping:
    if any(line.partition("=")[0].count(".") > MAX_DEPTH for line in text.split("\n")):
        raise RecursionError  # which tomllib would need very long for
    return {key: to_node(value) for key, value in tomllib.loads(text).items()}


def _note_lines(text: str, first: int, issues: Issues) -> None:
    for number, written in enumerate(text.split("\n")):
        if match := FIELD.match(written):
            issues.lines.setdefault(match["key"].strip(QUOTES), first + number)


def _rescue(text: str, first: int, error: tomllib.TOMLDecodeError, issues: Issues) -> Mapping:
    """Every field that can be read on its own; each other one is an issue."""
    found: Mapping = {}
    lines = text.split("\n")
    at = LINE.search(str(error))
    problem = LINE.sub("", str(error)).strip()
    if len(lines) > MAX_LINES:
        issues.error(
            "toml-invalid",
            f"this is not TOML: {problem}; none of it was read, correct it",
            line=first + int(at[1]) - 1 if at else first,
        )
        return {}
    blamed = False
    for number, table, block in _blocks(lines):
        try:
            found = merge(found, _parse("\n".join((table, *block))))
        except (tomllib.TOMLDecodeError, RecursionError) as reason:
            blamed = True
            found = merge(found, _raw(block, table, first + number, reason, issues))
    if not blamed:
        issues.error(
            "toml-invalid",
            f"this is not TOML: {problem}; its fields were read one by one, the last of two counts",
            line=first + int(at[1]) - 1 if at else first,
        )
    return found


def _blocks(lines: list[str]) -> Iterator[tuple[int, str, list[str]]]:
    """Each field with its line, counted from 0, and the heading of the table it is in."""
    table = ""
    start: int | None = None
    for number, line in enumerate([*lines, "["]):
        if number < len(lines) and not FIELD.match(line) and not TABLE.fullmatch(line):
            continue
        if start is not None:
            yield start, table, lines[start:number]
        start = number if FIELD.match(line) else None
        if TABLE.fullmatch(line):
            table = line


def _raw(block: list[str], table: str, line: int, reason: Exception, issues: Issues) -> Mapping:
    """The text after the equals sign of a field that TOML refuses."""
    match = FIELD.match(block[0])
    key = match["key"].strip(QUOTES) if match else ""
    value = match["value"].strip() if match else ""
    left_out = bool(table) or not value or value[0] in "[{" or any(map(str.strip, block[1:]))
    what = "was left out, correct it" if left_out else "was read as text, put it in quotes"
    problem = LINE.sub("", str(reason)).strip() or "it nests too deep"
    issues.error(
        "toml-invalid",
        f"this is not TOML: {problem}; {key!r} {what}",
        field=key or None,
        line=line,
    )
    if left_out:
        return {}
    text = value.strip(QUOTES)
    return {key: Scalar(text, text)}
