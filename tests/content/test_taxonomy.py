"""What a site says of its tags and categories, and how these lie in each other."""

import os
import sys
from pathlib import Path

import pytest

from gateway.content.document import TermEntry
from gateway.content.loader import load

from .sites import write

HEXO = {"_config.yml": "", "source/_posts/a.md": ""}


def test_the_data_that_the_importers_write(tmp_path: Path) -> None:
    site = write(
        tmp_path,
        {
            "_data/tags.yml": "fog:\n  name: Fog\nport:\n  name: 港\n  description: Harbours\n",
            "_data/categories.yml": "trips:\n  name: Trips\n"
            "boats:\n  name: Boats\n  parent: trips\n  path:\n    - Trips\n    - Boats\n",
        },
    )

    assert site.terms == (
        TermEntry("tag", "fog", "_data/tags.yml", "Fog", "fog", line=1),
        TermEntry("tag", "port", "_data/tags.yml", "港", "port", "Harbours", line=3),
        TermEntry("category", "trips", "_data/categories.yml", "Trips", "trips", line=1),
        TermEntry(
            "category", "boats", "_data/categories.yml", "Boats", "boats", None, "trips", line=3
        ),
    )
    assert site.issues == ()


@pytest.mark.parametrize(
    ("name", "content", "entries"),
    [
        ("tags.yml", "Machine Learning: How machines learn.",
         (("Machine Learning", None, None, "How machines learn."),)),
        ("tags.yml", "ml: {title: Machine Learning, summary: How}",
         (("ml", "Machine Learning", "ml", "How"),)),
        ("tags.yml", "C++: {slug: cpp}\nAI:\n",
         (("C++", None, "cpp", None), ("AI", None, None, None))),
        ("tags.yml", "旅 行: {name: 旅}", (("旅 行", "旅", None, None),)),
        ("tags.json", '[{"slug": "ai", "name": "AI", "description": "Minds"}, "only a name"]',
         (("ai", "AI", "ai", "Minds"),)),
        ("tags.csv", "name,description\nAI,Minds\n", (("AI", "AI", None, "Minds"),)),
        ("tags.yml", "", ()),
    ],
)  # fmt: skip
def test_data_may_be_written_in_many_ways(
    tmp_path: Path, name: str, content: str, entries: tuple[tuple[str | None, ...], ...]
) -> None:
    site = write(tmp_path, {f"_data/{name}": content})

    assert tuple((e.key, e.name, e.slug, e.description) for e in site.terms) == entries
    assert site.issues == ()


def test_pages_of_themes_of_jekyll(tmp_path: Path) -> None:
    site = write(
        tmp_path,
        {
            "_posts/2025-11-07-a.md": "",
            "_featured_categories/trips.md": "---\ntitle: Trips\ndescription: Away\n---\n",
            "_featured_categories/boats.md": "---\ntitle: Boats\nparent: trips\n---\n",
            "_featured_tags/hydejack.md": "---\ntitle: Hydejack\nslug: hyde\n---\n",
            "_tags/notes.txt": "",
        },
    )

    assert site.terms == (
        TermEntry("tag", "hydejack", "_featured_tags/hydejack.md", "Hydejack", "hyde"),
        TermEntry(
            "category",
            "boats",
            "_featured_categories/boats.md",
            "Boats",
            "boats",
            None,
            "trips",
            line=3,
        ),
        TermEntry("category", "trips", "_featured_categories/trips.md", "Trips", "trips", "Away"),
    )


def test_pages_of_hugo_in_the_sites_own_language_first(tmp_path: Path) -> None:
    site = write(
        tmp_path,
        {
            "hugo.toml": 'defaultContentLanguage = "ja"\n[languages.en]\n[languages.ja]\n',
            "content/posts/a.md": "",
            "content/tags/c++/_index.md": '+++\nTitle = "C++"\n+++\n',
            "content/tags/travel/_index.en.md": "---\ntitle: Travel\ndescription: Away\n---\n",
            "content/tags/travel/_index.ja.md": "---\ntitle: 旅\n---\n",
            "content/categories/trips/_index.md": "---\ndescription: Trips\n---\nText.",
            "content/categories/_index.md": "---\ntitle: All of them\n---\n",
        },
    )

    assert site.terms == (
        TermEntry("tag", "c++", "content/tags/c++/_index.md", "C++", "c++"),
        TermEntry("tag", "travel", "content/tags/travel/_index.ja.md", "旅", "travel", "Away"),
        TermEntry(
            "category", "trips", "content/categories/trips/_index.md", None, "trips", "Trips"
        ),
    )


