"""Arguments of a field, as far as they are known when its plan is made.

A plan outlives the request that it was made for, so most values are not in it: a leaf that
comes from a variable stays a `Variable`, and is looked up again for every request. What decides
the shape of the statement (nulls, enums, booleans, the keys of an input object, whether a list is
empty or has a single item) is in the plan, and `shape` says which requests share it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    FieldNode,
    GraphQLArgument,
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLInputType,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    Undefined,
    ValueNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_input_object_type,
    is_list_type,
    value_from_ast,
    value_from_ast_untyped,
)

Variables = Mapping[str, Any]
Template = Any
"""None, a `Constant`, a `Variable`, or a list or dict of templates."""


@dataclass(frozen=True, slots=True)
class Constant:
    value: Any


@dataclass(frozen=True, slots=True)
class Variable:
    """A value inside the variables: the variable's name, then keys and indices."""

    path: tuple[str | int, ...]


MANY = 2
"""So many scalars and more in a list make the same plan."""


def is_structural(input_type: GraphQLInputType) -> bool:
    """Whether values of this leaf type are part of a plan rather than bound to it."""
    named = get_named_type(input_type)
    return isinstance(named, GraphQLEnumType) or named is GraphQLBoolean


def is_leaf(input_type: GraphQLInputType) -> bool:
    """Whether a value is bound as a whole: a scalar, or a list of several scalars.

    A list of no more than one scalar is a list of templates, so that a plan can tell.
    """
    return not is_input_object_type(get_named_type(input_type)) and not is_structural(input_type)


def shape(value: Any, input_type: GraphQLInputType) -> Any:
    """What of a coerced variable decides the statement: equal shapes share a plan. Hashable."""
    if value is None:
        return None
    nullable = get_nullable_type(input_type)
    if is_leaf(input_type):
        return min(len(value), MANY) if is_list_type(nullable) else True
    if is_list_type(nullable):
        return tuple(shape(item, nullable.of_type) for item in value)
    if is_input_object_type(nullable):
        fields = nullable.fields
        return tuple((key, shape(item, fields[key].type)) for key, item in value.items())
    return value


def evaluate(template: Template, variables: Variables) -> Any:
    """The value of a template in one request."""
    match template:
        case Constant(value):
            return value
        case Variable(path):
            found: Any = variables
            for key in path:
                found = found[key]
            return found
        case list():
            return [evaluate(item, variables) for item in template]
        case dict():
            return {key: evaluate(item, variables) for key, item in template.items()}
        case _:
            return template


def is_constant(template: Template) -> bool:
    match template:
        case Variable():
            return False
        case list():
            return all(map(is_constant, template))
        case dict():
            return all(map(is_constant, template.values()))
        case _:
            return True


def from_value(
    value: Any, input_type: GraphQLInputType, path: tuple[str | int, ...] = ()
) -> Template:
    """The template of a coerced value: of the variable at `path`, or a constant without one."""
    if value is None:
        return None
    nullable = get_nullable_type(input_type)
    is_short = is_list_type(nullable) and len(value) < MANY
    if is_leaf(input_type) and not is_short:
        return Variable(path) if path else Constant(value)
    if is_list_type(nullable):
        return [
            from_value(item, nullable.of_type, (*path, index) if path else ())
            for index, item in enumerate(value)
        ]
    if is_input_object_type(nullable):
        return {
            key: from_value(item, nullable.fields[key].type, (*path, key) if path else ())
            for key, item in value.items()
        }
    return Constant(value)


def from_ast(node: ValueNode, input_type: GraphQLInputType, variables: Variables) -> Template:
    """The template of a literal, which may hold variables. The operation is valid already."""
    nullable = get_nullable_type(input_type)
    if isinstance(node, VariableNode):
        name = node.name.value
        return from_value(variables.get(name), input_type, (name,))
    if isinstance(node, NullValueNode):
        return None
    if is_list_type(nullable):
        items = node.values if isinstance(node, ListValueNode) else (node,)
        return [from_ast(item, nullable.of_type, variables) for item in items]
    if is_input_object_type(nullable) and isinstance(node, ObjectValueNode):
        given = {field.name.value: field.value for field in node.fields}
        return {
            name: template
            for name, field in nullable.fields.items()
            if (template := _from_argument(given.get(name), field, variables)) is not Undefined
        }
    if isinstance(node, ListValueNode | ObjectValueNode):
        return _from_untyped(node, variables)
    return from_value(value_from_ast(node, input_type), input_type)


def _from_untyped(node: ValueNode, variables: Variables) -> Template:
    """The template of a literal inside a scalar that takes any value."""
    match node:
        case VariableNode():
            name = node.name.value
            return Variable((name,)) if name in variables else None
        case ListValueNode():
            return [_from_untyped(item, variables) for item in node.values]
        case ObjectValueNode():
            return {
                field.name.value: _from_untyped(field.value, variables)
                for field in node.fields
                if not isinstance(field.value, VariableNode) or field.value.name.value in variables
            }
        case _:
            return Constant(value_from_ast_untyped(node))


def _from_argument(
    node: ValueNode | None, argument: GraphQLArgument, variables: Variables
) -> Template:
    """The template of an argument or input field; `Undefined` where it has no value at all."""
    is_absent = isinstance(node, VariableNode) and node.name.value not in variables
    if node is not None and not is_absent:
        return from_ast(node, argument.type, variables)
    if argument.default_value is Undefined:
        return Undefined
    return from_value(argument.default_value, argument.type)


def of_field(
    node: FieldNode, definitions: Mapping[str, GraphQLArgument], variables: Variables
) -> dict[str, Template]:
    """The arguments of a field by name; those without a value or default are missing."""
    given = {argument.name.value: argument.value for argument in node.arguments or ()}
    return {
        name: template
        for name, definition in definitions.items()
        if (template := _from_argument(given.get(name), definition, variables)) is not Undefined
    }
