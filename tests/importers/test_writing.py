"""What WordPress's editors have written becomes HTML."""

from pathlib import Path

import pytest

from gateway.importers import autop, blocks, shortcodes
from gateway.importers.media import Gallery, Media
from gateway.importers.report import Report
from tests.importers.exports import attachment, body, item, meta, wordpress

POST = "_posts/2024-05-06-morning-ferry.html"
PIER = Media("/pier.jpg", "Pier", "The pier", "A <em>pier</em>", "7", 2)
FOG = Media("/fog.jpg", "Fog", "", "", "7", 1)
GALLERY = Gallery({"40": PIER, "41": FOG}, ("41", "40"))
IMAGE = '<img src="/a.jpg" alt="">'


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("", ""),
        ("One.\nTwo.\n\n\nThree.", "<p>One.<br />\nTwo.</p>\n\n<p>Three.</p>"),
        ("霧の朝。\r\n\r\n船が来た。", "<p>霧の朝。</p>\n\n<p>船が来た。</p>"),
        ("<p>One</p>\n<p>Two</p>", "<p>One</p>\n\n<p>Two</p>"),
        ("<p>One\n\nTwo</p>", "<p>One</p>\n\n<p>Two</p>"),
        ("One<br><br />Two<br>\nThree", "<p>One</p>\n\n<p>Two<br />\nThree</p>"),
        ("<h2>Head</h2>\nText", "<h2>Head</h2>\n\n<p>Text</p>"),
        ("A<hr>B", "<p>A</p>\n\n<hr>\n\n<p>B</p>"),
        ("<blockquote>One\n\nTwo</blockquote>", "<blockquote><p>One</p>\n<p>Two</p></blockquote>"),
        ("<div>text</div>", "<div>text</div>"),
        ("<div>\ntext\n\nmore\n</div>\nend", "<div><p>text</p>\n<p>more</p></div>\n\n<p>end</p>"),
        (
            "<ul>\n<li>a\n<ol>\n<li>b</li>\n</ol>\n</li>\n</ul>\nend",
            "<ul>\n<li>a\n<ol>\n<li>b</li>\n</ol>\n</li>\n</ul>\n\n<p>end</p>",
        ),
        ("<pre>a\n\n  b</pre>\nc", "<pre>a\n\n  b</pre>\n\n<p>c</p>"),
        ("<script>\n\nx()\n</script>", "<script>\n\nx()\n</script>"),
        ('<a\nhref="/x">x</a>', '<p><a href="/x">x</a></p>'),
        ("a\n\n<!--more-->\n\nb", "<p>a</p>\n\n<!--more-->\n\n<p>b</p>"),
        (f"<figure>{IMAGE}\n\n</figure>x", f"<figure>{IMAGE}\n\n</figure>\n\n<p>x</p>"),
        ("<pre>never closed\n\nx", "<p><pre>never closed</p>\n\n<p>x</p>"),
    ],
)
def test_blank_lines_of_the_classic_editor_become_paragraphs(written: str, html: str) -> None:
    assert autop.paragraphs(written.replace("\r\n", "\n")) == html


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("[sic] and [1] and [x y]", "[sic] and [1] and [x y]"),
        ("[[gallery]]", "[gallery]"),
        ("<code>[gallery]</code>", "<code>[gallery]</code>"),
        ('<a title="[gallery]">x</a>', '<a title="[gallery]">x</a>'),
        (
            f'[caption id="a" align="left"]{IMAGE} A <b>word</b>[/caption]',
            f'<figure class="wp-caption">{IMAGE}<figcaption>A <b>word</b></figcaption></figure>',
        ),
        (
            f'[caption caption="Old words"]<a href="/b">{IMAGE}</a>[/caption]',
            (
                f'<figure class="wp-caption"><a href="/b">{IMAGE}</a>'
                "<figcaption>Old words</figcaption></figure>"
            ),
        ),
        (
            '[gallery ids="41, 40,99"]',
            (
                '<div class="gallery">\n<figure><img src="/fog.jpg" alt=""></figure>\n'
                '<figure><img src="/pier.jpg" alt="The pier">'
                "<figcaption>A <em>pier</em></figcaption></figure>\n</div>"
            ),
        ),
        (
            "[embed width='9']https://video.example/1[/embed]",
            '<p><a href="https://video.example/1">https://video.example/1</a></p>',
        ),
        (
            "[youtube=https://video.example/w?v=1&amp;t=2]",
            (
                '<p><a href="https://video.example/w?v=1&amp;t=2">'
                "https://video.example/w?v=1&amp;t=2</a></p>"
            ),
        ),
        (
            '[audio mp3="/a.mp3"][/audio]',
            '<figure><audio controls src="/a.mp3"><a href="/a.mp3">/a.mp3</a></audio></figure>',
        ),
        (
            '[code lang="html"]<b>\n[gallery]</b>[/code]',
            '<pre><code class="language-html">&lt;b&gt;\n[gallery]&lt;/b&gt;\n</code></pre>',
        ),
    ],
)
def test_shortcodes_become_html(written: str, html: str) -> None:
    report = Report()
    assert shortcodes.render(written, GALLERY, report).strip() == html
    assert report.shortcodes == {}


