"""An excerpt, cut to the length and in the format asked for."""

from functools import partial
from typing import Any

from sqlalchemy import case, func

from gateway.planner.json_sql import Expression
from gateway.planner.planning import Field, Planning
from gateway.planner.scope import Row
from gateway.schema.arguments import TextFormat

ELLIPSIS = "…"
MARKDOWN_PUNCTUATION = "\\`*_[<&~"
"""What makes inline Markdown of plain text: https://spec.commonmark.org/0.31.2/#inlines"""


def cut(planning: Planning, field: Field, row: Row) -> Expression:
    """The whole excerpt where its text fits in `length` characters, else the text cut to fit."""
    format_ = field.arguments["format"].value if field.arguments.get("format") else TextFormat.PLAIN
    whole = row[f"excerpt_{format_.value.lower()}"]
    if field.arguments.get("length") is None:
        return whole
    length = planning.bind(field.arguments["length"], partial(_checked_length, field))
    plain = row["excerpt_plain"]
    head = func.rtrim(func.substr(plain, 1, length - len(ELLIPSIS))) + ELLIPSIS
    return case((func.length(plain) <= length, whole), else_=row.lift(ESCAPES[format_](head)))


def _checked_length(field: Field, length: int) -> int:
    if length < 1:
        raise field.error("length", f"{length} characters hold nothing; ask for 1 or more")
    return length


def _as_html(text: Expression) -> Expression:
    for plain, escaped in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = func.replace(text, plain, escaped)
    return "<p>" + text + "</p>"


def _as_markdown(text: Expression) -> Expression:
    for character in MARKDOWN_PUNCTUATION:
        text = func.replace(text, character, "\\" + character)
    return text


def _as_plain(text: Expression) -> Expression:
    return text


ESCAPES: dict[TextFormat, Any] = {
    TextFormat.PLAIN: _as_plain,
    TextFormat.HTML: _as_html,
    TextFormat.MARKDOWN: _as_markdown,
}
