"""Whether a post passes a filter: each condition is true or false of it."""

import unicodedata
from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo
from operator import eq, ge, gt, le, lt
from typing import Any

from .paging import folded


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


Test = Callable[[Any, Any], bool]

TEXT: dict[str, Test] = {
    "eq": lambda held, asked: nfc(held) == nfc(asked),
    "ne": lambda held, asked: nfc(held) != nfc(asked),
    "in": lambda held, asked: nfc(held) in map(nfc, asked),
    "notIn": lambda held, asked: nfc(held) not in map(nfc, asked),
    "contains": lambda held, asked: folded(asked) in folded(held),
    "startsWith": lambda held, asked: folded(held).startswith(folded(asked)),
    "isNull": lambda _, asked: not asked,
}
NUMBER: dict[str, Test] = {
    "eq": eq,
    "in": lambda held, asked: held in asked,
    "gt": gt,
    "gte": ge,
    "lt": lt,
    "lte": le,
}
TERMS: dict[str, Test] = {
    "any": lambda held, asked: any(nfc(slug) in held for slug in asked),
    "all": lambda held, asked: all(nfc(slug) in held for slug in asked),
    "none": lambda held, asked: not any(nfc(slug) in held for slug in asked),
}


def tested(tests: Mapping[str, Test], held: Any, asked: Mapping[str, Any]) -> bool:
    return all(tests[name](held, value) for name, value in asked.items() if value is not None)


def moment_of(text: str, zone: tzinfo) -> datetime:
    """A moment as a client writes it; a date, or a time without an offset, is in the zone."""
    written = datetime.fromisoformat(text)
    return written if written.tzinfo else written.replace(tzinfo=zone)


def at(zone: tzinfo, held: datetime | None, asked: Mapping[str, str | None]) -> bool:
    """No comparison is true of a post without a date."""
    moments = {name: text and moment_of(text, zone) for name, text in asked.items()}
    if held is None:
        return not any(moments.values())
    return tested(NUMBER, held, moments)


def same(one: Any, other: Any) -> bool:
    """Whether two JSON values are equal: 5 is 5.0, but 1 is not true."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)


def contains(held: Any, asked: Any) -> bool:
    if isinstance(held, list):
        return any(same(item, asked) for item in held)
    if isinstance(held, str) and isinstance(asked, str):
        return folded(asked) in folded(held)
    if isinstance(held, dict) and isinstance(asked, dict):
        return all(key in held and same(held[key], value) for key, value in asked.items())
    return False


def has_entry(front_matter: Mapping[str, Any], asked: Mapping[str, Any]) -> bool:
    """`null` asks for something here: that there is nothing, or that it is in a list."""
    key = asked["key"]
    if "eq" not in asked and "contains" not in asked:
        return key in front_matter
    held = front_matter.get(key)
    return ("eq" not in asked or same(held, asked["eq"])) and (
        "contains" not in asked or contains(held, asked["contains"])
    )


Condition = Callable[[Any, Any, Any], bool]
"""A post, what is asked of it, and the blog."""


def of_terms(kind: str) -> Condition:
    return lambda post, asked, _: tested(TERMS, {term.slug for term in post.terms[kind]}, asked)


CONDITIONS: dict[str, Condition] = {
    "and": lambda post, asked, blog: all(passes(post, each, blog) for each in asked),
    "or": lambda post, asked, blog: any(passes(post, each, blog) for each in asked),
    "not": lambda post, asked, blog: not passes(post, asked, blog),
    "search": lambda post, asked, blog: post in blog.search.hits(asked),
    "title": lambda post, asked, _: tested(TEXT, post.document.title, asked),
    "slug": lambda post, asked, _: tested(TEXT, post.slug, asked),
    "locale": lambda post, asked, _: tested(TEXT, post.document.locale, asked),
    "publishedAt": lambda post, asked, blog: at(blog.time_zone, post.document.published_at, asked),
    "updatedAt": lambda post, asked, blog: at(blog.time_zone, post.document.updated_at, asked),
    "readingMinutes": lambda post, asked, _: tested(NUMBER, post.document.reading_time, asked),
    "tags": of_terms("Tag"),
    "categories": of_terms("Category"),
    "authors": of_terms("Author"),
    "frontMatter": lambda post, asked, _: all(
        has_entry(post.document.front_matter, each) for each in asked
    ),
}


def passes(post: Any, where: Mapping[str, Any], blog: Any) -> bool:
    """Whether a post of a blog has all that a `PostFilter` asks for."""
    return all(
        CONDITIONS[name](post, asked, blog) for name, asked in where.items() if asked is not None
    )
