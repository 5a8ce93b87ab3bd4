"""Entries that say their place by weight and parent, as Hugo's do.

https://gohugo.io/configuration/menus/#properties-entry and
https://github.com/gohugoio/hugo/blob/v0.111.3/navigation/menu.go
"""

from collections.abc import Iterable

from gateway.content.menus.entries import DEEPEST, Entry

HEAVIEST = float("inf")


def nested(entries: Iterable[Entry]) -> list[Entry]:
    """The entries at the top, each with those that name it as their parent, in order.

    One whose parent is missing, is below itself, or lies too deep stays at the top.
    """
    placed = sorted(entries, key=_place)
    names = {_name(entry): entry for entry in reversed(placed)}
    parents = {id(entry): names.get(str(entry.get("parent") or "")) for entry in placed}
    top = []
    for entry in placed:
        parent = parents[id(entry)]
        if parent is None or not _reaches_the_top(parent, parents):
            top.append(entry)
        else:
            parent["children"].append(entry)
    return top


def _place(entry: Entry) -> tuple[float, str, str]:
    """Those without a weight come last."""
    weight = entry.get("weight")
    heavy = weight if isinstance(weight, int | float) and weight else HEAVIEST
    return heavy, str(entry["title"] or "").casefold(), _name(entry)


def _name(entry: Entry) -> str:
    return str(entry.get("identifier") or entry["title"])


def _reaches_the_top(entry: Entry, parents: dict[int, Entry | None]) -> bool:
    above: Entry | None = entry
    for _ in range(DEEPEST):
        if above is None:
            return True
        above = parents[id(above)]
    return False
