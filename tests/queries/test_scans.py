"""No query reads all posts, unless it asks for something of all of them, as `totalCount` does.

EXPLAIN QUERY PLAN says SCAN of a table, or of an index, that is read from one of its ends. For the
newest posts that is right: a LIMIT ends it after a page. The plan does not show the LIMIT. So a
scan of `post` or `post_term`, under any alias, is full in one of three cases:

- In the plan, the rows of its SELECT are sorted or grouped afterwards: all of them are read first.
- In the program, there is the instruction Count, which goes through a whole table or index.
- At work, the statement takes more steps where there are more posts. SQLite's virtual machine takes
  at least a step for each row that it visits, so a statement that takes as many steps at 100,000
  posts as at 10,000 has visited no more rows. This also finds a SEARCH that is as bad as a SCAN:
  one for what nearly all posts have.

https://sqlite.org/eqp.html, https://sqlite.org/opcode.html
"""

import re
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from graphql import (
    FieldNode,
    NameNode,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    parse,
    print_ast,
    visit,
)

from gateway.cli.folders import SAMPLE
from gateway.content.site import open_site
from gateway.schema.executor import GRAPHQL_SCHEMA, GraphQL, Request
from gateway.store.functions import registrations
from gateway.store.sqlite import open_store
from gateway.sync.run import sync
from tests.conftest import SITE

from .multiplied import multiply
from .questions import HERE, request_of

POSTS = {"few": 10_000, "many": 100_000}
NEXT_TO_NOTHING = (POSTS["many"] - POSTS["few"]) // 10
STEPS_A_CALL = 10

SCAN = re.compile(r"SCAN (post|post_term)(_\d+)?\b")
SORT = re.compile(r"USE TEMP B-TREE FOR (ORDER|GROUP) BY")

OF_ALL_POSTS = {
    "PostConnection.totalCount",
    *(f"PostFacets.{kind}" for kind in ("tags", "categories", "authors")),
    "DateFacet.count",
}
"""The fields that read all posts by their meaning. Queries are measured without them."""

READS_ALL = {
    "queries/terms": "there is no index for the posts of a tag by reading time",
    "queries/facets_of_a_filter": "among the posts of a tag, those of a category are looked for",
    "queries/search_in_a_tag": "among the posts of a tag, those that are found are looked for",
    "queries/filter_by_all": "the numbers of all posts with one of several tags are listed first",
}
"""The queries that read all posts nevertheless, of the blog or of a term, and why."""


class Asked(NamedTuple):
    """A folder of queries, and the site that they are about."""

    queries: Path
    site: Path


ASKED = {
    "queries": Asked(HERE, SITE),
    # The pages of an example front end: home, list, tag, author, archive, and post by path.
    "frontend": Asked(HERE.parent / "frontend" / "queries", SAMPLE),
}
QUESTIONS = [
    f"{folder}/{path.stem}"
    for folder, asked in ASKED.items()
    for path in sorted(asked.queries.glob("*.graphql"))
]

pytestmark = pytest.mark.anyio


class Cost(NamedTuple):
    scans: list[str]
    """Full ones, as the plan and the program tell them."""
    steps: int


class Measured:
    """A database that tells what its statements cost."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.statement: tuple[str, Sequence[Any]] = ("", ())
        self.calls = 0

    async def cost(self, request: Request) -> Cost:
        """The cost of the statement that answers a request."""
        self.calls = 0
        self.connection.set_progress_handler(self._count, STEPS_A_CALL)
        result = await GraphQL(self._row).answer(request)
        self.connection.set_progress_handler(None, STEPS_A_CALL)
        assert result.errors is None
        return Cost(self._scans(), self.calls * STEPS_A_CALL)

    async def _row(self, sql: str, parameters: Sequence[Any]) -> Any:
        self.statement = sql, parameters
        return self.connection.execute(sql, parameters).fetchone()

    def _count(self) -> int:
        self.calls += 1
        return 0

    def _scans(self) -> list[str]:
        sql, parameters = self.statement
        plan = self.connection.execute(f"EXPLAIN QUERY PLAN {sql}", parameters).fetchall()
        sorted_in = {parent for _, parent, _, detail in plan if SORT.match(detail)}
        program = self.connection.execute(f"EXPLAIN {sql}", parameters).fetchall()
        return [
            *(detail for _, at, _, detail in plan if SCAN.match(detail) and at in sorted_in),
            *("Count" for _, code, *_ in program if code == "Count"),
        ]


class _Leaving(Visitor):
    """Leaves fields out; what is empty then has its type."""

    def __init__(self, types: TypeInfo) -> None:
        super().__init__()
        self._types = types

    def enter_field(self, node: FieldNode, *_: Any) -> Any:
        parent = self._types.get_parent_type()
        if parent and f"{parent.name}.{node.name.value}" in OF_ALL_POSTS:
            return FieldNode(name=NameNode(value="__typename"))
        return None


def _request(question: str) -> Request:
    folder, name = question.split("/")
    request = request_of(name, ASKED[folder].queries)
    types = TypeInfo(GRAPHQL_SCHEMA)
    left = visit(parse(request.query), TypeInfoVisitor(types, _Leaving(types)))
    return replace(request, query=print_ast(left))


@contextmanager
def measured(path: Path) -> Iterator[Measured]:
    with closing(sqlite3.connect(path)) as connection:
        for registration in registrations():
            connection.create_function(*registration, deterministic=True)
        yield Measured(connection)


Databases = dict[tuple[str, str], Path]


@pytest.fixture(scope="module")
async def databases(tmp_path_factory: pytest.TempPathFactory) -> Databases:
    """The sites with copies of their posts, until there are as many as in POSTS."""
    made = {}
    for folder, asked in ASKED.items():
        path = tmp_path_factory.mktemp("scans") / "site.db"
        async with open_store(path) as store:
            report = await sync(store, open_site(asked.site))
        for size, posts in POSTS.items():
            made[folder, size] = path.with_name(f"{size}.db")
            shutil.copy(path, made[folder, size])
            async with open_store(made[folder, size]) as store:
                await multiply(store, posts // report.counts.posts)
    return made


@pytest.mark.parametrize("question", QUESTIONS)
async def test_a_query_reads_no_more_of_many_posts_than_of_few(
    databases: Databases, question: str
) -> None:
    folder, request = question.partition("/")[0], _request(question)
    with measured(databases[folder, "few"]) as few, measured(databases[folder, "many"]) as many:
        less, more = await few.cost(request), await many.cost(request)
    reads_all = bool(more.scans) or more.steps - less.steps > NEXT_TO_NOTHING
    assert reads_all == (question in READS_ALL), (less, more)
