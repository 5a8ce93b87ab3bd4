"""Front matter that is not YAML between two lines `---`."""

from typing import Any

import pytest

from gateway.content.issues import Issues
from gateway.content.matter import frontmatter, nodes

FORMATS = ("yaml", "toml", "json", "unopened")


def read(text: str) -> tuple[Any, str, list[tuple[str, int | None, str | None]]]:
    issues = Issues("a.md")
    parts = frontmatter.split(text, issues, FORMATS)
    values = nodes.as_json(frontmatter.fields(parts, issues))
    return values, parts.body, [(i.code, i.line, i.field) for i in issues.found()]


@pytest.mark.parametrize(
    "text",
    [
        '+++\na = 1\nb = ["x"]\n+++\nbody',
        '{"a": 1, "b": ["x"]}\n\nbody',
        '---json\n{"a": 1, "b": ["x"]}\n---\nbody',
        "---toml\na = 1\nb = ['x']\n---\nbody",
        "---js\n{a: 1, b: ['x']}\n---\nbody",
        ';;;\n"a": 1, "b": ["x"]\n;;;\nbody',
    ],
)
def test_the_same_in_every_format(text: str) -> None:
    assert read(text) == ({"a": 1, "b": ["x"]}, "body", [])


def test_dates_of_toml_are_text() -> None:
    values, _, _ = read("+++\na = 2024-05-06T07:08:09Z\nb = 2024-05-06\n+++\n")
    assert values == {"a": "2024-05-06T07:08:09+00:00", "b": "2024-05-06"}


def test_hexos_missing_first_line() -> None:
    assert read("title: a\n---\nbody") == (
        {"title": "a"},
        "body",
        [("front-matter-unopened", 1, None)],
    )


@pytest.mark.parametrize("text", ["A: b: c\n\nd\n---\nx", "{{< figure >}}", "{% x %}"])
def test_what_only_looks_like_front_matter_is_the_body(text: str) -> None:
    assert read(text) == ({}, text, [])


def test_a_field_that_is_no_toml_is_read_as_text_and_reported() -> None:
    values, body, issues = read("+++\ntitle = Foo's\ndate = 2024-05-06\n[extra]\na = ?\n+++\nbody")

    assert values == {"title": "Foo's", "date": "2024-05-06"}
    assert body == "body"
    assert issues == [("toml-invalid", 2, "title"), ("toml-invalid", 5, "a")]


def test_broken_json_is_reported_with_its_line() -> None:
    assert read('{"a": 1,\n"b": }\n\nbody') == ({}, "body", [("json-invalid", 2, None)])


@pytest.mark.parametrize(
    "matter",
    [
        '{"a":' + "[" * 500_000,
        '{"a": ' + "9" * 500_000 + "}",
        "+++\na = " + "[" * 150_000 + "\n+++\n",
        "+++\n" + "a." * 90_000 + "a = 1\n+++\n",
        "+++\n" + "a = 1\n" * 1_000_000 + "+++\n",
        "---js\n" + "a:" * 500_000 + "\n---\n",
        ";;;\n" + '"a":[' * 200_000 + "\n;;;\n",
    ],
)
def test_what_is_absurd_is_an_issue_or_nothing(matter: str) -> None:
    values, _, _ = read(matter)
    assert values in ({}, {"a": None})


def test_what_no_database_holds_is_replaced() -> None:
    assert read('{"a": "\\u0000\\ud800", "b": NaN}')[0] == {"a": "\ufffd?", "b": "nan"}
