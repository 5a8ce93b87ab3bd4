"""The generators: how a folder is recognised, and what its files become."""

import pickle
from pathlib import Path
from typing import Any

import pytest

from gateway.content.dialects import table
from gateway.content.document import Document
from gateway.content.loader import load
from gateway.content.scan import scan
from gateway.content.site import Site, open_site
from gateway.errors import ContentError

from .sites import write

POST = "---\ntitle: 川\n---\n本文"
SITES: dict[str, dict[str, str | bytes]] = {
    "jekyll": {"_config.yml": "", "_posts/2025-11-07-a.md": POST},
    "hugo": {"hugo.toml": "", "content/posts/a.md": POST},
    "zola": {"config.toml": 'base_url = "https://example.com"', "content/blog/a.md": POST},
    "hexo": {"_config.yml": "", "source/_posts/a.md": POST},
    "eleventy": {"eleventy.config.js": "", "posts/a.md": POST},
    "astro": {"astro.config.mjs": "", "src/content/blog/a.md": POST},
    "zenn": {"articles/a.md": "---\ntitle: 川\ntopics: []\npublished: true\n---\n"},
    "plain": {"a.md": POST},
}


def documents(site: Site) -> dict[str, Document]:
    loaded = {file.path: load(site, file.path).document for file in scan(site).files}
    return {path: document for path, document in loaded.items() if document is not None}


def of(site: Site, *fields: str) -> dict[str, tuple[Any, ...]]:
    """These fields of every document, dates as text, by path."""
    return {
        path: tuple(
            value.isoformat() if hasattr(value := getattr(document, field), "isoformat") else value
            for field in fields
        )
        for path, document in documents(site).items()
    }


@pytest.mark.parametrize("name", SITES)
def test_a_folder_is_recognised_by_its_files(tmp_path: Path, name: str) -> None:
    site = write(tmp_path, SITES[name])

    assert site.dialect.name == name
    assert [document.title for document in documents(site).values()] == ["川"]


@pytest.mark.parametrize("name", SITES)
def test_the_folder_of_the_posts_alone_finds_the_site_around_it(tmp_path: Path, name: str) -> None:
    whole = write(tmp_path, SITES[name])
    (path,) = documents(whole)
    site = open_site((tmp_path / path).parent)

    assert (site.dialect.name, site.root) == (name, tmp_path)
    assert documents(site) == documents(whole)


def test_a_row_can_go_to_another_process() -> None:
    assert [pickle.loads(pickle.dumps(row)) for row in table.ROWS] == list(table.ROWS)  # noqa: S301


def test_a_dialect_can_be_told(tmp_path: Path) -> None:
    write(tmp_path, SITES["jekyll"])

    assert open_site(tmp_path, "plain").dialect is table.named("plain")
    with pytest.raises(ContentError, match=r"no dialect 'gatsby'; name one of astro, eleventy, he"):
        open_site(tmp_path, "gatsby")


def test_octopress_is_jekyll_in_a_folder(tmp_path: Path) -> None:
    site = write(
        tmp_path,
        {"Rakefile": "", "_config.yml": "source: source", "source/_posts/2025-11-07-a.md": POST},
    )

    assert of(site, "path") == {"source/_posts/2025-11-07-a.md": ("/2025/11/07/a.html",)}


def test_jekylls_drafts_collections_and_authors(tmp_path: Path) -> None:
    site = write(
        tmp_path,
        {
            "_config.yml": "collections: {recipes: {permalink: /r/:path/}, notes: {output: true}}",
            "_posts/2025-11-07-a.md": "---\nauthor: hana\n---\n",
            "旅/_drafts/idea.md": "---\ndate: 2025-11-08\n---\n",
            "_recipes/2025-11-07-soup.md": "---\ntitle: Soup\n---\n",
            "_notes/deep/short.md": "---\n---\n",
            "_notes/file.md": "no front matter",
            "_authors/hana.md": "---\nname: 花子\n---\n",
        },
    )

    assert of(site, "path", "draft", "categories") == {
        "_posts/2025-11-07-a.md": ("/2025/11/07/a.html", False, ()),
        "旅/_drafts/idea.md": ("/旅/2025/11/08/idea.html", True, ("旅",)),
    }
    assert documents(site)["_posts/2025-11-07-a.md"].authors[0].name == "花子"
    named = open_site(tmp_path, collections=("recipes", "notes"))
    assert of(named, "path", "slug", "draft") == {
        "_notes/deep/short.md": ("/notes/deep/short.html", "short", False),
        "_notes/file.md": ("/notes/file.html", "file", True),
        "_posts/2025-11-07-a.md": ("/2025/11/07/a.html", "a", False),
        "_recipes/2025-11-07-soup.md": ("/r/2025-11-07-soup/", "soup", False),
        "旅/_drafts/idea.md": ("/旅/2025/11/08/idea.html", "idea", True),
    }


