"""Declaring a field: its description, its arguments, and what it reads."""

from collections.abc import Coroutine, Mapping, Sequence
from typing import Any

from strawberry.schema import Schema
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.base import StrawberryObjectDefinition
from strawberry.types.field import StrawberryField
from strawberry.types.info import Info

from gateway.planner.planning import Catalogue, Reading

_READING = "reading"


def reads(reading: Reading, description: str, arguments: Sequence[StrawberryArgument] = ()) -> Any:
    """A field whose value is part of what the planner makes of its root field."""
    return _declared(StrawberryField, reading, description, arguments)


class RootField(StrawberryField):
    """A field resolved by the context of the request, which has the plans and the store."""

    @property
    def is_basic_field(self) -> bool:
        return False

    def get_result(
        self,
        source: Any,  # noqa: ARG002
        info: Info | None,
        args: list[Any],  # noqa: ARG002
        kwargs: Mapping[str, Any],  # noqa: ARG002
    ) -> Coroutine[Any, Any, Any]:
        assert info is not None  # noqa: S101 - Strawberry gives it to every field that is not basic
        answer: Coroutine[Any, Any, Any] = info.context.answer(info)
        return answer


def root(
    reading: Reading,
    description: str,
    arguments: Sequence[StrawberryArgument] = (),
    *,
    name: str | None = None,
    kind: type[RootField] = RootField,
) -> Any:
    """A root field: planned with everything selected below it, and answered by one statement.

    It has the name of the attribute, in camel case, unless it is given a `name`.
    """
    field = _declared(kind, reading, description, arguments)
    field.graphql_name = name
    return field


def _declared(
    kind: type[StrawberryField],
    reading: Reading,
    description: str,
    arguments: Sequence[StrawberryArgument],
) -> StrawberryField:
    field = kind(description=description, metadata={_READING: reading})
    field.arguments = list(arguments)
    return field


def catalogue(schema: Schema) -> Catalogue:
    """What every field of the schema reads, by type name and field name."""
    readings: dict[str, dict[str, Reading]] = {}
    for name, concrete in schema.schema_converter.type_map.items():
        definition = concrete.definition
        if isinstance(definition, StrawberryObjectDefinition) and not definition.is_input:
            readings[name] = {
                schema.config.name_converter.get_graphql_name(field): field.metadata[_READING]
                for field in definition.fields
            }
    return readings
