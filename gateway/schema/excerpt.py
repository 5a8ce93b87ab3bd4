"""An excerpt, cut to the length and in the format asked for."""

from functools import partial

from sqlalchemy import case, func

from gateway.planner import json_sql
from gateway.planner.arguments import Constant
from gateway.planner.json_sql import Expression
from gateway.planner.planning import Field, Planning
from gateway.planner.scope import Row
from gateway.schema.arguments import TextFormat
from gateway.text.excerpts import USUAL_LENGTH


def cut(planning: Planning, field: Field, row: Row) -> Expression:
    """The whole excerpt where its text fits in `length` characters, else the text cut to fit."""
    template = field.arguments.get("format")
    text_format = (template.value if template else TextFormat.PLAIN).value
    whole = row[f"excerpt_{text_format.lower()}"]
    asked = field.arguments.get("length")
    if asked is None:
        return whole
    if asked == Constant(USUAL_LENGTH) and text_format == TextFormat.PLAIN.value:
        return row["excerpt_usual"]
    length = planning.bind(asked, partial(_checked_length, field))
    plain = row["excerpt_plain"]
    # Handing a text over costs as much as finding what was made of it before.
    other = json_sql.text("") if text_format == TextFormat.PLAIN.value else whole
    made = func.excerpt(json_sql.text(text_format), plain, other, length)
    # What the database counts are code points, and no text has more characters than those.
    return case((func.length(plain) <= length, whole), else_=made)


def _checked_length(field: Field, length: int) -> int:
    if length < 1:
        raise field.error("length", f"{length} characters hold nothing; ask for 1 or more")
    return length
