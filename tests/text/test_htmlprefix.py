"""The beginning of HTML: closed, and with its ending where the text stops."""

import pytest

from gateway.text import htmlprefix

CASES = [
    ("<p>日本語の本文</p>", 3, "<p>日本語…</p>"),
    ("<p>one two</p>\n<p>three</p>", 6, "<p>one two…</p>"),
    ("<p>one two</p>\n<p>three</p>", 7, "<p>one two</p>\n<p>t…</p>"),
    ('<p><a href="/x">a <em>b</em></a> c</p>', 1, '<p><a href="/x">a…</a></p>'),
    ('<p><a href="/x">a <em>b</em></a> c</p>', 2, '<p><a href="/x">a <em>b</em></a>…</p>'),
    ("<p>x <code>a</code>b</p>", 2, "<p>x <code>a</code>…</p>"),
    ("<p><strong>big </strong>world</p>", 3, "<p><strong>big</strong>…</p>"),
    ("<p>a &amp; b &lt;&gt;</p>", 2, "<p>a &amp;…</p>"),
    ("<p>a &amp; b &lt;&gt;</p>", 4, "<p>a &amp; b &lt;…</p>"),
    ("<p>a&nbsp;&nbsp;b c</p>", 2, "<p>a&nbsp;&nbsp;b…</p>"),
    ('<p><img src="/a.png" alt="a&gt;"> b c</p>', 1, '<p><img src="/a.png" alt="a&gt;"> b…</p>'),
    ('<p>a<br>b<wbr>c</p><p><img src="/a.png"></p>', 2, "<p>a<br>b…</p>"),
    ("<h2>a</h2><hr><p>b</p>", 1, "<h2>a…</h2>"),
    ("<details><summary>a</summary>b</details>c", 1, "<details><summary>a…</summary></details>"),
    ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", 1, "<ul>\n<li>a…</li></ul>"),
    ("<ul>\n<li>a</li>\n<li>b c</li>\n</ul>", 2, "<ul>\n<li>a</li>\n<li>b…</li></ul>"),
    ("<pre><code>a\n  b\n</code></pre>", 2, "<pre><code>a\n  b</code>…</pre>"),
    ("<pre><code>a\n  bc\n</code></pre>", 2, "<pre><code>a\n  b…</code></pre>"),
    (
        "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>",
        2,
        "<table><tbody><tr><td>a</td><td>b…</td></tr></tbody></table>",
    ),
    ("<p>a<b></b> <i>b</i> c</p>", 1, "<p>a…</p>"),
    ("<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>です", 2, "<ruby>漢字…</ruby>"),
    ('<video><source src="/a.mp4"><track src="/a.vtt"></video><p>ab</p>', 1,
     '<video><source src="/a.mp4"><track src="/a.vtt"></video><p>a…</p>'),
    ('<p>a<sup class="footnote-ref"><a href="#fn-1">1</a></sup> b c</p>', 2, "<p>a b…</p>"),
    ("no element at all", 2, "no…"),
    ("<div>\n<p>a</p></div>", 0, "<div>\n<p>…</p></div>"),
]  # fmt: skip


@pytest.mark.parametrize(("html", "characters", "expected"), CASES)
def test_html_is_cut_between_characters_of_its_text(
    html: str, characters: int, expected: str
) -> None:
    assert htmlprefix.cut(html, characters, "…") == expected


@pytest.mark.parametrize("piece", ["a", "<b>", "<b></b>", "&amp;", " ", "<br>", "&nbsp;", "<a "])
def test_a_megabyte_of_anything_is_read_once(piece: str) -> None:
    html = piece * (1_000_000 // len(piece)) + ">"
    assert "…" in htmlprefix.cut(html, 400_000, "…")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>一</p>\n<p>二</p>", "<p>一</p>"),
        ('<p><img src="/a"></p>\n<p>一<em>二</em></p><p>三</p>',
         '<p><img src="/a"></p>\n<p>一<em>二</em></p>'),
        ("<div><p>一</p><p>二</p></div><p>三</p>", "<div><p>一</p><p>二</p></div>"),
        ("<p>&nbsp;</p><hr><pre><code>1</code></pre><p>2</p>",
         "<p>&nbsp;</p><hr><pre><code>1</code></pre>"),
        ("一 <em>二</em> 三<p>四</p>", "一 <em>二</em> 三"),
        ('<p><img src="/a"></p>', '<p><img src="/a"></p>'),
        ("", ""),
    ],
)  # fmt: skip
def test_the_blocks_down_to_the_first_text(html: str, expected: str) -> None:
    assert htmlprefix.to_first_text(html) == expected
