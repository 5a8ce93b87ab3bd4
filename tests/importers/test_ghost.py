"""An export of Ghost as a folder."""

from pathlib import Path
from typing import Any

import orjson
import pytest

from gateway.errors import ExportError
from gateway.importers import lexical, mobiledoc
from gateway.importers.kind import Kind
from gateway.importers.report import Report
from tests.importers.exports import body, ghost, imported

POST = {
    "id": "a1",
    "title": "Morning ferry",
    "slug": "morning-ferry",
    "html": "<p>The ferry was late.</p><p>It came.</p>",
    "status": "published",
    "visibility": "public",
    "type": "post",
    "published_at": "2024-05-06T07:30:00.000Z",
}
PATH = "_posts/2024-05-06-morning-ferry.html"


def text(written: str, bits: int = 0) -> dict[str, Any]:
    return {"type": "extended-text", "text": written, "format": bits}


def document(*children: dict[str, Any]) -> str:
    return orjson.dumps({"root": {"type": "root", "children": children}}).decode()


def test_a_post_is_written_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    files, report = ghost(
        tmp_path,
        {
            "posts": [
                POST
                | {
                    "html": '<p>Late.</p><img src="__GHOST_URL__/content/images/pier.jpg">',
                    "feature_image": "__GHOST_URL__/content/images/fog.jpg",
                    "featured": 1,
                    "updated_at": "2024-05-07 08:00:00",
                    "custom_excerpt": "Late: again",
                    "canonical_url": "https://elsewhere.example/ferry",
                    "codeinjection_head": "<style></style>",
                    "locale": "en",
                }
            ],
            "posts_meta": [
                {
                    "post_id": "a1",
                    "feature_image_alt": "Fog",
                    "feature_image_caption": "<b>Fog</b> at six",
                    "meta_title": "The ferry",
                    "meta_description": "A late ferry",
                }
            ],
            "tags": [
                {"id": "t1", "name": "Fog", "slug": "fog"},
                {"id": "t2", "name": "#wide", "slug": "hash-wide", "visibility": "internal"},
                {"id": "t3", "name": "港", "slug": "port", "description": "Harbours"},
            ],
            "posts_tags": [
                {"post_id": "a1", "tag_id": "t1", "sort_order": 2},
                {"post_id": "a1", "tag_id": "t2", "sort_order": 1},
                {"post_id": "a1", "tag_id": "t3", "sort_order": 0},
            ],
            "users": [
                {"id": "u1", "name": "Mara Lind", "slug": "mara", "bio": "Rows.", "email": "m@x"},
                {"id": "u2", "name": "Jun Ito", "slug": "jun", "website": "https://jun.example"},
            ],
            "posts_authors": [
                {"post_id": "a1", "author_id": "u1", "sort_order": 1},
                {"post_id": "a1", "author_id": "u2", "sort_order": 0},
            ],
            "settings": [
                {"key": "title", "value": "Harbour Notes"},
                {"key": "timezone", "value": "Asia/Tokyo"},
            ],
        },
        url="https://harbour.example/",
    )
    assert files == {
        "_config.yml": """title: Harbour Notes
url: "https://harbour.example/"
timezone: Asia/Tokyo
permalink: "/:title/"
""",
        "_data/authors.yml": """mara:
  name: Mara Lind
  bio: "Rows."
jun:
  name: Jun Ito
  url: "https://jun.example"
""",
        "_data/tags.yml": "fog:\n  name: Fog\nport:\n  name: 港\n  description: Harbours\n",
        PATH: """---
title: Morning ferry
date: 2024-05-06 07:30:00 +0000
last_modified_at: 2024-05-07 08:00:00 +0000
slug: morning-ferry
authors:
  - jun
  - mara
tags:
  - 港
  - Fog
featured: true
image:
  path: "https://harbour.example/content/images/fog.jpg"
  alt: Fog
  caption: Fog at six
excerpt: "Late: again"
seo_title: The ferry
description: A late ferry
canonical_url: "https://elsewhere.example/ferry"
lang: en
ghost_id: a1
---
<p>Late.</p>

<img src="https://harbour.example/content/images/pier.jpg">
""",
    }
    assert report.skipped == {"injected code of a post": 1}


@pytest.mark.parametrize(
    ("fields", "path", "line"),
    [
        ({"status": "draft", "published_at": None}, "_drafts/morning-ferry.html", "status: draft"),
        ({"status": "sent"}, PATH, "status: sent"),
        ({"visibility": "members"}, PATH, "visibility: members"),
        ({"visibility": "tiers"}, PATH, "visibility: tiers"),
    ],
)
def test_what_is_not_public_is_not_published(
    tmp_path: Path, fields: dict[str, str], path: str, line: str
) -> None:
    files, _ = ghost(tmp_path, {"posts": [POST | fields]})
    assert f"published: false\nghost_{line}\n" in files[path]


def test_what_is_scheduled_waits_for_its_date(tmp_path: Path) -> None:
    files, _ = ghost(tmp_path, {"posts": [POST | {"status": "scheduled"}]})
    assert "published:" not in files[PATH]
    assert "ghost_status: scheduled\n" in files[PATH]


