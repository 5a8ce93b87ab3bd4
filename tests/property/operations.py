"""Random operations, made from the schema: every one is valid, and asks for what it may ask for.

The types, fields, arguments and enums come from the schema. Only what values mean is known, in
the module `values`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLSchema,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_composite_type,
    is_leaf_type,
    is_list_type,
    is_required_argument,
)
from graphql.utilities.type_comparators import do_types_overlap
from hypothesis import strategies as st

from .arguments import Arguments
from .blog import Blog
from .choices import Choices, Draw
from .inputs import Inputs
from .values import Asked, Values

LEVELS = 4
"""How many lists and objects that have to be looked up lie inside each other, at most.

One less than the planner takes: at its last level the database's parser has room for simple
selections only.
"""

LEVELS_OF = {"facets": 2}
"""The fields that count for more than one level: they take more of the parser's stack."""

CROWDED_LEVEL = 2
"""From this level on an object has at most 64 fields beside those that it has anyway."""

MANY_OBJECTS = 200
"""From so many objects on, lists inside them are asked for a few items only."""


@dataclass(frozen=True)
class Operation:
    """`levels` is how deep it goes, of at most `LEVELS`."""

    text: str
    name: str | None
    variables: Mapping[str, Any]
    levels: int


@st.composite
def operations(draw: Draw, schema: GraphQLSchema, blog: Blog) -> Operation:
    """A valid operation on a blog, with its variables."""
    return _Writing(draw, schema, Values(schema, blog)).operation()


@dataclass(frozen=True)
class Fragment:
    name: str
    on: Any
    level: int
    objects: int


