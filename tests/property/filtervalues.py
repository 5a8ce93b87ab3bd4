"""What a filter compares with: mostly what a post has, so that some posts pass."""

import json
import unicodedata
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from . import typed
from .blog import Blog, Post

Values = st.SearchStrategy[Any]

SPELLINGS: list[Callable[[str], str]] = [
    lambda text: text,
    str.upper,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: unicodedata.normalize("NFKC", text).casefold(),
    lambda text: text[1:4],
    lambda text: text[:2],
    lambda _: "",
]
"""The whole text is asked for as often as all others together."""

NUMBERS: list[Callable[[float], Any]] = [lambda number: number, float, lambda number: number + 1]

OTHER_JSON: list[Any] = [
    None,
    True,
    False,
    0,
    1,
    1.0,
    -7,
    0.5,
    "",
    "1",
    "日本語",
    [],
    [None],
    [[]],
    {},
]


class FilterValues:
    """Strategies for the values in a filter, of which a post is the example."""

    def __init__(self, blog: Blog) -> None:
        self.blog = blog
        self.examples: st.SearchStrategy[Any] = (
            st.sampled_from(blog.posts) if blog.posts else st.none()
        )

    def of(self, field: str, name: str, example: Post | None, beside: Mapping[str, Any]) -> Values:
        """A value for `name` in what `PostFilter` has for `field`. `beside` has those chosen."""
        if name == "isNull":
            return st.booleans()
        if name == "search":
            return typed.searches(example)
        rows: dict[str, Callable[[Post], Values]] = {
            "title": lambda post: self.text(post.document.title),
            "slug": lambda post: self.text(post.slug),
            "locale": lambda post: self.text(post.document.locale),
            "publishedAt": lambda post: self.moment(post.document.published_at),
            "updatedAt": lambda post: self.moment(post.document.updated_at),
            "readingMinutes": lambda post: st.sampled_from([0, 1, -1]).map(
                lambda more: post.document.reading_time + more
            ),
            "tags": lambda post: self.slug(post, "Tag"),
            "categories": lambda post: self.slug(post, "Category"),
            "authors": lambda post: self.slug(post, "Author"),
            "frontMatter": lambda post: self.front_matter(post, name, beside),
        }
        if example is None:
            return {"frontMatter": st.just("x"), "readingMinutes": st.just(1)}.get(
                field, st.just("2025-11-07")
            )
        # Now and then of another post, which makes most filters pass none.
        other = self.examples.flatmap(rows[field])
        return st.sampled_from([rows[field](example)] * 4 + [other]).flatmap(lambda found: found)

    def text(self, text: str) -> Values:
        return st.sampled_from([SPELLINGS[0]] * 6 + SPELLINGS[1:]).map(lambda spelt: spelt(text))

    def moment(self, moment: datetime | None) -> Values:
        local = (moment or datetime(2025, 1, 1, tzinfo=UTC)).astimezone(self.blog.time_zone)
        written: list[Callable[[datetime], str]] = [
            lambda each: each.isoformat(),
            lambda each: each.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z",
            lambda each: each.replace(tzinfo=None).isoformat(),
            lambda each: each.date().isoformat(),
        ]
        apart = [timedelta(0), timedelta(0), timedelta(seconds=1), timedelta(microseconds=-1)]
        return st.builds(
            lambda write, more: write(local + more),
            st.sampled_from(written),
            st.sampled_from(apart),
        )

    def slug(self, post: Post, kind: str) -> Values:
        own = [term.slug for term in post.terms[kind]] * 3
        every = [term.slug for term in self.blog.of_kind(kind)]
        spelt = st.sampled_from([SPELLINGS[0]] * 4 + [SPELLINGS[2]])
        return st.builds(
            lambda slug, spell: spell(slug), st.sampled_from([*own, *every, "x"]), spelt
        )

    def front_matter(self, post: Post, name: str, beside: Mapping[str, Any]) -> Values:
        entries = post.document.front_matter
        if name == "key":
            return st.sampled_from([*entries, *entries, "x", "nothing"])
        value = entries.get(beside["key"])
        return st.sampled_from([value] * 3 + _alike(value) + _parts(value) * 2 + OTHER_JSON)


def _alike(value: Any) -> list[Any]:
    """The same in another spelling, and what is nearly the same."""
    if isinstance(value, bool) or value is None:
        return [int(value or 0)]
    if isinstance(value, int | float):
        return [change(value) for change in NUMBERS if abs(value) < 2**53]
    if isinstance(value, dict):
        return [dict(reversed(value.items())), {**value, "x": None}]
    return [json.dumps(value)]


def _parts(value: Any) -> list[Any]:
    """What the value may be said to contain."""
    if isinstance(value, str):
        return [value[1:4], value.upper(), ""]
    if isinstance(value, list):
        return [*value, *(each for item in value for each in _alike(item))]
    if isinstance(value, dict):
        return [{key: each} for key, each in value.items()] + [dict(list(value.items())[1:])]
    return []
