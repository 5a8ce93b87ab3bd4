"""A folder, its configuration, and which of its files are posts."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest

from gateway.content.document import ContentIssue
from gateway.content.scan import MAX_BYTES, SourceFile, scan
from gateway.content.site import open_site
from gateway.errors import ContentError

from .sites import write

CONFIG = """\
title: 川辺の記録
url: https://example.com/
baseurl: blog/
timezone: Asia/Tokyo
"""


def found(issues: tuple[ContentIssue, ...]) -> list[tuple[str, str, str]]:
    return [(issue.file, issue.code, str(issue.severity)) for issue in issues]


def test_a_site_and_its_configuration(tmp_path: Path) -> None:
    site = write(tmp_path, {"_config.yml": CONFIG})

    assert (site.root, site.folder) == (tmp_path, tmp_path)
    assert (site.url, site.base_path) == ("https://example.com/blog", "/blog")
    assert site.time_zone == ZoneInfo("Asia/Tokyo")
    assert site.config["title"] == "川辺の記録"
    assert site.issues == ()


def test_a_folder_without_configuration_is_a_site(tmp_path: Path) -> None:
    site = open_site(tmp_path)

    assert (site.url, site.base_path, site.time_zone) == (None, "", UTC)
    assert (site.config, site.authors, site.issues) == ({}, {}, ())


def test_the_posts_folder_alone_finds_the_site_around_it(tmp_path: Path) -> None:
    files = {"_config.yml": CONFIG, "_posts/2025-11-07-a.md": "", "b/_posts/2025-11-07-b.md": ""}
    write(tmp_path, files)
    site = open_site(tmp_path / "_posts")

    assert (site.root, site.folder) == (tmp_path, tmp_path / "_posts")
    assert site.config["title"] == "川辺の記録"
    assert [file.path for file in scan(site).files] == ["_posts/2025-11-07-a.md"]


FACTS: list[tuple[str, dict[str, str | bytes], tuple[str, str | None, str | None]]] = [
    (
        "jekyll",
        {"_posts/a.md": "", "_config.yml": "name: Notes\ntagline: On\n  rivers\nlang: ja_JP"},
        ("Notes", "On rivers", "ja-JP"),
    ),
    (
        "hugo",
        {
            "content/posts/a.md": "",
            "hugo.toml": """\
