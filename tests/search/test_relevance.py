"""Search finds what readers mean, and goes on to."""

import pytest

from tests.search import relevance
from tests.search.relevance import HERE, Outcome, reciprocal_rank, within

EXPECTED = HERE / "expected.tsv"

FIRST, AMONG_THREE, MEAN = 0.92, 0.96, 0.94
"""Of the queries, how many have a wanted post first and among three, and the mean of 1 ÷ rank."""

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
async def found() -> list[Outcome]:
    return await relevance.outcomes()


async def test_what_is_wanted_is_where_it_was(
    found: list[Outcome],
    rewrite: bool,  # noqa: FBT001
) -> None:
    """Better or worse: a review sees which queries are."""
    told = relevance.table(found)
    if rewrite:
        EXPECTED.write_text(told)
    assert EXPECTED.read_text() == told


async def test_what_is_wanted_comes_first(found: list[Outcome]) -> None:
    """Marks that no rewriting moves."""
    assert len(found) >= 60
    assert len({each.query.language for each in found}) >= 10
    assert within(found, 1) / len(found) >= FIRST
    assert within(found, 3) / len(found) >= AMONG_THREE
    assert reciprocal_rank(found) >= MEAN


async def test_another_order_is_worse(found: list[Outcome]) -> None:
    by_date = await relevance.outcomes([{"field": "PUBLISHED_AT", "direction": "DESC"}])
    assert reciprocal_rank(by_date) < reciprocal_rank(found) - 0.2
