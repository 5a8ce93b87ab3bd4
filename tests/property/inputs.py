"""Values as text: literals, variables, or literals with variables in them."""

import json
import re
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLInputField,
    Undefined,
    get_nullable_type,
    is_input_object_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    value_from_ast,
)

from .choices import Choices

ABSENT: Any = Undefined
NAME = re.compile("[_A-Za-z][_0-9A-Za-z]*")


def default_of(definition: GraphQLArgument | GraphQLInputField) -> Any:
    """The default as clients write it; Undefined where there is none. The schema is from SDL."""
    node: Any = definition.ast_node
    if node.default_value is None:
        return Undefined
    return value_from_ast(node.default_value, definition.type)


def is_default(value: Any, definition: GraphQLArgument | GraphQLInputField) -> bool:
    default = default_of(definition)
    return default is not Undefined and bool(value == default)


def is_writable(value: Any) -> bool:
    """Whether there is a literal for a value: only names are keys in those of objects."""
    if isinstance(value, dict):
        return all(NAME.fullmatch(key) and is_writable(each) for key, each in value.items())
    return not isinstance(value, list) or all(map(is_writable, value))


@dataclass(frozen=True)
class Variable:
    """`value` is what it stands for in the operation, given or by default."""

    name: str
    type: str
    value: Any


class Inputs:
    """The variables of one operation: their definitions, and the values that are sent along."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self.definitions: list[str] = []
        self.given: dict[str, Any] = {}
        self.variables: list[Variable] = []

    def written_argument(
        self, name: str, value: Any, definition: GraphQLArgument | GraphQLInputField
    ) -> str:
        """An argument or a field of an input object; one without a value may be a variable."""
        if value is ABSENT:
            nullable = get_nullable_type(definition.type)
            return f"{name}: {self.without_value(str(nullable))}" if self.choices.one_in(5) else ""
        if is_default(value, definition) and self.choices.one_in(2):
            nullable = get_nullable_type(definition.type)
            return f"{name}: {self.without_value(str(nullable))}" if self.choices.one_in(3) else ""
        return f"{name}: {self.written(value, definition.type)}"

    def without_value(self, type_name: str) -> str:
        name = self.choices.name("v")
        self.definitions.append(f"${name}: {type_name}")
        return f"${name}"

    def written(
        self, value: Any, input_type: Any, *, is_required: bool = False, is_one_of: bool = False
    ) -> str:
        is_unwritable = is_leaf_type(get_nullable_type(input_type)) and not is_writable(value)
        if is_unwritable or self.choices.one_in(3):
            is_required = is_required or is_one_of or is_non_null_type(input_type)
            nullable = get_nullable_type(input_type)
            return self.variable(value, nullable, is_required=is_required, is_one_of=is_one_of)
        return self.literal(value, input_type, with_variables=True)

    def variable(self, value: Any, nullable: Any, *, is_required: bool, is_one_of: bool) -> str:
        plain, required = str(nullable), f"{nullable}!"
        known = [
            variable
            for variable in self.variables
            # In JSON, 1 is not 1.0 or true.
            if variable.type == (required if is_required else plain)
            and repr(variable.value) == repr(value)
        ]
        if known and self.choices.one_in(2):
            return f"${self.choices.pick(known).name}"
        types = [required] if is_required else [plain]
        if not is_required and value is not None:
            types.append(required)
        by_default = self.choices.one_in(3) and is_writable(value)
        if by_default and value is not None and is_required and not is_one_of:
            types.append(plain)
        chosen = self.choices.pick(types)
        name = self.choices.name("v")
        default = ""
        if by_default:
            default = f" = {self.literal(value, nullable, with_variables=False)}"
        else:
            self.given[name] = self.json(value, nullable)
        self.definitions.append(f"${name}: {chosen}{default}")
        self.variables.append(Variable(name, chosen, value))
        return f"${name}"

    def json(self, value: Any, input_type: Any) -> Any:
        """A value as a client sends it: what has a default may be left out, a list of one bare."""
        nullable: Any = get_nullable_type(input_type)
        if value is None:
            return None
        if is_list_type(nullable):
            items = [self.json(item, nullable.of_type) for item in value]
            return items[0] if len(items) == 1 and self.choices.one_in(3) else items
        if is_input_object_type(nullable):
            return {
                name: self.json(item, nullable.fields[name].type)
                for name, item in value.items()
                if not is_default(item, nullable.fields[name]) or not self.choices.one_in(2)
            }
        return value

    def literal(self, value: Any, input_type: Any, *, with_variables: bool) -> str:
        nullable: Any = get_nullable_type(input_type)
        if value is None:
            return "null"
        if is_list_type(nullable):
            items = [
                self.written(item, nullable.of_type)
                if with_variables
                else self.literal(item, nullable.of_type, with_variables=False)
                for item in value
            ]
            # A variable of the item's type is no list: only a literal is made one.
            if len(items) == 1 and not items[0].startswith("$") and self.choices.one_in(3):
                return items[0]
            return f"[{', '.join(items)}]"
        if is_input_object_type(nullable):
            return self.object_literal(value, nullable, with_variables=with_variables)
        if isinstance(nullable, GraphQLEnumType):
            return str(value)
        return self.json_literal(value, nullable, with_variables=with_variables)

    def json_literal(self, value: Any, input_type: Any, *, with_variables: bool) -> str:
        """A scalar. One that takes any value may have variables in it."""

        def inside(item: Any) -> str:
            if with_variables and self.choices.one_in(4):
                return self.variable(item, input_type, is_required=False, is_one_of=False)
            return self.json_literal(item, input_type, with_variables=with_variables)

        if isinstance(value, list):
            return f"[{', '.join(map(inside, value))}]"
        if isinstance(value, dict):
            return f"{{{', '.join(f'{key}: {inside(item)}' for key, item in value.items())}}}"
        return json.dumps(value, ensure_ascii=False)

    def object_literal(self, value: Any, input_type: Any, *, with_variables: bool) -> str:
        parts = []
        for name, item in value.items():
            definition = input_type.fields[name]
            if not with_variables:
                parts.append(f"{name}: {self.literal(item, definition.type, with_variables=False)}")
            elif input_type.is_one_of:
                parts.append(f"{name}: {self.written(item, definition.type, is_one_of=True)}")
            else:
                parts.append(self.written_argument(name, item, definition))
        if with_variables and not input_type.is_one_of:
            parts += [
                self.written_argument(name, ABSENT, definition)
                for name, definition in input_type.fields.items()
                if name not in value and self.choices.one_in(12)
            ]
        return f"{{{', '.join(filter(None, parts))}}}"
