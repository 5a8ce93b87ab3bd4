"""Each question beside its answer and the SQL that it cost.

`NAME.graphql` (with `NAME.variables.json`) is answered from the posts of `tests/site`;
`NAME.json` is the answer, `NAME.sql` the statement. Rewritten by `pytest --rewrite`, and read in
the diff: where one statement becomes another, a reviewer sees it.
"""

import re

import orjson
import pytest
from graphql import OperationDefinitionNode, parse

from gateway.http.responses import body_of
from gateway.schema.executor import GRAPHQL_SCHEMA, GraphQL, Request
from gateway.store.sqlite import Store
from tests.property import answer

from .questions import HERE, QUERIES, request_of

pytestmark = pytest.mark.anyio


async def answered(store: Store, request: Request) -> tuple[bytes, list[str]]:
    """The answer, and the statements that SQLite ran for it.

    Not those by which the index of words reads its own tables, which it names with the database's.
    """
    statements: list[str] = []
    await store.reader.trace(statements.append)
    try:
        result = await GraphQL(store.reader.row).answer(request)
    finally:
        await store.reader.trace(None)
    return body_of(result), [each for each in statements if "'main'." not in each]


def formatted(sql: str) -> str:
    """A statement on lines of its own clauses, as a diff shows it best."""
    return re.sub(r" (?=FROM|WHERE|ORDER BY|LIMIT|\(SELECT)", "\n", sql.replace("\n", " ")) + "\n"


@pytest.mark.parametrize("name", QUERIES)
async def test_a_query_has_the_answer_beside_it(store: Store, rewrite: bool, name: str) -> None:  # noqa: FBT001
    body, statements = await answered(store, request_of(name))
    shown = orjson.dumps(orjson.loads(body), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    assert len(statements) == 1
    if rewrite:
        (HERE / f"{name}.json").write_bytes(shown)
        (HERE / f"{name}.sql").write_text(formatted(statements[0]))
    assert shown == (HERE / f"{name}.json").read_bytes()
    assert formatted(statements[0]) == (HERE / f"{name}.sql").read_text()


@pytest.mark.parametrize("name", QUERIES)
async def test_an_answer_is_valid_by_the_schema(store: Store, name: str) -> None:
    request = request_of(name)
    body, _ = await answered(store, request)
    answer.check(
        GRAPHQL_SCHEMA, parse(request.query), None, request.variables, orjson.loads(body)["data"]
    )


@pytest.mark.parametrize("name", QUERIES)
async def test_an_operation_costs_one_statement_for_all_its_root_fields(
    store: Store, name: str
) -> None:
    request = request_of(name)
    (operation,) = (
        node
        for node in parse(request.query).definitions
        if isinstance(node, OperationDefinitionNode)
    )
    _, statements = await answered(store, request)
    assert len(statements) == 1 <= len(operation.selection_set.selections)
