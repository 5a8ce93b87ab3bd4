"""HTML that would take a parser too long is made simple, and other HTML stays as it is."""

from pathlib import Path

import pytest

from gateway.content.markup import nesting, sanitise
from gateway.content.markup.nesting import MANY_TAGS, MAX_DEPTH, Straight
from gateway.content.markup.sanitise import TAGS

from .sites import problems, read

STRAIGHTENED = {
    "<p>a<p>b<div>c</div>": "<p>a</p><p>b</p><div>c</div>",
    "<ul><li>a<li>b</ul>c": "<ul><li>a</li><li>b</li></ul>c",
    "<ul><li>a<ul><li>b</ul><li>c</ul>": "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>",
    "<dl><dt>a<dd>b<dt>c</dl>": "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>",
    "<table><tr><td>a<td>b<tr><td>c</table>": "<table><tbody><tr><td>a</td><td>b</td></tr>"
    "<tr><td>c</td></tr></tbody></table>",
    "<b><i>a</b></i>b": "<b><i>a</i></b>b",
    "<p><b>a<p>b": "<p><b>a</b></p><p>b</p>",
    "<table><b><tr>a": "<table><b></b><tbody><tr>a</tr></tbody></table>",
    "<a href=x>a<a href=y>b": "<a href=x>a</a><a href=y>b</a>",
    "a</div></p>b": "ab",
    "<td>a</td>": "a",
    "1 < 2 <3 <br/>": "1 &lt; 2 &lt;3 <br/>",
    "<p title='>' class=\"<\" id=a/b>c": "<p title='>' class=\"<\" id=a/b>c</p>",
    "<!-- <b> -->a<!--><!x>b<?y>c</>d": "abcd",
    "<script></b></SCRIPT >a<svg><title><b></svg>b": "ab",
    "<textarea><b></textarea>a<style>": "a",
    '<iframe src="x">a<b></iframe>b': '<iframe src="x"></iframe>b',
    "<font>a</font><x-y>b": "ab",
    "a<p title='": "a",
}  # fmt: skip


@pytest.mark.parametrize("html", STRAIGHTENED)
def test_every_element_is_closed_in_order(html: str) -> None:
    assert nesting.straighten(html, TAGS) == Straight(STRAIGHTENED[html], flattened=False)


def test_what_is_too_deep_is_flattened_and_its_text_stays() -> None:
    written = "<div>" * 3 * MAX_DEPTH + "text" + "</div>" * 3 * MAX_DEPTH
    made = "<div>" * MAX_DEPTH + "text" + "</div>" * MAX_DEPTH

    assert nesting.straighten(written, TAGS) == Straight(made, flattened=True)


def test_an_element_with_a_million_attributes_has_none() -> None:
    attributes = " ".join(f"a{n}=1" for n in range(MAX_DEPTH + 1))

    assert nesting.straighten(f"<p {attributes}>a</p>", TAGS).html == "<p>a</p>"


def test_a_long_page_that_is_in_order_stays_as_it_is() -> None:
    item = '<li><a href="/a">a</a><br /><img src="/b" alt="" /></li>\n'
    table = (
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><p>b</p></td></tr></tbody></table>"
    )
    notes = '<section class="footnotes" data-footnotes><ol><li id="fn-1">a</li></ol></section>'
    html = f"<ul>{item * MANY_TAGS}</ul>{table}{notes}"

    assert nesting.is_heavy(html)
    assert nesting.is_straight(html, TAGS)


@pytest.mark.parametrize(
    "html",
    [
        *("<p>", "</p>", "<p></b></p>", "<b><p></b></p>", "<p><div></div></p>", "<a><a></a></a>"),
        *("<tr></tr>", "<table><tr></tr></table>", "<table><b></b></table>", "<!-- -->", "a < b"),
        *("<p title='<'></p>", "<script></script>", "<iframe></iframe>", "<font></font>"),
        "<b>" * (MAX_DEPTH + 1) + "</b>" * (MAX_DEPTH + 1),
        "<p" + ' a="b"' * 101 + "></p>",
        "&amp;" * 20_000,
    ],
)
def test_html_out_of_order_is_seen(html: str) -> None:
    assert not nesting.is_straight(html, TAGS)


def test_a_post_too_deep_is_an_issue(tmp_path: Path) -> None:
    loaded = read(tmp_path, "---\ntitle: t\n---\n" + "<div>" * 200 + "text")

    assert problems(loaded) == [("WARNING", "html-too-deep", None, None)]
    assert loaded.document is not None
    assert loaded.document.body.plain == "text"


# The blogs of people who want a server to stop: each takes a parser minutes, or all memory.
HOSTILE = {
    "deep": "<div>" * 200_000,
    "deep paragraphs": "<div>\n\n" * 100_000,
    "deep lists": "<ul><li>" * 100_000,
    "attributes": f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>",
    "formatting": "".join(f"<b id={n}>" for n in range(100_000)),
    "formatting of paragraphs": "".join(f"<b id={n}>" for n in range(1_000)) + "<p>x" * 200_000,
    "formatting in cells": "<table>" + "<b id=a><i id=b><tr>x" * 50_000,
    "formatting left open": "".join(f"<p><b id={n}></p>" for n in range(60_000)),
    "references": "&amp;a" * 200_000,
    "unfinished": '<a href="' * 100_000,
    "comments": "<!-- <!x <? " * 100_000,
    "noscript": "<noscript " * 100_000,
    "tables": "<table <tr " * 100_000,
    "never closed": "<svg><math><template>" * 50_000,
    "scripts": "<script><!--" * 100_000,
    "ends": "</b>" * 250_000,
    "addresses": ' cite=""' * 120_000 + '<q cite="' + "a:," * 100_000 + '">',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_html_ends(name: str) -> None:
    """A test for the time that pytest is given: without bounds each of these takes minutes."""
    safe = sanitise.make_safe(HOSTILE[name]).html

    assert len(safe) < 5_000_000
    assert not nesting.is_deep(safe)
