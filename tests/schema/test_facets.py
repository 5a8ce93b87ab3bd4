"""Counts of what the posts of a list are filed under, and of when they are from."""

from pathlib import Path
from typing import Any

import orjson
import pytest

from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import Store, open_store
from gateway.sync.run import sync

pytestmark = pytest.mark.anyio

ARCHIVES = """query Q($unit: DateUnit, $zone: String) {
  posts { facets { archives(unit: $unit, timeZone: $zone) { key start end count } } }
}"""


async def answer(store: Store, query: str, variables: Any = None) -> Any:
    request = Request(query, variables=variables)
    return orjson.loads(body_of(await GraphQL(store.reader.row).answer(request)))


async def archives(store: Store, unit: str | None, zone: str | None) -> list[list[Any]]:
    found = await answer(store, ARCHIVES, {"unit": unit, "zone": zone})
    return [list(each.values()) for each in found["data"]["posts"]["facets"]["archives"]]


@pytest.mark.parametrize(
    ("zone", "unit", "dates", "expected"),
    [
        (
            "Asia/Tokyo",
            "MONTH",
            ["2024-12-31T14:59:59Z", "2024-12-31T15:00:00Z", "2025-01-31T14:59:59.999999Z"],
            [
                ["2025-01", "2025-01-01T00:00:00+09:00", "2025-02-01T00:00:00+09:00", 2],
                ["2024-12", "2024-12-01T00:00:00+09:00", "2025-01-01T00:00:00+09:00", 1],
            ],
        ),
        # Clocks go forward at 2 on the 9th of March, and back at 2 on the 2nd of November.
        (
            "America/New_York",
            "DAY",
            ["2025-03-09T05:00:00Z", "2025-03-10T03:59:59Z", "2025-11-03T04:59:59Z"],
            [
                ["2025-11-02", "2025-11-02T00:00:00-04:00", "2025-11-03T00:00:00-05:00", 1],
                ["2025-03-09", "2025-03-09T00:00:00-05:00", "2025-03-10T00:00:00-04:00", 2],
            ],
        ),
        (
            "America/New_York",
            "YEAR",
            ["2025-01-01T04:59:59Z", "2025-01-01T05:00:00Z"],
            [
                ["2025", "2025-01-01T00:00:00-05:00", "2026-01-01T00:00:00-05:00", 1],
                ["2024", "2024-01-01T00:00:00-05:00", "2025-01-01T00:00:00-05:00", 1],
            ],
        ),
        # There was no midnight.
        (
            "America/Sao_Paulo",
            "DAY",
            ["2018-11-04T02:59:59Z", "2018-11-04T03:00:00Z"],
            [
                ["2018-11-04", "2018-11-04T01:00:00-02:00", "2018-11-05T00:00:00-02:00", 1],
                ["2018-11-03", "2018-11-03T00:00:00-03:00", "2018-11-04T01:00:00-02:00", 1],
            ],
        ),
        (
            "+09:30",
            "MONTH",
            ["2024-02-29T14:29:59Z", "2024-02-29T14:30:00Z"],
            [
                ["2024-03", "2024-03-01T00:00:00+09:30", "2024-04-01T00:00:00+09:30", 1],
                ["2024-02", "2024-02-01T00:00:00+09:30", "2024-03-01T00:00:00+09:30", 1],
            ],
        ),
        # Without an argument, months of the site's time zone, which is UTC here.
        (
            None,
            None,
            ["2024-02-29T23:59:59Z"],
            [["2024-02", "2024-02-01T00:00:00+00:00", "2024-03-01T00:00:00+00:00", 1]],
        ),
        ("UTC", "YEAR", [], []),
    ],
)
async def test_posts_are_counted_by_the_calendar_of_a_time_zone(
    tmp_path: Path, zone: str | None, unit: str | None, dates: list[str], expected: list[Any]
) -> None:
    for number, date in enumerate(dates):
        (tmp_path / f"{number}.md").write_text(f"---\ndate: {date}\n---\nText.\n")
    (tmp_path / "undated.md").write_text("Text.\n")
    async with open_store(tmp_path / "gateway.db") as store:
        await sync(store, open_site(tmp_path, "plain"))
        assert await archives(store, unit, zone) == expected


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            'archives(timeZone: "Mars/Olympus") { key }',
            (
                'Argument "timeZone" of "archives": there is no time zone "Mars/Olympus"; '
                "write one like Asia/Tokyo or +09:00."
            ),
        ),
        (
            'archives(timeZone: "../UTC") { key }',
            (
                'Argument "timeZone" of "archives": there is no time zone "../UTC"; '
                "write one like Asia/Tokyo or +09:00."
            ),
        ),
        (
            "tags(first: 101) { slug }",
            'Argument "first" of "tags": 101 is more than the 100 items of a page.',
        ),
        (
            "authors(first: -1) { slug }",
            'Argument "first" of "authors": -1 is negative; ask for 0 to 100 items.',
        ),
    ],
)
async def test_an_argument_that_cannot_be_taken_is_named(
    store: Store, arguments: str, message: str
) -> None:
    found = await answer(store, f"{{ posts {{ facets {{ {arguments} }} }} }}")
    assert [error["message"] for error in found["errors"]] == [message]


