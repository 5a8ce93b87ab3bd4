"""A feed as JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/."""

from collections.abc import Mapping
from typing import Any

import orjson

from gateway.feeds.feed import Entry, Feed, Person

FILE = "feed.json"
MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def render(feed: Feed) -> bytes:
    return orjson.dumps(
        _given(
            {
                "version": VERSION,
                "title": feed.title,
                "home_page_url": feed.home,
                "feed_url": feed.home + FILE,
                "description": feed.description,
                "authors": [_author(feed.publisher)],
                "language": feed.language,
                "items": [_item(entry) for entry in feed.entries],
            }
        )
    )


def _item(entry: Entry) -> Mapping[str, Any]:
    return _given(
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "content_html": entry.html,
            "summary": entry.summary or None,
            "image": entry.image,
            "date_published": entry.published,
            "date_modified": entry.updated,
            "authors": [_author(person) for person in entry.authors] or None,
            # A tag and a category may be called the same.
            "tags": list(dict.fromkeys(each.label for each in entry.categories)) or None,
            "language": entry.language,
        }
    )


def _author(person: Person) -> Mapping[str, Any]:
    return _given({"name": person.name, "url": person.url, "avatar": person.avatar})


def _given(members: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in members.items() if value is not None}
