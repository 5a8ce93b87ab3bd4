"""The split of a file into front matter and body, and the fields of the front matter."""

import re
from typing import NamedTuple

from gateway.content import yamlreader
from gateway.content.issues import Issues
from gateway.content.nodes import Mapping
from gateway.content.rescue import rescue
from gateway.content.yamlreader import YamlError

# Together these are Jekyll's one expression, https://github.com/jekyll/jekyll/blob/v4.3.1/
# lib/jekyll/document.rb `YAML_FRONT_MATTER_REGEXP`, but linear in the length of the file.
OPENING = re.compile(r"---\s*\n", re.ASCII)
CLOSING = re.compile(r"^(?:---|\.\.\.)\s*$\n?", re.ASCII | re.MULTILINE)
LOOKS_OPEN = re.compile(r"---[ \t]*\n\s*[\w-]+[ \t]*:")
LOOKS_LATE = re.compile(r"\s+---[ \t]*\n\s*[\w-]+[ \t]*:")


class Parts(NamedTuple):
    """`matter` is None where the file has no front matter; `line` is that of its first line."""

    matter: str | None
    body: str
    line: int


def split(text: str, issues: Issues) -> Parts:
    """The front matter and the body of a file whose lines end in LF.

    As in Jekyll, blank lines after either delimiter belong to neither part.
    """
    opening = OPENING.match(text)
    if opening is None:
        if LOOKS_LATE.match(text):
            issues.error(
                "front-matter-late",
                "the file begins with a blank line, so it has no front matter and all of it is"
                " the body; remove everything before the first '---'",
                line=1,
            )
        return Parts(None, text, 1)
    closing = CLOSING.search(text, opening.end())
    if closing is None:
        if LOOKS_OPEN.match(text):
            issues.error(
                "front-matter-unclosed",
                "the front matter is never closed, so all of it is the body;"
                " put a line '---' after its last field",
                line=1,
            )
        return Parts(None, text, 1)
    matter = text[opening.end() : closing.start()]
    return Parts(matter, text[closing.end() :], 1 + text.count("\n", 0, opening.end()))


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