async def test_counts_are_of_the_whole_list_whatever_its_page_and_filter(store: Store) -> None:
    fields = (
        "facets { tags { slug count } categories { label count } archives(unit: YEAR) { count } }"
    )
    filters = [
        '{tags: {any: ["python"]}}',
        '{tags: {any: ["python", "nosuch"]}}',
        '{tags: {all: ["python"]}}',
        '{not: {tags: {none: ["python"]}}}',
        '{or: [{frontMatter: [{key: "tags", contains: "Python"}]}, {slug: {eq: "same-day"}}]}',
    ]
    roots = " ".join(
        f"a{number}: posts(first: {number}, where: {where}) {{ {fields} }}"
        for number, where in enumerate(filters)
    )
    found = await answer(
        store, f'{{ tag(by: {{slug: "python"}}) {{ posts {{ {fields} }} }} {roots} }}'
    )
    expected = {
        "facets": {
            "tags": [
                {"slug": "python", "count": 3},
                {"slug": "graphql", "count": 2},
                {"slug": "c-sharp", "count": 1},
                {"slug": "c-plus-plus", "count": 1},
                {"slug": "sqlite", "count": 1},
                {"slug": "日本語", "count": 1},
            ],
            "categories": [{"label": "Notes", "count": 2}],
            "archives": [{"count": 3}],
        }
    }
    assert found["data"].pop("tag") == {"posts": expected}
    assert list(found["data"].values()) == [expected] * len(filters)


async def test_what_the_filter_asks_of_all_posts_is_selected(store: Store) -> None:
    where = """{
      tags: {any: ["python"], none: ["sqlite"]}, and: [{and: [{authors: {all: ["ken"]}}]}],
      or: [{tags: {any: ["c-sharp"]}}]
    }"""
    fields = "tags { slug selected } authors { slug selected }"
    found = await answer(store, f"{{ posts(where: {where}) {{ facets {{ {fields} }} }} }}")
    assert found["data"]["posts"]["facets"] == {
        "tags": [
            {"slug": "c-sharp", "selected": False},
            {"slug": "c-plus-plus", "selected": False},
            {"slug": "python", "selected": True},
        ],
        "authors": [{"slug": "ken", "selected": True}, {"slug": "mina", "selected": False}],
    }


async def test_facets_of_lists_within_lists_are_answered(store: Store) -> None:
    where = """{or: [
      {and: [{slug: {eq: "x"}}, {or: [{slug: {eq: "y"}}, {not: {tags: {all: ["a", "b"]}}}]}]},
      {tags: {any: ["python", "graphql"]}}
    ]}"""
    facets = "facets { tags { count selected } archives(unit: YEAR) { key count } }"
    query = f"posts(first: 1, where: {where}) {{ {facets} }}"
    for field in ("tags", "posts", "tags"):
        query = f"{field}(first: 1) {{ nodes {{ {query} }} }}"
    found = await answer(store, f"{{ {query} }}")
    for field in ("tags", "posts", "tags"):
        (found["data"],) = found["data"][field]["nodes"]
    assert found["data"]["posts"]["facets"] == {
        "tags": [
            {"count": 3, "selected": False},
            {"count": 2, "selected": False},
            *[{"count": 1, "selected": False}] * 4,
        ],
        "archives": [{"key": "2024", "count": 3}],
    }
