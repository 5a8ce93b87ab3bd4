"""Categories and tags.

https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/utils.rb `pluralized_array_from_hash`
and https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/document.rb `populate_categories`
"""

import re
from collections.abc import Iterable, Iterator

from gateway.content.issues import Issues
from gateway.content.nodes import Mapping, Node, Scalar, is_set

BLANKS = re.compile(r"[ \t\n\v\f\r]+")
NOT_SEPARATORS = re.compile(r"[,;、，\u3000]")
COMMAS = re.compile(r"[,、，\n]")


def categories(
    folders: Iterable[str], defaults: Mapping, matter: Mapping, issues: Issues, *, jekyll: bool
) -> tuple[str, ...]:
    """The folders above `_posts`, then the defaults', then `categories`, then `category`."""
    found = list(folders)
    found += _plural(defaults.get("categories"), "categories", issues, jekyll=jekyll)
    found += _plural(matter.get("categories"), "categories", issues, jekyll=jekyll)
    singular = matter.get("category")
    if not is_set(singular):
        singular = defaults.get("category")
    if singular is not None and is_set(singular):
        found += _texts(singular, "category", issues)
    return _unique(found)


def tags(values: Mapping, issues: Issues, *, jekyll: bool) -> tuple[str, ...]:
    """`tag` if there is one, whole; else `tags`, a text of them split at blanks."""
    singular = values.get("tag")
    if singular is not None and is_set(singular):
        return _unique(_texts(singular, "tag", issues))
    return _unique(_plural(values.get("tags"), "tags", issues, jekyll=jekyll))


def _plural(node: Node | None, field: str, issues: Issues, *, jekyll: bool) -> list[str]:
    if node is None or not is_set(node):
        return []
    if not isinstance(node, Scalar):
        return list(_texts(node, field, issues))
    if not jekyll:
        return COMMAS.split(node.text) if COMMAS.search(node.text) else BLANKS.split(node.text)
    if NOT_SEPARATORS.search(node.text):
        issues.warn(
            "terms-not-separated",
            f"only blanks separate {field} in a text, and they stayed as they are;"
            f" write a list instead: {field}: [first, second]",
            field=field,
        )
    return BLANKS.split(node.text)


def _texts(node: Node, field: str, issues: Issues) -> Iterator[str]:
    if isinstance(node, Scalar):
        if node.value is not None:
            yield node.text
    elif isinstance(node, list):
        for item in node:
            yield from _texts(item, field, issues)
    else:
        issues.error(
            "term-not-text",
            f"{field} holds a mapping, which was left out; write a text, in quotes if it has ': '",
            field=field,
        )


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    stripped = (name.strip() for name in names)
    return tuple(dict.fromkeys(name for name in stripped if name))
