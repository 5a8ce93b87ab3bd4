"""What a post has in common with its translations."""

from pathlib import Path

import pytest

from gateway.content.loader import load

from .sites import write

POST = "---\ntitle: a\n---\n"
JEKYLL: dict[str, str | bytes] = {"_posts/2020-01-01-other.md": POST}
HUGO = "[languages.en]\n[languages.ja]\n"
ZOLA = 'base_url = "https://example.com"\n[languages.ja]\n'
POLYGLOT = "languages: [en, ja]\n"
FOLDERS = (
    "[languages.en]\ncontentDir = 'content/english'\n[languages.ja]\ncontentDir = 'content/ja'\n"
)


def keys(folder: Path, files: dict[str, str | bytes]) -> list[str | None]:
    """The translation keys of the posts among these files, in their order."""
    site = write(folder, files)
    documents = (load(site, path).document for path in files if path.endswith(".md"))
    return [document.translation_key for document in documents if document is not None]


@pytest.mark.parametrize(
    "matter",
    [
        "translation_key: 旅",
        "translationKey: 旅",
        "translation_id: ' 旅 '",
        "page_id: 旅",
        "ref: 旅",
        "lang-ref: 旅",
        "lang_ref: 旅",
        "ref: other\ntranslation_key: 旅",
    ],
)
def test_the_front_matter_says_it(tmp_path: Path, matter: str) -> None:
    path = "_posts/2025-11-07-sample.md"
    assert keys(tmp_path, {path: f"---\n{matter}\n---\n"}) == ["=旅"]


@pytest.mark.parametrize(
    ("config", "paths"),
    [
        ({"_config.yml": ""}, ("en/_posts/2025-11-07-x.md", "ja/_posts/2025-11-07-x.md")),
        ({"_config.yml": ""}, ("_posts/2025-11-07-x.md", "_posts/ja/2025-11-07-x.md")),
        ({"_config.yml": ""}, ("_posts/2025-11-07-x.md", "_posts/2025-11-07-x.ja.md")),
        ({"_config.yml": POLYGLOT}, ("_posts/en/2025-11-07-x.md", "_posts/ja/2025-11-07-x.md")),
        ({"_config.yml": POLYGLOT + "permalink: /:path/"},
         ("_posts/en/2025-11-07-x.md", "_posts/ja/2025-11-07-x.md")),
        ({"hugo.toml": HUGO}, ("content/posts/x.md", "content/posts/x.ja.md")),
        ({"hugo.toml": HUGO}, ("content/posts/x/index.en.md", "content/posts/x/index.ja.md")),
        ({"hugo.toml": FOLDERS}, ("content/english/posts/x.md", "content/ja/posts/x.md")),
        ({"config.toml": ZOLA}, ("content/blog/x.md", "content/blog/x.ja.md")),
        ({"_config.yml": ""}, ("source/_posts/en/x.md", "source/_posts/ja/x.md")),
        ({"astro.config.mjs": ""}, ("src/content/blog/en/x.md", "src/content/blog/ja/x.md")),
        ({}, ("notes/x.md", "notes/x.ja.md")),
    ],
)  # fmt: skip
def test_twins_have_one_key(
    tmp_path: Path, config: dict[str, str | bytes], paths: tuple[str, str]
) -> None:
    one, other = keys(tmp_path, {**config, **dict.fromkeys(paths, POST)})

    assert one == other
    assert one is not None


@pytest.mark.parametrize(
    ("config", "paths"),
    [
        ({"_config.yml": ""}, ("en/_posts/2025-11-07-x.md", "ja/_posts/2025-11-07-y.md")),
        ({"_config.yml": ""}, ("_posts/2025-11-07-x.md", "it/_posts/2025-11-07-x.md")),
        ({"hugo.toml": HUGO}, ("content/posts/x.md", "content/notes/x.ja.md")),
    ],
)
def test_others_have_different_keys(
    tmp_path: Path, config: dict[str, str | bytes], paths: tuple[str, str]
) -> None:
    one, other = keys(tmp_path, {**config, **dict.fromkeys(paths, POST)})

    assert one != other


def test_where_hugo_knows_no_languages_there_are_no_translations(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"hugo.toml": ""}
    files |= dict.fromkeys(("content/posts/x.md", "content/posts/x.ja.md"), POST)

    assert keys(tmp_path, files) == [None, None]


def test_polyglot_goes_by_the_address(tmp_path: Path) -> None:
    matter = "---\nlang: {}\npermalink: /about/\n---\n"
    files: dict[str, str | bytes] = {
        "_config.yml": POLYGLOT,
        "_posts/2025-11-07-about-us.md": matter.format("en"),
        "_posts/2025-11-08-about-us-ja.md": matter.format("ja"),
    }

    assert keys(tmp_path, files) == ["/about/", "/about/"]
