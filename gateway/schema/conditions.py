"""What each field of a filter compares, and how: operators as rows of tables."""

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import orjson
from sqlalchemy import (
    CTE,
    ColumnElement,
    Select,
    and_,
    exists,
    false,
    func,
    not_,
    select,
    true,
)

from gateway.planner import json_sql
from gateway.planner.arguments import Template
from gateway.planner.filter import Condition, Conditions, Filter, Value, operators
from gateway.planner.json_sql import Expression
from gateway.planner.scope import Columns, Source
from gateway.schema.relations import all_terms, seen_by
from gateway.store import canonical, tables
from gateway.store.keys import nfc, sortable

Test = Callable[[Value, Columns], ColumnElement[bool]]


def _members(value: Value, convert: Callable[[Any], Any] = lambda item: item) -> Select[Any]:
    """The items of a list that is given."""
    items = value.bind(lambda given: orjson.dumps([convert(item) for item in given]).decode())
    return select(func.json_each(items).table_valued("value").c.value)


def _negated(test: Test) -> Condition:
    return Condition(lambda value, columns: not_(test(value, columns)))


# Texts


def _text(column: str, key: str | None = None) -> Conditions:
    """Conditions on a column that is never null.

    `key` is a sort key of it, which narrows down what is compared; without one the column is
    stored in NFC.
    """

    def folded(columns: Columns) -> Expression:
        return columns[key] if key else func.sortable(columns[column])

    def equal(value: Value, columns: Columns) -> ColumnElement[bool]:
        if key is None:
            return columns[column] == value.bind(nfc)
        same = func.nfc(columns[column]) == value.bind(nfc)
        return and_(columns[key] == value.bind(sortable), same)

    def among(value: Value, columns: Columns) -> ColumnElement[bool]:
        if key is None:
            return columns[column].in_(_members(value, nfc))
        same = func.nfc(columns[column]).in_(_members(value, nfc))
        return and_(columns[key].in_(_members(value, sortable)), same)

    def contains(value: Value, columns: Columns) -> ColumnElement[bool]:
        return func.instr(folded(columns), value.bind(sortable)) > 0

    def starts_with(value: Value, columns: Columns) -> ColumnElement[bool]:
        text = folded(columns)
        return and_(text >= value.bind(sortable), text < value.bind(_after))

    return operators(
        {
            "eq": Condition(equal),
            "ne": _negated(equal),
            "in": Condition(among),
            "notIn": _negated(among),
            "contains": Condition(contains),
            "startsWith": Condition(starts_with),
            "isNull": Condition(lambda value, _: false() if value.template.value else true()),
        }
    )


LAST_CHARACTER = 0x10FFFF
SURROGATES = range(0xD800, 0xE000)


def _after(prefix: str) -> str:
    """The first text after all that begin with a prefix."""
    head = sortable(prefix).rstrip(chr(LAST_CHARACTER))
    if not head:
        return chr(LAST_CHARACTER)
    following = ord(head[-1]) + 1
    return head[:-1] + chr(SURROGATES.stop if following in SURROGATES else following)


# Numbers and moments

COMPARISONS: Mapping[str, Callable[[Any, Any], ColumnElement[bool]]] = {
    "eq": operator.eq,
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
}


def _compared(column: str, bound: Callable[[Value], Expression]) -> dict[str, Condition]:
    def condition(compare: Callable[[Any, Any], ColumnElement[bool]]) -> Condition:
        return Condition(lambda value, columns: compare(columns[column], bound(value)))

    return {name: condition(compare) for name, compare in COMPARISONS.items()}


def _number(column: str) -> Conditions:
    among = Condition(lambda value, columns: columns[column].in_(_members(value)))
    return operators({**_compared(column, Value.bind), "in": among})


def _moment(value: Value, suffix: str = "") -> Expression:
    """The sort key of a moment, in the site's time zone where it names none."""
    zone = tables.site.alias()
    key = func.utc_key(value.bind(), zone.c.time_zone)
    # A subquery, which is run once, while a function may be called for every row.
    return select(key.concat(suffix) if suffix else key).scalar_subquery()


