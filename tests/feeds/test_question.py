"""Feeds as they are read from the answer to their query."""

from typing import Any

import pytest

from gateway.feeds import question
from gateway.feeds.feed import Category, Entry, Feed, Person

SITE = {"title": "Notes", "description": "On this.", "url": "https://example.org/b", "locale": "ja"}
POST: dict[str, Any] = {
    "id": "post_1",
    "url": "/b/a/",
    "title": "A",
    "locale": "en",
    "publishedAt": None,
    "updatedAt": "2024-01-01T00:00:00+00:00",
    "excerpt": "Text.",
    "body": {"html": '<a href="b">b</a>'},
    "coverImage": None,
    "authors": [],
    "categories": {"nodes": []},
    "tags": {"nodes": []},
}
TAG = {"slug": "旅", "name": "旅", "url": "/b/tags/%E6%97%85/"}


def answer(*posts: dict[str, Any], **site: Any) -> dict[str, Any]:
    return {"site": SITE | site, "posts": {"nodes": list(posts)}}


def test_a_site_without_posts_has_a_feed() -> None:
    assert question.read(answer(), "http://localhost") == Feed(
        id="tag:example.org,2026:/b/",
        title="Notes",
        description="On this.",
        language="ja",
        home="https://example.org/b/",
        updated="1970-01-01T00:00:00+00:00",
        publisher=Person("Notes", "https://example.org/b/"),
        entries=(),
    )


def test_what_was_never_loaded_is_called_by_its_address() -> None:
    feed = question.read(answer(title="", url=None), "http://localhost:8000")
    assert feed is not None
    assert (feed.id, feed.title, feed.publisher) == (
        "tag:localhost,2026:/",
        "http://localhost:8000",
        Person("http://localhost:8000", "http://localhost:8000/"),
    )


def test_paths_are_those_of_the_host_that_was_asked() -> None:
    author = {"name": "Ken", "url": "/b/authors/ken/", "avatar": {"src": "/b/k.png"}}
    post = POST | {
        "coverImage": {"src": "/b/c.png"},
        "authors": [author],
        "tags": {"nodes": [TAG]},
    }
    feed = question.read(answer(post, url=None), "http://localhost:8000")
    assert feed is not None
    assert feed.entries == (
        Entry(
            id="tag:localhost,2026:/post_1",
            url="http://localhost:8000/b/a/",
            title="A",
            language="en",
            published=None,
            updated="2024-01-01T00:00:00+00:00",
            summary="Text.",
            html='<a href="http://localhost:8000/b/a/b">b</a>',
            image="http://localhost:8000/b/c.png",
            authors=(
                Person(
                    "Ken", "http://localhost:8000/b/authors/ken/", "http://localhost:8000/b/k.png"
                ),
            ),
            categories=(Category("http://localhost:8000/b/tags/", "旅", "旅"),),
        ),
    )


def test_a_feed_of_a_tag_is_named_after_it_and_the_site() -> None:
    subject = TAG | {"id": "tag_1", "description": "Far.", "posts": {"nodes": []}}
    feed = question.read({"site": SITE, "subject": subject}, "http://localhost")
    assert feed is not None
    assert (feed.id, feed.title, feed.description, feed.home) == (
        "tag:example.org,2026:/b/tag_1",
        "旅 – Notes",
        "Far.",
        "https://example.org/b/tags/%E6%97%85/",
    )


def test_there_is_no_feed_of_what_there_is_not() -> None:
    assert question.read({"site": SITE, "subject": None}, "http://localhost") is None


def test_a_feed_changed_when_its_latest_post_did() -> None:
    changes = (
        "2024-01-01T23:00:00+00:00",
        "2024-01-02T08:30:00+09:00",
        "2024-01-02T00:00:00+02:00",
    )
    feed = question.read(answer(*({**POST, "updatedAt": each} for each in changes)), "http://x")
    assert feed is not None
    assert feed.updated == "2024-01-02T08:30:00+09:00"


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2024-01-01T09:00:00+09:00", "2024-01-01T09:00:00+09:00"),
        ("2024-01-01T09:00:00.250000-03:30", "2024-01-01T09:00:00.250000-03:30"),
        ("1870-01-01T09:18:59+09:18:59", "1870-01-01T00:00:00+00:00"),
        ("0012-01-01T00:00:00+00:00", "0012-01-01T00:00:00+00:00"),
    ],
)
def test_a_moment_is_one_of_rfc_3339(moment: str, expected: str) -> None:
    feed = question.read(answer(POST | {"publishedAt": moment}), "http://x")
    assert feed is not None
    assert feed.entries[0].published == expected
