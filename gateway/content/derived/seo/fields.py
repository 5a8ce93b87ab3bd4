"""Front matter by the names that plugins and themes have for it.

Case, `_` and `-` in a name mean nothing: `seo_title` is `seoTitle`, and so is the `title` of `seo`.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from gateway.content.matter import nodes
from gateway.content.matter.nodes import Mapping, Node

TITLES = ("seotitle", "metatitle", "yoastwpseotitle", "rankmathtitle", "ogtitle")
DESCRIPTIONS = (
    *("seodescription", "metadescription", "metadesc", "yoastwpseometadesc"),
    *("rankmathdescription", "description", "desc", "ogdescription"),
)
CANONICALS = ("canonicalurl", "canonical", "seocanonical", "seocanonicalurl", "yoastwpseocanonical")

CONTAINERS = {"extra": "", "params": "", "seo": "seo"}
"""Mappings in which fields may be, with what comes before the names of theirs."""

TEMPLATE = "%%"
"""What only Yoast's plugin can fill in: `%%title%% %%sep%% %%sitename%%`."""

SEPARATORS = str.maketrans("", "", "_-")

Fields = dict[str, tuple[str, Node]]
"""Fields by their simple names, each with the name that its author used."""


class Found(NamedTuple):
    """A field by the name that its author used; both are '' where there is none."""

    name: str = ""
    text: str = ""


def of(values: Mapping) -> Fields:
    fields: Fields = {}
    for container, before in CONTAINERS.items():
        inner = values.get(container)
        if isinstance(inner, dict):
            for name, node in inner.items():
                fields[before + _simple(name)] = f"{container}.{name}", node
    for name, node in values.items():
        fields[_simple(name)] = name, node
    return fields


def find(fields: Fields, names: Iterable[str]) -> Found:
    """The first of the fields that has a text, without blanks around it."""
    for simple in names:
        if simple in fields:
            name, node = fields[simple]
            text = (nodes.text(node) or "").strip()
            if text and TEMPLATE not in text:
                return Found(name, text)
    return Found()


@lru_cache(1_000)
def _simple(name: str) -> str:
    return name.lower().translate(SEPARATORS)
