"""Sitemaps as XML."""

from lxml import etree

from gateway.feeds import sitemap
from gateway.feeds.sitemap import Page

PAGES = [
    Page("https://blog.example.org/", None),
    Page("https://blog.example.org/%E6%97%85/it's?a=1&b=<2>", "2026-10-25T00:00:00Z"),
]


def test_a_sitemap_lists_addresses_with_their_last_change() -> None:
    assert sitemap.render(PAGES).decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<url><loc>https://blog.example.org/</loc></url>\n"
        "<url><loc>https://blog.example.org/%E6%97%85/it&#x27;s?a=1&amp;b=&lt;2&gt;</loc>"
        "<lastmod>2026-10-25T00:00:00Z</lastmod></url>\n"
        "</urlset>\n"
    )


def test_an_index_lists_sitemaps() -> None:
    parts = [Page(f"https://blog.example.org/{sitemap.part(n)}", None) for n in (1, 2)]
    assert sitemap.render_index(parts).decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<sitemap><loc>https://blog.example.org/sitemap-1.xml</loc></sitemap>\n"
        "<sitemap><loc>https://blog.example.org/sitemap-2.xml</loc></sitemap>\n"
        "</sitemapindex>\n"
    )


def test_the_addresses_are_the_same_to_a_parser() -> None:
    found = etree.fromstring(sitemap.render(PAGES)).iter(f"{{{sitemap.NAMESPACE}}}loc")
    assert [loc.text for loc in found] == [page.url for page in PAGES]
