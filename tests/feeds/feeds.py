"""Feeds to render, with everything in them that is hard to write."""

from pathlib import Path

from lxml import etree

from gateway.feeds.feed import Category, Entry, Feed, Person

ATOM = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))
"""What RFC 4287 says of feeds."""

HOME = "https://blog.example.org/b/"
KYOTO = "https://blog.example.org/b/authors/%E5%B0%8F%E9%87%8E/"

HARD = '<b> & "it\'s" ]]> \x00\x0b\x1f\ufffe旅 👩‍👩‍👧 \t\r\n\x7f\u2028旅'
"""Markup, what XML forbids, other scripts, and what JSON and JavaScript see differently."""

EVERYTHING = Entry(
    id="tag:blog.example.org,2026:/b/post_1",
    url="https://blog.example.org/b/2026/10/24/%E9%A7%85%E5%BC%81/",
    title=HARD,
    language="ja",
    published="2026-10-24T09:00:00+09:00",
    updated="2026-10-25T09:00:00.500000+09:00",
    summary=HARD,
    html=f'<p title="a &lt; b">{HARD}</p><pre>\n\n  if a &lt; b &amp;&amp; c:</pre>',
    image="https://blog.example.org/b/%E5%B1%B1.svg?a=1&b=2",
    authors=(Person("小野 & Co", KYOTO, "https://cdn.example.org/a.png"), Person("Ellen", KYOTO)),
    categories=(
        Category("https://blog.example.org/b/categories/", "旅", "旅"),
        Category("https://blog.example.org/b/tags/", "c-plus-plus", "C++ & <C>"),
        Category("https://blog.example.org/b/tags/", "旅", "旅"),
    ),
)
LITTLE = Entry(
    id="tag:blog.example.org,2026:/b/post_2",
    url="https://blog.example.org/b/undated/",
    title="",
    language="en",
    published=None,
    updated="2024-01-01T00:00:00+00:00",
    summary="",
    html="",
)
FEED = Feed(
    id="tag:blog.example.org,2026:/b/",
    title="A & B",
    description=HARD,
    language="ja",
    home=HOME,
    updated="2026-10-25T09:00:00.500000+09:00",
    publisher=Person("A & B", HOME),
    entries=(EVERYTHING, LITTLE),
)
EMPTY = Feed(
    id="tag:blog.example.org,2026:/b/",
    title="A & B",
    description=None,
    language="en",
    home=HOME,
    updated="1970-01-01T00:00:00+00:00",
    publisher=Person("A & B", HOME),
    entries=(),
)
