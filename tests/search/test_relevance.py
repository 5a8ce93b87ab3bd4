"""Search finds what readers want as well as before: a difference is read in review."""

from pathlib import Path

import pytest

from tests.search import relevance

pytestmark = pytest.mark.anyio


async def test_search_finds_what_readers_want_as_the_stored_report_says(
    tmp_path: Path,
    rewrite: bool,  # noqa: FBT001 - pytest names it
) -> None:
    found = await relevance.measured(tmp_path)
    report = relevance.report(found)
    if rewrite:
        relevance.REPORT.write_text(report, "utf-8")
    assert report == relevance.REPORT.read_text("utf-8")
    first, among_three, mean = relevance.shares(found)
    # What no rewriting moves.
    assert (first > 0.92, among_three > 0.965, mean > 0.94) == (True, True, True)


async def test_another_order_is_noticed(tmp_path: Path) -> None:
    by_date = await relevance.measured(tmp_path, [{"field": "PUBLISHED_AT", "direction": "DESC"}])
    first, among_three, mean = relevance.shares(by_date)
    assert (first < 0.5, among_three < 0.85, mean < 0.7) == (True, True, True)


def test_there_are_queries_of_all_languages() -> None:
    queries = list(relevance.queries())
    asked = {(query.language, query.text) for query in queries}
    there = {post.split("/")[0] for query in queries for post in query.wanted}
    assert len(asked) == len(queries)
    assert {query.language for query in queries} == there
    assert len(there) == 14


def test_every_wanted_post_exists() -> None:
    there = {
        f"{path.parent.name}/{path.stem[11:]}" for path in relevance.BLOG.glob("_posts/*/*.md")
    }
    wanted = {post.lower() for query in relevance.queries() for post in query.wanted}
    assert wanted - there == set()