HUGO = """\
baseURL = "https://example.com/blog/"
timeZone = "Asia/Tokyo"
defaultContentLanguage = "ja"
[permalinks]
diary = "/:year/:month/:slug"
[languages.ja]
[languages.en]
"""


def test_hugo(tmp_path: Path) -> None:
    """The paths and dates are those of Hugo 0.111."""
    site = write(
        tmp_path,
        {
            "hugo.toml": HUGO,
            "content/about.md": POST,
            "content/posts/_index.md": POST,
            "content/posts/Walks & More.md": "---\nTitle: A\nDate: 2024-01-02 20:00:00\n---\n",
            "content/posts/bundle/index.md": '{"title": "B", "tags": ["x"]}\n\nbody',
            "content/posts/bundle/index.en.md": POST,
            "content/posts/bundle/notes.md": "a resource of the bundle",
            "content/posts/url.md": "---\nurl: /Foo Bar/Baz\n---\n",
            "content/diary/a.md": '+++\ntitle = "川/旅"\ndate = 2024-01-02T20:00:00Z\n+++\n',
            "content/diary/draft.md": '---\ndraft: "true"\nslug: My Slug\ndate: 2024-05-06\n---\n',
        },
    )

    assert (site.url, site.base_path) == ("https://example.com/blog", "/blog")
    assert of(site, "path", "title", "published_at", "draft") == {
        "content/diary/a.md": (
            "/2024/01/川/旅/",
            "川/旅",
            "2024-01-02T20:00:00+00:00",
            False,
        ),
        "content/diary/draft.md": ("/2024/05/my-slug/", "Draft", "2024-05-06T00:00:00+09:00", True),
        "content/posts/Walks & More.md": (
            "/posts/walks-more/",
            "A",
            "2024-01-02T20:00:00+09:00",
            False,
        ),
        "content/posts/bundle/index.en.md": ("/en/posts/bundle/", "川", None, False),
        "content/posts/bundle/index.md": ("/posts/bundle/", "B", None, False),
        "content/posts/url.md": ("/Foo Bar/Baz/", "Url", None, False),
    }


def test_hugos_posts_have_a_time(tmp_path: Path) -> None:
    matter = "---\ndate: 2024-01-01\npublishDate: 2024-02-02\nexpiryDate: 2024-03-03\n---\n"
    site = write(tmp_path, {"hugo.toml": "", "content/posts/a.md": matter})

    assert of(site, "published_at", "available_from", "available_until") == {
        "content/posts/a.md": (
            "2024-01-01T00:00:00+00:00",
            "2024-02-02T00:00:00+00:00",
            "2024-03-03T00:00:00+00:00",
        )
    }


def test_hugos_folder_of_configuration_and_dates_in_file_names(tmp_path: Path) -> None:
    site = write(
        tmp_path,
        {
            "config/_default/hugo.yaml": "uglyURLs: true\nfrontmatter: {date: [':filename']}",
            "config/_default/params.toml": 'mainSections = ["blog"]',
            "content/blog/2024-03-05-over.md": "---\ndate: 2020-01-01\n---\n",
            "content/other/a.md": POST,
        },
    )

    assert of(site, "path", "slug", "published_at") == {
        "content/blog/2024-03-05-over.md": ("/blog/over.html", "over", "2024-03-05T00:00:00+00:00")
    }


def test_zola(tmp_path: Path) -> None:
    matter = '+++\n[taxonomies]\ntags = ["rust"]\n[extra]\nauthor = "Hana"\n+++\n'
    site = write(
        tmp_path,
        {
            "config.toml": 'base_url = "https://example.com"',
            "content/blog/2024-03-05_Some Post.md": matter,
            "content/blog/b.md": '+++\npath = "2024/03/06/v1.2"\nrender = false\n+++\n',
        },
    )

    assert of(site, "path", "published_at", "tags", "draft") == {
        "content/blog/2024-03-05_Some Post.md": (
            "/blog/some-post/",
            "2024-03-05T00:00:00+00:00",
            ("rust",),
            False,
        ),
        "content/blog/b.md": ("/2024/03/06/v1.2/", "2024-03-06T00:00:00+00:00", (), True),
    }


