"""Front matter: where it ends, what its values are, and what is saved of a broken one."""

from pathlib import Path
from typing import Any

import pytest

from gateway.content.matter import scalars
from gateway.content.matter.yamlreader import MAX_DEPTH

from .sites import problems, read

SPLITS = {
    "---\ntitle: t\n---\nBody": ({"title": "t"}, "Body"),
    "---\n---\nBody": ({}, "Body"),
    "---\n\n---\nBody": ({}, "Body"),
    "---\ntitle: t\n...\nBody": ({"title": "t"}, "Body"),
    "---   \ntitle: t\n---  \nBody": ({"title": "t"}, "Body"),
    "---\ntitle: t\n---\n\n\n  Body": ({"title": "t"}, "  Body"),
    "---\ntitle: a --- b\nx: |\n  ---\n---\nA\n\n---\n\nB": (
        {"title": "a --- b", "x": "---\n"},
        "A\n\n---\n\nB",
    ),
    "No front matter": ({}, "No front matter"),
    "": ({}, ""),
    "---": ({}, "---"),
    "--- js\n---\nBody": ({}, "--- js\n---\nBody"),
    "---\n\nA rule above, and nothing below": ({}, "---\n\nA rule above, and nothing below"),
}


@pytest.mark.parametrize("text", SPLITS)
def test_the_split_is_jekylls(tmp_path: Path, text: str) -> None:
    loaded = read(tmp_path, text)

    assert loaded.document is not None
    assert loaded.issues == ()
    assert (loaded.document.front_matter, loaded.document.body.markdown) == SPLITS[text]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8", 8),
        ("+81", 81),
        ("1_000", 1000),
        ("1,000", 1000),
        ("0123", 83),
        ("08", "08"),
        ("0x1F", 31),
        ("0x", "0x"),
        ("0b11", 3),
        ("1.10", 1.1),
        (".5", 0.5),
        ("1.5e3", 1500.0),
        ("1e3", "1e3"),
        (".", "."),
        ("-", "-"),
        (".inf", ".inf"),
        (".NaN", ".NaN"),
        ("9" * 30, "9" * 30),
        ("12:30", "12:30"),
        ("2025-11-07", "2025-11-07"),
        ("Yes", True),
        ("OFF", False),
        ("~", None),
        ("Null", None),
        ("", None),
        (":-)", ":-)"),
    ],
)
def test_plain_scalars_have_the_types_jekyll_gives_them(text: str, value: Any) -> None:
    assert scalars.resolve(text) == value
    assert type(scalars.resolve(text)) is type(value)


def test_front_matter_is_json(tmp_path: Path) -> None:
    matter = """\
---
base: &base {a: 1, b: [x, ~]}
again: *base
merged:
  <<: *base
  b: own
when: 2025-11-07 16:39:06 +0000
1: one
[2, 3]: two
set: !ruby/object:Set {x: y}
text: !!str 12
nul: "a\\0b"
---
"""
    loaded = read(tmp_path, matter)

    assert loaded.document is not None
    assert loaded.document.front_matter == {
        "base": {"a": 1, "b": ["x", None]},
        "again": {"a": 1, "b": ["x", None]},
        "merged": {"a": 1, "b": "own"},
        "when": "2025-11-07 16:39:06 +0000",
        "1": "one",
        "[2, 3]": "two",
        "set": {"x": "y"},
        "text": "12",
        "nul": "a\ufffdb",
    }
    assert problems(loaded) == [("WARNING", "yaml-tag", 10, None)]


def test_the_last_of_two_equal_fields_counts(tmp_path: Path) -> None:
    loaded = read(tmp_path, "---\ntitle: one\ntitle: two\n---\n")

    assert loaded.document is not None
    assert loaded.document.title == "two"
    assert problems(loaded) == [("WARNING", "field-repeated", 3, "title")]


RESCUED: list[tuple[str, dict[str, Any], list[tuple[str, str, int | None, str | None]]]] = [
    (
        "title: 春: 川を歩く\ntags: [散歩]\n",
        {"title": "春: 川を歩く", "tags": ["散歩"]},
        [("ERROR", "yaml-invalid", 2, "title")],
    ),
    (
        "layout: post\ntitle: @handle\n",
        {"layout": "post", "title": "@handle"},
        [("ERROR", "yaml-invalid", 3, "title")],
    ),
    (
        'title: "open\nlayout: post\n',
        {"title": '"open', "layout": "post"},
        [("ERROR", "yaml-invalid", 2, "title")],
    ),
    (
        "title: ok\nlist:\n\t- a\nlayout: post\n",
        {"title": "ok", "layout": "post"},
        [("ERROR", "yaml-invalid", 4, "list")],
    ),
    (
        "title: ok\nx: *nowhere\n",
        {"title": "ok", "x": "*nowhere"},
        [("ERROR", "yaml-invalid", 3, "x")],
    ),
    (
        "title: ok\n  layout: post\n",
        {"title": "ok"},
        [("ERROR", "yaml-invalid", 3, "title")],
    ),
    ("- a\n- b\n", {}, [("ERROR", "yaml-without-fields", 2, None)]),
    ("just text\n", {}, [("ERROR", "yaml-without-fields", 2, None)]),
]


@pytest.mark.parametrize(("matter", "values", "found"), RESCUED)
def test_what_can_be_read_of_broken_front_matter_is_read(
    tmp_path: Path,
    matter: str,
    values: dict[str, Any],
    found: list[tuple[str, str, int | None, str | None]],
) -> None:
    loaded = read(tmp_path, f"---\n{matter}---\nBody")

    assert loaded.document is not None
    assert loaded.document.front_matter == values
    assert loaded.document.body.markdown == "Body"
    assert problems(loaded) == found


@pytest.mark.parametrize(
    "value",
    [
        "[" * (MAX_DEPTH + 1),
        "\n" + "\n".join(f"{'  ' * depth}- " for depth in range(MAX_DEPTH + 2)) + "x",
        "&a [*a]",
    ],
)
def test_yaml_that_never_ends_is_refused(tmp_path: Path, value: str) -> None:
    loaded = read(tmp_path, f"---\ntitle: kept\nbomb: {value}\n---\n")

    assert loaded.document is not None
    assert loaded.document.title == "kept"
    assert [issue.severity for issue in loaded.issues] == ["ERROR"]


def test_aliases_that_multiply_are_refused(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
    )
    loaded = read(tmp_path, f"---\ntitle: kept\n{bomb}---\n")

    assert loaded.document is not None
    assert loaded.document.title == "kept"
    assert [issue.code for issue in loaded.issues] == ["yaml-invalid"]


def test_front_matter_that_is_never_closed_is_reported(tmp_path: Path) -> None:
    loaded = read(tmp_path, "---\ntitle: t\nBody")

    assert problems(loaded) == [("ERROR", "front-matter-unclosed", 1, None)]


def test_front_matter_after_a_blank_line_is_reported(tmp_path: Path) -> None:
    loaded = read(tmp_path, "\n---\ntitle: t\n---\nBody")

    assert problems(loaded) == [("ERROR", "front-matter-late", 1, None)]
