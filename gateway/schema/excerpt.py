"""An excerpt, cut to the length and in the format asked for."""

from collections.abc import Callable
from functools import partial

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
    template = field.arguments.get("format")
    text_format = template.value if template else TextFormat.PLAIN
    whole = row[f"excerpt_{text_format.value.lower()}"]
    if field.arguments.get("length") is None:
        return whole
    length = planning.bind(field.arguments["length"], partial(_checked_length, field))
    plain = row["excerpt_plain"]
    head = func.rtrim(func.substr(plain, 1, length - len(ELLIPSIS))) + ELLIPSIS
    if text_format in ESCAPES:
        head = row.lift(ESCAPES[text_format](head))
    return case((func.length(plain) <= length, whole), else_=head)


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


ESCAPES: dict[TextFormat, Callable[[Expression], Expression]] = {
    TextFormat.HTML: _as_html,
    TextFormat.MARKDOWN: _as_markdown,
}
