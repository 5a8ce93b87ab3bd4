"""Lists in a request, and lists of posts whose numbers are known before any post is read."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import orjson
from sqlalchemy import CTE, Select, func, select

from gateway.planner import json_sql
from gateway.planner.arguments import Template
from gateway.planner.filter import Value
from gateway.planner.scope import Source


def members(value: Value, convert: Callable[[Any], Any] = lambda item: item) -> Select[Any]:
    """The items of a list that is given."""
    items = value.bind(lambda given: orjson.dumps([convert(item) for item in given]).decode())
    return select(func.json_each(items).table_valued("value").c.value)


def length(template: Template) -> int | None:
    """How many items a list has; None for several, which a variable may hold."""
    return len(template) if isinstance(template, list) else None


def among(source: Source, posts: CTE) -> Source:
    """The posts of a source that are among some, in the order of the source."""
    # A sum is no column with an index, by which the posts would be read and then sorted.
    number = source.columns["n"] + json_sql.zero()
    return replace(source, where=(*source.where, number.in_(select(posts))))
