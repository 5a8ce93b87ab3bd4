"""What was meant by a search whose words are misspelt."""

from typing import Any

from sqlalchemy import CTE, Select, case, func, literal_column, not_, null, select, true

from gateway.planner import json_sql
from gateway.planner.connection import Page
from gateway.planner.filter import Value
from gateway.planner.json_sql import Expression
from gateway.schema.conditions import search
from gateway.schema.relations import post_count
from gateway.store.suggesting import spelling, spelling_deletion
from gateway.text.search.spelling import asked


def did_you_mean(page: Page) -> Expression:
    """The search of a page with other words in it, null where it finds posts as it is, where
    nothing is near to it, and where there is none."""
    value = page.filtered.search
    if value is None:
        return null()
    # At the head of the statement: SQLite's parser has more room for it there.
    meant = value.planning.head(object(), lambda: _meant(value))
    return select(meant.c.query).scalar_subquery()


def _meant(value: Value) -> CTE:
    text = value.bind()
    corrected = func.corrected(text, _candidates(value).scalar_subquery())
    is_right = search.has_hits(text, value.planning.audience)
    return select(case((is_right, null()), else_=corrected).label("query")).cte()


def _candidates(value: Value) -> Select[Any]:
    """The words that are near to those of a search which no post has, as `corrected` takes them."""
    audience = value.planning.audience
    words = func.json_each(value.bind(asked)).table_valued("value", name="asked")
    # As text: a column would bring the words into every FROM that it is used in.
    word = func.json_extract(literal_column("asked.value"), json_sql.text("$[0]"))
    listed = func.json_extract(literal_column("asked.value"), json_sql.text("$[1]"))
    deletions = func.json_each(listed).table_valued("value", name="deletions")
    near, own = spelling.alias(), spelling_deletion.alias()
    count = post_count(near, audience)
    return (
        select(json_sql.array_of_rows(json_sql.array(word, near.c.word, count)))
        .select_from(
            words.join(deletions, true())
            .join(own, own.c.deletion == literal_column("deletions.value"))
            .join(near, near.c.word == own.c.word)
        )
        .where(not_(search.has_hits(word, audience)), count > json_sql.zero())
    )
