"""What a configuration written in JavaScript says in plain words.

It is a program, which is not run; of it only properties and variables are read whose value is
written out.
"""

import re

from gateway.content.issues import Issues
from gateway.content.matter.nodes import Mapping, Scalar

PROPERTY = re.compile(
    r"""(?<![\w.$])["']?([A-Za-z]\w{0,60})["']?\s{0,20}[:=]\s{0,20}"""
    r"""(?:(["'`])([^"'`\n$]{0,500})\2|(true|false)\b)"""
)


def read(text: str, line: int, issues: Issues) -> Mapping:
    """The first property of each name whose value is a text, true or false."""
    found: Mapping = {}
    for match in PROPERTY.finditer(text):
        name, quote, value, boolean = match.groups()
        if name not in found:
            found[name] = Scalar(value, value) if quote else Scalar(boolean, boolean == "true")
            issues.lines.setdefault(name, line + text.count("\n", 0, match.start()))
    return found
