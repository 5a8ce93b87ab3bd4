"""The planner's answers are those of a second, simpler evaluation."""

import asyncio
import json
import os
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLSchema, build_schema, parse, validate
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from gateway.content.loader import load
from gateway.content.scan import scan
from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import open_store
from gateway.sync.run import sync

from . import answer, sites
from .evaluation import Blog, evaluate
from .operations import Operation, operations

EXAMPLES = int(os.environ.get("GATEWAY_PROPERTY_EXAMPLES", "200"))
SCHEMA_FILE = Path(__file__).parents[2] / "schema" / "schema.graphql"


@dataclass(frozen=True)
class Served:
    """A site in a store, and the same site in Python."""

    name: str
    graphql: GraphQL
    blog: Blog
    runner: asyncio.Runner

    def answer(self, operation: Operation) -> str:
        request = Request(operation.text, operation.name, operation.variables)
        return body_of(self.runner.run(self.graphql.answer(request))).decode()


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema(SCHEMA_FILE.read_text())


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Served]]:
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        try:
            yield [
                runner.run(_serve(plan, tmp_path_factory.mktemp(plan.name), runner, stack))
                for plan in sites.PLANS
            ]
        finally:
            runner.run(stack.aclose())


async def _serve(
    plan: sites.Plan, folder: Path, runner: asyncio.Runner, stack: AsyncExitStack
) -> Served:
    store = await stack.enter_async_context(open_store(folder / "gateway.db"))
    # What was there before leaves no trace but numbers in another order.
    for version in (1, 0):
        sites.write(folder / "site", sites.files(plan, version))
        (folder / "site").mkdir(exist_ok=True)
        site = open_site(folder / "site")
        await sync(store, site)
    documents = (load(site, file.path).document for file in scan(site).files)
    blog = Blog(filter(None, documents), site.url, site.base_path)
    return Served(plan.name, GraphQL(store.reader.row), blog, runner)


def _parsed(text: str) -> Any:
    """JSON in which the order of keys, repeated keys, and 1 against 1.0 and true show."""
    return repr(json.loads(text, object_pairs_hook=tuple))


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_any_operation_is_answered_as_the_simple_evaluation_answers_it(
    schema: GraphQLSchema, served: list[Served], data: st.DataObject
) -> None:
    site = data.draw(st.sampled_from(served).map(lambda site: site), "site")
    operation = data.draw(operations(schema, site.blog), "operation")
    note(f"{site.name}: {operation.text}\n{json.dumps(operation.variables, ensure_ascii=False)}")
    document = parse(operation.text)
    assert validate(schema, document) == []
    expected = evaluate(site.blog, schema, document, operation.name, operation.variables)
    assert expected.errors is None
    text = site.answer(operation)
    assert _parsed(text) == _parsed(json.dumps({"data": expected.data}))
    given_data = json.loads(text)["data"]
    answer.check(schema, document, operation.name, operation.variables, given_data)
