"""The menus in a data file or a setting: a list is one, a mapping is one or holds several."""

from collections.abc import Iterator

from gateway.content.matter.nodes import Mapping, Node
from gateway.content.menus.entries import CHILDREN, is_address, is_entry


def menus(node: Node | None, name: str) -> Iterator[tuple[str, Node]]:
    """The name and the entries of each. `name` is that of one that its author gave none."""
    if isinstance(node, list):
        yield name, node
    elif isinstance(node, dict):
        several = list(_several(node, name))
        if several:
            yield from several
        elif any(map(_leads_somewhere, node.values())):
            yield name, node


def _several(values: Mapping, name: str) -> Iterator[tuple[str, Node]]:
    for key, value in values.items():
        inner = value
        if isinstance(value, dict):
            inner = next((value[each] for each in CHILDREN if each in value), [])
        if isinstance(inner, list) and any(map(_is_entry, inner)):
            yield name if key in CHILDREN and name not in values else key, inner


def _is_entry(node: Node) -> bool:
    return isinstance(node, dict) and is_entry(node)


def _leads_somewhere(node: Node) -> bool:
    if isinstance(node, list):
        return any(
            is_address(value) for item in node if isinstance(item, dict) for value in item.values()
        )
    if isinstance(node, dict):
        return is_entry(node)
    return is_address(node)