class _Writing:
    """One operation while it is written.

    Two fields never conflict, because a field without arguments bears its own name or an alias of
    its own, and a field with arguments always an alias of its own.
    """

    def __init__(self, draw: Draw, schema: GraphQLSchema, values: Values) -> None:
        self.choices = Choices(draw)
        self.inputs = Inputs(self.choices)
        self.arguments = Arguments(self.choices, self.inputs, values)
        self.schema = schema
        self.values = values
        self.levels_reached = 0
        self.room = self.choices.pick([20, 60, 120])
        self.fragments: list[Fragment] = []
        self.fragment_texts: list[str] = []

    def operation(self) -> Operation:
        selected = self.selection_set(self.schema.query_type, 0, 1)
        name = self.choices.pick([None, "Main"])
        definitions = ", ".join(self.inputs.definitions)
        definitions = definitions and f"({definitions})"
        head = f"query {name or ''}{definitions} " if name or definitions else ""
        parts = [head + selected, *self.fragment_texts]
        asked_name = None
        if name:
            asked_name = self.choices.pick([None, name])
            if self.choices.one_in(4):
                asked_name = name
                parts.insert(self.choices.pick([0, len(parts)]), "query Other { __typename }")
        if self.choices.one_in(10):
            self.inputs.given["undeclared"] = {"is": "ignored"}
        return Operation("\n\n".join(parts), asked_name, self.inputs.given, self.levels_reached)

    # Selections

    def selection_set(self, parent: Any, level: int, objects: int) -> str:
        self.levels_reached = max(self.levels_reached, level)
        count = self.choices.draw(st.integers(1, 5))
        selections = [self.selection(parent, level, objects) for _ in range(count)]
        return f"{{ {' '.join(selections)} }}"

    def selection(self, parent: Any, level: int, objects: int) -> str:
        self.room -= 1
        if self.room < 0:
            return "__typename"
        kinds = [*[self.field] * 6, self.twins, self.typename, self.inline, self.spread]
        if self.choices.one_in(16) and self.choices.one_in(16):
            kinds = [self.crowd]
        if is_abstract_type(parent):
            kinds = [self.inline, self.spread, self.split, *kinds]
        text: str = self.choices.pick(kinds)(parent, level, objects)
        return text

    def typename(self, parent: Any, level: int, objects: int) -> str:  # noqa: ARG002
        alias = self.choices.pick(["", f"{self.choices.name('t')}: "])
        return f"{alias}__typename{self.directives()}"

    def inline(self, parent: Any, level: int, objects: int) -> str:
        on = self.choices.pick([None, *self.conditions(parent)])
        condition = f" on {on}" if on else ""
        inside = self.selection_set(on or parent, level, objects)
        return f"...{condition}{self.directives()} {inside}"

    def spread(self, parent: Any, level: int, objects: int) -> str:
        """A named fragment, new or met before. It is complete first, so none leads to itself."""
        known = [
            fragment
            for fragment in self.fragments
            if fragment.on in self.conditions(parent)
            and level <= fragment.level
            and objects <= fragment.objects
        ]
        fragment = self.choices.pick([None, *known])
        if fragment is None:
            on = self.choices.pick(self.conditions(parent))
            inside = self.selection_set(on, level, objects)
            fragment = Fragment(self.choices.name("F"), on, level, objects)
            self.fragments.append(fragment)
            self.fragment_texts.append(f"fragment {fragment.name} on {on} {inside}")
        return f"...{fragment.name}{self.directives()}"

    def conditions(self, parent: Any) -> list[Any]:
        return [
            found
            for name, found in sorted(self.schema.type_map.items())
            if is_composite_type(found)
            and not name.startswith("__")
            and do_types_overlap(self.schema, parent, found)
        ]

    def split(self, parent: Any, level: int, objects: int) -> str:  # noqa: ARG002
        """The same response key for different fields of types that exclude each other."""
        one = self.choices.pick(self.schema.get_possible_types(parent))
        other = self.choices.pick(
            [each for each in self.schema.get_possible_types(parent) if each != one]
        )
        alias = self.choices.name("s")
        left = self.choices.pick(self.simple_fields(one))
        same = [
            name
            for name in self.simple_fields(other)
            if str(other.fields[name].type) == str(one.fields[left].type)
        ]
        parts = [f"... on {one} {{ {alias}: {left} }}"]
        if same:
            parts.append(f"... on {other} {{ {alias}: {self.choices.pick(same)} }}")
        return " ".join(parts)

    def crowd(self, parent: Any, level: int, objects: int) -> str:  # noqa: ARG002
        """More fields than one call of a function of the database takes."""
        names = self.simple_fields(parent) if parent is not self.schema.query_type else []
        # The deeper the object, the less room there is left in the database's parser.
        count = self.choices.draw(st.integers(45, 110 if level < CROWDED_LEVEL else 64))
        chosen = [*names, "__typename"]
        return " ".join(
            f"{self.choices.name('c')}: {chosen[n % len(chosen)]}" for n in range(count)
        )

    def simple_fields(self, parent: Any) -> list[str]:
        return [
            name
            for name, definition in parent.fields.items()
            if is_leaf_type(get_named_type(definition.type))
            and not is_list_type(get_nullable_type(definition.type))
            and not any(map(is_required_argument, definition.args.values()))
        ]

    def twins(self, parent: Any, level: int, objects: int) -> str:
        """The same field twice, each time with arguments of its own."""
        name = self.field_name(parent, level)
        return " ".join(self.field_of(name, parent, level, objects) for _ in range(2))

    def field(self, parent: Any, level: int, objects: int) -> str:
        return self.field_of(self.field_name(parent, level), parent, level, objects)

    def field_name(self, parent: Any, level: int) -> str:
        """A field; one that leads on as often as one that does not, as long as there is room."""
        leaves, branches = [], []
        for name, definition in parent.fields.items():
            if is_leaf_type(get_named_type(definition.type)):
                leaves.append(name)
            elif level + self.levels(parent, name) <= LEVELS:
                branches.append(name)
        options = branches if branches and (not leaves or not self.choices.one_in(3)) else leaves
        chosen: str = self.choices.pick(options or branches or ["__typename"])
        return chosen

    def levels(self, parent: Any, name: str) -> int:
        """How many levels deeper than its object the value of a field lies."""
        definition = parent.fields[name]
        named: Any = get_named_type(definition.type)
        is_part_of_page = "pageInfo" in parent.fields or "cursor" in parent.fields
        if is_part_of_page and name in ("edges", "node", "nodes", "pageInfo"):
            return 0
        is_list = is_list_type(get_nullable_type(definition.type))
        is_looked_up = is_list or not {"id", "path", "pageInfo"}.isdisjoint(named.fields)
        return LEVELS_OF.get(name, 1 if is_looked_up else 0)

    def field_of(self, name: str, parent: Any, level: int, objects: int) -> str:
        if name == "__typename":
            return self.typename(parent, level, objects)
        definition: GraphQLField = parent.fields[name]
        named: Any = get_named_type(definition.type)
        asked = Asked(parent.name, name, named.name, objects > MANY_OBJECTS)
        arguments = self.arguments.written(definition, asked)
        alias = f"{self.choices.name('a')}: " if arguments or self.choices.one_in(4) else ""
        head = f"{alias}{name}{arguments}"
        if is_leaf_type(named):
            return f"{head}{self.directives()}"
        deeper = self.levels(parent, name)
        if deeper:
            level += deeper
            objects *= self.objects(asked)
        # Selected twice, a field is one field with the selections of both.
        times = 2 if self.choices.one_in(6) else 1
        return " ".join(
            f"{head}{self.directives()} {self.selection_set(named, level, objects)}"
            for _ in range(times)
        )

    def objects(self, asked: Asked) -> int:
        if not asked.type.endswith("Connection"):
            return 1
        sizes = [asked.arguments.get(name) for name in ("first", "last")]
        length = 4 if asked.parent == "Post" else len(self.values.blog.posts)
        return max(1, min(length, *(20 if size is None else size for size in sizes)))

    def directives(self) -> str:
        if not self.choices.one_in(7):
            return ""
        name = self.choices.pick(["include", "skip"])
        is_selected = not self.choices.one_in(4)
        value = is_selected == (name == "include")
        condition = self.inputs.written(value, self.schema.type_map["Boolean"], is_required=True)
        other = " @skip(if: false)" if name == "include" and self.choices.one_in(5) else ""
        return f" @{name}(if: {condition}){other}"
