"""Each condition of `where`, and how they are put together, on the posts of `tests/site`."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from graphql import ExecutionResult, parse_value, value_from_ast_untyped

from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import Store, open_store
from gateway.sync.run import sync

pytestmark = pytest.mark.anyio

TABLES, NOBODY, JAPANESE, SAME, FIRST = (
    "tables",
    "no-author",
    "日本語の記事",
    "same-day",
    "first-steps",
)
ALL = [TABLES, NOBODY, JAPANESE, SAME, FIRST]

CASES = [
    ("{}", ALL),
    ("{title: null, tags: {any: null}, and: null}", ALL),
    # Texts
    ('{title: {eq: "First steps"}}', [FIRST]),
    ('{title: {eq: "first steps"}}', []),
    ('{title: {ne: "First steps"}}', [TABLES, NOBODY, JAPANESE, SAME]),
    ('{title: {in: ["First steps", "x", "Tables and lists"]}}', [TABLES, FIRST]),
    ('{title: {notIn: ["First steps", "Tables and lists"]}}', [NOBODY, JAPANESE, SAME]),
    ("{title: {in: []}}", []),
    ("{title: {notIn: []}}", ALL),
    ('{title: {contains: "TABLES ａｎｄ"}}', [TABLES]),
    ('{title: {contains: ""}}', ALL),
    ('{title: {startsWith: "ｆIRST"}}', [FIRST]),
    ('{title: {startsWith: "日本語"}}', [JAPANESE]),
    ('{title: {startsWith: ""}}', ALL),
    ('{title: {startsWith: "%"}}', []),
    ("{title: {isNull: true}}", []),
    ("{title: {isNull: false}}", ALL),
    ('{slug: {eq: "日本語の記事"}}', [JAPANESE]),
    ('{slug: {contains: "STEP"}}', [FIRST]),
    ('{slug: {startsWith: "no-"}}', [NOBODY]),
    ('{slug: {in: ["tables", "first-steps"]}}', [TABLES, FIRST]),
    ('{locale: {eq: "en-GB"}}', [TABLES]),
    ('{locale: {ne: "en-GB", startsWith: "J"}}', [JAPANESE]),
    # Moments, in Asia/Tokyo where they say nothing else
    ('{publishedAt: {eq: "2024-05-01T00:00:00Z"}}', [SAME, FIRST]),
    ('{publishedAt: {eq: "2024-05-01t09:00:00+09:00"}}', [SAME, FIRST]),
    ('{publishedAt: {eq: "2024-05-01 09:00"}}', [SAME, FIRST]),
    ('{publishedAt: {eq: "2024-07-15"}}', [NOBODY]),
    ('{publishedAt: {gt: "2024-06-10T23:30:00+09:00"}}', [TABLES, NOBODY]),
    ('{publishedAt: {gte: "2024-06-10T23:30:00+09:00"}}', [TABLES, NOBODY, JAPANESE]),
    ('{publishedAt: {lt: "2024-06-10T23:30:00+09:00"}}', [SAME, FIRST]),
    ('{publishedAt: {lte: "2024-06-10T23:30:00.000+09:00"}}', [JAPANESE, SAME, FIRST]),
    ('{publishedAt: {gte: "0001-01-01", lt: "9999-12-31T23:59:59-12:00"}}', ALL),
    ('{updatedAt: {gte: "2024-09-01T12:00:00Z"}}', [TABLES]),
    ('{updatedAt: {eq: "2024-09-01T21:00:00"}}', [TABLES]),
    ('{updatedAt: {lt: "2024-09-01T12:00:00Z"}}', [NOBODY, JAPANESE, SAME, FIRST]),
    # Numbers
    ("{readingMinutes: {eq: 3}}", [FIRST]),
    ("{readingMinutes: {in: [1, 3]}}", ALL),
    ("{readingMinutes: {gt: 1, gte: 2, lt: 4, lte: 3}}", [FIRST]),
    # Tags, categories, authors
    ('{tags: {any: ["python"]}}', [TABLES, SAME, FIRST]),
    ('{tags: {any: ["日本語", "c-plus-plus"]}}', [TABLES, JAPANESE, SAME]),
    ('{tags: {any: ["Python"]}}', []),
    ("{tags: {any: []}}", []),
    ('{tags: {all: ["python"]}}', [TABLES, SAME, FIRST]),
    ('{tags: {all: ["python", "graphql"]}}', [TABLES, FIRST]),
    ('{tags: {all: ["graphql", "nosuch"]}}', []),
    ("{tags: {all: []}}", ALL),
    ('{tags: {none: ["python", "nosuch"]}}', [NOBODY, JAPANESE]),
    ("{tags: {none: []}}", ALL),
    ('{categories: {any: ["notes"], none: ["お知らせ"]}}', [TABLES, FIRST]),
    ('{categories: {any: ["python"]}}', []),
    ('{authors: {all: ["ken", "佐藤ミナ"]}}', []),
    ('{authors: {any: ["ken"]}, tags: {any: ["python"]}}', [TABLES, SAME]),
    # Front matter
    ('{frontMatter: [{key: "rating"}]}', [FIRST]),
    ('{frontMatter: [{key: "rating", eq: 4.5}]}', [FIRST]),
    ('{frontMatter: [{key: "rating", eq: "4.5"}]}', []),
    ('{frontMatter: [{key: "series", eq: {part: 1.0, name: "Basics"}}]}', [FIRST]),
    ('{frontMatter: [{key: "series", eq: {name: "Basics"}}]}', []),
    ('{frontMatter: [{key: "series", contains: {name: "Basics"}}]}', [FIRST]),
    ('{frontMatter: [{key: "series", contains: {name: "Bas"}}]}', []),
    ('{frontMatter: [{key: "series", contains: {}}]}', [FIRST]),
    ('{frontMatter: [{key: "tags", contains: "GraphQL"}]}', [TABLES, JAPANESE, FIRST]),
    ('{frontMatter: [{key: "tags", contains: "c＃"}]}', [SAME]),
    ('{frontMatter: [{key: "tags", contains: "graphql"}]}', []),
    ('{frontMatter: [{key: "rating", contains: 4.5}]}', []),
    ('{frontMatter: [{key: "draft_of"}]}', [FIRST]),
    ('{frontMatter: [{key: "draft_of", eq: null}]}', ALL),
    ('{frontMatter: [{key: "layout", eq: null}]}', [TABLES, NOBODY, SAME]),
    ('{frontMatter: [{key: "layout"}]}', [JAPANESE, FIRST]),
    ('{frontMatter: [{key: "layout", contains: null}]}', []),
    ('{frontMatter: [{key: "layout", eq: "post"}, {key: "rating"}]}', [FIRST]),
    ("{frontMatter: []}", ALL),
    # Together
    ('{and: [{tags: {any: ["python"]}}, {authors: {any: ["ken"]}}]}', [TABLES, SAME]),
    ("{and: []}", ALL),
    ('{or: [{slug: {eq: "tables"}}, {tags: {any: ["c-plus-plus"]}}]}', [TABLES, SAME]),
    ("{or: []}", []),
    ("{or: [{}]}", ALL),
    ("{not: {}}", []),
    ('{not: {tags: {any: ["python"]}}}', [NOBODY, JAPANESE]),
    ('{not: {tags: {all: ["python", "graphql"]}}}', [NOBODY, JAPANESE, SAME]),
    ('{not: {frontMatter: [{key: "nosuch", eq: 1}]}}', ALL),
    ('{not: {and: [{or: [{slug: {ne: "tables"}}]}]}}', [TABLES]),
]


async def answer(store: Store, query: str, variables: Any = None) -> ExecutionResult:
    return await GraphQL(store.reader.row).answer(Request(query, variables=variables))


async def data(store: Store, query: str, variables: Any = None) -> Any:
    body = orjson.loads(body_of(await answer(store, query, variables)))
    assert list(body) == ["data"], body
    return body["data"]


@pytest.mark.parametrize(("where", "slugs"), CASES)
async def test_posts_that_match_are_left_by_a_literal_and_by_a_variable(
    store: Store, where: str, slugs: list[str]
) -> None:
    fields = "totalCount nodes { slug }"
    expected = {"totalCount": len(slugs), "nodes": [{"slug": slug} for slug in slugs]}
    literal = await data(store, f"{{ posts(where: {where}) {{ {fields} }} }}")
    assert literal["posts"] == expected
    query = f"query Q($where: PostFilter) {{ posts(where: $where) {{ {fields} }} }}"
    variables = {"where": value_from_ast_untyped(parse_value(where))}
    assert (await data(store, query, variables))["posts"] == expected


@pytest.mark.parametrize(
    ("where", "slugs"), [(where, slugs) for where, slugs in CASES if len(slugs) < len(ALL)]
)
async def test_what_does_not_match_is_what_is_left_by_not(
    store: Store, where: str, slugs: list[str]
) -> None:
    found = await data(store, f"{{ posts(where: {{not: {where}}}) {{ nodes {{ slug }} }} }}")
    others = [slug for slug in ALL if slug not in slugs]
    assert [node["slug"] for node in found["posts"]["nodes"]] == others


async def test_posts_of_a_term_are_filtered_too(store: Store) -> None:
    query = """{
      tag(by: {slug: "python"}) {
        posts(where: {tags: {any: ["graphql"]}}) { totalCount nodes { slug } }
      }
    }"""
    found = (await data(store, query))["tag"]["posts"]
    assert found == {"totalCount": 2, "nodes": [{"slug": TABLES}, {"slug": FIRST}]}


async def test_variables_may_stand_anywhere_in_a_filter(store: Store) -> None:
    query = """query Q($tag: String!, $tags: [String!], $name: String, $part: Int, $key: String!) {
      one: posts(where: {tags: {any: [$tag]}}) { totalCount }
      some: posts(where: {tags: {any: $tags}}) { totalCount }
      json: posts(where: {frontMatter: [{key: $key, eq: {part: $part, name: $name}}]}) {
        totalCount
      }
    }"""
    variables: dict[str, Any] = {"tag": "python", "name": "Basics", "part": 1, "key": "series"}
    for tags, count in ((["python"], 3), ([], 0), (["python", "日本語"], 4), (None, 5)):
        found = await data(store, query, {**variables, "tags": tags})
        assert found == {
            "one": {"totalCount": 3},
            "some": {"totalCount": count},
            "json": {"totalCount": 1},
        }


async def test_a_post_without_a_date_fails_every_comparison_of_it(tmp_path: Path) -> None:
    (tmp_path / "dated.md").write_text("---\ndate: 2024-05-01T12:00:00.5Z\n---\nText.\n")
    (tmp_path / "undated.md").write_text("Text.\n")
    async with open_store(tmp_path / "gateway.db") as store:
        await sync(store, open_site(tmp_path, "plain"))
        for operator, moment, slugs in [
            ("lt", "9000-01-01", ["dated"]),
            ("lte", "9000-01-01", ["dated"]),
            ("gt", "0001-01-01", ["dated"]),
            ("gte", "0001-01-01", ["dated"]),
            ("eq", "0001-01-01", []),
            ("gt", "2024-05-01T12:00:00Z", ["dated"]),
            ("lte", "2024-05-01T12:00:00Z", []),
            ("eq", "2024-05-01T12:00:00.500Z", ["dated"]),
        ]:
            where = f'{{publishedAt: {{{operator}: "{moment}"}}}}'
            query = f"{{ posts(where: {where}) {{ nodes {{ slug }} }} }}"
            found = await data(store, query)
            assert [node["slug"] for node in found["posts"]["nodes"]] == slugs
            query = f"{{ posts(where: {{not: {where}}}) {{ nodes {{ slug }} }} }}"
            found = await data(store, query)
            assert {node["slug"] for node in found["posts"]["nodes"]} == {
                "dated",
                "undated",
            } - set(slugs)


def nested(depth: int) -> str:
    return "{not: " * depth + "{}" + "}" * depth


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            'where: {publishedAt: {gt: "banana"}}',
            (
                '"banana" is no date-time; write one like 2025-11-07T16:39:06+09:00,'
                " or a date like 2025-11-07"
            ),
        ),
        (
            "where: {publishedAt: {gt: 2025}}",
            "write a date-time as a text, like 2025-11-07T16:39:06+09:00",
        ),
        (
            f"where: {nested(5)}",
            (
                'Argument "where" of "posts": '
                "`and`, `or` and `not` lie more than 4 deep in each other."
            ),
        ),
        (
            f"where: {{or: [{'{slug: {eq: 1}} '.replace('1', chr(34) * 2) * 51}]}}",
            'Argument "where" of "posts": 51 conditions are more than the 50 of a filter.',
        ),
        (
            f'where: {{frontMatter: [{{key: "a", eq: {"[" * 150}{"]" * 150}}}]}}',
            'Argument "where" of "posts": a value is nested more than 128 deep.',
        ),
        (
            "offset: -1",
            (
                'Argument "offset" of "posts": -1 is not from 0 to 1000000; '
                "go on from a cursor instead."
            ),
        ),
        (
            "offset: 1000001",
            (
                'Argument "offset" of "posts": 1000001 is not from 0 to 1000000; '
                "go on from a cursor instead."
            ),
        ),
        (
            "offset: 1, last: 1",
            'Argument "offset" of "posts": it counts from the beginning; leave out `last`.',
        ),
        (
            'offset: 1, before: "00"',
            'Argument "offset" of "posts": it counts from the beginning; leave out `before`.',
        ),
    ],
)
async def test_an_argument_that_cannot_be_taken_is_named(
    store: Store, arguments: str, message: str
) -> None:
    found = await answer(store, f"{{ posts({arguments}) {{ totalCount }} }}")
    assert [(error.message, bool(error.locations)) for error in found.errors or []] == [
        (message, True)
    ]


async def test_a_moment_in_a_variable_that_cannot_be_taken_is_named(store: Store) -> None:
    query = "query Q($where: PostFilter) { posts(where: $where) { totalCount } }"
    found = await answer(store, query, {"where": {"publishedAt": {"gt": "2024-02-30"}}})
    (error,) = found.errors or []
    assert error.message == (
        "Variable '$where' has invalid value at .publishedAt.gt: \"2024-02-30\" is no date-time; "
        "write one like 2025-11-07T16:39:06+09:00, or a date like 2025-11-07"
    )


async def test_a_large_filter_within_the_limits_is_answered(store: Store) -> None:
    """In a list inside others, too: the database's parser has room for it."""
    leaf = '{title: {contains: "x"}}'
    where = f"{{not: {{or: [{{and: [{{not: {leaf}}}, {leaf}]}}, {', '.join([leaf] * 48)}]}}}}"
    query = (
        f"posts(first: 1, where: {where}) {{ nodes {{ title tags {{ nodes {{ name %s }} }} }} }}"
    )
    nested_query = f"{{ {(query % (query % '')).replace('%', '')} }}"
    found = await data(store, nested_query)
    assert len(found["posts"]["nodes"]) == 1


