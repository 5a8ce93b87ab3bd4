"""What a path leads to: an object with a page of its own, another address, or nothing.

The few readings of the path are looked up by their routes. The best of what is found is what has
the path's query in it too, then what is at the very path, then a page before a redirect that
another page asks for, then the newest.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import (
    Select,
    case,
    func,
    literal_column,
    null,
    or_,
    select,
    union_all,
)

from gateway.planner import json_sql
from gateway.planner.json_sql import Expression
from gateway.planner.lookup import NodeById
from gateway.planner.planning import Field, Planning
from gateway.planner.scope import Columns, Relation, Row, Source, scalar, select_rows
from gateway.store import route

# https://www.rfc-editor.org/rfc/rfc9110#section-15
FOUND: Expression = literal_column("200")
MOVED: Expression = literal_column("301")
MISSING: Expression = literal_column("404")
ONE: Expression = literal_column("1")
ZERO: Expression = literal_column("0")

ADDRESS = re.compile(r"https?://([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)
SCHEMES = ("http://", "https://")
DEFAULT_PORT = re.compile(r":(80|443)?$")

RANKS = ("whole", "exact", "is_page", "key", "is_own")
"""The columns by which what is found is ranked, the greatest first."""

NOTHING: Mapping[str, Expression] = {
    "node": null(),
    "target": null(),
    "status": MISSING,
    "whole": literal_column("-1"),
    "exact": ZERO,
    "is_page": ZERO,
    "key": json_sql.text(""),
    "is_own": ZERO,
}
"""The columns of what leads nowhere, which everything else is better than."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the argument `path` leads to, as an object.

    `posts`, `terms` and `redirects` are those that the audience sees, with their `route`; `origin`
    makes the scheme and host of the site, null where it is not known. The object's fields read the
    columns `requested`, `node`, which is an id, `target` and `status`.
    """

    posts: Relation
    terms: Relation
    redirects: Relation
    origin: Callable[[], Expression]

    def plan(self, planning: Planning, field: Field, scope: Any) -> Expression:  # noqa: ARG002
        path = field.arguments["path"]
        host = planning.bind(path, _host)
        is_here = or_(
            host.is_(None),
            self.origin().in_([json_sql.text(scheme).concat(host) for scheme in SCHEMES]),
        )
        readings = case((is_here, planning.bind(path, _readings)), else_=json_sql.text("[]"))
        posts = planning.source(self.posts, None)
        terms = planning.source(self.terms, None)
        redirects = planning.source(self.redirects, None)
        found = union_all(
            _found(posts, readings, _page(posts.columns, posts.columns["published_key"])),
            _found(terms, readings, _page(terms.columns, json_sql.text(""))),
            _found(redirects, readings, _redirect(redirects.columns)),
            _selected(NOTHING),
        ).subquery("found")
        row = planning.row()
        item = planning.object(field.type, row, field.nodes)
        source = Source(found, (), {**found.c, "requested": planning.bind(path)})
        rows = select_rows(source, row).order_by(*(found.c[name].desc() for name in RANKS))
        return scalar(row, rows.limit(json_sql.number(1)), item)


@dataclass(frozen=True, slots=True)
class ResolvedNode:
    """The object that lives at the path, or null."""

    by_id: NodeById

    def plan(self, planning: Planning, field: Field, scope: Row) -> Expression:
        def found() -> Expression:
            # As deep in the statement as at a root, or SQLite's parser has less room for it.
            node = scope["node"]
            columns = self.by_id.of_each_type(planning, field, lambda _: node)
            return json_sql.parse(func.coalesce(*map(scope.lift, columns)))

        return planning.related(field, None, found)


def _found(source: Source, readings: Expression, columns: Mapping[str, Expression]) -> Select[Any]:
    """What of a source has the route of a reading."""
    asked = func.json_each(readings).table_valued("value")
    text, route_, whole = (
        func.json_extract(asked.c.value, json_sql.text(f"$[{n}]")) for n in range(3)
    )
    rows = asked.join(source.table, source.columns["route"] == route_)
    ranks = {"whole": whole, "exact": source.columns["path"] == text}
    return _selected({**columns, **ranks}).select_from(rows).where(*source.where)


def _page(columns: Columns, key: Expression) -> Mapping[str, Expression]:
    return {**NOTHING, "node": columns["id"], "status": FOUND, "is_page": ONE, "key": key}


def _redirect(columns: Columns) -> Mapping[str, Expression]:
    """A page that leads elsewhere is ranked as one."""
    own = {"is_page": columns["is_own"], "is_own": columns["is_own"]}
    return {**NOTHING, **own, "target": columns["target"], "status": MOVED, "key": columns["key"]}


def _selected(columns: Mapping[str, Expression]) -> Select[Any]:
    return select(*(columns[name].label(name) for name in NOTHING))


def _host(address: str) -> str | None:
    """The host of an absolute URL; None for a path."""
    match = ADDRESS.fullmatch(address)
    return DEFAULT_PORT.sub("", match[1].lower()) if match else None


def _readings(address: str) -> str:
    match = ADDRESS.fullmatch(address)
    found = route.readings(match[2] if match else address)
    return orjson.dumps([[*reading] for reading in found]).decode()