@pytest.mark.parametrize(
    "written", ["2024-05-06T07:30:00.000Z", "2024-05-06 07:30:00", 1_714_980_600_000]
)
def test_every_form_of_a_date_is_read_as_utc(tmp_path: Path, written: Any) -> None:
    files, _ = ghost(tmp_path, {"posts": [POST | {"published_at": written}]})
    assert "date: 2024-05-06 07:30:00 +0000\n" in files[PATH]


def test_a_date_that_is_none_is_reported(tmp_path: Path) -> None:
    files, report = ghost(tmp_path, {"posts": [POST | {"published_at": "soon"}]})
    assert list(files) == ["_config.yml", "_drafts/morning-ferry.html"]
    assert "export.json: Morning ferry: published_at 'soon' is no date and was left out" in map(
        str, report.problems
    )


def test_an_export_of_the_first_ghost_is_read(tmp_path: Path) -> None:
    tables = {
        "posts": [
            POST | {"id": 1, "html": None, "markdown": "# Fog\n\nLate.", "author_id": 3},
            POST | {"id": 2, "page": 1, "slug": "about", "type": None},
        ],
        "users": [{"id": 3, "name": "Mara", "slug": "mara"}],
    }
    export = orjson.dumps({"meta": {"version": "003"}, "data": tables})
    files, report = imported(tmp_path, Kind.GHOST, {"export.json": export}, pages=True)
    path = "_posts/2024-05-06-morning-ferry.md"
    assert body(files, path) == "# Fog\n\nLate."
    assert "authors:\n  - mara\n" in files[path]
    assert (report.written, "about.html" in files) == ({"post": 1, "page": 1}, True)


@pytest.mark.parametrize(
    ("node", "html"),
    [
        (
            {"type": "extended-heading", "tag": "h3", "children": [text("見出し")]},
            "<h3>見出し</h3>",
        ),
        (
            {
                "type": "paragraph",
                "children": [text("a<", 3), {"type": "linebreak"}, text("b", 16)],
            },
            "<p><strong><em>a&lt;</em></strong><br>\n<code>b</code></p>",
        ),
        (
            {
                "type": "paragraph",
                "children": [{"type": "link", "url": "/a?b&c", "children": [text("x")]}],
            },
            '<p><a href="/a?b&amp;c">x</a></p>',
        ),
        (
            {
                "type": "list",
                "tag": "ol",
                "start": 3,
                "children": [
                    {"type": "listitem", "children": [text("a")]},
                    {
                        "type": "listitem",
                        "children": [
                            {
                                "type": "list",
                                "tag": "ul",
                                "children": [{"type": "listitem", "children": [text("b")]}],
                            }
                        ],
                    },
                ],
            },
            '<ol start="3"><li>a</li>\n<li><ul><li>b</li></ul></li></ol>',
        ),
        ({"type": "horizontalrule"}, "<hr>"),
        ({"type": "markdown", "markdown": "*a*"}, "<p><em>a</em></p>"),
        ({"type": "html", "html": "<b>a</b>"}, "<b>a</b>"),
        (
            {"type": "codeblock", "language": "sql", "code": "a < b", "caption": "One"},
            (
                '<figure><pre><code class="language-sql">a &lt; b\n</code></pre>'
                "<figcaption>One</figcaption></figure>"
            ),
        ),
        (
            {"type": "image", "src": "/a.jpg", "alt": "A", "width": 9, "href": "/b"},
            '<figure><a href="/b"><img src="/a.jpg" alt="A" width="9"></a></figure>',
        ),
        (
            {"type": "gallery", "images": [{"src": "/a.jpg"}, {"src": "/b.jpg"}], "caption": "Two"},
            (
                '<figure><img src="/a.jpg" alt="">\n<img src="/b.jpg" alt="">'
                "<figcaption>Two</figcaption></figure>"
            ),
        ),
        (
            {
                "type": "bookmark",
                "url": "https://a.example",
                "metadata": {"title": "A", "description": "B"},
            },
            '<figure><p><a href="https://a.example">A</a></p><p>B</p></figure>',
        ),
        (
            {"type": "embed", "url": "https://v.example"},
            '<figure><p><a href="https://v.example">https://v.example</a></p></figure>',
        ),
        (
            {"type": "callout", "calloutEmoji": "💡", "calloutText": "a <b>b</b>"},
            '<aside class="callout"><span>💡</span> a <b>b</b></aside>',
        ),
        (
            {"type": "toggle", "heading": "More", "content": "<p>a</p>"},
            "<details><summary>More</summary>\n<p>a</p>\n</details>",
        ),
        (
            {
                "type": "header",
                "heading": "Hi",
                "subheading": "Sub",
                "buttonEnabled": True,
                "buttonText": "Go",
                "buttonUrl": "/go",
            },
            '<h2>Hi</h2>\n<p>Sub</p>\n<p><a href="/go">Go</a></p>',
        ),
        ({"type": "button", "buttonText": "Go", "buttonUrl": "/go"}, '<p><a href="/go">Go</a></p>'),
        (
            {"type": "audio", "src": "/a.mp3", "title": "Song"},
            (
                '<figure><audio controls src="/a.mp3"><a href="/a.mp3">Song</a></audio>'
                "<figcaption>Song</figcaption></figure>"
            ),
        ),
        (
            {"type": "video", "src": "/a.mp4"},
            '<figure><video controls src="/a.mp4"><a href="/a.mp4">/a.mp4</a></video></figure>',
        ),
        (
            {"type": "file", "src": "/a.pdf", "fileTitle": "A", "fileCaption": "Read"},
            '<p><a href="/a.pdf">A</a> Read</p>',
        ),
        (
            {
                "type": "product",
                "productTitle": "Tea",
                "productDescription": "<p>Green</p>",
                "productImageSrc": "/t.jpg",
                "productButtonEnabled": True,
                "productButton": "Buy",
                "productUrl": "/buy",
            },
            (
                '<figure><img src="/t.jpg" alt="Tea"></figure>\n<h4>Tea</h4>\n<p>Green</p>\n'
                '<p><a href="/buy">Buy</a></p>'
            ),
        ),
        ({"type": "paywall"}, ""),
    ],
)
def test_a_lexical_document_becomes_html(node: dict[str, Any], html: str) -> None:
    report = Report()
    assert lexical.render(document(node), report) == html
    assert report.skipped == {}


