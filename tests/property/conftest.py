import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from graphql import GraphQLSchema, build_schema

from . import sites
from .served import Served, serve

SCHEMA_FILE = Path(__file__).parents[2] / "schema" / "schema.graphql"


@pytest.fixture(scope="package")
def schema() -> GraphQLSchema:
    return build_schema(SCHEMA_FILE.read_text())


@pytest.fixture(scope="package")
def all_served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Served]]:
    stack = AsyncExitStack()
    with asyncio.Runner() as runner:
        try:
            yield [
                served
                for plan in sites.PLANS
                for served in runner.run(
                    serve(plan, tmp_path_factory.mktemp(plan.name), runner, stack)
                )
            ]
        finally:
            runner.run(stack.aclose())
