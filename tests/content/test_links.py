from pathlib import Path

import pytest

from gateway.content.derived import links

from .sites import write

PATH = "/notes/散歩/"
SOURCE = "notes/_posts/2025-11-07-散歩.md"


def internal(folder: Path, config: str, *addresses: str) -> tuple[str, ...]:
    html = "".join(f'<p><a class="b" href="{address}" title="c">a</a></p>' for address in addresses)
    site = write(folder, {"_config.yml": config, "_posts/2025-11-07-a.md": ""})
    return links.internal(site, SOURCE, PATH, html)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/blog/a/", "/blog/a/"),
        ("/blog/a?b=c&amp;d#e", "/blog/a"),
        ("/blog/%E6%98%A5/", "/blog/春/"),
        ("/blog/a/index.html", "/blog/a/"),
        ("/blog/my-index.html", "/blog/my-index.html"),
        ("../川/", "/blog/notes/川/"),
        ("b.html", "/blog/notes/散歩/b.html"),
        ("https://example.com/blog/a.html", "/blog/a.html"),
        ("http://EXAMPLE.com/blog/a.html", "/blog/a.html"),
        ("//example.com/blog/a", "/blog/a"),
        ("../../../../../blog/a", "/blog/a"),
        ("https://example.org/blog/a", None),
        ("https://example.com/other/", None),
        ("/a/", None),
        ("#a", None),
        ("/blog/notes/%E6%95%A3%E6%AD%A9/#a", None),
        ("", None),
        ("/blog/a.pdf", None),
        ("mailto:a@example.com", None),
        ("http://[/", None),
        ("2025-11-08-b.md", "notes/_posts/2025-11-08-b.md"),
        ("./../../_posts/2025-11-09-%E5%B7%9D.markdown?a#b", "_posts/2025-11-09-川.markdown"),
        ("/_posts/2025-11-09-c.md", "_posts/2025-11-09-c.md"),
        ("2025-11-07-散歩.md#a", None),
        ("../../../../a.md", None),
        ("https://example.com/blog/a.md", "/blog/a.md"),
    ],
)
def test_a_link_leads_to_a_path_of_the_site_or_to_a_file(
    tmp_path: Path, address: str, path: str | None
) -> None:
    found = internal(tmp_path, "url: https://example.com\nbaseurl: /blog\n", address)
    assert found == (() if path is None else (path,))


def test_each_path_is_there_once_and_in_order(tmp_path: Path) -> None:
    assert internal(tmp_path, "", "/b/", "/a/", "/b/#c", "https://example.com/") == ("/b/", "/a/")
