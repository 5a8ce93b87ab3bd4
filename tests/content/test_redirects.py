from pathlib import Path

import pytest

from .sites import read

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
        ("title: a", ()),
    ],
)  # fmt: skip
def test_the_paths_that_a_post_had(tmp_path: Path, matter: str, paths: tuple[str, ...]) -> None:
    loaded = read(tmp_path, f"---\n{matter}\n---\nText.", config=CONFIG)
    assert loaded.document is not None
    assert loaded.document.redirect_from == paths
