"""Categories, tags and authors."""

from pathlib import Path

import pytest

from gateway.content.document import Author

from .sites import problems, read

TAGS = [
    ("tags: [散歩, 春]", ("散歩", "春")),
    ("tags: ruby on rails", ("ruby", "on", "rails")),
    ("tags: [a, a, null, 2024, 1.50, yes, [n1, n2], 2025-01-01, '', ' b ']",
     ("a", "2024", "1.50", "yes", "n1", "n2", "2025-01-01", "b")),
    ("tag: two words\ntags: [z]", ("two words",)),
    ("tag: [l1, l2]", ("l1", "l2")),
    ("tag:\ntags: [z]", ("z",)),
    ("tags: [Ruby, ruby]", ("Ruby", "ruby")),
    ("tags:", ()),
    ("", ()),
]  # fmt: skip

CATEGORIES = [
    ("categories: cat one", ("cat", "one")),
    ("category: p q\ncategories: [r]", ("r", "p q")),
    ("category: [c1, c2]", ("c1", "c2")),
    ("categories: [A, a, A, null, 2024, 'B C', '']", ("A", "a", "2024", "B C")),
]


@pytest.mark.parametrize(("matter", "tags"), TAGS)
def test_tags(tmp_path: Path, matter: str, tags: tuple[str, ...]) -> None:
    loaded = read(tmp_path, f"---\n{matter}\n---\n")

    assert loaded.document is not None
    assert loaded.document.tags == tags
    assert loaded.issues == ()


@pytest.mark.parametrize(("matter", "categories"), CATEGORIES)
def test_categories(tmp_path: Path, matter: str, categories: tuple[str, ...]) -> None:
    document = read(tmp_path, f"---\n{matter}\n---\n").document

    assert document is not None
    assert document.categories == categories


def test_categories_come_from_folders_defaults_and_front_matter(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "---\ncategories: [own]\n---\n",
        "news/World News/_posts/inner/2025-11-07-x.md",
        config="defaults: [{scope: {path: ''}, values: {categories: both kinds}}]",
    ).document

    assert document is not None
    assert document.categories == ("news", "World News", "both", "kinds", "own")
    assert document.path == "/news/world news/both/kinds/own/2025/11/07/x.html"


def test_commas_do_not_separate_as_in_jekyll_and_that_is_reported(tmp_path: Path) -> None:
    loaded = read(tmp_path, "---\ntags: a, b c\ncategories: 散歩　春\n---\n")

    assert loaded.document is not None
    assert loaded.document.tags == ("a,", "b", "c")
    assert loaded.document.categories == ("散歩　春",)
    assert problems(loaded) == [
        ("WARNING", "terms-not-separated", 3, "categories"),
        ("WARNING", "terms-not-separated", 2, "tags"),
    ]


def test_commas_separate_in_a_plain_file(tmp_path: Path) -> None:
    document = read(tmp_path, "---\ntags: a, b c、散歩\n---\n", "note.md").document

    assert document is not None
    assert document.tags == ("a", "b c", "散歩")


def test_a_mapping_among_tags_is_reported(tmp_path: Path) -> None:
    loaded = read(tmp_path, "---\ntags: [a, b: c]\n---\n")

    assert loaded.document is not None
    assert loaded.document.tags == ("a",)
    assert problems(loaded) == [("ERROR", "term-not-text", 2, "tags")]


HANA = Author(
    key="hana",
    name="花",
    bio="川辺に住む",
    url="https://example.com/hana",
    avatar="/images/hana.png",
)
YAML = """
hana: {name: 花, bio: 川辺に住む, url: https://example.com/hana, avatar: /images/hana.png}
plain: ただの名前
"""
JSON = """{"hana": {"name": "花", "bio": "川辺に住む",
 "website": "https://example.com/hana", "image": "/images/hana.png"}}"""
JSON_LIST = """[{"id": "hana", "name": "花", "bio": "川辺に住む",
 "url": "https://example.com/hana", "picture": "/images/hana.png"}]"""
CSV = """handle,name,bio,url,avatar
hana,花,川辺に住む,https://example.com/hana,/images/hana.png
"""

AUTHORS = [
    ("author: 編集部", (Author("編集部", "編集部"),)),
    ("author: hana", (HANA,)),
    ("author: plain", (Author("plain", "ただの名前"),)),
    ("author: [hana, 編集部]", (HANA, Author("編集部", "編集部"))),
    ("authors: [hana, hana]", (HANA,)),
    ("author: {name: 太郎, url: https://example.com/taro}",
     (Author("太郎", "太郎", url="https://example.com/taro"),)),
    ("author: hana\nauthors: [{name: 太郎}, {id: hana}]", (HANA, Author("太郎", "太郎"))),
    ("author: 42", (Author("42", "42"),)),
    ("author:", (Author("既定の人", "既定の人"),)),
    ("", (Author("既定の人", "既定の人"),)),
]  # fmt: skip


@pytest.mark.parametrize(("matter", "authors"), AUTHORS)
def test_authors(tmp_path: Path, matter: str, authors: tuple[Author, ...]) -> None:
    loaded = read(
        tmp_path,
        f"---\n{matter}\n---\n",
        config="author: 既定の人",
        others={"_data/authors.yml": YAML},
    )

    assert loaded.document is not None
    assert loaded.document.authors == authors
    assert loaded.issues == ()


@pytest.mark.parametrize(
    ("name", "content"),
    [("yaml", YAML), ("json", JSON), ("json", JSON_LIST), ("csv", CSV)],
)
def test_a_handle_is_looked_up_in_the_data_folder(tmp_path: Path, name: str, content: str) -> None:
    others = {f"_data/authors.{name}": content}
    document = read(tmp_path, "---\nauthor: hana\n---\n", others=others).document

    assert document is not None
    assert document.authors == (HANA,)


def test_an_address_that_runs_a_script_is_left_out(tmp_path: Path) -> None:
    loaded = read(tmp_path, "---\nauthor: {name: 太郎, url: 'javascript:alert(1)'}\n---\n")

    assert loaded.document is not None
    assert loaded.document.authors == (Author("太郎", "太郎"),)
    assert problems(loaded) == [("ERROR", "author-address", 2, "author")]


def test_an_author_without_a_name_is_reported(tmp_path: Path) -> None:
    loaded = read(tmp_path, "---\nauthor: {mail: a@example.com}\n---\n")

    assert loaded.document is not None
    assert loaded.document.authors == ()
    assert problems(loaded) == [("WARNING", "author-without-name", 2, "author")]
