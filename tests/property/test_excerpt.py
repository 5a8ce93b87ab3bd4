"""Excerpts of every length, in every format."""

import re
from itertools import product
from typing import Any

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.content.document import Text
from gateway.content.markup import sanitise
from gateway.content.markup.flavour import FLAVOURS
from gateway.content.markup.markdown import render
from gateway.text import excerpts, plaintext

from .evaluation import excerpt
from .served import Served
from .test_sanitise import HTML, check

QUERY = """\
query ($length: Int) {
  posts(first: 100) {
    nodes {
      id
      plain: excerpt(length: $length)
      html: excerpt(length: $length, format: HTML)
      markdown: excerpt(length: $length, format: MARKDOWN)
    }
  }
}"""
FORMATS = ("plain", "html", "markdown")
LENGTHS = [None, *range(1, 70), 140, 1000]
WITHIN_WORD = re.compile(r"(?<=[A-Za-z])[A-Za-z]")


def pages(served: Served, length: int | None) -> dict[str, Any]:
    nodes = served.data(QUERY, {"length": length})["posts"]["nodes"]
    return {node.pop("id"): node for node in nodes}


def test_the_excerpt_is_that_of_its_post(all_served: list[Served]) -> None:
    for served, length in product(all_served, LENGTHS):
        expected = {
            post.id: {name: excerpt(post, length, name.upper()) for name in FORMATS}
            for post in served.blog.posts
        }
        assert pages(served, length) == expected, length


def test_the_excerpt_is_cut_as_its_field_says(all_served: list[Served]) -> None:
    for served, length in product(all_served, LENGTHS):
        found = pages(served, length)
        for post in served.blog.posts:
            check_excerpt(post.document.excerpt, found[post.id], length)


def check_excerpt(text: Text, made: dict[str, str], length: int | None) -> None:
    if length is None or count(text.plain) <= length:
        assert made == {"plain": text.plain, "html": text.html, "markdown": text.markdown}
        return
    plain, html, markdown = (made[name] for name in FORMATS)
    assert count(plain) <= length
    assert plain.endswith("…")
    head = plain[:-1].rstrip(" ")
    assert text.plain.startswith(head)
    assert " " not in head or not WITHIN_WORD.match(text.plain, len(head))
    check(html)
    assert sanitise.clean(html) == html
    for shown in (html, render(markdown, FLAVOURS["commonmark"])):
        assert without_blanks(plaintext.text(shown)) == without_blanks(plain)


def count(text: str) -> int:
    return len(regex.findall(r"\X", text))


def without_blanks(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=500, deadline=None)
@given(HTML, st.integers(1, 12))
def test_cut_html_is_safe_and_has_the_text_that_was_cut(html: str, length: int) -> None:
    safe = sanitise.clean(html)
    text = plaintext.text(safe)
    made = excerpts.cut("HTML", text, safe, length)

    check(made)
    assert sanitise.clean(made) == made
    cut = excerpts.cut("PLAIN", text, text, length)
    assert without_blanks(plaintext.text(made)) == without_blanks(cut)
