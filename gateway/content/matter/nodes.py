"""YAML before it is typed: every scalar keeps the text the author wrote.

`title: 1.10` is a number to YAML and a title to its author; which it is depends on who asks.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias


class Scalar(NamedTuple):
    """One YAML scalar: its text, its value by Jekyll's rules, whether it was written plain."""

    text: str
    value: str | int | float | bool | None
    plain: bool = False


Node: TypeAlias = Scalar | list["Node"] | dict[str, "Node"]
Mapping: TypeAlias = dict[str, Node]


def as_json(node: Node) -> Any:
    """The node as JSON values; dates stay text."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, list):
        return [as_json(item) for item in node]
    return {key: as_json(value) for key, value in node.items()}


def text(node: Node | None) -> str | None:
    """The scalar's text as its author wrote it; None where nothing or no scalar was written."""
    if isinstance(node, Scalar) and node.value is not None:
        return node.text
    return None


def is_set(node: Node | None) -> bool:
    """Whether Ruby would call it true: anything but nothing, null and false."""
    return node is not None and not (isinstance(node, Scalar) and node.value in (None, False))


def find(
    values: Mapping, keys: Iterable[str], *, caseless: bool = False
) -> tuple[str, Node] | None:
    """The first of the fields that is written and not null, with the name that its author used.

    `a.b` is the field `b` of the mapping `a`.
    """
    for key in keys:
        outer, _, inner = key.partition(".")
        name = outer
        if caseless and outer not in values:
            name = next((name for name in values if name.lower() == outer.lower()), outer)
        node = values.get(name)
        if inner:
            found = find(node, (inner,), caseless=caseless) if isinstance(node, dict) else None
            if found is not None:
                return f"{name}.{found[0]}", found[1]
        elif node is not None and not (isinstance(node, Scalar) and node.value is None):
            return name, node
    return None


def find_text(values: Mapping, keys: Iterable[str]) -> str:
    """The text of the first of the fields that is written, without blanks around it, else ''."""
    found = find(values, keys)
    return (text(found[1]) or "").strip() if found else ""


def lowered(values: Mapping) -> Mapping:
    """The mapping with every key in lower case, for generators to which case means nothing."""
    return {
        key.lower(): lowered(value) if isinstance(value, dict) else value
        for key, value in values.items()
    }


def merge(under: Mapping, over: Mapping) -> Mapping:
    """`over` laid over `under`, mappings inside merged, null in `over` covering nothing.

    https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/utils.rb `deep_merge_hashes`
    """
    merged = dict(under)
    for key, value in over.items():
        below = under.get(key)
        if isinstance(below, dict) and isinstance(value, dict):
            merged[key] = merge(below, value)
        elif below is None or not (isinstance(value, Scalar) and value.value is None):
            merged[key] = value
    return merged
