"""Search finds what readers want as well as before: a difference is read in review."""

from pathlib import Path

import pytest

from tests.search import relevance

pytestmark = pytest.mark.anyio


async def test_search_finds_what_readers_want_as_the_stored_report_says(
    tmp_path: Path,
    rewrite: bool,  # noqa: FBT001 - pytest names it
) -> None:
    report = await relevance.measured(tmp_path)
    if rewrite:
        relevance.REPORT.write_text(report, "utf-8")
    assert report == relevance.REPORT.read_text("utf-8")


def test_every_wanted_post_exists() -> None:
    there = {
        f"{path.parent.name}/{path.stem[11:]}" for path in relevance.BLOG.glob("_posts/*/*.md")
    }
    wanted = {post.lower() for query in relevance.queries() for post in query.wanted}
    assert wanted - there == set()
