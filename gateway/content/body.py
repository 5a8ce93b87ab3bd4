"""The body of a post: rendered, made safe, and what is derived from it."""

from collections.abc import Callable
from dataclasses import replace

from gateway.content import beginning, markdown, nesting, nodes, plaintext, readingtime, sanitise
from gateway.content.document import Text
from gateway.content.entry import Entry
from gateway.content.issues import Issues
from gateway.content.nodes import Scalar
from gateway.content.page import Page
from gateway.content.readingtime import Count

PARAGRAPH = "\n\n"


def text(page: Page, written: str) -> Text:
    """`written` with its templates expanded, then rendered."""
    return _text(page.entry, written, _expanded(page, written))


def _expanded(page: Page, written: str) -> str:
    if ("{%" in written or "{{" in written) and _has_liquid(page.entry):
        from gateway.content.liquid import expansion  # noqa: PLC0415 - takes a tenth of a second

        return expansion.expand(written, page)
    return written


def _has_liquid(entry: Entry) -> bool:
    wanted = entry.values.get("render_with_liquid")
    return entry.name.is_post and not (isinstance(wanted, Scalar) and wanted.value is False)


def _text(entry: Entry, written: str, expanded: str, field: str | None = None) -> Text:
    rendered = _renderer(entry)(expanded)
    safe = sanitise.make_safe(rendered)
    if safe.refused:
        entry.issues.warn(
            "html-refused",
            f"{', '.join(safe.refused)} may not stand in a page, so the HTML is without;"
            " the Markdown still has it",
            field=field,
        )
    if safe.flattened:
        entry.issues.warn(
            "html-too-deep",
            f"more than {nesting.MAX_DEPTH} elements are inside each other, so the inner ones are"
            " without their tags; close what is left open",
            field=field,
        )
    return Text(markdown=written, html=safe.html, plain=plaintext.text(safe.html))


def _renderer(entry: Entry) -> Callable[[str], str]:
    """Markdown for Markdown's extensions; as in Jekyll, everything else is HTML already."""
    if entry.name.extension.lower() in entry.site.markdown_extensions:
        return markdown.render
    return str


def excerpt(page: Page, body: Text) -> Text:
    entry = page.entry
    own = entry.values.get("excerpt")
    if isinstance(own, Scalar) and nodes.is_set(own):
        made = _text(entry, own.text, own.text, "excerpt")
        if made.plain.split() == own.text.split():  # no markup: what was written is the text
            return Text(own.text, made.html, own.text.strip("\n"))
        return made
    if nodes.is_set(own):
        entry.issues.error(
            "excerpt-not-text",
            "the excerpt is a list or a mapping, so one was made of the body;"
            " put the excerpt in quotes",
            field="excerpt",
        )
    separator = PARAGRAPH
    for values in (entry.values, entry.site.settings):
        written = values.get("excerpt_separator")
        if isinstance(written, Scalar) and nodes.is_set(written):
            separator = written.text
            break
    head = beginning.of_body(body.markdown, separator, liquid=entry.name.is_post)
    if head == body.markdown:
        return body
    reported = Issues(entry.source_path)  # with the body already
    return text(replace(page, entry=replace(entry, issues=reported)), head)


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
