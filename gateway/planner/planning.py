"""The making of one plan: what readings ask for while they write their part of the statement."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from graphql import (
    FieldNode,
    GraphQLError,
    GraphQLObjectType,
    get_named_type,
    is_object_type,
)
from sqlalchemy import CTE, BindParameter, bindparam

from gateway.planner import arguments, json_sql, selection
from gateway.planner.arguments import Template, Variables
from gateway.planner.json_sql import Expression
from gateway.planner.scope import Audience, Relation, Row, Source
from gateway.planner.selection import Operation

MAXIMUM_DEPTH = 5
"""How many relations may lie inside each other: as many as SQLite's parser has room for."""

MAXIMUM_STORED_DEPTH = 6
"""The same for lists that are stored in their owner's row, which take less of that room."""

INLINE_DEPTH = 2
"""How deep relations may lie inside each other without being lifted: see Row.lift."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field as it is asked for: its merged nodes, its arguments, the type of what it yields."""

    name: str
    nodes: Sequence[FieldNode]
    arguments: Mapping[str, Template]
    type: Any

    def error(self, argument: str, problem: str) -> GraphQLError:
        where = next(
            (node for node in self.nodes[0].arguments or () if node.name.value == argument),
            self.nodes[0],
        )
        return GraphQLError(f'Argument "{argument}" of "{self.name}": {problem}.', where)


class Reading(Protocol):
    """What a field reads: see the module `reading`."""

    def plan(self, planning: "Planning", field: Field, scope: Any) -> Expression:
        """An SQL expression for the field's value, read from its object's scope."""


Catalogue = Mapping[str, Mapping[str, Reading]]
"""What every field reads, by type name and field name."""


class Binding(NamedTuple):
    """A bound parameter: where its value comes from, and what is made of it."""

    template: Template
    convert: Callable[[Any], Any]

    def value(self, variables: Variables) -> Any:
        return self.convert(arguments.evaluate(self.template, variables))


class Planning:
    def __init__(
        self, catalogue: Catalogue, operation: Operation, audience: Audience, *, lifts: bool
    ) -> None:
        self.catalogue = catalogue
        self.operation = operation
        self.audience = audience
        self.bindings: dict[str, Binding] = {}
        self.height = 0
        self._lifts = lifts
        self._heads: dict[int, tuple[Any, CTE]] = {}
        self._rows = 0
        self._depth = 0

    def bind(
        self, template: Template, convert: Callable[[Any], Any] = lambda value: value
    ) -> BindParameter[Any]:
        """A parameter whose value is converted anew in every request.

        `convert` raises a GraphQLError for a value that it does not accept.
        """
        name = f"v{len(self.bindings)}"
        self.bindings[name] = Binding(template, convert)
        return bindparam(name)

    def head(self, value: Any, make: Callable[[], CTE]) -> CTE:
        """What is found once for a value, at the head of the statement, however often it is read.

        The same value is the same object.
        """
        if id(value) not in self._heads:
            # The value is kept, so that its address stays its own.
            self._heads[id(value)] = (value, make())
        return self._heads[id(value)][1]

    def row(self) -> Row:
        """A row under an alias of its own."""
        self._rows += 1
        return Row(f"r{self._rows}")

    def source(self, relation: Relation, scope: Row | None) -> Source:
        """The rows of a relation that the audience of this plan may see."""
        return relation(scope, self.audience)

    def object(
        self, object_type: GraphQLObjectType, scope: Any, nodes: Sequence[FieldNode]
    ) -> Expression:
        """A JSON object with the fields that `nodes` select on an object type."""
        readings = self.catalogue[object_type.name]
        pairs = []
        for key, group in selection.collect(self.operation, object_type, nodes).items():
            name = group[0].name.value
            if name == "__typename":
                pairs.append((key, json_sql.text(object_type.name)))
            else:
                field = self.field(object_type, group)
                pairs.append((key, readings[name].plan(self, field, scope)))
        return json_sql.object_of(pairs)

    def related(
        self,
        field: Field,
        scope: Row | None,
        plan: Callable[[], Expression],
        deepest: int = MAXIMUM_DEPTH,
    ) -> Expression:
        """What `plan` makes: a subquery for rows that are related to the row of `scope`."""
        if self._depth >= deepest:
            raise GraphQLError(
                f'"{field.name}" lies in {self._depth} lists and objects that each have to be '
                "looked up; that is as deep as one query goes",
                field.nodes[0],
            )
        beside, self.height = self.height, 0
        self._depth += 1
        json = plan()
        self._depth -= 1
        self.height = max(beside, self.height + 1)
        return json_sql.parse(scope.lift(json)) if scope and self._lifts else json

    def placed(self, row: Row, value: Expression) -> Expression:
        """A subquery over a row that is no JSON: where it is used, or lifted."""
        return row.lift(value) if self._lifts else value

    def field(self, parent: GraphQLObjectType, nodes: Sequence[FieldNode]) -> Field:
        name = nodes[0].name.value
        definition = parent.fields[name]
        values = arguments.of_field(nodes[0], definition.args, self.operation.variables)
        return Field(name, nodes, values, get_named_type(definition.type))

    def possible_types(self, field: Field) -> Sequence[GraphQLObjectType]:
        if is_object_type(field.type):
            return (field.type,)
        return self.operation.schema.get_possible_types(field.type)