def test_a_gallery_without_ids_has_what_is_attached_in_its_order() -> None:
    made = shortcodes.render("[gallery]", GALLERY, Report())
    assert made.index("/fog.jpg") < made.index("/pier.jpg")


@pytest.mark.parametrize(
    ("written", "html", "names"),
    [
        ("[row][col]a[/col] b[/row]", "a b", {"row": 1, "col": 1}),
        ("[contact form=1] [map_of_port]", " ", {"contact": 1, "map_of_port": 1}),
        ("[toc /]x", "x", {"toc": 1}),
        ("[box]a [box]b[/box] [/other]", "a b [/other]", {"box": 2}),
        ("[row]never [col]closed[/row]", "never closed", {"row": 1}),
    ],
)
def test_unknown_shortcodes_leave_what_they_hold_and_are_counted(
    written: str, html: str, names: dict[str, int]
) -> None:
    report = Report()
    made = shortcodes.render(written, GALLERY, report)
    assert (made.replace("[col]", ""), report.shortcodes) == (html, names)


def test_blocks_leave_their_html(tmp_path: Path) -> None:
    written = """<!-- wp:paragraph {"align":"left"} -->
<p>霧の朝。</p>
<!-- /wp:paragraph -->

<!-- wp:embed {"url":"https://video.example/1"} -->
<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
https://video.example/1
</div></figure>
<!-- /wp:embed -->

<!-- wp:more -->
<!--more-->
<!-- /wp:more -->

<!-- wp:nextpage -->
<!--nextpage-->
<!-- /wp:nextpage -->

<!-- wp:latest-posts {"postsToShow":3} /-->

<!-- wp:social-link {"url":"https://social.example/mara","service":"x"} /-->

<!-- wp:block {"ref":50} /-->

<!-- wp:shortcode -->
[gallery ids="40"]
<!-- /wp:shortcode -->

<!-- wp:code -->
<pre class="wp-block-code"><code>a



b</code></pre>
<!-- /wp:code -->

<!-- wp:footnotes /-->"""
    files, report = wordpress(
        tmp_path,
        attachment("40", "/pier.jpg"),
        item(
            wp__post_id="50",
            wp__post_type="wp_block",
            content__encoded="<!-- wp:paragraph --><p>Again</p><!-- /wp:paragraph -->",
        ),
        item(meta("footnotes", '[{"id":"n1","content":"A note"}]'), content__encoded=written),
    )
    assert (
        body(files, POST)
        == """<p>霧の朝。</p>

<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\
<a href="https://video.example/1">https://video.example/1</a></div></figure>

<!--more-->

<p><a href="https://social.example/mara">https://social.example/mara</a></p>

<p>Again</p>

<div class="gallery">
<figure><img src="/pier.jpg" alt=""></figure>
</div>

<pre class="wp-block-code"><code>a



b</code></pre>

<ol class="wp-block-footnotes">
<li id="n1">A note <a href="#n1-link">↩︎</a></li>
</ol>"""
    )
    assert report.blocks == {"latest-posts": 1}


def test_a_reusable_block_that_holds_itself_ends() -> None:
    itself = '<!-- wp:block {"ref":1} /-->'
    report = Report()
    assert blocks.unwrap(itself, {"1": f"x{itself}"}, "", report) == "x" * 8
    assert report.blocks == {"block": 1}


def test_an_address_alone_on_its_line_becomes_a_link(tmp_path: Path) -> None:
    files, _ = wordpress(tmp_path, item(content__encoded="See\n\nhttps://a.example/?a=1&amp;b=2"))
    assert body(files, POST) == (
        '<p>See</p>\n\n<p><a href="https://a.example/?a=1&amp;b=2">'
        "https://a.example/?a=1&amp;b=2</a></p>"
    )


@pytest.mark.parametrize(
    "unit",
    ["<", "<a [", "<div>", "<pre>", "<!--", "<!-- wp:a {", "[", "[a]", '[a b="', "[code]", " \t"],
)
def test_hostile_writing_is_read_in_time_that_grows_with_its_length(unit: str) -> None:
    written = unit * (500_000 // len(unit))  # what grows with the square would not come back
    unwrapped = shortcodes.render(blocks.unwrap(written, {}, "", Report()), GALLERY, Report())
    assert "\x00" not in blocks.tidy(unwrapped) + autop.paragraphs(unwrapped)
