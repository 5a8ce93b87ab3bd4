"""Markdown to HTML; the only module that knows comrak.

Emphasis works beside Japanese punctuation, where CommonMark's rule leaves `**「…」**`, and `$` is
no mathematics. HTML passes; `sanitise` makes it safe.
"""

import re
from collections.abc import Callable
from functools import cache

import comrak

from gateway.content.markup import anchors, zenn
from gateway.content.markup.flavour import KRAMDOWN, Flavour
from gateway.content.markup.kramdown import attributes, blocks, elements, finish, tables
from gateway.content.markup.kramdown.marks import SHIELD, Marks

# comrak's time is the square of the depth of blocks.
DEEPEST = 100
CONTAINER = r"[ \t]*+(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])"
DEEP = re.compile(rf"(?:^|\n)((?:{CONTAINER}){{{DEEPEST}}})(?:{CONTAINER})++")
# A renderer fills each row of a table up to the widest one.
DELIMITERS = re.compile(r"\n([ ]{0,3}[|:-][ \t|:-]{60,}(?=\n))")
HEADING_ATTRIBUTES = re.compile(
    r"^( {0,3}#{1,6}[ \t][^\n{]*)\{([#.][^{}\n]*)\}[ \t]*#*$", re.MULTILINE
)


def ignore(line: int) -> None:
    """Where nobody asks."""


def render(
    markdown: str, flavour: Flavour = KRAMDOWN, too_deep: Callable[[int], None] = ignore
) -> str:
    """HTML, not yet safe, of Markdown whose lines end in LF.

    `too_deep` is told the line, counted from 0, of the first block that is nested deeper than is
    rendered; kramdown's is shown as text, and of others the outer levels count.
    """
    marks = Marks()
    if flavour.kramdown:
        written = blocks.write(
            markdown, marks, too_deep, guillemets=flavour.smart, html_blocks=flavour.html_blocks
        )
        return finish.html(
            _render(written, flavour),
            markdown,
            marks,
            heading_ids=flavour.heading_ids,
            levels=flavour.toc_levels,
        )
    deep = DEEP.search(markdown)
    if deep is not None:
        too_deep(markdown.count("\n", 0, deep.start(1)))
        markdown = DEEP.sub(r"\n\1", markdown)
    if flavour.zenn:
        markdown = zenn.write(markdown, marks)
    if flavour.heading_attributes and "{" in markdown:
        markdown = HEADING_ATTRIBUTES.sub(
            lambda found: f"{found[1].rstrip()}\n{marks.attach(attributes.read(found[2]), 'ial')}",
            markdown,
        )
    html, _ = elements.attach(_render(markdown, flavour), marks)
    html = anchors.give(
        html, flavour.heading_ids, levels=flavour.toc_levels, shown=marks.restore
    ).html
    return marks.restore(html)


def _narrow(row: re.Match[str], lines: int) -> str:
    """The line under a table's header; shielded, and so none, where cells would be too many."""
    return f"\n{SHIELD}{row[1]}" if row[1].count("|") * lines > tables.MOST_CELLS else row[0]


def _render(markdown: str, flavour: Flavour) -> str:
    if DELIMITERS.search(markdown):
        lines = markdown.count("\n")
        markdown = DELIMITERS.sub(lambda row: _narrow(row, lines), markdown)
    html: str = comrak.render_markdown(markdown, *_options(flavour))
    return html


@cache
def _options(
    flavour: Flavour,
) -> tuple[comrak.ExtensionOptions, comrak.ParseOptions, comrak.RenderOptions]:
    extensions = comrak.ExtensionOptions()
    extensions.strikethrough = True
    extensions.table = True
    extensions.tasklist = True
    extensions.footnotes = True
    extensions.cjk_friendly_emphasis = True
    extensions.autolink = flavour.autolink
    parsing = comrak.ParseOptions()
    parsing.smart = flavour.smart
    rendering = comrak.RenderOptions()
    rendering.unsafe_ = True
    rendering.hardbreaks = flavour.hard_breaks
    return extensions, parsing, rendering
