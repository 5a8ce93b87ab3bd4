"""The split of a file into front matter and body, and the fields of the front matter."""

import re
from collections.abc import Callable, Collection
from typing import NamedTuple

from gateway.content.issues import Issues
from gateway.content.matter import javascript, jsonreader, tomlreader, yamlreader
from gateway.content.matter.nodes import Mapping, Node
from gateway.content.matter.rescue import rescue
from gateway.content.matter.yamlreader import YamlError

# Together these are Jekyll's one expression, https://github.com/jekyll/jekyll/blob/v4.3.1/
# lib/jekyll/document.rb `YAML_FRONT_MATTER_REGEXP`, but linear in the length of the file.
OPENING = re.compile(r"---\s*\n", re.ASCII)
CLOSING = re.compile(r"^(?:---|\.\.\.)\s*$\n?", re.ASCII | re.MULTILINE)
LOOKS_OPEN = re.compile(r"(?:---|\+\+\+)[ \t]*\n\s*[\w-]+[ \t]*[:=]")
LOOKS_LATE = re.compile(r"\s+---[ \t]*\n\s*[\w-]+[ \t]*:")
LOOKS_LIKE_JSON = re.compile(r"\{\s*\"")
LOOKS_LIKE_FIELDS = re.compile(r"[A-Za-z][\w-]*[ \t]*:(?:[ \t]|\n)")


class Fence(NamedTuple):
    """The lines around a front matter, and what it is written in."""

    opening: re.Pattern[str]
    closing: re.Pattern[str]
    language: str


YAML = Fence(OPENING, CLOSING, "yaml")
RULE = re.compile(r"^---[ \t]*$\n?", re.MULTILINE)
FENCES: dict[str, tuple[Fence, ...]] = {
    "yaml": (YAML,),
    "toml": (
        Fence(
            re.compile(r"\+\+\+[ \t]*\n"), re.compile(r"^\+\+\+[ \t]*$\n?", re.MULTILINE), "toml"
        ),
        Fence(re.compile(r"---[ \t]*toml[ \t]*\n"), RULE, "toml"),
    ),
    "json": (
        Fence(re.compile(r"---[ \t]*json5?[ \t]*\n"), RULE, "json"),
        Fence(re.compile(r"---[ \t]*(?:js|javascript)[ \t]*\n"), RULE, "javascript"),
        Fence(re.compile(r";;;[ \t]*\n"), re.compile(r"^;;;[ \t]*$\n?", re.MULTILINE), "members"),
    ),
}


class Parts(NamedTuple):
    """`matter` is None where the file has no front matter; `line` is that of its first line.

    `language` is 'yaml', 'toml', 'json', or 'javascript' for an object that is nearly JSON.
    """

    matter: str | None
    body: str
    line: int
    language: str = "yaml"


def split(
    text: str, issues: Issues, formats: Collection[str] = ("yaml",), *, late: bool = False
) -> Parts:
    """The front matter and the body of a file whose lines end in LF.

    As in Jekyll, blank lines after either delimiter belong to neither part. With 'json' in
    `formats` a file may begin with an object, with 'unopened' fields may end in a line `---` that
    none opened. With `late`, blank lines may come before.
    """
    start = len(text) - len(text.lstrip()) if late and text[:1].isspace() else 0
    for format_ in formats:
        for fence in FENCES.get(format_, ()):
            if opening := fence.opening.match(text, start):
                return _fenced(text, opening.end(), fence, issues)
    if "json" in formats and LOOKS_LIKE_JSON.match(text, start):
        return _object(text, start)
    if "unopened" in formats and LOOKS_LIKE_FIELDS.match(text):
        return _unopened(text, issues)
    if LOOKS_LATE.match(text):
        issues.error(
            "front-matter-late",
            "the file begins with a blank line, so it has no front matter and all of it is"
            " the body; remove everything before the first '---'",
            line=1,
        )
    return Parts(None, text, 1)


def _fenced(text: str, start: int, fence: Fence, issues: Issues) -> Parts:
    closing = fence.closing.search(text, start)
    if closing is None:
        if LOOKS_OPEN.match(text.lstrip()):
            issues.error(
                "front-matter-unclosed",
                "the front matter is never closed, so all of it is the body;"
                f" put a line '{text.lstrip()[:3]}' after its last field",
                line=1,
            )
        return Parts(None, text, 1)
    matter = text[start : closing.start()]
    return Parts(matter, text[closing.end() :], 1 + text.count("\n", 0, start), fence.language)


def _object(text: str, start: int) -> Parts:
    _, end = jsonreader.read_first(text[start:], 1, Issues(""))
    line = 1 + text.count("\n", 0, start)
    if end == 0:  # what stands before the first blank line tells what is wrong
        end = len(text[start:].partition("\n\n")[0])
    return Parts(text[start : start + end], text[start + end :].lstrip("\n"), line, "json")


def _unopened(text: str, issues: Issues) -> Parts:
    closing = RULE.search(text)
    if closing is None:
        return Parts(None, text, 1)
    try:
        parsed = yamlreader.parse(text[: closing.start()])
    except YamlError:
        return Parts(None, text, 1)
    if not isinstance(parsed.root, dict):
        return Parts(None, text, 1)
    issues.warn(
        "front-matter-unopened",
        "the front matter has no line '---' before it; only Hexo reads it, so add one",
        line=1,
    )
    return Parts(text[: closing.start()], text[closing.end() :], 1)


def fields(parts: Parts, issues: Issues) -> Mapping:
    """The fields of the front matter, none where there is none."""
    if parts.matter is None:
        return {}
    found = LANGUAGES[parts.language](parts.matter, parts.line, issues)
    return found if isinstance(found, dict) else {}


def read(matter: str, line: int, issues: Issues) -> Mapping:
    """The fields of the YAML whose first line is `line` of the file; `_config.yml`'s too."""
    try:
        parsed = yamlreader.parse(matter, line)
    except YamlError as error:
        return rescue(matter, line, error, issues)
    for at, key in parsed.repeated:
        issues.warn(
            "field-repeated",
            f"{key!r} is given more than once and the last one counts; remove the others",
            field=key,
            line=at,
        )
    for at, tag in parsed.tags:
        issues.warn("yaml-tag", f"the tag {tag} has no meaning here; remove it", line=at)
    if parsed.root is None:
        return {}
    if not isinstance(parsed.root, dict):
        issues.error(
            "yaml-without-fields",
            "there are no fields here, so none was read; write lines 'name: value'",
            line=line,
        )
        return {}
    issues.lines = parsed.lines
    return parsed.root


def _members(matter: str, line: int, issues: Issues) -> Node:
    """Hexo's JSON, which may be without the braces around it."""
    written = matter.strip()
    return jsonreader.read(written if written[:1] == "{" else f"{{{written}}}", line, issues)


def _javascript(matter: str, line: int, issues: Issues) -> Node:
    written = matter.strip()
    if written[:1] == "{":
        # An object of names, texts, numbers and lists is what YAML writes in braces.
        return read(written.rstrip(";"), line, issues)
    return javascript.read(matter, line, issues)


LANGUAGES: dict[str, Callable[[str, int, Issues], Node]] = {
    "yaml": read,
    "toml": tomlreader.read,
    "json": jsonreader.read,
    "members": _members,
    "javascript": _javascript,
}
