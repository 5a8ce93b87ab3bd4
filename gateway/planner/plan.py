"""A root field's plan: one statement, and how its parameters are bound in each request."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from cachetools import LRUCache
from graphql import (
    FieldNode,
    GraphQLInputType,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    TypeNode,
    is_input_type,
)
from graphql.utilities import type_from_ast
from sqlalchemy import ScalarSelect, select
from sqlalchemy.dialects import sqlite

from gateway.planner import arguments
from gateway.planner.arguments import Variables
from gateway.planner.json_sql import Expression
from gateway.planner.planning import INLINE_DEPTH, Binding, Catalogue, Planning
from gateway.planner.scope import Audience
from gateway.planner.selection import Operation

_DIALECT = sqlite.dialect(paramstyle="qmark")


@dataclass(frozen=True, slots=True)
class Plan:
    """`sql` is an expression in parentheses: one JSON text, or NULL for null."""

    sql: str
    parameters: tuple[Binding | Any, ...]
    checks: tuple[Binding, ...]

    def bind(self, variables: Variables) -> tuple[Any, ...]:
        """The statement's parameters. Raises GraphQLError for a value that is not accepted."""
        for binding in self.checks:
            binding.value(variables)
        return tuple(
            parameter.value(variables) if isinstance(parameter, Binding) else parameter
            for parameter in self.parameters
        )


def make(
    catalogue: Catalogue,
    operation: Operation,
    root: GraphQLObjectType,
    nodes: Sequence[FieldNode],
    audience: Audience,
) -> Plan:
    """The plan of one root field, whose nodes are merged already."""
    planning, value = _planned(catalogue, operation, root, nodes, audience, lifts=False)
    if planning.height > INLINE_DEPTH:
        planning, value = _planned(catalogue, operation, root, nodes, audience, lifts=True)
    compiled: Any = _expression(value).compile(dialect=_DIALECT)
    names = compiled.positiontup or []
    return Plan(
        str(compiled),
        tuple(planning.bindings.get(name) or compiled.params[name] for name in names),
        # An argument is checked even where nothing that is selected depends on it.
        tuple(planning.bindings[name] for name in planning.bindings.keys() - set(names)),
    )


def _planned(
    catalogue: Catalogue,
    operation: Operation,
    root: GraphQLObjectType,
    nodes: Sequence[FieldNode],
    audience: Audience,
    *,
    lifts: bool,
) -> tuple[Planning, Expression]:
    planning = Planning(catalogue, operation, audience, lifts=lifts)
    field = planning.field(root, nodes)
    return planning, catalogue[root.name][field.name].plan(planning, field, None)


def _expression(value: Expression) -> Expression:
    """The value as one SELECT in parentheses, which has at its head what is looked up once."""
    return value if isinstance(value, ScalarSelect) else select(value).scalar_subquery()


def _input_type(schema: GraphQLSchema, node: TypeNode) -> GraphQLInputType:
    found = type_from_ast(schema, node)
    assert is_input_type(found)  # noqa: S101 - the operation is valid
    return found


PLANS_KEPT = 2_000_000
"""Characters of SQL in the plans that are kept: with their operations some 50 MB of memory."""


class Plans:
    """Plans by what they are made for; the least used go first."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._plans: LRUCache[Any, tuple[OperationDefinitionNode, Plan]] = LRUCache(
            PLANS_KEPT, getsizeof=lambda kept: len(kept[1].sql)
        )

    def find(
        self,
        schema: GraphQLSchema,
        operation: OperationDefinitionNode,
        fragments: Any,
        root: GraphQLObjectType,
        key: str,
        nodes: Sequence[FieldNode],
        variables: Variables,
        audience: Audience,
    ) -> Plan:
        """The plan for the root field with response key `key`, made where there is none yet."""
        shape = tuple(
            arguments.shape(variables[name], _input_type(schema, definition.type))
            if (name := definition.variable.name.value) in variables
            else ...
            for definition in operation.variable_definitions or ()
        )
        # The operation is kept beside its plan, so its address stays its own.
        place = (id(operation), key, shape, audience)
        found = self._plans.get(place)
        if found is not None:
            return found[1]
        plan = make(self._catalogue, Operation(schema, fragments, variables), root, nodes, audience)
        with suppress(ValueError):  # it is larger than all that is kept
            self._plans[place] = (operation, plan)
        return plan
