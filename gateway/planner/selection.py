"""The fields a selection set asks for: CollectFields of the GraphQL specification.

https://spec.graphql.org/September2025/#CollectFields()
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    BooleanValueNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLIncludeDirective,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLSkipDirective,
    InlineFragmentNode,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
    is_abstract_type,
)


@dataclass(frozen=True, slots=True)
class Operation:
    """What collecting needs to know of the operation around a selection set."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: Mapping[str, Any]


def collect(
    operation: Operation, object_type: GraphQLObjectType, parents: Iterable[FieldNode]
) -> dict[str, list[FieldNode]]:
    """The fields by response key, in order, of the merged selection sets of `parents`."""
    fields: dict[str, list[FieldNode]] = {}
    visited: set[str] = set()
    for parent in parents:
        if parent.selection_set:
            _collect(operation, object_type, parent.selection_set, fields, visited)
    return fields


def _collect(
    operation: Operation,
    object_type: GraphQLObjectType,
    selection_set: SelectionSetNode,
    fields: dict[str, list[FieldNode]],
    visited: set[str],
) -> None:
    for selection in selection_set.selections:
        if not _is_included(selection, operation.variables):
            continue
        match selection:
            case FieldNode():
                key = (selection.alias or selection.name).value
                fields.setdefault(key, []).append(selection)
            case InlineFragmentNode():
                if _applies(operation.schema, selection, object_type):
                    inner = selection.selection_set
                    _collect(operation, object_type, inner, fields, visited)
            case FragmentSpreadNode():
                name = selection.name.value
                fragment = operation.fragments[name]
                if name not in visited and _applies(operation.schema, fragment, object_type):
                    visited.add(name)
                    inner = fragment.selection_set
                    _collect(operation, object_type, inner, fields, visited)


def _is_included(selection: SelectionNode, variables: Mapping[str, Any]) -> bool:
    """Whether `@skip` and `@include` let a selection through."""
    conditions = {
        directive.name.value: directive.arguments[0].value
        for directive in selection.directives or ()
        if directive.arguments
    }

    def condition(directive: str, otherwise: bool) -> bool:  # noqa: FBT001
        value = conditions.get(directive)
        if value is None:
            return otherwise
        if isinstance(value, VariableNode):
            return bool(variables[value.name.value])
        return isinstance(value, BooleanValueNode) and value.value

    skipped = condition(GraphQLSkipDirective.name, otherwise=False)
    return not skipped and condition(GraphQLIncludeDirective.name, otherwise=True)


def _applies(
    schema: GraphQLSchema,
    fragment: FragmentDefinitionNode | InlineFragmentNode,
    object_type: GraphQLObjectType,
) -> bool:
    """DoesFragmentTypeApply of the specification."""
    if fragment.type_condition is None:
        return True
    condition = schema.type_map[fragment.type_condition.name.value]
    if condition is object_type:
        return True
    return is_abstract_type(condition) and schema.is_sub_type(condition, object_type)