title = "All"
DefaultContentLanguage = "ja"
[params]
description = "For all"
[languages.ja]
title = "川の記録"
languageCode = "ja-jp"
params = {description = "川のこと"}
[languages.en]
title = "River"
""",
        },
        ("川の記録", "川のこと", "ja-JP"),
    ),
    (
        "zola",
        {
            "content/a.md": "",
            "config.toml": 'base_url = "/"\ntitle = "Z"\ndefault_language = "fr"',
        },
        ("Z", None, "fr"),
    ),
    (
        "hexo",
        {
            "source/_posts/a.md": "",
            "_config.yml": "title: H\ndescription: ''\nsubtitle: Sub\nlanguage: [zh-CN, en]",
        },
        ("H", "Sub", "zh-CN"),
    ),
    (
        "eleventy",
        {
            "eleventy.config.js": "",
            "posts/a.md": "",
            "_data/metadata.js": (
                "export default { title: 'E', language: 'de', description: 'Über',"
                " author: { name: 'Ann' } }"
            ),
        },
        ("E", "Über", "de"),
    ),
    (
        "astro",
        {
            "astro.config.mjs": "",
            "src/content/blog/a.md": "",
            "src/consts.ts": (
                "export const SITE_TITLE = 'Stars';\nexport const SITE_DESCRIPTION = 'Of them';"
            ),
        },
        ("Stars", "Of them", None),
    ),
    (
        "zenn",
        {"articles/a.md": "---\ntopics: []\npublished: true\n---\n"},
        ("folder", None, "ja"),
    ),
    ("plain", {"a.md": "", "_config.yml": "title: 川沿いの記録"}, ("川沿いの記録", None, "ja")),
    ("plain", {"a.md": "", "_config.yml": "url: https://例え.jp:80/b"}, ("例え.jp", None, None)),
    ("plain", {"a.md": "", "_config.yml": "title: [a]\nlang: 12"}, ("folder", None, None)),
]


@pytest.mark.parametrize(("dialect", "files", "facts"), FACTS)
def test_what_a_site_says_of_itself(
    tmp_path: Path,
    dialect: str,
    files: dict[str, str | bytes],
    facts: tuple[str, str | None, str | None],
) -> None:
    site = write(tmp_path / "folder", files)

    assert site.dialect.name == dialect
    assert (site.title, site.description, site.locale) == facts


def test_the_name_of_the_folder_counts_where_it_is_the_title(tmp_path: Path) -> None:
    one, other = (write(tmp_path / name, {"a.md": "x"}) for name in ("one", "other"))
    assert (one.title, other.title) == ("one", "other")
    assert one.fingerprint != other.fingerprint


def test_a_folder_that_cannot_be_opened_says_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "file.md"
    file.write_text("x")

    with pytest.raises(ContentError, match=r"nowhere does not exist; give the folder"):
        open_site(tmp_path / "nowhere")
    with pytest.raises(ContentError, match=r"file\.md is a file; give the folder"):
        open_site(file)


def test_a_broken_configuration_is_an_issue_and_the_rest_counts(tmp_path: Path) -> None:
    site = write(
        tmp_path,
        {"_config.yml": "title: a: b\nurl: example.com\ntimezone: Mars/Base\ndefaults: [x]\n"},
    )

    assert site.config["title"] == "a: b"
    assert (site.url, site.time_zone) == (None, UTC)
    assert [(issue.file, issue.code, issue.line) for issue in site.issues] == [
        ("_config.yml", "yaml-invalid", 1),
        ("_config.yml", "url-invalid", 2),
        ("_config.yml", "timezone-unknown", 3),
        ("_config.yml", "defaults-entry", 4),
    ]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("authors.json", "{", "json-invalid"),
        ("authors.json", "[" * 100_000, "json-invalid"),
        ("authors.yml", "a: [", "yaml-invalid"),
        ("authors.csv", 'a\n"' + "x" * 200_000, "csv-invalid"),
    ],
)
def test_broken_authors_are_an_issue(tmp_path: Path, name: str, content: str, code: str) -> None:
    site = write(tmp_path, {f"_data/{name}": content})

    assert found(site.issues) == [(f"_data/{name}", code, "ERROR")]


def test_the_fingerprint_follows_what_is_beside_the_posts(tmp_path: Path) -> None:
    steps: list[dict[str, str | bytes]] = [
        {},
        {"_config.yml": "title: a"},
        {"_config.yml": "title: b"},
        {"_data/authors.yml": "a: b"},
    ]
    prints = [write(tmp_path, files).fingerprint for files in steps]

    assert len(set(prints)) == len(steps)
    before = write(tmp_path, {"_posts/2025-11-07-a.md": "old"}).fingerprint
    assert before not in prints  # now it is a site of Jekyll
    assert write(tmp_path, {"_posts/2025-11-07-a.md": "new"}).fingerprint == before


JEKYLL = [
    "_posts/2025-11-07-a.md",
    "_posts/2025-1-6-short.markdown",
    "_posts/25-01-07-two.md",
    "_posts/2025-11-07-page.html",
    "_posts/sub/2025-11-07-b.md",
    "news/World/_posts/2025-11-07-日本語.md",
    "_drafts/idea.md",
]
IGNORED = [
    "README.md",
    "_posts/.2025-11-07-hidden.md",
    "_posts/_2025-11-07-under.md",
    "_posts/#2025-11-07-hash.md",
    "_posts/2025-11-07-backup.md~",
    "_posts/2025-11-07-photo.jpg",
    "_site/_posts/2025-11-07-built.md",
    "node_modules/x/_posts/2025-11-07-x.md",
    "vendor/_posts/2025-11-07-x.md",
    "old/_posts/2025-11-07-x.md",
]


def test_the_posts_of_a_jekyll_site(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = dict.fromkeys([*JEKYLL, *IGNORED], "本文")
    site = write(tmp_path, files | {"_config.yml": "exclude: [old/]"})

    scanned = scan(site)
    status = (tmp_path / JEKYLL[0]).stat()
    assert [file.path for file in scanned.files] == sorted(JEKYLL)
    assert scanned.issues == ()
    assert SourceFile(JEKYLL[0], 6, status.st_mtime_ns, status.st_ino) in scanned.files


def test_a_plain_folder_is_all_its_markdown(tmp_path: Path) -> None:
    site = write(tmp_path, dict.fromkeys(["a.md", "b/c.markdown", "d.txt", "_e.md"], "x"))

    assert [file.path for file in scan(site).files] == ["a.md", "b/c.markdown"]


def test_a_post_without_a_date_in_its_name_is_reported(tmp_path: Path) -> None:
    site = write(tmp_path, {"_posts/about.md": "x"})

    assert found(scan(site).issues) == [("_posts/about.md", "name-without-date", "WARNING")]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
def test_what_is_no_file_is_one_issue_each(tmp_path: Path) -> None:
    site = write(tmp_path / "site", {"_posts/2025-11-07-a.md": "x", "b/_posts/x.txt": ""})
    posts = tmp_path / "site/_posts"
    (tmp_path / "2025-11-07-secret.md").write_text("x")
    (posts / "2025-11-07-folder.md").mkdir()
    os.mkfifo(posts / "2025-11-07-pipe.md")
    (posts / "2025-11-07-out.md").symlink_to(tmp_path / "2025-11-07-secret.md")
    (posts / "2025-11-07-in.md").symlink_to("2025-11-07-a.md")
    (posts / "2025-11-07-nowhere.md").symlink_to("gone.md")
    (posts / "out").symlink_to(tmp_path)
    (posts / "loop").symlink_to("..")
    with (posts / "2025-11-07-large.md").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    (Path(os.fsdecode(bytes(posts) + b"/2025-11-07-\xff.md"))).write_text("x")

    scanned = scan(site)
    assert [file.path for file in scanned.files] == [
        "_posts/2025-11-07-a.md",
        "_posts/2025-11-07-in.md",
    ]
    assert found(scanned.issues) == [
        ("_posts/2025-11-07-\\xff.md", "name-not-utf-8", "ERROR"),
        ("_posts/2025-11-07-folder.md", "not-a-file", "ERROR"),
        ("_posts/2025-11-07-large.md", "file-too-large", "ERROR"),
        ("_posts/2025-11-07-nowhere.md", "link-broken", "ERROR"),
        ("_posts/2025-11-07-out.md", "link-outside", "ERROR"),
        ("_posts/2025-11-07-pipe.md", "not-a-file", "ERROR"),
        ("_posts/loop", "link-repeated", "ERROR"),
        ("_posts/out", "link-outside", "ERROR"),
    ]


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of the superuser, who can read everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_an_unreadable_folder_is_an_issue() -> None:
    # Not in tmp_path, whose parents only their owner can enter.
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        site = write(Path(folder), {"_posts/2025-11-07-a.md": "x", "b/_posts/2025-11-07-b.md": "x"})
        (Path(folder) / "b").chmod(0)
        with as_nobody():
            scanned = scan(site)
        (Path(folder) / "b").chmod(0o755)

    assert [file.path for file in scanned.files] == ["_posts/2025-11-07-a.md"]
    assert found(scanned.issues) == [("b", "folder-unreadable", "ERROR")]


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_a_file_of_authors_whose_name_is_not_utf_8_is_read(tmp_path: Path) -> None:
    (tmp_path / "_authors").mkdir()
    (tmp_path / os.fsdecode(b"_authors/\xff.md")).write_text("---\nname: [\n---\n")

    assert found(open_site(tmp_path).issues) == [("_authors/\\xff.md", "yaml-invalid", "ERROR")]
