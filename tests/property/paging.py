"""Lists in order, and pages of them as the Relay specification cuts them."""

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

DEFAULT_PAGE = 20
THE_BEGINNING = datetime.min.replace(tzinfo=UTC)
THE_END = datetime.max.replace(tzinfo=UTC)


def folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def moment_text(moment: datetime | None) -> str:
    if moment is None:
        return ""
    text = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0")
    return f"{text}.{moment.microsecond:06}" if moment.microsecond else text


def published(post: Any) -> tuple[datetime, str]:
    return post.document.published_at or THE_BEGINNING, post.document.source_path


def published_text(post: Any) -> str:
    return f"{moment_text(post.document.published_at)} {post.document.source_path}"


@dataclass(frozen=True)
class Key:
    letter: str
    value: Callable[[Any], Any]
    in_cursor: Callable[[Any], Any]


def plain(letter: str, value: Callable[[Any], Any]) -> Key:
    return Key(letter, value, value)


POST_KEYS = {
    "PUBLISHED_AT": Key("p", published, published_text),
    "UPDATED_AT": Key(
        "u",
        lambda post: post.document.updated_at,
        lambda post: moment_text(post.document.updated_at),
    ),
    "TITLE": plain("t", lambda post: folded(post.document.title)),
    "READING_TIME": plain("r", lambda post: post.document.reading_time),
}
TERM_KEYS = {
    "NAME": plain("n", lambda term: folded(term.name)),
    "POST_COUNT": plain("c", lambda term: len(term.posts)),
    "LATEST_POST": Key(
        "l",
        lambda term: max(map(published, term.posts), default=(THE_BEGINNING, "")),
        lambda term: published_text(max(term.posts, key=published)) if term.posts else "",
    ),
    "ID": plain("", lambda term: term.id),
}


def cursor_of(code: str, values: Iterable[Any]) -> str:
    text = json.dumps([code, *values], ensure_ascii=False, separators=(",", ":"))
    return text.encode().hex().upper()


class Order(Protocol):
    """How a list is ordered, and where cursors lie in it."""

    def arranged(self, items: list[Any]) -> list[Any]: ...

    def cursors(self, arranged: list[Any]) -> list[str]: ...

    def split(self, arranged: list[Any], cursor: str) -> tuple[list[Any], list[Any], list[Any]]:
        """The items before the cursor, the item at it if it is in the list, those after it."""
        ...


@dataclass(frozen=True)
class Sorted:
    """`everything` is all that a cursor can be of, whether or not it is in the list at hand.

    `mark` is what cursors have of the filter of the list.
    """

    asked: list[tuple[Key, bool]]
    ties: list[tuple[Key, bool]]
    everything: list[Any]
    mark: str = ""

    def arranged(self, items: list[Any]) -> list[Any]:
        items = list(items)
        for key, descending in reversed(self.asked + self.ties):
            items.sort(key=key.value, reverse=descending)
        return items

    def cursors(self, arranged: list[Any]) -> list[str]:
        code = "".join(("-" if descending else "+") + key.letter for key, descending in self.asked)
        code += self.mark
        keys = dict.fromkeys(key for key, _ in self.asked + self.ties)
        return [cursor_of(code, (key.in_cursor(item) for key in keys)) for item in arranged]

    def split(self, arranged: list[Any], cursor: str) -> tuple[list[Any], list[Any], list[Any]]:
        at = self.everything[self.cursors(self.everything).index(cursor)]
        ranked = self.arranged([*arranged, *([] if at in arranged else [at])])
        place = ranked.index(at)
        return ranked[:place], [at] if at in arranged else [], ranked[place + 1 :]


@dataclass(frozen=True)
class AsWritten:
    """The order of the front matter; a cursor is a place in it."""

    longest: int = 1000

    def arranged(self, items: list[Any]) -> list[Any]:
        return items

    def cursors(self, arranged: list[Any]) -> list[str]:
        return [cursor_of("w", [place]) for place in range(len(arranged))]

    def split(self, arranged: list[Any], cursor: str) -> tuple[list[Any], list[Any], list[Any]]:
        place = next(n for n in range(self.longest) if cursor_of("w", [n]) == cursor)
        return arranged[:place], arranged[place : place + 1], arranged[place + 1 :]


def connection(items: list[Any], order: Order, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """https://relay.dev/graphql/connections.htm#sec-Pagination-algorithm."""
    first, last = arguments.get("first"), arguments.get("last")
    after, before = arguments.get("after"), arguments.get("before")
    if first is None and last is None:
        first = DEFAULT_PAGE
    everything = order.arranged(items)
    edges = list(zip(order.cursors(everything), everything, strict=True))

    # ApplyCursorsToEdges
    beyond_before = beyond_after = False
    if after is not None:
        earlier, at, later = order.split(everything, after)
        beyond_after = bool(earlier + at)
        edges = [edge for edge in edges if edge[1] in later]
    if before is not None:
        earlier, at, later = order.split(everything, before)
        beyond_before = bool(at + later)
        edges = [edge for edge in edges if edge[1] in earlier]

    # Not of the specification: pages by number.
    offset = arguments.get("offset") or 0
    beyond_after = beyond_after or bool(edges[:offset])
    edges = edges[offset:]

    # HasNextPage and HasPreviousPage
    has_next = len(edges) > first if first is not None else beyond_before
    has_previous = len(edges) > last if last is not None else beyond_after

    # EdgesToReturn
    if first is not None:
        edges = edges[:first]
    if last is not None:
        edges = edges[max(0, len(edges) - last) :]
    return {
        "edges": [{"cursor": cursor, "node": item} for cursor, item in edges],
        "nodes": [item for _, item in edges],
        "pageInfo": {
            "hasNextPage": has_next,
            "hasPreviousPage": has_previous,
            "startCursor": edges[0][0] if edges else None,
            "endCursor": edges[-1][0] if edges else None,
        },
        "totalCount": len(everything),
    }
