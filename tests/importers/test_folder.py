"""How an import writes its folder."""

import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from gateway.errors import ExportError
from gateway.importers import filename, folder, yamltext
from gateway.importers.export import Article, Export, Place
from gateway.importers.report import Report
from tests.importers.exports import item, wordpress, written

DAY = datetime(2024, 5, 6, tzinfo=UTC)


def export(*slugs: str, place: Place = Place.POST) -> Export:
    articles = [Article(place, slug, DAY, {"slug": slug}, slug) for slug in slugs]
    return Export(config={}, data={}, articles=articles)


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("morning-ferry", "morning-ferry"),
        ("朝の船", "朝の船"),
        ("swift-3.1", "swift-3.1"),
        ("../../etc/passwd", "etc-passwd"),
        ("..\\..\\windows", "windows"),
        ("/absolute", "absolute"),
        ('a:b*c?"<d>|e', "a-b-c-d-e"),
        (".hidden", "hidden"),
        ("_draft~", "draft"),
        ("con", "con-"),
        ("LPT1.txt", "LPT1-.txt"),
        ("console", "console"),
        ("a\nb\u202ec\x00", "a-b-c"),
        ("...", ""),
        ("霧" * 100, "霧" * 60),
    ],
)
def test_a_slug_becomes_a_name_that_every_system_takes(slug: str, name: str) -> None:
    assert filename.of_slug(slug) == name


def test_names_that_are_taken_get_a_number_and_are_reported(tmp_path: Path) -> None:
    report = Report()
    folder.write(export("fog", "Fog", "fog-2", "fog", "?"), tmp_path, report)
    assert [path for path in written(tmp_path) if path != "_config.yml"] == [
        "_posts/2024-05-06-Fog-2.html",
        "_posts/2024-05-06-fog-2-2.html",
        "_posts/2024-05-06-fog-3.html",
        "_posts/2024-05-06-fog.html",
        "_posts/2024-05-06-untitled.html",
    ]
    assert [str(problem) for problem in report.problems] == [
        f"_posts/2024-05-06-{made}.html: the name _posts/2024-05-06-{taken}.html was taken,"
        " so this is another"
        for made, taken in [("Fog-2", "Fog"), ("fog-2-2", "fog-2"), ("fog-3", "fog")]
    ]


def test_nothing_is_written_outside_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    files, _ = wordpress(
        tmp_path / "inside",
        item(wp__post_name="../../../outside"),
        item(wp__post_id="1", wp__post_type="page", wp__post_name="../.."),
        item(wp__post_id="2", wp__post_type="page", wp__post_name="/x", wp__post_parent="1"),
        pages=True,
    )
    assert list(files) == [
        "_config.yml",
        "_posts/2024-05-06-outside.html",
        "untitled.html",
        "x.html",
    ]
    assert os.listdir(tmp_path) == ["inside"]  # noqa: PTH208 - names are what counts


def test_a_folder_that_is_not_empty_is_only_written_to_by_force(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ExportError, match=r"is not empty; name another folder, or .* --force"):
        folder.check(tmp_path, force=False)
    folder.check(tmp_path, force=True)
    folder.write(export("fog"), tmp_path, Report())
    assert list(written(tmp_path)) == ["_config.yml", "_posts/2024-05-06-fog.html", "mine.txt"]


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(ExportError, match=re.escape(f"{file} is a file; name a folder")):
        folder.check(file, force=True)
    with pytest.raises(ExportError, match="cannot be written"):
        folder.write(export("fog"), file / "below", Report())


@pytest.mark.parametrize(
    "value",
    [
        *("plain", "two words", "朝の船", "", " blank ", "a: b", "# c", "- d", "*e", "&f", "!g"),
        *("yes", "No", "null", "~", "0123", "1_000", "12:30", "1e3", ".inf", "2024-05-06", "="),
        *(
            "a\nb",
            'q"q',
            "back\\slash",
            "\u2028\x85\ufeff\x7f",
            "👩‍🚀",
            "'",
            "{{ x }}",
            "---",
            "...",
        ),
        *(True, False, 0, 12, 1.5, ["a", ["b"]], {"a": {"b": ["c", {"d": "e", "f": "g"}]}}, []),
    ],
)
def test_what_is_written_as_yaml_is_read_as_the_same(value: Any) -> None:
    text = yamltext.dump({"key": value, "list": [value], "no: key": value})
    if value == ["a", ["b"]]:
        assert text.startswith('key:\n  - a\n  - ["b"]\n')
    assert yaml.safe_load(text) == {"key": value, "list": [value], "no: key": value}
