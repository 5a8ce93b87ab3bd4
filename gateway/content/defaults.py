"""Front matter that `_config.yml` gives to many posts.

https://jekyllrb.com/docs/configuration/front-matter-defaults/ and
https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/frontmatter_defaults.rb
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gateway.content.issues import Issues
from gateway.content.matter.nodes import Mapping, Node, merge, text

GLOB_PARTS = re.compile(r"\*\*/|\*|[^*]+")
GLOB = {"**/": "(?:[^/]+/)*", "*": "[^/]*"}


@dataclass(frozen=True, slots=True)
class Default:
    """`type` None is every type; `path` is a prefix, or has asterisks."""

    path: str
    type: str | None
    values: Mapping

    def applies(self, path: str, type_: str) -> bool:
        if self.type is not None and self.type != type_:
            return False
        if "*" not in self.path:
            return path.startswith(self.path)
        pattern = "".join(GLOB.get(part, re.escape(part)) for part in GLOB_PARTS.findall(self.path))
        return re.match(rf"{pattern}(?:/|\Z)", path) is not None

    def beats(self, other: "Default | None") -> bool:
        """Whether this, the later one in the file, is laid over `other`."""
        if other is None:
            return True
        if len(self.path) != len(other.path):
            return len(self.path) > len(other.path)
        return self.type is not None or other.type is None


def read(node: Node | None, issues: Issues) -> tuple[Default, ...]:
    """The `defaults` of a `_config.yml`; what is no scope with values is an issue."""
    found: list[Default] = []
    for entry in node if isinstance(node, list) else []:
        scope = entry.get("scope") if isinstance(entry, dict) else None
        values = entry.get("values") if isinstance(entry, dict) else None
        if isinstance(scope, dict) and isinstance(values, dict):
            path = (text(scope.get("path")) or "").removeprefix("/")
            found.append(Default(path, text(scope.get("type")), values))
        else:
            issues.error(
                "defaults-entry",
                "an entry of defaults was left out; give each a 'scope' and 'values'",
                field="defaults",
            )
    return tuple(found)


def values(defaults: Iterable[Default], path: str, type_: str) -> Mapping:
    """What the post at `path` inherits: longer paths win, then those with a type, then later."""
    merged: Mapping = {}
    last: Default | None = None
    for default in defaults:
        if not default.applies(path, type_):
            continue
        if default.beats(last):
            merged = merge(merged, default.values)
            last = default
        else:
            merged = merge(default.values, merged)
    return merged
