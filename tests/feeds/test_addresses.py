"""Addresses in HTML, made absolute."""

import pytest

from gateway.feeds import addresses

BASE = "https://blog.example.org/b/2026/10/24/%E9%A7%85/"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", ""),
        ("<p>href=\"/a\" and src='b'</p>", "<p>href=\"/a\" and src='b'</p>"),
        ('<a href="/a">a</a>', '<a href="https://blog.example.org/a">a</a>'),
        ('<a href="a/../b">a</a>', f'<a href="{BASE}b">a</a>'),
        ('<a href="../旅/">a</a>', '<a href="https://blog.example.org/b/2026/10/24/旅/">a</a>'),
        ('<a href="#fn1">1</a>', f'<a href="{BASE}#fn1">1</a>'),
        ('<a href="?a=1&amp;b=2">a</a>', f'<a href="{BASE}?a=1&amp;b=2">a</a>'),
        ('<a href="">a</a>', f'<a href="{BASE}">a</a>'),
        ('<a href="//cdn.example.org/a">a</a>', '<a href="https://cdn.example.org/a">a</a>'),
        ('<a href="http://other.example/?q=%20&amp;&quot;">a</a>',) * 2,
        ('<a href="mailto:a@example.org">a</a>',) * 2,
        ('<a href="http://[bad/">a</a>',) * 2,
        (
            '<img alt=" src=" src="/a.png" title="href=&quot;/b&quot; >">',
            '<img alt=" src=" src="https://blog.example.org/a.png" title="href=&quot;/b&quot; >">',
        ),
        (
            '<img srcset="a 1x,b,c 2x, d,, //h/e 2w 3h , f,">',
            f'<img srcset="{BASE}a 1x,{BASE}b,c 2x, {BASE}d,, https://h/e 2w 3h , {BASE}f,">',
        ),
        (
            '<video poster="a.jpg" controls=""><track src="a.vtt"></video>',
            f'<video poster="{BASE}a.jpg" controls=""><track src="{BASE}a.vtt"></video>',
        ),
        ('<q cite="/a">b</q>', '<q cite="https://blog.example.org/a">b</q>'),
        ('<data value="/a" data-href="/b" title="/c">d</data>',) * 2,
        ("a &lt; b <br> c", "a &lt; b <br> c"),
    ],
)
def test_an_address_is_that_of_a_browser_on_the_page(html: str, expected: str) -> None:
    assert addresses.absolute(html, BASE) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<a " * 200_000,
        "<a x=" * 200_000,
        '<a x="' * 200_000,
        f'<img srcset="{"," * 300_000}">',
        f'<img srcset="//a{"," * 300_000}{" " * 300_000}">',
    ],
    ids=range(5),
)
def test_html_that_would_make_a_pattern_slow_is_done_at_once(html: str) -> None:
    assert addresses.absolute(html, BASE) == html.replace("//a", "https://a")