def test_slugs_and_data_of_hexo(tmp_path: Path) -> None:
    config = "tag_map: {C++: cpp}\ncategory_map:\n  旅: Going away\n  空: ''\n"
    data = "旅: {description: Away}"
    site = write(tmp_path, {**HEXO, "_config.yml": config, "source/_data/categories.yml": data})

    assert site.terms == (
        TermEntry(
            "category", "旅", "source/_data/categories.yml", None, "Going-away", "Away", line=1
        ),
        TermEntry("tag", "C++", "_config.yml", None, "cpp", line=1),
        TermEntry("category", "空", "_config.yml", line=2),
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("a: {slug: a/b}", ("WARNING", "term-slug-invalid", 1)),
        ("a:\n  slug: '..'", ("WARNING", "term-slug-invalid", 1)),
        ("Sports:\n  - a\nMore: [b]", ("WARNING", "term-not-mapping", 1)),
        ("- description: of what", ("WARNING", "term-not-mapping", None)),
        ("a: [", ("ERROR", "yaml-invalid", 1)),
    ],
)
def test_what_is_wrong_with_data_is_an_issue_and_the_rest_counts(
    tmp_path: Path, content: str, problem: tuple[str, str, int | None]
) -> None:
    site = write(tmp_path, {"_data/categories.yml": content, "_data/tags.yml": "b: B"})

    assert [(str(i.severity), i.code, i.line) for i in site.issues] == [problem]
    assert site.issues[0].file == "_data/categories.yml"
    assert site.terms[0].description == "B"


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_a_page_whose_name_is_not_utf_8_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"_posts/2025-11-07-a.md": "", "_tags/a.md": ""})
    (tmp_path / os.fsdecode(b"_tags/\xff.md")).write_text("---\ndescription: x\n---\n")

    assert [(entry.key, entry.file) for entry in write(tmp_path, {}).terms] == [
        ("a", "_tags/a.md"),
        ("\\xff", "_tags/\\xff.md"),
    ]


def test_the_fingerprint_follows_what_is_said_of_terms(tmp_path: Path) -> None:
    page = "content/tags/a/_index.md"
    steps: list[dict[str, str | bytes]] = [
        {"hugo.toml": "", page: "---\ntitle: A\n---\n"},
        {page: "---\ntitle: B\n---\n"},
        {"_data/tags.yml": "a: b"},
    ]
    prints = [write(tmp_path, files).fingerprint for files in steps]
    (tmp_path / page).parent.rename(tmp_path / "content/tags/b")
    prints.append(write(tmp_path, {}).fingerprint)

    assert len(set(prints)) == len(steps) + 1


@pytest.mark.parametrize(
    ("written", "names", "parents"),
    [
        ("categories: [Sports, Baseball]", ("Sports", "Baseball"), {"Baseball": "Sports"}),
        ("categories: [[Sports, Baseball], [Play]]", ("Sports", "Baseball", "Play"),
         {"Baseball": "Sports"}),
        ("categories: [[A, B, C], D, [E, C], [A, A]]", ("A", "B", "C", "D", "E"),
         {"B": "A", "C": "B"}),
        ("category: [A, B]", ("A", "B"), {"B": "A"}),
        ("categories: Sports", ("Sports",), {}),
        ("categories:", (), {}),
    ],
)  # fmt: skip
def test_a_list_of_categories_is_a_way_down_in_hexo(
    tmp_path: Path, written: str, names: tuple[str, ...], parents: dict[str, str]
) -> None:
    site = write(tmp_path, {**HEXO, "source/_posts/a.md": f"---\n{written}\n---\n"})
    document = load(site, "source/_posts/a.md").document

    assert document is not None
    assert (document.categories, document.category_parents) == (names, parents)


def test_a_list_of_categories_is_flat_elsewhere(tmp_path: Path) -> None:
    site = write(tmp_path, {"_posts/2025-11-07-a.md": "---\ncategories: [Sports, Play]\n---\n"})
    document = load(site, "_posts/2025-11-07-a.md").document

    assert document is not None
    assert document.category_parents == {}
