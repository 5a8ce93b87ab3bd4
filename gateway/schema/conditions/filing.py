"""Which tags, categories and authors a post has, by their slugs."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, and_, exists, func, select

from gateway.planner import json_sql
from gateway.planner.filter import Condition, Conditions, Value, negated, operators
from gateway.planner.json_sql import Expression
from gateway.planner.scope import Columns, Source
from gateway.schema.conditions import lists
from gateway.schema.relations import all_terms, seen_by
from gateway.store import tables
from gateway.store.keys import nfc


@dataclass(frozen=True, slots=True)
class _Filed:
    """What posts are filed under, by slug."""

    kind: str

    def any(self, value: Value, columns: Columns) -> ColumnElement[bool]:
        return exists(self._places(value, columns, json_sql.one()))

    def all(self, value: Value, columns: Columns) -> ColumnElement[bool]:
        wanted = value.bind(lambda slugs: len(set(map(nfc, slugs))))
        return self._places(value, columns, func.count()).scalar_subquery() == wanted

    def _places(self, value: Value, columns: Columns, found: Expression) -> Select[Any]:
        """A post's places under the terms that are named."""
        link = tables.post_term.alias()
        mine = link.c.post == columns["n"], link.c.kind == self.kind
        named = link.c.term.in_(select(self._terms(value)))
        return select(found).select_from(link).where(*mine, named).correlate_except(link)

    def _terms(self, value: Value) -> CTE:
        """The numbers of the terms that are named, looked up at the head of the statement."""
        return self._of_slugs(value, lambda slug: slug.in_(lists.members(value, nfc))).cte()

    def _of_slugs(self, value: Value, are: Callable[[Any], ColumnElement[bool]]) -> Select[Any]:
        terms = value.planning.source(all_terms(self.kind), None)
        named = (*terms.where, are(terms.columns["slug"]))
        return select(terms.columns["n"]).select_from(terms.table).where(*named)

    def of_first(self, value: Value, source: Source) -> Source:
        """The posts of the first term, by the index that has them in order."""
        link = tables.post_term.alias()
        slug = value.bind(lambda slugs: nfc(slugs[0]))
        first = self._of_slugs(value, lambda each: each == slug).scalar_subquery()
        same = and_(
            source.columns["n"] == link.c.post,
            # So that a post that is found otherwise is looked up in that index, too.
            source.columns["published_key"] == link.c.published_key,
        )
        return Source(
            link.join(source.table, same),
            (link.c.term == first, *seen_by(value.planning.audience, link), *source.where),
            {**source.columns, "published_key": link.c.published_key},
        )

    def first_of_any(self, value: Value, source: Source) -> Source | None:
        return self.of_first(value, source) if lists.length(value.template) == 1 else None

    def first_of_all(self, value: Value, source: Source) -> Source | None:
        if lists.length(value.template) == 0:
            return None
        found = self.of_first(value, source)
        if lists.length(value.template) == 1:
            return found
        return replace(found, where=(*found.where, self.all(value, found.columns)))

    def listed(self, value: Value, source: Source) -> Source:
        link = tables.post_term.alias()
        posts = select(link.c.post).where(link.c.term.in_(select(self._terms(value))))
        return lists.among(source, posts.cte())


def filed(kind: str) -> Conditions:
    filed = _Filed(kind)
    return operators(
        {
            "any": Condition(filed.any, ordered=filed.first_of_any, listed=filed.listed),
            "all": Condition(filed.all, ordered=filed.first_of_all),
            "none": negated(filed.any),
        }
    )
