"""What keeps a post out of sitemaps."""

from pathlib import Path

import pytest

from .sites import read


@pytest.mark.parametrize(
    ("matter", "listed"),
    [
        ("title: a", True),
        ("sitemap: false", False),
        ("sitemap: true", True),
        ("sitemap: {priority: 0.5}", True),
        ("sitemap: {disable: true}", False),
        ("sitemap: {exclude: 'yes'}", False),
        ("sitemap_exclude: true", False),
        ("robots: noindex", False),
        ("robots: 'NOINDEX, follow'", False),
        ("robots: [noindex, nofollow]", False),
        ("robots: none", False),
        ("robots: {noindex: true}", False),
        ("robots: 'index, follow'", True),
        ("robots: nofollow, noimageindex", True),
        ("noindex: true", False),
        ("noindex: false", True),
        ("robotsNoIndex: true", False),
        ("params: {sitemap: false}", False),
        ("seo: {noIndex: true}", False),
        ("_yoast_wpseo_meta-robots-noindex: '1'", False),
        ("seo: noindex", True),
        ("redirect_to: https://example.org/", False),
        ("sitemap:\nrobots:\nnoindex: []", True),
    ],
)
def test_a_post_is_listed_unless_its_front_matter_says_no(
    tmp_path: Path,
    matter: str,
    listed: bool,  # noqa: FBT001
) -> None:
    loaded = read(tmp_path, f"---\n{matter}\n---\nText.")
    assert loaded.document is not None
    assert loaded.document.seo.listed is listed


def test_a_site_says_it_for_a_folder(tmp_path: Path) -> None:
    config = "defaults: [{scope: {path: ''}, values: {sitemap: false}}]\n"
    loaded = read(tmp_path, "---\ntitle: a\n---\nText.", config=config)
    assert loaded.document is not None
    assert loaded.document.seo.listed is False


@pytest.mark.parametrize(
    ("canonical", "listed"),
    [
        ("https://example.com/notes/", True),
        ("http://www.Example.com/notes/index.html", True),
        ("https://example.com/notes", True),
        ("https://example.com/notes.html#top", True),
        ("/notes/", True),
        ("https://example.com/%E6%97%85/", False),
        ("https://other.example/notes/", False),
        ("/other/", False),
        ("no address", True),
    ],
)
def test_a_post_is_not_listed_where_another_page_is_canonical(
    tmp_path: Path,
    canonical: str,
    listed: bool,  # noqa: FBT001
) -> None:
    text = f"---\npermalink: /notes/\ncanonical_url: {canonical}\n---\nText."
    loaded = read(tmp_path, text, config="url: https://example.com\n")
    assert loaded.document is not None
    assert loaded.document.seo.listed is listed
