"""The body of a post: rendered, made safe, and what is derived from it."""

import re
from dataclasses import replace
from html import escape

from gateway.content.derived import beginning, readingtime
from gateway.content.derived.readingtime import Count
from gateway.content.document import Text
from gateway.content.entry import Entry
from gateway.content.issues import Issues
from gateway.content.markup import markdown, nesting, sanitise
from gateway.content.matter import nodes
from gateway.content.matter.nodes import Scalar
from gateway.content.templating import templates
from gateway.content.templating.page import Page
from gateway.text import htmlprefix, plaintext

MAX_HTML = 20_000_000
"""Characters: a file of 1 MB that repeats one reference to a footnote makes 50 million."""

PARAGRAPH = "\n\n"
BLANK_LINES = re.compile(r"\A(?:[ \t]*\n)+")
MORE = re.compile(r"<!--[ \t]{0,20}more[ \t]{0,20}-->", re.IGNORECASE)
MDX = ".mdx"


def text(page: Page, written: str) -> Text:
    """`written` with its templates expanded, then rendered."""
    return _text(page.entry, written, _expanded(page, written), line=page.body_line)


def _expanded(page: Page, written: str) -> str:
    expand = templates.EXPAND.get(_language(page.entry) or "")
    return expand(written, page) if expand else written


def _language(entry: Entry) -> str | None:
    return "mdx" if entry.name.extension == MDX else entry.site.dialect.templates


def _text(
    entry: Entry, written: str, expanded: str, *, line: int | None = None, field: str | None = None
) -> Text:
    rendered = _rendered(entry, expanded, line)
    if len(rendered) > MAX_HTML:
        entry.issues.error(
            "html-too-large",
            f"the HTML of this would have {len(rendered):,} characters and {MAX_HTML:,} are"
            " allowed, so the text is shown as it was written; split it",
            field=field,
        )
        rendered = f"<pre>{escape(expanded, quote=False)}</pre>"
    safe = sanitise.make_safe(rendered)
    if safe.refused:
        entry.issues.warn(
            "html-refused",
            f"{', '.join(safe.refused)} may not stand in a page, so the HTML is without;"
            " the Markdown still has it",
            field=field,
            line=None if line is None else _line_of(safe.refused[0], written, line),
        )
    if safe.flattened:
        entry.issues.warn(
            "html-too-deep",
            f"more than {nesting.MAX_DEPTH} elements are inside each other, so the inner ones are"
            " without their tags; close what is left open",
            field=field,
        )
    return Text(markdown=written, html=safe.html, plain=plaintext.text(safe.html))


def _line_of(refused: str, written: str, first_line: int) -> int | None:
    """The line on which an element like `<svg>` begins, if it is in what the author wrote."""
    before, found, _ = written.lower().partition(refused.partition(">")[0])
    return first_line + before.count("\n") if found else None


def _rendered(entry: Entry, text: str, first_line: int | None) -> str:
    """Markdown for Markdown's extensions; as in Jekyll, everything else is HTML already."""
    if entry.name.extension.lower() not in entry.site.markdown_extensions:
        return text

    def too_deep(line: int) -> None:
        entry.issues.warn(
            "markdown-too-deep",
            "the quotations or lists here lie too deep in one another to be shown so;"
            " take some levels away",
            line=None if first_line is None else first_line + line,
        )

    return markdown.render(text, entry.site.flavour, too_deep)


def excerpt(page: Page, body: Text) -> Text:
    """What the front matter has for it, else the beginning of the body, down to its first text.

    The `markdown` is Jekyll's excerpt even where that has no text: an image, a comment, a tag of
    Liquid.
    """
    entry = page.entry
    field, own = entry.find(entry.site.dialect.excerpt) or ("excerpt", None)
    if isinstance(own, Scalar) and nodes.is_set(own):
        made = _text(entry, own.text, own.text, field=field)
        if made.plain.split() == own.text.split():  # no markup: what was written is the text
            return Text(own.text, made.html, own.text.strip("\n"))
        return made
    if nodes.is_set(own):
        entry.issues.error(
            "excerpt-not-text",
            f"the {field} is a list or a mapping, so the excerpt was made of the body;"
            f" put the {field} in quotes",
            field=field,
        )
    separator = PARAGRAPH
    for values in (entry.values, entry.site.settings):
        written = values.get("excerpt_separator")
        if isinstance(written, Scalar) and nodes.is_set(written):
            separator = written.text
            break
    more = MORE.search(body.markdown) if entry.site.dialect.more else None
    source = BLANK_LINES.sub("", body.markdown)
    head = beginning.of_body(
        source, more[0] if more else separator, liquid=_language(entry) == "liquid"
    )
    if head == source:
        return body
    reported = Issues(entry.source_path)  # with the body already
    made = text(replace(page, entry=replace(entry, issues=reported)), head)
    # A comment may go on behind the separator, and its half is text.
    if not head or (made.plain and not head.startswith("<!--")):
        return made
    html = htmlprefix.to_first_text(body.html).lstrip()
    return Text(made.markdown, html, plaintext.text(html))


def length(body: Text) -> Count:
    """How long the prose is: what stands in code blocks is not read as text is."""
    prose = plaintext.without_code_blocks(body.html)
    return readingtime.count(body.plain if prose is body.html else plaintext.text(prose))


def reading_time(entry: Entry, length: Count) -> int:
    """The minutes that the front matter gives, else computed."""
    written = nodes.text(entry.values.get("reading_time"))
    if written is not None:
        minutes = readingtime.written(written)
        if minutes is not None:
            return minutes
        entry.issues.warn(
            "reading-time-invalid",
            f"{written!r} is no number of minutes, so it was computed; write it like 8",
            field="reading_time",
        )
    return readingtime.estimate(length)
