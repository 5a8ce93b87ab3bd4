from pathlib import Path

import pytest

from .sites import problems, read

CONFIG = "url: https://example.com\nbaseurl: /blog\npermalink: /notes/:title/\n"


@pytest.mark.parametrize(
    ("matter", "paths"),
    [
        ("redirect_from: /old/", ("/old/",)),
        ("redirect_from: [old.html, /a/b, /a/b]", ("/old.html", "/a/b")),
        ("redirect_from: /%E5%8F%A4%E3%81%84/#top", ("/古い/",)),
        ("redirect_from: [/?p=12, '?p=13']", ("/?p=12", "/?p=13")),
        ("redirect_from: //old//path/", ()),
        ("redirect_from: https://example.com/blog/old", ("/old",)),
        ("redirect_from: [https://example.com/old, https://example.org/blog/old]", ()),
        ("redirect_from: [null, 12, [a], {b: c}, '', /, 'http://[/', /notes/sample/]", ("/a",)),
        # From Hugo's https://gohugo.io/content-management/urls/#aliases, and as it makes them.
        ("aliases: [old, ../up, /rooted/, a/x.html]",
         ("/notes/old", "/up", "/rooted/", "/notes/a/x.html")),
        ("alias: old\naliases: /older\nredirect_from: /oldest", ("/oldest", "/older", "/old")),
        # As the plugin and WordPress have them.
        ("old_slug: was\nold_slugs: [a, b/]", ("/notes/was/", "/notes/a/", "/notes/b/")),
        ("_wp_old_slug: ['%E5%8F%A4%E3%81%84', sample]", ("/notes/古い/",)),
        ("permalink: /2024/samples/x.html\nold_slug: y", ("/2024/samples/y.html",)),
        ("permalink: /sample/2024-sample.html\nold_slug: y", ("/sample/2024-y.html",)),
        ("title: a", ()),
    ],
)  # fmt: skip
def test_the_paths_that_a_post_had(tmp_path: Path, matter: str, paths: tuple[str, ...]) -> None:
    loaded = read(tmp_path, f"---\n{matter}\n---\nText.", config=CONFIG)
    assert loaded.document is not None
    assert tuple(loaded.document.redirect_from) == paths


def test_each_path_goes_with_the_field_that_named_it(tmp_path: Path) -> None:
    matter = "redirect_from: [/a, /b]\naliases: [/b, /c]\nold_slug: d"
    loaded = read(tmp_path, f"---\n{matter}\n---\nText.", config=CONFIG)
    assert loaded.document is not None
    assert loaded.document.redirect_from == {
        "/a": "redirect_from",
        "/b": "redirect_from",
        "/c": "aliases",
        "/notes/d/": "old_slug",
    }


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("/new/", "/new/"),
        ("new", "/new"),
        ("[/first/, /second/]", "/first/"),
        ("[null, 'https://example.org/a?b#c']", "https://example.org/a?b#c"),
        ("HTTPS://Example.org/A", "https://Example.org/A"),
        ("//example.org/a", "https://example.org/a"),
        ("https://example.com/blog/%E5%B7%9D/?a=b#c", "/川/?a=b#c"),
        ("https://example.com/blog", "/"),
        ("https://example.com/other/", "https://example.com/other/"),
        ("/", "/"),
        ("null", None),
        ("false", None),
    ],
)
def test_where_a_post_leads_to(tmp_path: Path, written: str, target: str | None) -> None:
    loaded = read(tmp_path, f"---\nredirect_to: {written}\n---\nText.", config=CONFIG)
    assert loaded.document is not None
    assert (loaded.document.redirect_to, problems(loaded)) == (target, [])


@pytest.mark.parametrize(
    "written",
    ["12", "[]", "{a: b}", "''", "mailto:a@example.org", "javascript:/a", "/a%0Db", "http://[/"],
)
def test_what_is_no_address_leads_nowhere(tmp_path: Path, written: str) -> None:
    loaded = read(tmp_path, f"---\nredirect_to: {written}\n---\nText.", config=CONFIG)
    assert loaded.document is not None
    assert loaded.document.redirect_to is None
    assert problems(loaded) == [("WARNING", "redirect-to-invalid", 2, "redirect_to")]