AT = " "
"""What comes after the moment in a key of a date: the source path, after a blank."""

BEYOND = "!"
"""What comes right after `AT` in the order of keys."""

DATED: Mapping[str, tuple[str | None, str | None]] = {
    "eq": (AT, BEYOND),
    "gt": (BEYOND, None),
    "gte": (AT, None),
    "lt": (None, AT),
    "lte": (None, BEYOND),
}
"""The ends of the range of keys that an operator allows, as what comes after the moment."""


def _is_dated(key: Expression) -> ColumnElement[bool]:
    # No range, for an index has use for one only, which is that of another condition.
    return func.substr(key, 1, 1) != AT


def _dated(column: str) -> Conditions:
    def condition(begin: str | None, end: str | None) -> Condition:
        def test(value: Value, columns: Columns) -> ColumnElement[bool]:
            key = columns[column]
            low = key >= _moment(value, begin) if begin else _is_dated(key)
            return and_(low, key < _moment(value, end)) if end else low

        return Condition(test)

    return operators({name: condition(*ends) for name, ends in DATED.items()})


# Tags, categories, authors


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
        return self._of_slugs(value, lambda slug: slug.in_(_members(value, nfc))).cte()

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
        return self.of_first(value, source) if _length(value.template) == 1 else None

    def first_of_all(self, value: Value, source: Source) -> Source | None:
        if _length(value.template) == 0:
            return None
        found = self.of_first(value, source)
        if _length(value.template) == 1:
            return found
        return replace(found, where=(*found.where, self.all(value, found.columns)))

    def listed(self, value: Value, source: Source) -> Source:
        link = tables.post_term.alias()
        posts = select(link.c.post).where(link.c.term.in_(select(self._terms(value))))
        return _listed(source, posts.cte())


def _listed(source: Source, posts: CTE) -> Source:
    # A sum is no column with an index, by which the posts would be read and then sorted.
    number = source.columns["n"] + json_sql.zero()
    return replace(source, where=(*source.where, number.in_(select(posts))))


def _length(template: Template) -> int | None:
    """How many items a list has; None for several, which a variable may hold."""
    return len(template) if isinstance(template, list) else None


def _filed(kind: str) -> Conditions:
    filed = _Filed(kind)
    return operators(
        {
            "any": Condition(filed.any, ordered=filed.first_of_any, listed=filed.listed),
            "all": Condition(filed.all, ordered=filed.first_of_all),
            "none": _negated(filed.any),
        }
    )


# Front matter


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


def _listed_by_value(value: Value, source: Source) -> Source | None:
    return None if value.template["eq"] is None else _listed(source, _equal(value))


def _contains(value: Value, columns: Columns) -> ColumnElement[bool]:
    wanted = value.part(value.template["contains"]).bind(canonical.of)
    return _entry(value, columns, lambda entry: func.json_contains(entry.canonical, wanted) == 1)


FRONT_MATTER = {
    "eq": Condition(_equals, sought=_sought, listed=_listed_by_value),
    "contains": Condition(_contains),
}
PRESENT = Condition(_entry)


def _front_matter(given: Template) -> Iterator[tuple[Condition, Template]]:
    for entry in given:
        # A null that is given is a value like others here.
        names = [name for name in FRONT_MATTER if name in entry]
        yield from ((FRONT_MATTER[name], entry) for name in names)
        if not names:
            yield PRESENT, entry


POST_FILTER = Filter(
    "where",
    {
        "title": _text("title", "title_key"),
        "slug": _text("slug"),
        "locale": _text("locale"),
        "publishedAt": _dated("published_key"),
        "updatedAt": operators(_compared("updated_key", _moment)),
        "readingMinutes": _number("reading_time"),
        "tags": _filed("tag"),
        "categories": _filed("category"),
        "authors": _filed("author"),
        "frontMatter": _front_matter,
    },
)
