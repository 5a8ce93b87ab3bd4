"""What search engines and social networks are told of a post."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.content.derived.seo import plainline, territory
from gateway.content.document import Seo

from .pictures import png
from .sites import POST, problems, read

CONFIG = """\
title: 川辺の記録
description: About rivers
url: https://example.com
baseurl: /blog
lang: ja
logo: /img/logo.png
"""


def seo(folder: Path, matter: str, body: str = "Text.", config: str = CONFIG) -> Seo:
    document = read(folder, f"---\n{matter}\n---\n{body}", POST, config).document
    assert document is not None
    return document.seo


def test_all_that_can_be_told_of_a_post(tmp_path: Path) -> None:
    matter = """\
title: 川沿いの散歩
seo_title: 春の散歩道
description: 川沿いを歩いて、春を見つけました。
date: 2025-11-07 16:39:06 +0900
last_modified_at: 2025-11-08
categories: [日記, 旅]
tags: [散歩, River & Co]
authors: [{name: 花子, url: /about/#hanako}, Ann]
image: {path: /img/春 1.png, alt: 桜}
"""
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "春 1.png").write_bytes(png(3, 2))
    found = seo(tmp_path, matter)

    url = "https://example.com/blog/%E6%97%A5%E8%A8%98/%E6%97%85/2025/11/07/sample.html"
    image = "https://example.com/blog/img/%E6%98%A5%201.png"
    description = "川沿いを歩いて、春を見つけました。"
    assert (found.title, found.description, found.canonical_url) == ("春の散歩道", description, url)
    assert json.loads(found.open_graph) == {
        "og:type": "article",
        "og:title": "春の散歩道",
        "og:description": description,
        "og:url": url,
        "og:site_name": "川辺の記録",
        "og:locale": "ja_JP",
        "og:image": image,
        "og:image:width": 3,
        "og:image:height": 2,
        "og:image:alt": "桜",
        "article:published_time": "2025-11-07T16:39:06+09:00",
        "article:modified_time": "2025-11-08T00:00:00+00:00",
        "article:author": ["https://example.com/blog/about/#hanako", "Ann"],
        "article:section": "日記",
        "article:tag": ["散歩", "River & Co"],
        "twitter:card": "summary_large_image",
    }
    assert json.loads(found.json_ld) == {
        "@context": "https://schema.org",
        "@type": "BlogPosting",
        "headline": "川沿いの散歩",
        "description": description,
        "datePublished": "2025-11-07T16:39:06+09:00",
        "dateModified": "2025-11-08T00:00:00+00:00",
        "author": [
            {"@type": "Person", "name": "花子", "url": "https://example.com/blog/about/#hanako"},
            {"@type": "Person", "name": "Ann"},
        ],
        "image": {
            "@type": "ImageObject",
            "url": image,
            "width": 3,
            "height": 2,
            "caption": "桜",
        },
        "url": url,
        "mainEntityOfPage": {"@type": "WebPage", "@id": url},
        "publisher": {
            "@type": "Organization",
            "name": "川辺の記録",
            "url": "https://example.com/blog",
            "logo": {"@type": "ImageObject", "url": "https://example.com/blog/img/logo.png"},
        },
        "inLanguage": "ja",
        "keywords": ["散歩", "River & Co"],
        "articleSection": ["日記", "旅"],
        "wordCount": 1,
    }


def test_what_is_not_known_is_not_told(tmp_path: Path) -> None:
    document = read(tmp_path / "folder", "", "note.md", "").document
    assert document is not None
    found, updated = document.seo, document.updated_at.isoformat()

    assert (found.title, found.description, found.canonical_url) == ("Note", None, "/note/")
    assert json.loads(found.open_graph) == {
        "og:type": "article",
        "og:title": "Note",
        "og:url": "/note/",
        "og:site_name": "folder",
        "og:locale": "en_US",
        "article:modified_time": updated,
        "twitter:card": "summary",
    }
    assert json.loads(found.json_ld) == {
        "@context": "https://schema.org",
        "@type": "BlogPosting",
        "headline": "Note",
        "dateModified": updated,
        "url": "/note/",
        "mainEntityOfPage": {"@type": "WebPage", "@id": "/note/"},
        "publisher": {"@type": "Organization", "name": "folder"},
        "inLanguage": "en",
    }


@pytest.mark.parametrize(
    ("matter", "title"),
    [
        ("title: Own", "Own"),
        ("title: Own\nseo_title: Other", "Other"),
        ("title: Own\nseoTitle: Other", "Other"),
        ("title: Own\nmeta-title: Other", "Other"),
        ("title: Own\nseo: {title: Other}", "Other"),
        ("title: Own\nextra: {og_title: Other}", "Other"),
        ("title: Own\n_yoast_wpseo_title: Other", "Other"),
        ('title: Own\n_yoast_wpseo_title: "%%title%% %%sep%% %%sitename%%"', "Own"),
        ("title: Own\nseo_title: [Other]", "Own"),
        ('title: Own\nseo_title: " "', "Own"),
        ("title: <b>Bold</b> &amp; <ruby>川<rt>かわ</rt></ruby>", "Bold & 川かわ"),
        ("title: C++ <vector> in 5 < 6 lines", "C++ vector in 5 < 6 lines"),
        ("title: <script>alert(1)</script>Safe &lt;/script&gt;", "Safe script"),
    ],
)
def test_the_title(tmp_path: Path, matter: str, title: str) -> None:
    assert seo(tmp_path, matter).title == title


RIVER = "川沿いを歩いて、春を見つけました。"
LONG = "A sentence of some length about a river. " * 3


@pytest.mark.parametrize(
    ("matter", "body", "description"),
    [
        ("description: Own", "Text.", "Own"),
        ("seo: {description: Own}\ndescription: Other", "Text.", "Own"),
        ("excerpt: The *excerpt*", "Text.", "The excerpt"),
        ("x: 1", "The <b>text</b> & `<b>`.\n\nMore.", "The text & b."),
        ("description: See **the** [guide](/guide/), `x`", "", "See the guide, x"),
        ("description: |\n  一行目。\n  二行目 and\n  three", "", "一行目。二行目 and three"),
        ("x: 1", "", "About rivers"),
        (f"description: {LONG}And a last one that is too long for it", "", LONG.strip()),
        (
            "x: 1",
            "川沿いを歩いて、春を見つけました。" * 12,
            "川沿いを歩いて、春を見つけました。" * 9,
        ),
        ("x: 1", "word " * 40, f"{'word ' * 31}word…"),
    ],
)
def test_the_description(tmp_path: Path, matter: str, body: str, description: str) -> None:
    assert seo(tmp_path, matter, body).description == description


@pytest.mark.parametrize(
    ("matter", "url"),
    [
        ("canonical_url: https://example.org/a b/", "https://example.org/a%20b/"),
        ("canonicalURL: /old/", "https://example.com/blog/old/"),
        ("canonical: https://example.org/", "https://example.org/"),
        ("seo: {canonical: https://example.org/}", "https://example.org/"),
        ("canonical_url: ''", "https://example.com/blog/2025/11/07/sample.html"),
    ],
)
def test_the_canonical_url(tmp_path: Path, matter: str, url: str) -> None:
    found = seo(tmp_path, matter)
    assert found.canonical_url == url
    assert json.loads(found.open_graph)["og:url"] == url
    assert json.loads(found.json_ld)["mainEntityOfPage"]["@id"] == url


@pytest.mark.parametrize(
    "written", ["javascript:alert(1)", "example.org", "https:///", "https://[/"]
)
def test_a_canonical_url_that_is_none_is_an_issue(tmp_path: Path, written: str) -> None:
    loaded = read(tmp_path, f"---\ncanonical_url: '{written}'\n---\n", POST, CONFIG)
    assert loaded.document is not None
    assert loaded.document.seo.canonical_url == "https://example.com/blog/2025/11/07/sample.html"
    assert problems(loaded) == [("WARNING", "canonical-invalid", 2, "canonical_url")]


@pytest.mark.parametrize(
    ("body", "words"),
    [("One two three.", 3), ("GraphQLの話をします。", None), ("한국어 문장입니다", 2), ("", None)],
)
def test_words_are_told_where_a_text_is_made_of_them(
    tmp_path: Path, body: str, words: int | None
) -> None:
    assert json.loads(seo(tmp_path, "x: 1", body).json_ld).get("wordCount") == words


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("ja", "ja_JP"),
        ("en", "en_US"),
        ("en-GB", "en_GB"),
        ("de", "de_DE"),
        ("zh-Hant", "zh_TW"),
        ("zh-Hant-HK", "zh_HK"),
        ("es-419", "es_LA"),
        ("yue", "yue"),
        ("de-CH-x-phonebk", "de_CH"),
    ],
)
def test_a_language_with_its_territory(locale: str, expected: str) -> None:
    assert territory.with_territory(locale) == expected


HTML = re.compile(r"<[A-Za-z/!?]")
HOSTILE = st.lists(
    st.sampled_from(
        [
            *("<", ">", "</script>", "<script>", "<b ", "&lt;", "&#60;", "&amp;lt;", "<!--", "-->"),
            *("a", " ", "\n", "/", "。", "[", "](x)", "*", "`", '"', "\\", "</", "<<b>"),
        ]
    ),
    max_size=12,
).map("".join)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)


@given(HOSTILE, HOSTILE)
def test_nothing_that_is_told_could_be_taken_for_html(one: str, other: str) -> None:
    matter = json.dumps(
        {
            "title": one,
            "description": other,
            "tags": [one, other],
            "categories": [other],
            "authors": [{"name": one, "url": f"/{other}"}],
            "image": {"path": f"/{one}.png", "alt": other},
            "canonical_url": f"https://example.org/{one}",
            "lang": "fr",
        }
    )
    with TemporaryDirectory() as folder:
        found = seo(Path(folder), matter, one, json.dumps({"title": other}))
    assert json.loads(found.json_ld)["inLanguage"] == "fr"
    objects = json.loads(found.open_graph), json.loads(found.json_ld)
    for text in texts([found.title, found.description, found.canonical_url, *objects]):
        assert not HTML.search(text)


@given(HOSTILE)
def test_a_line_of_text_is_one_line(written: str) -> None:
    for made in (plainline.of(written), plainline.of_markdown(written), plainline.of_text(written)):
        assert made == " ".join(made.split())