async def test_a_cursor_is_of_its_filter(store: Store) -> None:
    page = (
        'posts(first: 1, where: {tags: {any: ["python"]}}, %s) { nodes { slug } edges { cursor } }'
    )
    found = (await data(store, f"{{ {page % ''} }}"))["posts"]
    after = f'after: "{found["edges"][0]["cursor"]}"'
    following = (await data(store, f"{{ {page % after} }}"))["posts"]
    assert [found["nodes"], following["nodes"]] == [[{"slug": TABLES}], [{"slug": SAME}]]
    for others in ("", ', where: {tags: {any: ["graphql"]}}', ", where: {not: {}}"):
        refused = await answer(store, f"{{ posts({after}{others}) {{ totalCount }} }}")
        (error,) = refused.errors or []
        assert error.message == (
            f'Argument "after" of "posts": {after.removeprefix("after: ")} is a cursor of another '
            "filter; use it with the where of the page it came from."
        )


async def test_an_offset_leaves_out_items_after_a_cursor(store: Store) -> None:
    query = """query Q($offset: Int, $first: Int, $after: String) {
      posts(offset: $offset, first: $first, after: $after) {
        nodes { slug } pageInfo { hasNextPage hasPreviousPage endCursor }
      }
    }"""
    after = None
    for offset, first, slugs, has_next, has_previous in [
        (0, 2, [TABLES, NOBODY], True, False),
        (1, 2, [NOBODY, JAPANESE], True, True),
        (3, 2, [SAME, FIRST], False, True),
        (4, 2, [FIRST], False, True),
        (9, 2, [], False, True),
        (None, 2, [TABLES, NOBODY], True, False),
    ]:
        given = {"offset": offset, "first": first, "after": after}
        found = (await data(store, query, given))["posts"]
        after = None
        assert [node["slug"] for node in found["nodes"]] == slugs
        assert found["pageInfo"].pop("endCursor") is None or found["nodes"]
        assert found["pageInfo"] == {"hasNextPage": has_next, "hasPreviousPage": has_previous}
    page = (await data(store, query, {"first": 1}))["posts"]
    given = {"offset": 1, "first": 2, "after": page["pageInfo"]["endCursor"]}
    found = (await data(store, query, given))["posts"]
    assert [node["slug"] for node in found["nodes"]] == [JAPANESE, SAME]


async def test_terms_are_searched_without_regard_to_case_and_width(store: Store) -> None:
    query = """query Q($search: String, $after: String) {
      tags(search: $search, first: 1, after: $after) {
        nodes { name } totalCount pageInfo { endCursor hasNextPage }
      }
    }"""
    page = (await data(store, query, {"search": "ｃ"}))["tags"]
    cursor = page["pageInfo"].pop("endCursor")
    assert page == {
        "nodes": [{"name": "C#"}],
        "totalCount": 2,
        "pageInfo": {"hasNextPage": True},
    }
    following = (await data(store, query, {"search": "ｃ", "after": cursor}))["tags"]
    assert following["nodes"] == [{"name": "C++"}]
    refused = await answer(store, query, {"search": "x", "after": cursor})
    (error,) = refused.errors or []
    assert error.message == (
        f'Argument "after" of "tags": "{cursor}" is a cursor of another filter; '
        "use it with the search of the page it came from."
    )
    for search in ("", None):
        assert (await data(store, query, {"search": search}))["tags"]["totalCount"] == 6
