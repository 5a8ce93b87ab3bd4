"""Random operations, made from the schema: every one is valid, and asks for what it may ask for.

The types, fields, arguments and enums come from the schema. Only what values mean is known here,
by the name of the argument that takes them: see `Values`.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLSchema,
    Undefined,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_composite_type,
    is_input_object_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_required_argument,
)
from graphql.utilities.type_comparators import do_types_overlap
from hypothesis import strategies as st

from .evaluation import Blog

Draw = Callable[[st.SearchStrategy[Any]], Any]

LEVELS = 5
"""How many lists and objects that have to be looked up lie inside each other, at most."""

MANY_OBJECTS = 200
"""From so many objects on, lists inside them are asked for a few items only."""

ABSENT: Any = Undefined
MISSING_ID = "{kind}_00000000000000000000"


@dataclass(frozen=True)
class Operation:
    text: str
    name: str | None
    variables: Mapping[str, Any]


@dataclass(frozen=True)
class Asked:
    """The field that a value is for, with the values of its arguments so far."""

    parent: str
    name: str
    type: str
    is_crowded: bool
    arguments: dict[str, Any] = field(default_factory=dict)


@st.composite
def operations(draw: Draw, schema: GraphQLSchema, blog: Blog) -> Operation:
    """A valid operation on a blog, with its variables."""
    return _Writing(draw, schema, Values(schema, blog)).operation()


class Values:
    """Strategies for the values of arguments, by the arguments' names."""

    def __init__(self, schema: GraphQLSchema, blog: Blog) -> None:
        self.schema = schema
        self.blog = blog

    def of(self, name: str, asked: Asked) -> st.SearchStrategy[Any]:
        rows: dict[str, Callable[[Asked], st.SearchStrategy[Any]]] = {
            "first": self.size,
            "last": self.size,
            "after": self.cursor,
            "before": self.cursor,
            "id": self.identifier("id"),
            "ids": self.identifier("id"),
            "slug": self.identifier("slug"),
            "path": self.path,
            "key": self.key,
            "length": lambda _: st.integers(1, 30) | st.integers(31, 500) | st.just(2**31 - 1),
        }
        return rows[name](asked)

    def size(self, asked: Asked) -> st.SearchStrategy[Any]:
        if asked.is_crowded:
            return st.integers(0, 2)
        return st.integers(1, 6) | st.integers(0, 30) | st.just(100)

    def cursor(self, asked: Asked) -> st.SearchStrategy[Any]:
        """A cursor of the ordering; in lists inside others, it may be of an item that is not in."""
        blog, order_by = self.blog, asked.arguments.get("orderBy") or None
        if asked.type == "PostConnection":
            order, items = blog.post_order(order_by), blog.posts
        else:
            kind = asked.type.removesuffix("Connection")
            is_of_post = asked.parent == "Post"
            order = (blog.order_of_terms_of_post if is_of_post else blog.term_order)(order_by)
            items = blog.of_kind(kind)[: 8 if is_of_post and not order_by else None]
        cursors = order.cursors(order.arranged(items))
        return st.sampled_from([*cursors, None]) if cursors else st.none()

    def identifier(self, key: str) -> Callable[[Asked], st.SearchStrategy[str]]:
        def strategy(asked: Asked) -> st.SearchStrategy[str]:
            found = [getattr(thing, key) for thing in self.nodes(asked)]
            missing = "nothing" if key != "id" else MISSING_ID.format(kind=self.kind(asked))
            return st.sampled_from([*found, *found, missing])

        return strategy

    def path(self, asked: Asked) -> st.SearchStrategy[str]:
        written = [quote, lambda path: path, lambda path: quote(path).lstrip("/")]
        # A path with a percent sign of its own is found in its encoded form only.
        return st.builds(
            lambda path, write: quote(path) if "%" in path else write(path),
            self.identifier("path")(asked),
            st.sampled_from(written),
        )

    def key(self, asked: Asked) -> st.SearchStrategy[str]:  # noqa: ARG002
        found = {key for post in self.blog.posts for key in post.document.front_matter}
        return st.sampled_from([*sorted(found), "nothing"])

    def nodes(self, asked: Asked) -> list[Any]:
        if is_abstract_type(self.schema.type_map[asked.type]):
            return [*self.blog.posts, *self.blog.terms.values()]
        return self.blog.of_kind(asked.type)

    def kind(self, asked: Asked) -> str:
        is_any = is_abstract_type(self.schema.type_map[asked.type])
        return "tag" if is_any else asked.type.lower()


