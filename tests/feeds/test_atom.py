"""Feeds as Atom, held against what RFC 4287 says, and read again."""

from typing import Any

import pytest
from lxml import etree

from gateway.feeds import atom
from gateway.feeds.feed import Feed
from tests.feeds.feeds import ATOM, EMPTY, FEED

NAMESPACE = "{http://www.w3.org/2005/Atom}"
HARD = '<b> & "it\'s" ]]> 旅 👩‍👩‍👧 \t\r\n\x7f\u2028旅'
AUTHORS = "https://blog.example.org/b/authors/"
TAGS = "https://blog.example.org/b/tags/"


def read(element: Any) -> Any:
    """An element as its name, its attributes, and its text or its children."""
    name = element.tag.removeprefix(NAMESPACE)
    children = [read(child) for child in element]
    return (name, dict(element.attrib), children or element.text)


@pytest.mark.parametrize("feed", [FEED, EMPTY])
def test_a_feed_is_valid(feed: Feed) -> None:
    ATOM.assertValid(etree.fromstring(atom.render(feed)))


def test_the_schema_refuses_what_the_specification_forbids() -> None:
    good = atom.render(FEED).decode()
    for right, wrong in (
        ("<updated>2026-10-25T09:00:00.500000+09:00</updated>", ""),
        ("+09:00</updated>", "+09:18:59</updated>"),
        ("<id>tag:blog.example.org,2026:/b/post_1</id>", "<id>post_1</id>"),
        ("/2026/10/24/%E9%A7%85%E5%BC%81/", "/2026/10/24/駅弁/"),
        ('xml:lang="ja"', 'xml:lang=""'),
    ):
        assert right in good
        assert not ATOM.validate(etree.fromstring(good.replace(right, wrong).encode()))


def test_a_feed_says_what_it_is_of() -> None:
    name, attributes, children = read(etree.fromstring(atom.render(FEED)))
    assert (name, attributes) == ("feed", {atom.LANGUAGE: "ja"})
    assert children[:-2] == [
        ("id", {}, "tag:blog.example.org,2026:/b/"),
        ("title", {}, "A & B"),
        ("subtitle", {}, HARD),
        ("updated", {}, "2026-10-25T09:00:00.500000+09:00"),
        (
            "link",
            {"rel": "alternate", "type": "text/html", "href": "https://blog.example.org/b/"},
            None,
        ),
        (
            "link",
            {
                "rel": "self",
                "type": "application/atom+xml",
                "href": "https://blog.example.org/b/feed.xml",
            },
            None,
        ),
        ("generator", {}, "content-gateway"),
        ("author", {}, [("name", {}, "A & B"), ("uri", {}, "https://blog.example.org/b/")]),
    ]


def test_an_entry_says_all_of_its_post_but_what_xml_forbids() -> None:
    *_, entry, _ = read(etree.fromstring(atom.render(FEED)))[2]
    assert entry == (
        "entry",
        {atom.LANGUAGE: "ja"},
        [
            ("id", {}, "tag:blog.example.org,2026:/b/post_1"),
            ("title", {}, HARD),
            (
                "link",
                {
                    "rel": "alternate",
                    "type": "text/html",
                    "href": "https://blog.example.org/b/2026/10/24/%E9%A7%85%E5%BC%81/",
                },
                None,
            ),
            ("published", {}, "2026-10-24T09:00:00+09:00"),
            ("updated", {}, "2026-10-25T09:00:00.500000+09:00"),
            (
                "author",
                {},
                [("name", {}, "小野 & Co"), ("uri", {}, f"{AUTHORS}%E5%B0%8F%E9%87%8E/")],
            ),
            (
                "author",
                {},
                [("name", {}, "Ellen"), ("uri", {}, f"{AUTHORS}%E5%B0%8F%E9%87%8E/")],
            ),
            (
                "category",
                {"term": "旅", "scheme": "https://blog.example.org/b/categories/", "label": "旅"},
                None,
            ),
            ("category", {"term": "c-plus-plus", "scheme": TAGS, "label": "C++ & <C>"}, None),
            ("category", {"term": "旅", "scheme": TAGS, "label": "旅"}, None),
            ("summary", {}, HARD),
            (
                "content",
                {"type": "html"},
                f'<p title="a &lt; b">{HARD}</p><pre>\n\n  if a &lt; b &amp;&amp; c:</pre>',
            ),
            (
                "{http://search.yahoo.com/mrss/}content",
                {"url": "https://blog.example.org/b/%E5%B1%B1.svg?a=1&b=2", "medium": "image"},
                None,
            ),
        ],
    )


def test_an_entry_of_a_post_with_little_has_what_every_entry_has() -> None:
    *_, entry = read(etree.fromstring(atom.render(FEED)))[2]
    assert entry == (
        "entry",
        {atom.LANGUAGE: "en"},
        [
            ("id", {}, "tag:blog.example.org,2026:/b/post_2"),
            ("title", {}, None),
            (
                "link",
                {
                    "rel": "alternate",
                    "type": "text/html",
                    "href": "https://blog.example.org/b/undated/",
                },
                None,
            ),
            ("updated", {}, "2024-01-01T00:00:00+00:00"),
            ("content", {"type": "html"}, None),
        ],
    )
