"""The arguments of a field: values of their types, of which `values` knows what they mean."""

from collections.abc import Mapping
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    Undefined,
    get_named_type,
    get_nullable_type,
    is_input_object_type,
    is_list_type,
    is_non_null_type,
    is_required_argument,
)
from hypothesis import strategies as st

from . import searching
from .choices import Choices
from .inputs import ABSENT, Inputs, default_of
from .values import Asked, Place, Values

OF_LIST = ("where", "search", "orderBy")
"""The arguments that cursors are of, and which are chosen before them: the first one first."""

RANKED = "RELEVANCE"
"""What only a list that is searched can be ordered by."""

NESTING = 4
"""How deep filters lie inside each other, at most."""

CONDITIONS = 30
"""How many fields the objects in an argument have together, at most."""


class Arguments:
    def __init__(self, choices: Choices, inputs: Inputs, values: Values) -> None:
        self.choices = choices
        self.inputs = inputs
        self.values = values
        self.room = CONDITIONS

    def written(self, definition: GraphQLField, asked: Asked) -> str:
        parts = []
        one_in = self.choices.pick([2, 5]) if "first" in definition.args else 3
        for name in [
            *(name for name in OF_LIST if name in definition.args),
            *sorted(set(definition.args) - {*OF_LIST}),
        ]:
            argument = definition.args[name]
            value = self.argument(name, argument, asked, one_in)
            if value is not ABSENT:
                asked.arguments[name] = value
            text = self.inputs.written_argument(name, value, argument)
            if text:
                parts.append(text)
        shuffled = self.choices.draw(st.permutations(parts)) if len(parts) > 1 else parts
        return f"({', '.join(shuffled)})" if parts else ""

    def argument(self, name: str, argument: GraphQLArgument, asked: Asked, one_in: int) -> Any:
        is_crowding = asked.is_crowded and name == "first"
        if not is_required_argument(argument) and not is_crowding:
            if not self.choices.one_in(one_in) or not self.values.may_have(name, asked):
                return ABSENT
            if self.choices.one_in(6):
                return None
        self.room = CONDITIONS
        asked.example = self.choices.draw(self.values.examples)
        return self.value(argument.type, asked, Place((name,)))

    def value(self, input_type: Any, asked: Asked, place: Place) -> Any:
        nullable: Any = get_nullable_type(input_type)
        if is_list_type(nullable):
            # In a filter, an empty list decides everything.
            least = 1 if len(place.path) > 1 and not self.choices.one_in(10) else 0
            count = self.choices.draw(st.integers(least, 3))
            return [self.value(nullable.of_type, asked, place) for _ in range(count)]
        if is_input_object_type(nullable):
            return self.input_object(nullable, asked, place)
        if isinstance(nullable, GraphQLEnumType):
            is_searched = searching.of_filter(asked.arguments.get("where")) is not None
            return self.choices.pick(
                [name for name in nullable.values if name != RANKED or is_searched]
            )
        return self.choices.draw(self.values.of(place, asked))

    def input_object(self, input_type: Any, asked: Asked, place: Place) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name in self.chosen_fields(input_type, place):
            field: GraphQLInputField = input_type.fields[name]
            is_free = not input_type.is_one_of and is_optional(field)
            if is_free and self.choices.one_in(10):
                made[name] = None
            elif (default := default_of(field)) is Undefined or self.choices.one_in(2):
                made[name] = self.value(field.type, asked, place.inside(name, made))
            else:
                made[name] = default
        return made

    def chosen_fields(self, input_type: Any, place: Place) -> list[str]:
        """One of those of which there is one; else those that are always there, and a few."""
        fields: Mapping[str, GraphQLInputField] = input_type.fields
        if input_type.is_one_of:
            return [self.choices.pick(list(fields))]
        always = [name for name, field in fields.items() if not is_optional(field)]
        is_deepest = len(place.path) > NESTING
        others = [
            name
            for name, field in fields.items()
            if is_optional(field) and not (is_deepest and get_named_type(field.type) is input_type)
        ]
        most = min(2, len(others), self.room)
        few: list[str] = []
        if most:
            few = self.choices.draw(st.lists(st.sampled_from(others), max_size=most, unique=True))
        self.room -= len(few)
        return [*always, *few]


def is_optional(field: GraphQLInputField) -> bool:
    return default_of(field) is Undefined and not is_non_null_type(field.type)
