"""`gateway search`: what was found, for a person at a terminal or a program behind a pipe."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson
import typer
from rich.cells import cell_len, set_cell_size
from rich.text import Text

from gateway.cli import answering, folders, terminal
from gateway.content.site import Site
from gateway.errors import GatewayError
from gateway.schema.conditions.search import ENOUGH
from gateway.text import breaks
from gateway.text.search import query

DOCUMENT = """
query Search($text: String!, $first: Int!) {
  posts(first: $first, where: { search: $text }) {
    totalCount
    didYouMean
    edges {
      node {
        title
        path
        publishedAt
        status
        excerpt(length: 120)
        tags { nodes { name } }
      }
      search {
        relaxed
        highlights(first: 8, around: 100, format: PLAIN) {
          property
          fragment
          ranges { start end }
        }
      }
    }
  }
}
"""

SNIPPETS = 3
"""Of a post, at most."""

PARTLY = "also, with some of the terms:"
ONLY_PARTLY = "no post has all of the terms; with some of them:"

INDENT = "  "
WIDEST = 100
"""Columns that are easy to read, however wide a terminal is."""

HIT = "bold red"

# What a terminal would take for a command, and line breaks, become blanks.
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), " ")

Answer = Mapping[str, Any]
"""A part of the answer, as the query has it."""


def checked(text: str | None) -> str:
    """A search that can find something. Raises `typer.BadParameter` for another one."""
    if text is None:
        raise typer.BadParameter("say what to search for", param_hint="QUERY")
    try:
        parsed = query.parse(text)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="QUERY") from None
    if parsed.groups:
        return text
    problem = (
        "it only says what is not to be there; add a word that is"
        if parsed.without
        else "there is no word in it; give at least one letter or digit"
    )
    raise typer.BadParameter(problem, param_hint="QUERY")


def place(folder: str | None, database: Path | None) -> tuple[Path | None, Path]:
    """The folder to load, if any, and the database to search."""
    named = Path(folder) if folder else None
    if named is None and database is None:
        named = folders.usual_folder()
        if named is None:
            raise typer.BadParameter(
                "give the folder with the posts before what to search for, or --database FILE"
            )
    return named, database or folders.cached_database(named or Path())


async def search(
    text: str, first: int, database: Path, site: Site | None, *, preview: bool
) -> bool:
    """Prints the posts that a search finds; whether there are any."""
    variables = {"text": text, "first": max(first, ENOUGH)}
    body = orjson.loads(
        await answering.answer(DOCUMENT, variables, database, site, preview=preview)
    )
    for error in body.get("errors", ()):
        raise GatewayError(error["message"])
    found = body["data"]["posts"]
    width = min(terminal.answers.width, WIDEST) if terminal.answers.is_terminal else None
    for line in report(found, first, width):
        terminal.answers.print(line)
    if message := advice(found, text, first):
        terminal.messages.print(Text(message))
    return bool(found["edges"])


def report(found: Answer, first: int, width: int | None) -> Iterator[Text]:
    """Posts, the best first, below those with all terms the others. Without a width, each title
    and each snippet is one line."""
    edges = found["edges"]
    strict = [edge for edge in edges if not edge["search"]["relaxed"]]
    others = edges[len(strict) :]
    if strict:
        yield Text(terminal.plural(len(strict) if others else found["totalCount"], "post"))
    for edge in strict[:first]:
        yield from _post(edge, width)
    shown = others[: max(0, first - len(strict))]
    if shown:
        yield from [Text()] if strict else []
        yield Text(PARTLY if strict else ONLY_PARTLY)
    for edge in shown:
        yield from _post(edge, width)


def advice(found: Answer, text: str, first: int) -> str:
    """How to find more, or what may be meant; empty where nothing is to be said."""
    shown, total, meant = min(first, len(found["edges"])), found["totalCount"], found["didYouMean"]
    if meant is not None:
        return f"\nDid you mean {meant}?" if shown else f"Did you mean {meant}?"
    if not shown:
        return (
            f"nothing is found for {text}; fewer words, or the beginning of one such as photo*,"
            " find more"
        )
    if shown < total:
        return f"\nand {terminal.plural(total - shown, 'post')} more, with a larger --first"
    return ""


def _post(edge: Answer, width: int | None) -> Iterator[Text]:
    """A post: its title, what it is filed under, and where in it the hits are."""
    post = edge["node"]
    marked: dict[str, list[Text]] = {"title": [], "tags": [], "excerpt": [], "body": []}
    for highlight in edge["search"]["highlights"]:
        marked[highlight["property"]].append(_marked(highlight))
    title = marked["title"][0] if marked["title"] else _plain(post["title"])
    title.style = "bold"
    yield Text()
    yield from _wrapped(title, width)
    yield from _wrapped(_about(post, marked["tags"]), width, INDENT, INDENT)
    # What the post begins with, where no text of it has a hit.
    beginning = [_plain(post["excerpt"])] if post["excerpt"] else []
    for snippet in [*marked["excerpt"], *marked["body"]][:SNIPPETS] or beginning:
        yield from _wrapped(snippet, width, f"{INDENT}- ", INDENT * 2)


def _about(post: Answer, hits: Sequence[Text]) -> Text:
    """When it is from, where it is, and its tags, with the categories that have a hit."""
    status = post["status"]
    day = (post["publishedAt"] or "")[:10]
    names = {tag["name"]: _plain(tag["name"]) for tag in post["tags"]["nodes"]}
    names |= {hit.plain: hit for hit in hits}
    parts = [
        Text(day),
        Text("" if status == "PUBLISHED" else status.lower(), "yellow"),
        _plain(post["path"]),
        Text(", ").join(names.values()),
    ]
    return Text("  ", "dim").join(part for part in parts if part)


def _plain(text: str) -> Text:
    return Text(text.translate(_CONTROLS))


def _marked(highlight: Answer) -> Text:
    marked = _plain(highlight["fragment"])
    units = highlight["fragment"].encode("utf-16-le", "surrogatepass")
    for hit in highlight["ranges"]:
        start, end = (len(units[: 2 * hit[name]].decode("utf-16-le")) for name in ("start", "end"))
        marked.stylize(HIT, start, end)
    return marked


def _wrapped(text: Text, width: int | None, first: str = "", others: str = "") -> Iterator[Text]:
    """The lines of a text, where a reader would break them, after an indentation of the first one
    and of the others. Without a width it is one line."""
    indent = first
    while width is not None and cell_len(text.plain) > width - len(indent):
        fitting = max(1, len(set_cell_size(text.plain, max(2, width - len(indent))).rstrip()))
        line, text = text.divide([breaks.word(text.plain, fitting) or fitting])
        line.rstrip()
        yield Text(indent) + line
        text = text[len(text.plain) - len(text.plain.lstrip()) :]
        indent = others
    yield Text(indent) + text