@dataclass(frozen=True)
class Variable:
    """`value` is what it stands for in the operation, given or by default."""

    name: str
    type: str
    value: Any


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
        self.draw = draw
        self.schema = schema
        self.values = values
        self.names = 0
        self.room = draw(st.sampled_from([20, 60, 120]))
        self.definitions: list[str] = []
        self.variables: list[Variable] = []
        self.given: dict[str, Any] = {}
        self.fragments: list[Fragment] = []
        self.fragment_texts: list[str] = []

    def operation(self) -> Operation:
        selected = self.selection_set(self.schema.query_type, 0, 1)
        name = self.pick([None, "Main"])
        definitions = f"({', '.join(self.definitions)})" if self.definitions else ""
        head = f"query {name or ''}{definitions} " if name or definitions else ""
        parts = [head + selected, *self.fragment_texts]
        asked_name = None
        if name:
            asked_name = self.pick([None, name])
            if self.one_in(4):
                asked_name = name
                parts.insert(self.pick([0, len(parts)]), "query Other { __typename }")
        if self.one_in(10):
            self.given["undeclared"] = {"is": "ignored"}
        return Operation("\n\n".join(parts), asked_name, self.given)

    # Choices

    def pick(self, options: Sequence[Any]) -> Any:
        return self.draw(st.sampled_from(options))

    def one_in(self, many: int) -> bool:
        return bool(self.draw(st.integers(0, many - 1)) == many - 1)

    def name(self, prefix: str) -> str:
        self.names += 1
        return f"{prefix}{self.names}"

    # Selections

    def selection_set(self, parent: Any, level: int, objects: int) -> str:
        count = self.draw(st.integers(1, 5))
        selections = [self.selection(parent, level, objects) for _ in range(count)]
        return "{ %s }" % " ".join(selections)

    def selection(self, parent: Any, level: int, objects: int) -> str:
        self.room -= 1
        if self.room < 0:
            return "__typename"
        kinds = [*[self.field] * 6, self.twins, self.typename, self.inline, self.spread]
        if self.one_in(16) and self.one_in(16):
            kinds = [self.crowd]
        if is_abstract_type(parent):
            kinds = [self.inline, self.spread, self.split, *kinds]
        text: str = self.pick(kinds)(parent, level, objects)
        return text

    def typename(self, parent: Any, level: int, objects: int) -> str:  # noqa: ARG002
        return f"{self.pick(['', self.name('t') + ': '])}__typename{self.directives()}"

    def inline(self, parent: Any, level: int, objects: int) -> str:
        on = self.pick([None, *self.conditions(parent)])
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
        fragment = self.pick([None, *known])
        if fragment is None:
            on = self.pick(self.conditions(parent))
            inside = self.selection_set(on, level, objects)
            fragment = Fragment(self.name("F"), on, level, objects)
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
        one, other = self.pick(self.schema.get_possible_types(parent)), None
        other = self.pick([each for each in self.schema.get_possible_types(parent) if each != one])
        alias = self.name("s")
        left = self.pick(self.simple_fields(one))
        same = [
            name
            for name in self.simple_fields(other)
            if str(other.fields[name].type) == str(one.fields[left].type)
        ]
        parts = [f"... on {one} {{ {alias}: {left} }}"]
        if same:
            parts.append(f"... on {other} {{ {alias}: {self.pick(same)} }}")
        return " ".join(parts)

    def crowd(self, parent: Any, level: int, objects: int) -> str:  # noqa: ARG002
        """More fields than one call of a function of the database takes."""
        names = self.simple_fields(parent) if parent is not self.schema.query_type else []
        count = self.draw(st.integers(45, 110))
        chosen = [*names, "__typename"]
        return " ".join(f"{self.name('c')}: {chosen[n % len(chosen)]}" for n in range(count))

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
            elif level < LEVELS or not self.is_looked_up(parent, definition):
                branches.append(name)
        options = branches if branches and (not leaves or not self.one_in(3)) else leaves
        chosen: str = self.pick(options or branches)
        return chosen

    def is_looked_up(self, parent: Any, definition: GraphQLField) -> bool:
        fields: Any = get_named_type(definition.type).fields
        is_part_of_page = "node" in parent.fields or "nodes" in parent.fields
        is_root = parent is self.schema.query_type
        return "pageInfo" in fields or ("id" in fields and (is_root or not is_part_of_page))

    def field_of(self, name: str, parent: Any, level: int, objects: int) -> str:
        definition: GraphQLField = parent.fields[name]
        named: Any = get_named_type(definition.type)
        asked = Asked(parent.name, name, named.name, objects > MANY_OBJECTS)
        arguments = self.arguments(definition, asked)
        alias = f"{self.name('a')}: " if arguments or self.one_in(4) else ""
        head = f"{alias}{name}{arguments}"
        if is_leaf_type(named):
            return f"{head}{self.directives()}"
        if self.is_looked_up(parent, definition):
            level += 1
            objects *= self.objects(asked)
        # Selected twice, a field is one field with the selections of both.
        times = 2 if self.one_in(6) else 1
        return " ".join(
            f"{head}{self.directives()} {self.selection_set(named, level, objects)}"
            for _ in range(times)
        )

    def objects(self, asked: Asked) -> int:
        if "pageInfo" not in self.schema.type_map[asked.type].fields:
            return 1
        sizes = [asked.arguments.get(name) for name in ("first", "last")]
        length = 4 if asked.parent == "Post" else len(self.values.blog.posts)
        return max(1, min(length, *(20 if size is None else size for size in sizes)))

    def directives(self) -> str:
        if not self.one_in(7):
            return ""
        name = self.pick(["include", "skip"])
        is_selected = not self.one_in(4)
        value = is_selected == (name == "include")
        condition = self.written(value, self.schema.type_map["Boolean"], is_required=True)
        other = " @skip(if: false)" if name == "include" and self.one_in(5) else ""
        return f" @{name}(if: {condition}){other}"

    # Arguments

    def arguments(self, definition: GraphQLField, asked: Asked) -> str:
        parts = []
        # The ordering first: cursors are of an ordering.
        for name in sorted(definition.args, key=lambda name: (name != "orderBy", name)):
            argument = definition.args[name]
            value = self.argument(name, argument, asked)
            if value is not ABSENT:
                asked.arguments[name] = value
            text = self.written_argument(name, value, argument)
            if text:
                parts.append(text)
        shuffled = self.draw(st.permutations(parts)) if len(parts) > 1 else parts
        return f"({', '.join(shuffled)})" if parts else ""

    def argument(self, name: str, argument: GraphQLArgument, asked: Asked) -> Any:
        is_crowding = asked.is_crowded and name == "first"
        if not is_required_argument(argument) and not is_crowding:
            if not self.one_in(4):
                return ABSENT
            if self.one_in(6):
                return None
        return self.value(name, argument.type, asked)

    def value(self, name: str, input_type: Any, asked: Asked) -> Any:
        nullable: Any = get_nullable_type(input_type)
        if is_list_type(nullable):
            count = self.draw(st.integers(0, 3))
            return [self.value(name, nullable.of_type, asked) for _ in range(count)]
        if is_input_object_type(nullable):
            return self.input_object(nullable, asked)
        if isinstance(nullable, GraphQLEnumType):
            return self.pick(list(nullable.values))
        return self.draw(self.values.of(name, asked))

    def input_object(self, input_type: Any, asked: Asked) -> dict[str, Any]:
        fields: Mapping[str, GraphQLInputField] = input_type.fields
        if input_type.is_one_of:
            name = self.pick(list(fields))
            return {name: self.value(name, fields[name].type, asked)}
        return {
            name: self.value(name, definition.type, asked)
            if definition.default_value is Undefined or self.one_in(2)
            else definition.default_value
            for name, definition in fields.items()
        }

    # Values as text: literals, variables, or literals with variables in them

    def written_argument(
        self, name: str, value: Any, definition: GraphQLArgument | GraphQLInputField
    ) -> str:
        """An argument or a field of an input object; one without a value may be a variable."""
        has_default = definition.default_value is not Undefined
        if value is ABSENT:
            nullable = get_nullable_type(definition.type)
            return f"{name}: {self.without_value(str(nullable))}" if self.one_in(5) else ""
        if has_default and value == definition.default_value and self.one_in(2):
            nullable = get_nullable_type(definition.type)
            return f"{name}: {self.without_value(str(nullable))}" if self.one_in(3) else ""
        return f"{name}: {self.written(value, definition.type)}"

    def without_value(self, type_name: str) -> str:
        name = self.name("v")
        self.definitions.append(f"${name}: {type_name}")
        return f"${name}"

    def written(
        self, value: Any, input_type: Any, *, is_required: bool = False, is_one_of: bool = False
    ) -> str:
        if self.one_in(3):
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
        if known and self.one_in(2):
            return f"${self.pick(known).name}"
        types = [required] if is_required else [plain]
        if not is_required and value is not None:
            types.append(required)
        by_default = self.one_in(3)
        if by_default and value is not None and is_required and not is_one_of:
            types.append(plain)
        chosen = self.pick(types)
        name = self.name("v")
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
            return items[0] if len(items) == 1 and self.one_in(3) else items
        if is_input_object_type(nullable):
            return {
                name: self.json(item, nullable.fields[name].type)
                for name, item in value.items()
                if item != nullable.fields[name].default_value or not self.one_in(2)
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
            if len(items) == 1 and not items[0].startswith("$") and self.one_in(3):
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
                parts.append(
                    f"{name}: {self.literal(item, definition.type, with_variables=False)}"
                )
            elif input_type.is_one_of:
                parts.append(f"{name}: {self.written(item, definition.type, is_one_of=True)}")
            else:
                parts.append(self.written_argument(name, item, definition))
        return "{%s}" % ", ".join(filter(None, parts))
