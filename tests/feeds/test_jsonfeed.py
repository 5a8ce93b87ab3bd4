"""Feeds as JSON Feed."""

import orjson

from gateway.feeds import jsonfeed
from tests.feeds.feeds import EMPTY, FEED, HARD, KYOTO


def test_a_feed_says_all_of_its_posts() -> None:
    assert orjson.loads(jsonfeed.render(FEED)) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "A & B",
        "home_page_url": "https://blog.example.org/b/",
        "feed_url": "https://blog.example.org/b/feed.json",
        "description": HARD,
        "authors": [{"name": "A & B", "url": "https://blog.example.org/b/"}],
        "language": "ja",
        "items": [
            {
                "id": "tag:blog.example.org,2026:/b/post_1",
                "url": "https://blog.example.org/b/2026/10/24/%E9%A7%85%E5%BC%81/",
                "title": HARD,
                "content_html": (
                    f'<p title="a &lt; b">{HARD}</p><pre>\n\n  if a &lt; b &amp;&amp; c:</pre>'
                ),
                "summary": HARD,
                "image": "https://blog.example.org/b/%E5%B1%B1.svg?a=1&b=2",
                "date_published": "2026-10-24T09:00:00+09:00",
                "date_modified": "2026-10-25T09:00:00.500000+09:00",
                "authors": [
                    {
                        "name": "小野 & Co",
                        "url": KYOTO,
                        "avatar": "https://cdn.example.org/a.png",
                    },
                    {"name": "Ellen", "url": KYOTO},
                ],
                "tags": ["旅", "C++ & <C>"],
                "language": "ja",
            },
            {
                "id": "tag:blog.example.org,2026:/b/post_2",
                "url": "https://blog.example.org/b/undated/",
                "title": "",
                "content_html": "",
                "date_modified": "2024-01-01T00:00:00+00:00",
                "language": "en",
            },
        ],
    }


def test_a_feed_of_nothing_has_no_items() -> None:
    assert orjson.loads(jsonfeed.render(EMPTY)) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "A & B",
        "home_page_url": "https://blog.example.org/b/",
        "feed_url": "https://blog.example.org/b/feed.json",
        "authors": [{"name": "A & B", "url": "https://blog.example.org/b/"}],
        "language": "en",
        "items": [],
    }
