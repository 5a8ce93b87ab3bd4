"""Which posts a search finds, and how well they fit.

The score is BM25 over the fields of a post, with BM25 over titles alone on top of it, and more for
a newer post; in Japanese it is less where the word that is searched for is only found within
others: 京都 in 東京都.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    Integer,
    Select,
    Subquery,
    TableClause,
    and_,
    case,
    cast,
    column,
    func,
    literal_column,
    or_,
    select,
    text,
    union_all,
)

from gateway.planner import json_sql
from gateway.planner.arguments import Template
from gateway.planner.filter import Condition, Value
from gateway.planner.json_sql import Expression
from gateway.planner.scope import Audience, Columns, Source
from gateway.schema.conditions import lists
from gateway.schema.relations import seen_by
from gateway.store import fulltext
from gateway.store.fulltext import Index
from gateway.store.tables import post, search_index
from gateway.text.search import query

WEIGHTS = "10.0, 6.0, 3.0, 1.0, 0.1"
"""Of `fulltext.FIELDS`. Stems find, but what they find is hardly the better for it."""

TITLE_WEIGHTS = "1.0, 1.0"
"""Of `fulltext.TITLE_FIELDS`."""

IN_TITLE = 1.0
PARTLY_IN_TITLE = 0.5
"""How much it counts that a title has all terms, and parts of them. Readers look for posts whose
titles they half remember: over 194 such searches among 29,856 posts, the wanted post came first 143
times, and 133 times without."""

WITHIN = 0.05
"""What is left of the score of a post that has a Japanese word only within others."""

NEWEST = 0.15
"""What the newest post gets on top of its score; one that is a year older gets half of it."""

DAYS = 365.0

ENOUGH = 3
"""Posts that have all terms; where there are fewer, others follow that have some."""

BILLIONTHS = 10**9
STRICT = 10**13
"""A post is ordered by the billionths of its score, which a cursor holds exactly; to those of one
that has all terms this is added, so that they come first."""


def searched(given: Template) -> Iterator[tuple[Condition, Template]]:
    """The condition of a field that takes what a reader types."""
    yield SEARCHED, given


def _is_found(value: Value, columns: Columns) -> Any:
    return columns["n"].in_(select(_hits(value).c.post))


def has_hits(typed: Expression, audience: Audience) -> ColumnElement[bool]:
    """Whether any post that an audience sees has all terms of a text."""
    found: ColumnElement[bool] = _matching(_all_terms(typed), audience).exists()
    return found


def _listed(value: Value, source: Source) -> Source:
    return lists.among(source, select(_hits(value).c.post).cte())


def _ranked(value: Value, source: Source) -> Source:
    """The posts that are found; `relevance` orders them, `relaxed` is 1 for those without all
    terms, and `score` says how well each fits."""
    hits = _hits(value).alias()
    strict = (1 - hits.c.relaxed) * literal_column(str(STRICT))
    return Source(
        hits.join(source.table, source.columns["n"] == hits.c.post),
        source.where,
        {
            **source.columns,
            "published_key": hits.c.published_key,
            "relevance": hits.c.relevance,
            "relaxed": hits.c.relaxed,
            "score": (hits.c.relevance - strict) / literal_column(f"{BILLIONTHS}.0"),
        },
    )


SEARCHED = Condition(_is_found, ranked=_ranked, listed=_listed)


def _hits(value: Value) -> CTE:
    """The numbers of the posts that a search finds, with their `relevance`."""
    return value.planning.head(value.template, partial(_found, value))


def _found(value: Value) -> CTE:
    typed = value.bind(_checked)
    audience = value.planning.audience
    all_terms, some_terms = _all_terms(typed), _some_terms(typed)
    strict = _once(_matching(all_terms, audience))
    few = select(func.count()).select_from(strict).scalar_subquery() < ENOUGH
    more = _once(_matching(some_terms, audience, few))
    titles = _titles(all_terms, some_terms, audience)
    others = select(more).where(more.c.post.not_in(select(strict.c.post)))
    every = union_all(
        select(strict, json_sql.zero().label("relaxed")),
        others.add_columns(json_sql.one().label("relaxed")),
    ).subquery()
    posts = _ranked_by()
    score = every.c.score + func.coalesce(titles.c.score, 0.0)
    score *= _wholeness(value, posts) * _recency(posts, audience)
    relevance = cast(func.round(score * BILLIONTHS), Integer)
    strict_first = case((every.c.relaxed == json_sql.zero(), literal_column(str(STRICT))), else_=0)
    return _once(
        select(
            every.c.post,
            every.c.relaxed,
            (relevance + strict_first).label("relevance"),
            posts.c.published_key,
        )
        # In this order, or else SQLite looks through all posts.
        .select_from(
            every.outerjoin(posts, posts.c.n == every.c.post).outerjoin(
                titles, titles.c.post == every.c.post
            )
        )
    )


def _all_terms(typed: Expression) -> Expression:
    return func.search_strict(typed, _languages())


def _some_terms(typed: Expression) -> Expression:
    return func.search_relaxed(typed, _languages())


def _languages() -> Expression:
    """Those whose stems are indexed, as a JSON list."""
    return select(search_index.c.languages).scalar_subquery()


def _ranked_by() -> Subquery:
    """What posts are ranked by beside the words, read from an index of that alone."""
    # SQLite would rather read the rows of `post`, which takes twice the time of the search.
    indexed: Any = select(*map(column, ("n", "published_key", "locale"))).select_from(
        text("post INDEXED BY post_to_be_ranked")
    )
    found: Subquery = indexed.subquery()
    return found


def _once(found: Select[Any] | CompoundSelect[Any]) -> CTE:
    return found.cte().prefix_with("MATERIALIZED")


def _matching(expression: Expression, audience: Audience, *conditions: Any) -> Any:
    """The numbers of posts that match, each with its `score`."""
    return _scored(
        [(index.posts, WEIGHTS, expression, 1.0) for index in _read_by(audience)], *conditions
    )


def _titles(all_terms: Expression, some_terms: Expression, audience: Audience) -> CTE:
    """The numbers of posts whose titles have some of the terms, each with what that adds to its
    `score`."""
    found = _scored(
        [
            (index.titles, TITLE_WEIGHTS, expression, weight)
            for index in _read_by(audience)
            for expression, weight in ((all_terms, IN_TITLE), (some_terms, PARTLY_IN_TITLE))
        ]
    ).subquery()
    summed = select(found.c.post, func.sum(found.c.score).label("score")).group_by(found.c.post)
    return _once(summed)


Scored = tuple[TableClause, str, Expression, float]
"""A table, the weights of its columns, the expression to match, and how much it counts."""


def _scored(parts: Sequence[Scored], *conditions: Any) -> Any:
    """The rows that match. What FTS5 gives them is less for better ones."""
    found = [
        select(
            table.c.rowid.label("post"),
            (
                func.bm25(literal_column(table.name), literal_column(weights))
                * literal_column(str(-factor))
            ).label("score"),
        ).where(table.c[table.name].op("MATCH")(expression), *conditions)
        for table, weights, expression, factor in parts
    ]
    return union_all(*found) if len(found) > 1 else found[0]


def _read_by(audience: Audience) -> tuple[Index, ...]:
    return (fulltext.SEEN,) if audience is Audience.PUBLIC else fulltext.INDEXES


def _wholeness(value: Value, posts: Any) -> Expression:
    words = value.bind(lambda text: query.words(query.parse(text)))
    whole = [
        select(index.words.c.rowid).where(
            index.words.c[index.words.name].op("MATCH")(func.coalesce(words, query.NOTHING))
        )
        for index in _read_by(value.planning.audience)
    ]
    is_japanese = or_(posts.c.locale == "ja", posts.c.locale.like("ja-%"))
    is_within = and_(words.is_not(None), is_japanese, *(posts.c.n.not_in(each) for each in whole))
    return case((is_within, literal_column(str(WITHIN))), else_=literal_column("1.0"))


def _recency(posts: Any, audience: Audience) -> Expression:
    """More for a newer post: by its age beside the newest, since answers do not change by
    themselves. A post without a date counts as old."""
    every = post.alias()
    newest = select(_day(func.max(every.c.published_key))).where(*seen_by(audience, every))
    age = (newest.scalar_subquery() - _day(posts.c.published_key)) / DAYS
    return 1 + func.coalesce(NEWEST / (1 + age), 0)


def _day(key: Expression) -> Expression:
    # With a time it is a date, or nothing: a number alone would be one of days.
    return func.julianday(func.substr(key, 1, 10).concat(literal_column("'T00:00'")))


def _checked(text: str) -> str:
    query.parse(text)
    return text
