"""Markdown by flavours. What kramdown makes of its own is compared with it in tests/golden."""

from dataclasses import replace
from pathlib import Path

import pytest

from gateway.content.loader import load
from gateway.content.markup import flavour, markdown
from gateway.content.markup.flavour import FLAVOURS, KRAMDOWN, Flavour
from gateway.content.site import open_site

from .sites import write


def jekyll(tmp_path: Path, config: str) -> Flavour:
    (tmp_path / "_config.yml").write_text(config)
    return flavour.of_jekyll(open_site(tmp_path).settings)


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ("title: x", KRAMDOWN),
        ("markdown: CommonMarkGhPages", FLAVOURS["gfm"]),
        ("kramdown: {hard_wrap: true}", replace(KRAMDOWN, hard_breaks=True)),
        ("kramdown: {auto_ids: false}", replace(KRAMDOWN, heading_ids="none")),
        ("kramdown: {input: kramdown}", replace(KRAMDOWN, heading_ids="kramdown")),
        ("kramdown: {smart_quotes: 'apos,apos,quot,quot'}", replace(KRAMDOWN, smart=False)),
        ("kramdown: {parse_block_html: true}", replace(KRAMDOWN, html_blocks=True)),
        ("kramdown: {toc_levels: 2..3}", replace(KRAMDOWN, toc_levels=frozenset({2, 3}))),
        ("kramdown: {toc_levels: [1, 9]}", replace(KRAMDOWN, toc_levels=frozenset({1}))),
        ("kramdown: {toc_levels: no}", KRAMDOWN),
        ("kramdown: text", KRAMDOWN),
    ],
)
def test_a_jekyll_site_says_how_its_markdown_is_read(
    tmp_path: Path, config: str, expected: Flavour
) -> None:
    assert jekyll(tmp_path, config) == expected


@pytest.mark.parametrize(
    ("name", "source", "html"),
    [
        ("gfm", "https://example.com", '<a href="https://example.com">https://example.com</a>'),
        ("commonmark", "https://example.com", "https://example.com"),
        ("goldmark", '"a" -- b', "“a” – b"),
        ("gfm", '"a" -- b', "&quot;a&quot; -- b"),
        ("zenn", "一\n二", "一<br />\n二"),
        ("gfm", "*a*{:.x}", "<em>a</em>{:.x}"),
        ("kramdown", "*a*{:.x}", '<em class="x">a</em>'),
    ],
)
def test_flavours_differ_in_a_paragraph(name: str, source: str, html: str) -> None:
    assert markdown.render(source, FLAVOURS[name]) == f"<p>{html}</p>\n"


@pytest.mark.parametrize(
    ("name", "html"),
    [
        ("goldmark", '<h2 class="c" id="own">T</h2>'),
        ("gfm", '<h2 id="t-own-c">T {#own .c}</h2>'),
        ("commonmark", "<h2>T {#own .c}</h2>"),
    ],
)
def test_flavours_differ_in_a_heading(name: str, html: str) -> None:
    assert markdown.render("## T {#own .c}", FLAVOURS[name]).rstrip() == html


@pytest.mark.parametrize("name", ["gfm", "goldmark", "kramdown"])
def test_a_heading_of_html_may_quote_another(name: str) -> None:
    html = """<h2 title="<h1>" lang='>' id="own">T</h2>"""
    assert markdown.render(html, FLAVOURS[name]).rstrip() == html


def test_zenn_has_boxes_and_embedded_addresses() -> None:
    source = (
        ":::message\n*a*\n:::\n\n:::details 題\nb\n:::\n\n@[youtube](abc)\n\n```\n:::message\n```\n"
    )
    assert markdown.render(source, FLAVOURS["zenn"]).replace("\n", "") == (
        '<aside class="msg message"><p><em>a</em></p></aside>'
        "<details><summary>題</summary><p>b</p></details>"
        '<p><a href="https://www.youtube.com/watch?v=abc">'
        "https://www.youtube.com/watch?v=abc</a></p><pre><code>:::message</code></pre>"
    )


def test_straight_quotes_stay_where_the_site_says_so() -> None:
    assert markdown.render("it's", replace(KRAMDOWN, smart=False)) == "<p>it's</p>\n"


def test_marks_that_an_author_writes_do_no_harm() -> None:
    source = "a<!--kd:put:7--> b<!--kd:ial:9--> \ufdd0c\n\n<!--kd:contents-->\n"
    html = markdown.render(source)
    assert html.strip() == "<p>a<!--kd:put:7--> b<!--kd:ial:9--> c</p>"


def test_what_lies_too_deep_is_shown_as_text_and_reported(tmp_path: Path) -> None:
    name = "_posts/2025-01-01-a.md"
    body = f"first\n\n{'> ' * 200}deep\n"
    loaded = load(write(tmp_path, {name: f"---\ntitle: t\n---\n{body}"}), name)
    assert [(issue.code, issue.line) for issue in loaded.issues] == [("markdown-too-deep", 6)]
    assert loaded.document is not None
    assert loaded.document.body.plain.endswith("> deep")


MEGABYTE = 1_000_000
HOSTILE = {
    "open attribute lists": "{:\n",
    "attribute lists": "a\n{:.x}\n",
    "open elements": "<div>\n",
    "open comments": "<!-- \n",
    "open tags": "<a ",
    "open quotes in tags": '<a b="',
    "fences": "~~~\n``` x\n",
    "open fences": "```a b\n",
    "open formulas": "$$a\n\n",
    "tables": "a|b\n",
    "addresses": "](a b",
    "brackets": "[a]((",
    "definitions": "a\n: b\n\n",
    "extensions": "{::comment}\n",
    "lists": "1. a\n",
    "ticks": "`a ``b ",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hundred_kilobytes_of_anything_are_rendered(name: str) -> None:
    part = HOSTILE[name]
    assert markdown.render(part * (MEGABYTE // 10 // len(part)))


def test_a_table_with_too_many_cells_is_text() -> None:
    table = f"{'|a' * 2000}|\n{'|-' * 2000}|\n" + "|a|\n" * 2000
    for each in (KRAMDOWN, FLAVOURS["gfm"]):
        assert "<table" not in markdown.render(table, each)


def test_equal_headings_are_numbered_however_many() -> None:
    html = markdown.render("# a\n\n" * 15_000)
    assert html.rstrip().endswith('<h1 id="a-14999">a</h1>')
