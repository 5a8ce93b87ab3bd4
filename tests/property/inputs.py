"""Values as text: literals, variables, or literals with variables in them."""

import json
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLInputField,
    Undefined,
    get_nullable_type,
    is_input_object_type,
    is_list_type,
    is_non_null_type,
)

from .choices import Choices

ABSENT: Any = Undefined


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
        has_default = definition.default_value is not Undefined
        if value is ABSENT:
            nullable = get_nullable_type(definition.type)
            return f"{name}: {self.without_value(str(nullable))}" if self.choices.one_in(5) else ""
        if has_default and value == definition.default_value and self.choices.one_in(2):
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
        if self.choices.one_in(3):
            is_required = is_required or is_one_of or is_non_null_type(input_type)
            nullable = get_nullable_type(input_type)
            return self.variable(value, nullable, is_required=is_required, is_one_of=is_one_of)
        return self.literal(value, input_type, with_variables=True)

    def variable(self, value: Any, nullable: Any, *, is_required: bool, is_one_of: bool) -> str:
        plain, required = str(nullable), f"{nullable}!"
        known = [
            variable
            for variable in self.variables
            if variable.type == (required if is_required else plain) and variable.value == value
        ]
        if known and self.choices.one_in(2):
            return f"${self.choices.pick(known).name}"
        types = [required] if is_required else [plain]
        if not is_required and value is not None:
            types.append(required)
        by_default = self.choices.one_in(3)
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
                if item != nullable.fields[name].default_value or not self.choices.one_in(2)
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
        return f"{{{', '.join(filter(None, parts))}}}"
