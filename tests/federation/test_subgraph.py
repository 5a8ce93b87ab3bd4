"""What the subgraph says of itself, against the schema that is served without a router."""

from difflib import unified_diff

from graphql import (
    GraphQLObjectType,
    build_schema,
    parse,
    print_ast,
    print_type,
    validate_schema,
)

from gateway.schema import subgraph
from gateway.schema.executor import SCHEMA

FEDERATION = """
directive @link(url: String!, import: [String!]) on SCHEMA
directive @key(fields: String!) repeatable on OBJECT
directive @shareable on OBJECT
"""


LINK = '@link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key", "@shareable"])'
POST = '@key(fields: "id") @key(fields: "path")'
TERM = '@key(fields: "id") @key(fields: "slug") @key(fields: "path")'


def test_the_subgraph_is_the_same_schema_with_keys() -> None:
    plain = print_ast(parse(SCHEMA.as_str())).splitlines()
    changes = unified_diff(plain, subgraph.sdl().splitlines(), n=0, lineterm="")
    assert [line for line in changes if line.startswith(("+", "-"))][2:] == [
        f"+extend schema {LINK}",
        "+",
        "-type Author implements Node & Routable {",
        f"+type Author implements Node & Routable {TERM} {{",
        "-type Category implements Term & Node & Routable {",
        f"+type Category implements Term & Node & Routable {TERM} {{",
        "-type PageInfo {",
        "+type PageInfo @shareable {",
        "-type Post implements Node & Routable {",
        f"+type Post implements Node & Routable {POST} {{",
        "-type Tag implements Term & Node & Routable {",
        f"+type Tag implements Term & Node & Routable {TERM} {{",
    ]


def test_it_is_valid_with_the_definitions_of_federation() -> None:
    assert validate_schema(build_schema(FEDERATION + subgraph.sdl())) == []


def test_what_is_served_has_the_roots_of_a_subgraph_beside_the_others() -> None:
    plain, served = (build_schema(each.as_str()) for each in (SCHEMA, subgraph.schema()))
    assert served.query_type is not None
    assert plain.query_type is not None
    assert served.type_map.keys() - plain.type_map.keys() == {"_Any", "_Entity", "_Service"}
    added = served.query_type.fields.keys() - plain.query_type.fields.keys()
    assert {name: print_field(served.query_type, name) for name in added} == {
        "_service": "_service: _Service!",
        "_entities": "_entities(representations: [_Any!]!): [_Entity]!",
    }
    assert print_type(served.type_map["_Entity"]).endswith("= Author | Category | Post | Tag")


def print_field(object_type: GraphQLObjectType, name: str) -> str:
    field = object_type.fields[name]
    arguments = ", ".join(f"{name}: {argument.type}" for name, argument in field.args.items())
    return f"{name}{f'({arguments})' if arguments else ''}: {field.type}"
