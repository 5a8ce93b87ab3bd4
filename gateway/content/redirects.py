"""The addresses that a post had before.

https://github.com/jekyll/jekyll-redirect-from and https://gohugo.io/content-management/urls/
"""

from collections.abc import Iterator

from gateway.content.nodes import Mapping, Node, Scalar

KEYS = ("redirect_from", "aliases", "alias")


def of(values: Mapping) -> tuple[str, ...]:
    """The paths that lead to the post, each beginning with a slash."""
    written = [path for key in KEYS if key in values for path in _texts(values[key])]
    return tuple(dict.fromkeys("/" + path.lstrip("/") for path in written if path))


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        if isinstance(node.value, str):
            yield node.text.strip()
    elif isinstance(node, list):
        for item in node:
            yield from _texts(item)
