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
from inspect import signature
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from graphql import FieldNode, NameNode, Visitor, parse, print_ast, visit

from gateway.content.site import open_site
from gateway.schema.executor import GraphQL, Request
from gateway.store.functions import FUNCTIONS
from gateway.store.sqlite import open_store
from gateway.sync.run import sync
from tests.conftest import SITE

from .multiplied import multiply
from .questions import QUERIES, request_of

POSTS = {"few": 10_000, "many": 100_000}
NEXT_TO_NOTHING = (POSTS["many"] - POSTS["few"]) // 10
STEPS_A_CALL = 10

SCAN = re.compile(r"SCAN (post|post_term)(_\d+)?\b")
SORT = re.compile(r"USE TEMP B-TREE FOR (ORDER|GROUP) BY")

OF_ALL_POSTS = {"totalCount", "count"}
"""The fields that read all posts by their meaning. Queries are measured without them."""

READS_ALL = {
    "terms": "there is no index for the posts of a tag by reading time",
    "filter_by_all": "the numbers of all posts that have one of several tags are listed first",
    "facets_of_a_filter": "tags are counted among all posts that match",
}
"""The queries that read all posts nevertheless, of the blog or of a term, and why."""

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

    async def cost(self, name: str) -> Cost:
        """The cost of the statement that answers a query of this folder."""
        self.calls = 0
        self.connection.set_progress_handler(self._count, STEPS_A_CALL)
        result = await GraphQL(self._row).answer(_request(name))
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
    """Leaves the fields of a page out; what is empty then has its type."""

    def enter_field(self, node: FieldNode, *_: Any) -> Any:
        if node.name.value in OF_ALL_POSTS:
            return FieldNode(name=NameNode(value="__typename"))
        return None


def _request(name: str) -> Request:
    request = request_of(name)
    return replace(request, query=print_ast(visit(parse(request.query), _Leaving())))


@contextmanager
def measured(path: Path) -> Iterator[Measured]:
    with closing(sqlite3.connect(path)) as connection:
        for name, function in FUNCTIONS.items():
            count = len(signature(function).parameters)
            connection.create_function(name, count, function, deterministic=True)
        yield Measured(connection)


@pytest.fixture(scope="module")
async def databases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The posts of `tests/site` with copies of them, until there are as many as in POSTS."""
    folder = tmp_path_factory.mktemp("scans")
    async with open_store(folder / "site.db") as store:
        report = await sync(store, open_site(SITE))
    for name, posts in POSTS.items():
        shutil.copy(folder / "site.db", folder / f"{name}.db")
        async with open_store(folder / f"{name}.db") as store:
            await multiply(store, posts // report.counts.posts)
    return {name: folder / f"{name}.db" for name in POSTS}


@pytest.mark.parametrize("name", QUERIES)
async def test_a_query_reads_no_more_of_many_posts_than_of_few(
    databases: dict[str, Path], name: str
) -> None:
    with measured(databases["few"]) as few, measured(databases["many"]) as many:
        less, more = await few.cost(name), await many.cost(name)
    reads_all = bool(more.scans) or more.steps - less.steps > NEXT_TO_NOTHING
    assert reads_all == (name in READS_ALL), (less, more)
