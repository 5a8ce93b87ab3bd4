"""URL paths, and what `_config.yml` gives to many posts."""

from pathlib import Path

import pytest

from gateway.content.slug import PRETTY, slugify

from .sites import problems, read

SLUGS = [
    ("Hello, World!", "hello-world", "Hello,-World!"),
    ("川沿いの道（春）！ A_b Ünï", "川沿いの道-春-a-b-ünï", "川沿いの道-春-A_b-Ünï"),
    ("か\u3099き", "か\u3099き", "か\u3099き"),
    ("½ cup", "cup", "cup"),
    ("--a--", "a", "a"),
    ("！", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "default", "pretty"), SLUGS)
def test_slugify(text: str, default: str, pretty: str) -> None:
    assert slugify(text) == default
    assert slugify(text, keep=PRETTY, cased=True) == pretty


PATHS = [
    ("", "/旅/c d/2025/11/08/Some_Title-v1.2.html"),
    ("permalink: date", "/旅/c d/2025/11/08/Some_Title-v1.2.html"),
    ("permalink: pretty", "/旅/c d/2025/11/08/Some_Title-v1.2/"),
    ("permalink: ordinal", "/旅/c d/2025/312/Some_Title-v1.2.html"),
    ("permalink: weekdate", "/旅/c d/2025/W45/Sat/Some_Title-v1.2.html"),
    ("permalink: none", "/旅/c d/Some_Title-v1.2.html"),
    ("permalink: /blog/:title", "/blog/Some_Title-v1.2"),
    ("permalink: /:slug/", "/some-title-v1-2/"),
    ("permalink: /:slugified_categories/:name/", "/旅/c-d/2025-11-07-some-title-v1-2/"),
    ("permalink: /:i_month/:i_day/:short_year/:long_month-:short_month/:long_day",
     "/11/8/25/November-Nov/Saturday"),
    ("permalink: /:hour:minute:second/:w_year-:week-:w_day", "/013906/2025-45-6"),
    ("permalink: /:collection/:path:output_ext", "/posts/2025-11-07-Some_Title v1.2.html"),
    ("permalink: /:year_:title/", "/2025_Some_Title-v1.2/"),
    ("collections: {posts: {permalink: '/p/:title/'}}\npermalink: none", "/p/Some_Title-v1.2/"),
]  # fmt: skip


@pytest.mark.parametrize(("config", "path"), PATHS)
def test_the_path_follows_the_sites_permalink(tmp_path: Path, config: str, path: str) -> None:
    document = read(
        tmp_path,
        "---\ndate: 2025-11-07 16:39:06 +0000\ncategories: [旅, C D]\n---\n",
        "_posts/2025-11-07-Some_Title v1.2.md",
        config=f"timezone: Asia/Tokyo\n{config}",
    ).document

    assert document is not None
    assert document.path == path


OWN = [
    ("/custom/:year/:slug.html", "/custom/2025/sample.html"),
    ("foo/baz/", "/foo/baz/"),
    ("pretty", "/pretty"),
    ("/%E6%97%85/", "/旅/"),
    ("//a///b", "/a/b"),
    ("/../../a", "/a"),
    ("/a/./b", "/a/b"),
    (r'"/\t/example.com/"', "/example.com/"),
    (r"/\example.com/", "/example.com/"),
    ("/%5Cexample.com/%0A", "/example.com/"),
    ("2024", "/2024"),
]


@pytest.mark.parametrize(("permalink", "path"), OWN)
def test_a_post_may_have_its_own_path(tmp_path: Path, permalink: str, path: str) -> None:
    loaded = read(tmp_path, f"---\npermalink: {permalink}\n---\n", config="permalink: none")

    assert loaded.document is not None
    assert loaded.document.path == path
    assert loaded.issues == ()


def test_a_placeholder_that_does_not_exist_is_reported(tmp_path: Path) -> None:
    loaded = read(tmp_path, "---\npermalink: /:author/:title\n---\n")

    assert loaded.document is not None
    assert loaded.document.path == "/:author/sample"
    assert problems(loaded) == [("ERROR", "permalink-placeholder", 2, "permalink")]


def test_the_sites_base_path_is_not_in_the_path(tmp_path: Path) -> None:
    document = read(tmp_path, "", config="baseurl: /blog\npermalink: /:title/").document

    assert document is not None
    assert document.path == "/sample/"


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("note.md", "/note/"),
        ("index.md", "/"),
        ("案内/index.md", "/案内/"),
        ("案内/2025-11-07-川.md", "/案内/2025-11-07-川/"),
    ],
)
def test_plain_files_go_by_where_they_are(tmp_path: Path, file: str, path: str) -> None:
    document = read(tmp_path, "", file).document

    assert document is not None
    assert document.path == path


DEFAULTS = """
defaults:
  - {scope: {path: '', type: posts}, values: {layout: post, section: all, nested: {a: 1, b: 1}}}
  - {scope: {path: 'news', type: posts}, values: {section: news, nested: {b: 2}}}
  - {scope: {path: 'news'}, values: {section: without a type}}
  - {scope: {path: 'blog/*/_posts'}, values: {section: glob}}
  - {scope: {path: '', type: pages}, values: {layout: page}}
  - {scope: {path: News}, values: {section: case counts}}
"""


@pytest.mark.parametrize(
    ("path", "matter", "expected"),
    [
        ("_posts/2025-11-07-x.md", "",
         {"layout": "post", "section": "all", "nested": {"a": 1, "b": 1}}),
        ("newsletter/_posts/2025-11-07-x.md", "nested: {c: 3}",
         {"layout": "post", "section": "news", "nested": {"a": 1, "b": 2, "c": 3}}),
        ("blog/jp/_posts/2025-11-07-x.md", "layout: ~",
         {"layout": "post", "section": "glob", "nested": {"a": 1, "b": 1}}),
        ("note.md", "", {"layout": "page"}),
    ],
)  # fmt: skip
def test_defaults(tmp_path: Path, path: str, matter: str, expected: dict[str, object]) -> None:
    document = read(tmp_path, f"---\n{matter}\n---\n", path, config=DEFAULTS).document

    assert document is not None
    assert document.front_matter == expected


def test_defaults_can_set_what_front_matter_sets(tmp_path: Path) -> None:
    values = "{permalink: '/:year/:title/', published: false, date: 2020-01-01, author: 花}"
    document = read(
        tmp_path, "", config=f"defaults: [{{scope: {{path: ''}}, values: {values}}}]"
    ).document

    assert document is not None
    assert (document.path, document.draft) == ("/2020/sample/", True)
    assert [author.name for author in document.authors] == ["花"]