def test_hexo(tmp_path: Path) -> None:
    site = write(
        tmp_path,
        {
            "_config.yml": "url: https://example.com/blog\nroot: /blog/\n"
            "permalink: :category/:year/:title-:abbrlink/\ntimezone: Asia/Tokyo",
            "source/_posts/sub/川.md": "title: 川\ndate: 2024-01-02 20:00:00\nabbrlink: f00\n"
            "categories: [旅, Japan]\ntags: one tag\n---\n本文",
            "source/_drafts/idea.md": "---\ndate: 2099-01-01\nabbrlink: 1\n---\n",
        },
    )

    assert (site.url, site.base_path) == ("https://example.com/blog", "/blog")
    assert of(site, "path", "published_at", "available_from", "tags", "draft") == {
        "source/_drafts/idea.md": (
            "/uncategorized/2099/idea-1/",
            "2099-01-01T00:00:00+09:00",
            None,
            (),
            True,
        ),
        "source/_posts/sub/川.md": (
            "/旅/Japan/2024/sub/川-f00/",
            "2024-01-02T20:00:00+09:00",
            None,
            ("one tag",),
            False,
        ),
    }


def test_eleventy(tmp_path: Path) -> None:
    site = write(
        tmp_path,
        {
            ".eleventy.js": 'module.exports = () => ({ dir: { input: "src" } })',
            "src/_data/metadata.json": '{"url": "https://example.com"}',
            "src/posts/posts.json": '{"tags": ["posts"], "permalink": "/p/{{ page.fileSlug }}/"}',
            "src/posts/2024-03-05-a.md": "---\ntags: [post, trees]\n---\n",
            "src/posts/b.md": "---\ndate: 7/8/2022\ndraft: true\npermalink: /b.html\n---\n",
            "src/posts/c.md": '---js\nconst title = "C";\n---\n',
            "src/about.md": POST,
        },
    )

    assert site.url == "https://example.com"
    assert of(site, "path", "title", "published_at", "tags", "draft") == {
        "src/posts/2024-03-05-a.md": ("/p/a/", "A", "2024-03-05T00:00:00+00:00", ("trees",), False),
        "src/posts/b.md": ("/b.html", "B", "2022-07-08T00:00:00+00:00", (), True),
        "src/posts/c.md": ("/p/c/", "C", None, (), False),
    }


def test_astro(tmp_path: Path) -> None:
    site = write(
        tmp_path,
        {
            "astro.config.mjs": 'export default { site: "https://example.com", base: "/blog" }',
            "src/content/blog/First Post.mdx": "---\npubDate: Jul 08 2022\n---\n",
            "src/content/authors/hana.md": POST,
        },
    )

    assert (site.url, site.base_path) == ("https://example.com/blog", "/blog")
    assert of(site, "path", "published_at") == {
        "src/content/blog/First Post.mdx": ("/blog/first-post/", "2022-07-08T00:00:00+00:00")
    }


def test_zenn(tmp_path: Path) -> None:
    matter = (
        "---\ntitle: 川\ntype: tech\ntopics: [Python]\npublished: false\n"
        "published_at: 2024-01-02 09:00\n---\n"
    )
    site = write(tmp_path, {"articles/2024-a.md": matter, "books/b/config.yaml": ""})

    assert of(site, "path", "published_at", "tags", "categories", "draft") == {
        "articles/2024-a.md": (
            "/articles/2024-a",
            "2024-01-02T09:00:00+09:00",
            ("Python",),
            ("tech",),
            True,
        )
    }


def test_the_part_before_a_more_comment_is_the_excerpt(tmp_path: Path) -> None:
    body = "---\n---\nOne.\n\nTwo.\n\n<!-- more -->\n\nThree."
    site = write(tmp_path, {"hugo.toml": "", "content/posts/a.md": body})

    assert documents(site)["content/posts/a.md"].excerpt.plain == "One.\nTwo."


def test_blank_lines_before_the_text_end_no_excerpt(tmp_path: Path) -> None:
    body = "+++\ntitle = 'A'\n+++\n\n \nOne.\n\nTwo."
    site = write(
        tmp_path, {"config.toml": 'base_url = "https://example.com"', "content/a.md": body}
    )

    assert documents(site)["content/a.md"].excerpt.markdown == "One."
