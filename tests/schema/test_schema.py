"""The public schema, as it is printed and as a developer reads it in GraphiQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    build_schema,
    is_specified_scalar_type,
    validate_schema,
)

from gateway.schema.executor import GRAPHQL_SCHEMA, SCHEMA
from gateway.schema.field import catalogue

ROOT = Path(__file__).parents[2]
PRINTED = ROOT / "schema" / "schema.graphql"
TARGET = ROOT.parent / "shared" / "schema-target.graphql"


def elements() -> Iterator[tuple[str, str | None]]:
    """Every type, field, argument and enum value, with its description."""
    for name, each in GRAPHQL_SCHEMA.type_map.items():
        if name.startswith("__") or is_specified_scalar_type(each):
            continue
        yield name, each.description
        if isinstance(each, GraphQLEnumType):
            yield from ((f"{name}.{value}", its.description) for value, its in each.values.items())
        if isinstance(each, GraphQLInputObjectType):
            yield from ((f"{name}.{field}", its.description) for field, its in each.fields.items())
        if isinstance(each, GraphQLObjectType | GraphQLInterfaceType):
            for field, its in each.fields.items():
                yield f"{name}.{field}", its.description
                for argument, definition in its.args.items():
                    yield f"{name}.{field}({argument}:)", definition.description


def test_the_printed_schema_is_the_one_that_is_served(rewrite: bool) -> None:  # noqa: FBT001
    text = SCHEMA.as_str() + "\n"
    if rewrite:
        PRINTED.write_text(text)
    assert PRINTED.read_text() == text
    assert validate_schema(build_schema(text)) == []


def test_everything_has_a_description() -> None:
    assert [name for name, description in elements() if not description] == []


def test_every_field_says_what_it_reads() -> None:
    readings = catalogue(SCHEMA)
    for name, each in GRAPHQL_SCHEMA.type_map.items():
        if isinstance(each, GraphQLObjectType) and not name.startswith("__"):
            assert readings[name].keys() == each.fields.keys()


@pytest.mark.skipif(not TARGET.exists(), reason="../shared is not beside the project")
def test_what_is_there_is_as_the_target_has_it() -> None:
    """Types of fields, arguments and their defaults; only what is meant to differ is listed."""
    target = build_schema(TARGET.read_text(), assume_valid_sdl=True)
    differences = set()
    for name, each in GRAPHQL_SCHEMA.type_map.items():
        wanted = target.type_map.get(name)
        if not isinstance(each, GraphQLObjectType | GraphQLInterfaceType) or name.startswith("__"):
            continue
        assert isinstance(wanted, GraphQLObjectType | GraphQLInterfaceType), name
        for field, its in each.fields.items():
            other = wanted.fields.get(field)
            if other is None or str(its.type) != str(other.type):
                differences.add(f"{name}.{field}: {its.type}")
            else:
                differences |= {
                    f"{name}.{field}({argument}: {definition.type})"
                    for argument, definition in its.args.items()
                    if argument not in other.args
                    or str(other.args[argument].type) != str(definition.type)
                }
    assert differences == {
        "ContentRevision.loadedAt: DateTime",  # null before anything is loaded
        "PostBody.html(highlight: Boolean)",
        "PostBody.images: [Image!]!",
        "Seo.canonicalUrl: URL!",  # every post has a URL
    }
