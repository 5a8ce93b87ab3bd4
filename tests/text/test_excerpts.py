"""Excerpts in each format."""

from concurrent.futures import ThreadPoolExecutor
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.content.markup import markdown as rendering
from gateway.content.markup.flavour import FLAVOURS, KRAMDOWN
from gateway.text import excerpts, markdown, plaintext

TEXT = "川沿いの *小さな* パン屋。Its name is “A & B”. More of it"
HTML = "<p>川沿いの *小さな* <b>パン屋。</b>Its name is “A &amp; B”. More of it</p>"


@pytest.mark.parametrize(
    ("text_format", "whole", "expected"),
    [
        ("PLAIN", TEXT, "川沿いの *小さな* パン屋。Its name is “A & B”. …"),
        (
            "HTML",
            HTML,
            "<p>川沿いの *小さな* <b>パン屋。</b>Its name is “A &amp; B”. …</p>",
        ),
        ("MARKDOWN", "# other", r"川沿いの \*小さな\* パン屋。Its name is “A & B”. …"),
    ],
)
def test_each_format_is_cut_at_the_same_place(text_format: str, whole: str, expected: str) -> None:
    assert excerpts.cut(text_format, TEXT, whole, 40) == expected
    assert excerpts.cut(text_format, TEXT, whole, 100) == whole


def test_more_code_points_than_characters_fit() -> None:
    family = "👩‍👩‍👧" * 3
    assert excerpts.cut("HTML", family, f"<p>{family}</p>", 3) == f"<p>{family}</p>"


def test_threads_share_what_is_kept() -> None:
    asked = [("PLAIN", f"{n} words and more", "", 10) for n in range(20)] * 10
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(lambda arguments: excerpts.cut(*arguments), asked))
    assert made == {f"{n} words…" for n in range(20)}


SIGNS = st.sampled_from(
    [
        *"#>+-*_=:.)(1[]!|~`\\<&;\n \t\"'a日$@{}%^/",
        *("\n\n", "    ", "---", "***", "```", "~~~", "https://a.b/", "&amp;", "<b>", "[a]: b"),
        *("[^1]", "| a | b |\n|---|---|", "a\n:   b", "- [ ] x", "{: .x}", "a_b@c.d", "1. a"),
    ]
)
# Text as `plaintext` gives it.
TEXTS = st.lists(SIGNS, max_size=14).map(lambda signs: plaintext.text("".join(signs)))


@settings(max_examples=1000, deadline=None)
@given(TEXTS)
def test_escaped_text_is_read_as_text(text: str) -> None:
    # Blocks become lines of one paragraph, of which a browser joins those of Chinese and Japanese.
    as_paragraph = plaintext.text(escape(text))
    for flavour in ("commonmark", "gfm"):
        html = rendering.render(markdown.escape(text), FLAVOURS[flavour])
        assert plaintext.text(html).split() == as_paragraph.split(), flavour


@pytest.mark.parametrize(
    "text",
    [
        *("# a", "- a", "1. a\n2) b", "> a", "a\n===", "a | b", "a\n: b", "*a* _b_ c_d `e`"),
        *("~~a~~", "[a](b)", "<b>", "{: .x}", "&amp; & x", "https://a.b/c_d?e=f&g=*h*."),
    ],
)
def test_escaped_text_is_read_as_text_by_kramdown_too(text: str) -> None:
    assert plaintext.text(rendering.render(markdown.escape(text), KRAMDOWN)) == text
