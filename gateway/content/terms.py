"""Categories and tags.

https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/utils.rb `pluralized_array_from_hash`
and https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/document.rb `populate_categories`
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from gateway.content.dialects.dialect import Dialect
from gateway.content.issues import Issues
from gateway.content.matter.nodes import Mapping, Node, Scalar, find, is_set

BLANKS = re.compile(r"[ \t\n\v\f\r]+")
NOT_SEPARATORS = re.compile(r"[,;、，\u3000]")
COMMAS = re.compile(r"[,、，\n]")


def categories(
    folders: Iterable[str], defaults: Mapping, matter: Mapping, issues: Issues, row: Dialect
) -> tuple[str, ...]:
    """The folders above `_posts`, then the defaults', then `categories`, then `category`."""
    found = list(folders)
    for values in (defaults, matter):
        if named := find(values, row.categories, caseless=row.caseless):
            found += _plural(named, issues, row)
    if row.singular:
        singular = find(matter, ("category",))
        if singular is None or not is_set(singular[1]):
            singular = find(defaults, ("category",))
        if singular is not None and is_set(singular[1]):
            found += _texts(singular[1], "category", issues)
    return _unique(found)


def parents(matter: Mapping, row: Dialect) -> dict[str, str]:
    """The category that each lies in, where the generator takes a list as the way down to its end.

    https://github.com/hexojs/hexo/blob/v7.3.0/lib/models/post.ts `setCategories`
    """
    named = find(matter, (*row.categories, "category")) if row.nested_categories else None
    if named is None or not isinstance(named[1], list):
        return {}
    listed = named[1]
    found: dict[str, str] = {}
    for way in listed if any(isinstance(item, list) for item in listed) else [listed]:
        for above, below in pairwise(_unique(_texts(way, named[0], Issues("")))):
            found.setdefault(below, above)
    return found


def tags(values: Mapping, issues: Issues, row: Dialect) -> tuple[str, ...]:
    """`tag` if there is one, whole; else `tags`, split where they are one text."""
    singular = find(values, ("tag",)) if row.singular else None
    if singular is not None and is_set(singular[1]):
        return _unique(_texts(singular[1], "tag", issues))
    named = find(values, row.tags, caseless=row.caseless)
    found = _unique(_plural(named, issues, row)) if named else ()
    return tuple(tag for tag in found if tag not in row.no_tags) if row.no_tags else found


def _plural(named: tuple[str, Node], issues: Issues, row: Dialect) -> list[str]:
    field, node = named
    if not is_set(node):
        return []
    if not isinstance(node, Scalar):
        return list(_texts(node, field, issues))
    if row.terms == "commas":
        return COMMAS.split(node.text) if COMMAS.search(node.text) else BLANKS.split(node.text)
    if NOT_SEPARATORS.search(node.text):
        what = "only blanks separate" if row.terms == "blanks" else "nothing separates"
        issues.warn(
            "terms-not-separated",
            f"{what} {field} in a text, and they stayed as they are;"
            f" write a list instead: {field}: [first, second]",
            field=field,
        )
    return BLANKS.split(node.text) if row.terms == "blanks" else [node.text]


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
