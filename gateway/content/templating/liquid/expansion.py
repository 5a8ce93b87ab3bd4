"""A body with its Liquid rendered."""

from collections.abc import Iterable, Mapping

from gateway.content.templating.liquid import library, render, tags
from gateway.content.templating.liquid.bounds import Bounds, OutOfBoundsError
from gateway.content.templating.liquid.render import Context, MisreadError
from gateway.content.templating.liquid.tokens import Problem
from gateway.content.templating.page import Page

MOST_MISREAD = 20
"""Constructs left as text one by one; with more of them, all of the text is left as it is."""

LEFT = "it was left as text; put {% raw %} around it if it is no Liquid"
REMEDIES = {
    "liquid-dead-link": "until then the link leads to where it would be",
    "liquid-not-found": "the tag was left as it is",
    "liquid-site-list": "write out what the post needs",
    "liquid-unclosed": LEFT,
    "liquid-unknown-filter": "write the result instead",
    "liquid-unknown-tag": LEFT,
    "liquid-unreadable": LEFT,
}

render.ENVIRONMENT.add_calls(tags.CALLS, tags.BLOCKS)


def expand(text: str, page: Page) -> str:
    """The text with its tags and outputs replaced, as Jekyll does before Markdown is read.

    What cannot be read or found stays as it was written; what costs too much leaves the whole
    text so. Each is an issue with its line.
    """
    bounds = Bounds()
    files = library.of_site(page.entry.site)
    plain: set[int] = set()
    misread: list[tuple[str, Problem]] = []
    try:
        while len(misread) < MOST_MISREAD:
            context = Context(page, files, bounds, text)
            try:
                expanded = render.render(context, render.parse(text, frozenset(plain)), text)
            except MisreadError as error:
                at = max(0, error.token.start_index)
                misread.append((text, Problem("liquid-unreadable", str(error), at)))
                plain.add(at)
            else:
                _report(page, misread + context.problems, context.files)
                return expanded
    except OutOfBoundsError as error:
        page.entry.issues.error(
            "liquid-too-much",
            f"the Liquid tags were left as they are, because {error}; use fewer of them, or put"
            " {% raw %} around what is no Liquid",
            line=page.body_line,
        )
        return text
    _report(page, misread, {})
    return text


def _report(page: Page, problems: Iterable[tuple[str, Problem]], files: Mapping[str, str]) -> None:
    """An issue for each problem where it is first met; those of an included file name it."""
    first: dict[tuple[str, str, str], Problem] = {}
    for source, problem in problems:
        first.setdefault((source, problem.code, problem.message), problem)
    for (source, code, message), problem in first.items():
        line = source.count("\n", 0, problem.at)
        place = ""
        if source in files:
            place = f"{files[source]}, line {line + 1}: "
            line = 0
        page.entry.issues.warn(
            code, f"{place}{message}; {REMEDIES[code]}", line=page.body_line + line
        )
