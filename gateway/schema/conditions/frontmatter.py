"""What is under a key of the front matter."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import CTE, ColumnElement, exists, func, not_, select

from gateway.planner import json_sql
from gateway.planner.arguments import Template
from gateway.planner.filter import Condition, Value
from gateway.planner.scope import Columns, Source
from gateway.schema.conditions import lists
from gateway.store import canonical, tables


def _entry(value: Value, columns: Columns, *conditions: Any) -> ColumnElement[bool]:
    """That a post has an entry under the key that meets conditions, each made of the entry."""
    entry = tables.front_matter.alias()
    key = value.part(value.template["key"]).bind()
    found = select(json_sql.one()).where(
        entry.c.post == columns["n"],
        entry.c.key == key,
        *(condition(entry.c) for condition in conditions),
    )
    return exists(found.correlate_except(entry))


def _equals(value: Value, columns: Columns) -> ColumnElement[bool]:
    if value.template["eq"] is None:
        return not_(_entry(value, columns, lambda entry: entry.canonical != "null"))
    wanted = value.part(value.template["eq"]).bind(canonical.of)
    return _entry(value, columns, lambda entry: entry.canonical == wanted)


def _equal(value: Value) -> CTE:
    """The posts by the index of the key; where it has none, by one reading of all front matter."""
    key = value.part(value.template["key"]).bind()
    wanted = value.part(value.template["eq"]).bind(canonical.of)
    indexed, entry = tables.indexed_value.alias(), tables.front_matter.alias()
    keys = tables.indexed_key.alias()
    posts = select(indexed.c.post).where(indexed.c.key == key, indexed.c.canonical == wanted)
    # The key itself where it has no index, else no row at all: a condition beside the others
    # would be asked again for every entry.
    is_indexed = exists(select(json_sql.one()).where(keys.c.key == key))
    other = select(key.label("key")).where(not_(is_indexed)).subquery()
    others = (
        select(entry.c.post)
        .join_from(other, entry, entry.c.key == other.c.key)
        .where(entry.c.canonical == wanted)
    )
    return posts.union_all(others).cte()


def _sought(value: Value, source: Source) -> Source | None:
    if value.template["eq"] is None:
        return None
    return replace(source, where=(*source.where, source.columns["n"].in_(select(_equal(value)))))


def _listed(value: Value, source: Source) -> Source | None:
    return None if value.template["eq"] is None else lists.among(source, _equal(value))


def _contains(value: Value, columns: Columns) -> ColumnElement[bool]:
    wanted = value.part(value.template["contains"]).bind(canonical.of)
    return _entry(value, columns, lambda entry: func.json_contains(entry.canonical, wanted) == 1)


FRONT_MATTER = {
    "eq": Condition(_equals, sought=_sought, listed=_listed),
    "contains": Condition(_contains),
}
PRESENT = Condition(_entry)


def front_matter(given: Template) -> Iterator[tuple[Condition, Template]]:
    """The conditions of a list, each of which names a key."""
    for entry in given:
        # A null that is given is a value like others here.
        names = [name for name in FRONT_MATTER if name in entry]
        yield from ((FRONT_MATTER[name], entry) for name in names)
        if not names:
            yield PRESENT, entry