def test_a_card_that_is_not_known_is_counted() -> None:
    report = Report()
    assert lexical.render(document({"type": "hologram"}), report) == ""
    assert report.skipped == {"a card that is not known: hologram": 1}


def test_a_document_that_nests_too_deep_ends_there() -> None:
    node: dict[str, Any] = {"type": "paragraph", "children": [text("deep")]}
    for _ in range(100):
        node = {"type": "quote", "children": [node]}
    report = Report()
    made = lexical.render(document(node), report)
    assert (made, report.skipped) == ("", {"nested too deep": 1})


def test_a_mobiledoc_becomes_html() -> None:
    written = orjson.dumps(
        {
            "version": "0.3.1",
            "markups": [["strong"], ["a", ["href", "/a?b&c"]], ["script"]],
            "atoms": [["soft-return", "", {}]],
            "cards": [
                ["image", {"src": "/a.jpg"}],
                ["card-markdown", {"markdown": "*a*"}],
                ["hr", {}],
            ],
            "sections": [
                [1, "p", [[0, [0], 0, "a "], [0, [1], 2, "b"], [1, [], 0, 0], [0, [2], 1, "<c"]]],
                [3, "ul", [[[0, [], 0, "d"]], [[0, [], 0, "e"]]]],
                [10, 0],
                [10, 1],
                [10, 2],
                [2, "/b.jpg"],
                [1, "aside", [[0, [], 0, "f"]]],
                [10, 99],
                ["?"],
                7,
            ],
        }
    )
    report = Report()
    made = mobiledoc.render(written.decode(), report)
    assert made is not None
    assert made.split("\n\n") == [
        '<p><strong>a <a href="/a?b&amp;c">b</a></strong><br>\n&lt;c</p>',
        "<ul><li>d</li>\n<li>e</li></ul>",
        '<figure><img src="/a.jpg" alt=""></figure>',
        "<p><em>a</em></p>",
        "<hr>",
        '<figure><img src="/b.jpg" alt=""></figure>',
        "<blockquote>f</blockquote>",
    ]
    assert report.skipped == {"a malformed section of a Mobiledoc": 3}


@pytest.mark.parametrize(
    "fields",
    [
        {"lexical": document({"type": "markdown", "markdown": "# 霧"})},
        {"mobiledoc": '{"cards": [["markdown", {"markdown": "# 霧"}]], "sections": [[10, 0]]}'},
    ],
)
def test_a_document_of_one_markdown_card_becomes_markdown(
    tmp_path: Path, fields: dict[str, str]
) -> None:
    files, _ = ghost(tmp_path, {"posts": [POST | {"html": None} | fields]})
    assert body(files, "_posts/2024-05-06-morning-ferry.md") == "# 霧"


def test_a_malformed_document_is_reported(tmp_path: Path) -> None:
    _, report = ghost(tmp_path, {"posts": [POST | {"html": None, "lexical": "{"}]})
    assert [str(problem) for problem in report.problems] == [
        "export.json: Morning ferry: its lexical is malformed, so it has no body"
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"db": [{"data": {', "export.json:1 is not JSON"),
        ('{"name": "x"}', "export.json is JSON but no export of Ghost"),
        ('{"db": [{"data": {"posts": {}}}]}', "export.json is JSON but no export of Ghost"),
        ("{" * 5000, "export.json:1 is not JSON"),
    ],
)
def test_a_file_that_is_no_export_is_refused(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(ExportError, match=message):
        imported(tmp_path, Kind.GHOST, {"export.json": content})
