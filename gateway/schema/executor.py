"""An operation, answered: its document checked once, its root fields by one statement together."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import orjson
import strawberry
from cachetools import LRUCache
from graphql import (
    DocumentNode,
    ExecutionResult,
    GraphQLError,
    IntValueNode,
    ValidationRule,
    execute,
    parse,
    specified_rules,
    validate,
)
from strawberry.schema.config import StrawberryConfig
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.types.info import Info
from strawberry.types.scalar import ScalarDefinition

from gateway.planner.plan import Plans
from gateway.planner.scope import Audience
from gateway.schema.field import catalogue
from gateway.schema.query import Query
from gateway.schema.scalars import SCALARS

__all__ = ["SCHEMA", "Audience", "Executor", "FetchRow", "GraphQL", "Request"]

MAXIMUM_TOKENS = 10_000
"""A document of more tokens is refused: no client writes one, and parsing it takes its time."""

MAXIMUM_DIGITS = 1_000
"""Python refuses to read longer numbers, and graphql-core takes that for a bug of its own."""

DOCUMENTS_KEPT = 200_000
"""Characters of the documents that are kept parsed and validated: some 10 to 50 MB of memory."""

FetchRow = Callable[[str, Sequence[Any]], Awaitable[Sequence[Any] | None]]
"""Runs a statement and yields its first row: the store's part."""


class Executor(StrawberryGraphQLCoreExecutionContext):
    """graphql-core's executor, for which a Fragment is complete: it is finished JSON."""

    def complete_value(
        self,
        return_type: Any,
        field_details_list: Any,
        info: Any,
        path: Any,
        result: Any,
        position_context: Any,
    ) -> Any:
        if isinstance(result, orjson.Fragment):
            return result
        return super().complete_value(
            return_type, field_details_list, info, path, result, position_context
        )


def schema_of(query: type, scalars: Mapping[object, ScalarDefinition]) -> strawberry.Schema:
    """The executable schema that begins with a type of roots."""
    return strawberry.Schema(
        query=query,
        execution_context_class=Executor,
        config=StrawberryConfig(scalar_map={**scalars}),
    )


SCHEMA = schema_of(Query, SCALARS)
GRAPHQL_SCHEMA = SCHEMA._schema  # noqa: SLF001 - Strawberry has no public name for it


@dataclass(frozen=True, slots=True)
class Request:
    query: str
    operation_name: str | None = None
    variables: Mapping[str, Any] | None = None
    audience: Audience = Audience.PUBLIC


class GraphQL:
    """Answers requests from a store. Documents and plans are made once and kept."""

    def __init__(self, fetch_row: FetchRow, schema: strawberry.Schema = SCHEMA) -> None:
        self.fetch_row = fetch_row
        self.plans = Plans(catalogue(schema))
        self._schema = schema._schema  # noqa: SLF001 - as above
        self._documents: LRUCache[str, DocumentNode] = LRUCache(
            DOCUMENTS_KEPT, getsizeof=lambda document: document.loc.end if document.loc else 1
        )

    async def answer(self, request: Request) -> ExecutionResult:
        """The result, whose data holds Fragments. Its `data` is missing for a request error."""
        try:
            document = self._document(request.query)
        except InvalidDocumentError as error:
            return ExecutionResult(data=None, errors=error.errors)
        result = execute(
            self._schema,
            document,
            context_value=Statement(self, request.audience),
            variable_values=dict(request.variables or {}),
            operation_name=request.operation_name,
            executor_class=Executor,
        )
        return await result if isinstance(result, Awaitable) else result

    def _document(self, text: str) -> DocumentNode:
        document = self._documents.get(text)
        if document is not None:
            return document
        try:
            document = parse(text, max_tokens=MAXIMUM_TOKENS)
        except GraphQLError as error:
            raise InvalidDocumentError([error]) from error
        for rules in ((ShortNumbers,), specified_rules):
            if errors := validate(self._schema, document, rules):
                raise InvalidDocumentError(errors)
        with suppress(ValueError):  # it is larger than all that is kept
            self._documents[text] = document
        return document


class ShortNumbers(ValidationRule):
    def enter_int_value(self, node: IntValueNode, *_: Any) -> None:
        if (count := len(node.value)) > MAXIMUM_DIGITS:
            problem = f"A number has {count} digits; write one with {MAXIMUM_DIGITS} at most"
            self.report_error(GraphQLError(problem, node))


class InvalidDocumentError(Exception):
    def __init__(self, errors: list[GraphQLError]) -> None:
        self.errors = errors


class Statement:
    """The root fields of one operation, answered by one statement: they see one revision."""

    def __init__(self, graphql: GraphQL, audience: Audience) -> None:
        self._graphql = graphql
        self._audience = audience
        self._sql: list[str] = []
        self._parameters: list[Any] = []
        self._row: asyncio.Future[Sequence[Any] | None] | None = None

    async def answer(self, info: Info[Any, Any]) -> orjson.Fragment | None:
        """The value of one root field."""
        raw: Any = info._raw_info  # noqa: SLF001 - Strawberry's Info hides the merged field nodes
        plan = self._graphql.plans.find(
            raw.schema,
            raw.operation,
            raw.fragments,
            raw.parent_type,
            raw.path.key,
            raw.field_nodes,
            raw.variable_values,
            self._audience,
        )
        parameters = plan.bind(raw.variable_values)
        column = len(self._sql)
        self._sql.append(plan.sql)
        self._parameters += parameters
        if self._row is None:
            self._row = asyncio.ensure_future(self._fetch())
        row = await self._row
        json = row[column] if row else None
        return None if json is None else orjson.Fragment(json)

    async def _fetch(self) -> Sequence[Any] | None:
        # A task begins after those that are waiting already: the other root fields.
        sql = f"SELECT {', '.join(self._sql)}"
        return await self._graphql.fetch_row(sql, self._parameters)
