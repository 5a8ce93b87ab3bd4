"""What any client can check of any answer: that it is of the shape its operation asked for."""

from collections.abc import Iterable, Mapping
from typing import Any

from graphql import (
    BooleanValueNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLEnumType,
    GraphQLSchema,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
    get_operation_ast,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

BUILT_IN: dict[str, type | tuple[type, ...]] = {
    "Int": int,
    "Float": (int, float),
    "String": str,
    "ID": str,
    "Boolean": bool,
}
INT_32 = range(-(2**31), 2**31)


def check(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation_name: str | None,
    variables: Mapping[str, Any] | None,
    data: Any,
) -> None:
    """Raises AssertionError, with the path, where `data` is no answer to the operation.

    `data` is parsed JSON; the operation is valid. Scalars of the schema's own may be anything.
    """
    operation = get_operation_ast(document, operation_name)
    assert operation, f"there is no operation {operation_name}"
    root = schema.get_root_type(operation.operation)
    _Check(schema, document, operation, variables or {}).object(
        root, [operation.selection_set], data, "data"
    )


class _Check:
    def __init__(
        self,
        schema: GraphQLSchema,
        document: DocumentNode,
        operation: OperationDefinitionNode,
        variables: Mapping[str, Any],
    ) -> None:
        self.schema = schema
        self.fragments = {
            node.name.value: node
            for node in document.definitions
            if isinstance(node, FragmentDefinitionNode)
        }
        self.conditions = {
            node.variable.name.value: node.default_value.value
            for node in operation.variable_definitions or ()
            if isinstance(node.default_value, BooleanValueNode)
        } | dict(variables)

    def object(self, object_type: Any, sets: list[SelectionSetNode], data: Any, path: str) -> None:
        assert isinstance(data, dict), f"{path} is no object: {data!r}"
        selected: dict[str, list[FieldNode]] = {}
        for node in self.fields(object_type, sets):
            selected.setdefault((node.alias or node.name).value, []).append(node)
        assert list(data) == list(selected), f"{path} has {list(data)}, not {list(selected)}"
        for key, nodes in selected.items():
            name = nodes[0].name.value
            if name == "__typename":
                assert data[key] == object_type.name, f"{path}.{key} is {data[key]!r}"
            else:
                inside = [node.selection_set for node in nodes if node.selection_set]
                self.value(object_type.fields[name].type, inside, data[key], f"{path}.{key}")

    def value(self, value_type: Any, sets: list[SelectionSetNode], data: Any, path: str) -> None:
        if is_non_null_type(value_type):
            assert data is not None, f"{path} is null"
            self.value(value_type.of_type, sets, data, path)
        elif data is None:
            return
        elif is_list_type(value_type):
            assert isinstance(data, list), f"{path} is no list: {data!r}"
            for index, item in enumerate(data):
                self.value(value_type.of_type, sets, item, f"{path}[{index}]")
        elif is_leaf_type(value_type):
            self.leaf(value_type, data, path)
        elif is_abstract_type(value_type):
            self.one_of(self.schema.get_possible_types(value_type), sets, data, path)
        else:
            self.object(value_type, sets, data, path)

    def one_of(
        self, types: Iterable[Any], sets: list[SelectionSetNode], data: Any, path: str
    ) -> None:
        """Checks an object whose type shows in its fields only."""
        problems = []
        for object_type in types:
            try:
                self.object(object_type, sets, data, path)
            except AssertionError as problem:
                problems.append(f"as {object_type.name}: {problem}")
            else:
                return
        raise AssertionError("; ".join(problems))

    def leaf(self, leaf_type: Any, data: Any, path: str) -> None:
        if isinstance(leaf_type, GraphQLEnumType):
            assert data in leaf_type.values, f"{path} is no {leaf_type}: {data!r}"
        elif leaf_type.name in BUILT_IN:
            is_wrong_boolean = isinstance(data, bool) and leaf_type.name != "Boolean"
            is_right = isinstance(data, BUILT_IN[leaf_type.name]) and not is_wrong_boolean
            assert is_right, f"{path} is no {leaf_type}: {data!r}"
            assert leaf_type.name != "Int" or data in INT_32, f"{path} is too large: {data}"

    def fields(self, object_type: Any, sets: Iterable[SelectionSetNode]) -> Iterable[FieldNode]:
        for selection_set in sets:
            for selection in selection_set.selections:
                if not self.is_selected(selection):
                    continue
                if isinstance(selection, FieldNode):
                    yield selection
                    continue
                fragment: Any = selection
                if isinstance(selection, FragmentSpreadNode):
                    fragment = self.fragments[selection.name.value]
                if self.applies(fragment, object_type):
                    yield from self.fields(object_type, [fragment.selection_set])

    def is_selected(self, selection: SelectionNode) -> bool:
        for directive in selection.directives or ():
            if directive.name.value in ("skip", "include"):
                condition: Any = next(iter(directive.arguments or ())).value
                is_true = (
                    self.conditions[condition.name.value]
                    if isinstance(condition, VariableNode)
                    else condition.value
                )
                if is_true == (directive.name.value == "skip"):
                    return False
        return True

    def applies(self, fragment: Any, object_type: Any) -> bool:
        if fragment.type_condition is None:
            return True
        name = fragment.type_condition.name.value
        return name == object_type.name or any(
            name == interface.name for interface in object_type.interfaces
        )
