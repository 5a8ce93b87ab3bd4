"""One file to one `Document`, every field of it."""

import json
import pickle
from datetime import UTC, datetime, timedelta, timezone
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest

from gateway.content.document import Author, ContentIssue, Document, Heading, Seo, Severity, Text
from gateway.content.loader import Loaded, load

from .sites import POST, problems, read, write

POST_OF_A_BLOG = """\
---
layout: post
title: "週末の散歩道：川沿いを歩いて見つけた小さな春"
date: 2025-11-07 16:39:06 +0000
categories: ["日記"]
tags: ["散歩", "春", "River"]
author: "編集部"
excerpt: "川沿いの散歩について、短くまとめます。"
reading_time: 8
---

川沿いを歩きました。**「春」**ですね。

## 見出し（１）

本文の終わりです。
"""


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def test_every_field_of_a_jekyll_post_is_loaded(tmp_path: Path) -> None:
    loaded = read(tmp_path, POST_OF_A_BLOG, "_posts/2025-11-07-river-walk.md", "title: 川辺")

    content_hash = blake2b(POST_OF_A_BLOG.encode(), digest_size=16).hexdigest()
    body = POST_OF_A_BLOG.partition("\n---\n\n")[2]
    written = datetime(2025, 11, 7, 16, 39, 6, tzinfo=UTC)
    title = "週末の散歩道：川沿いを歩いて見つけた小さな春"
    excerpt = "川沿いの散歩について、短くまとめます。"
    url = "/%E6%97%A5%E8%A8%98/2025/11/07/river-walk.html"
    assert loaded == Loaded(
        path="_posts/2025-11-07-river-walk.md",
        content_hash=content_hash,
        document=Document(
            source_path="_posts/2025-11-07-river-walk.md",
            content_hash=content_hash,
            slug="river-walk",
            path="/日記/2025/11/07/river-walk.html",
            title=title,
            layout="post",
            published_at=written,
            updated_at=written,
            draft=False,
            available_from=written,
            available_until=None,
            tags=("散歩", "春", "River"),
            categories=("日記",),
            category_parents={},
            authors=(Author(key="編集部", name="編集部"),),
            excerpt=Text(markdown=excerpt, html=f"<p>{excerpt}</p>\n", plain=excerpt),
            reading_time=8,
            word_count=1,
            character_count=32,
            locale="ja",
            translation_key="_posts/2025-11-07-river-walk",
            headings=(Heading("見出し１", 2, "見出し（１）"),),
            cover_image=None,
            redirect_from={},
            redirect_to=None,
            body=Text(
                markdown=body,
                html="<p>川沿いを歩きました。<strong>「春」</strong>ですね。</p>\n"
                '<h2 id="見出し１">見出し（１）</h2>\n<p>本文の終わりです。</p>\n',
                plain="川沿いを歩きました。「春」ですね。\n見出し（１）\n本文の終わりです。",
            ),
            ast=compact(
                {
                    "type": "root",
                    "children": [
                        {
                            "type": "paragraph",
                            "children": [
                                {"type": "text", "value": "川沿いを歩きました。"},
                                {
                                    "type": "strong",
                                    "children": [{"type": "text", "value": "「春」"}],
                                },
                                {"type": "text", "value": "ですね。"},
                            ],
                        },
                        {
                            "type": "heading",
                            "depth": 2,
                            "children": [{"type": "text", "value": "見出し（１）"}],
                            "data": {"id": "見出し１", "hProperties": {"id": "見出し１"}},
                        },
                        {
                            "type": "paragraph",
                            "children": [{"type": "text", "value": "本文の終わりです。"}],
                        },
                    ],
                },
            ),
            images=(),
            links=(),
            front_matter={
                "layout": "post",
                "title": title,
                "date": "2025-11-07 16:39:06 +0000",
                "categories": ["日記"],
                "tags": ["散歩", "春", "River"],
                "author": "編集部",
                "excerpt": excerpt,
                "reading_time": 8,
            },
            seo=Seo(
                title=title,
                description=excerpt,
                canonical_url=url,
                listed=True,
                open_graph=compact(
                    {
                        "og:type": "article",
                        "og:title": title,
                        "og:description": excerpt,
                        "og:url": url,
                        "og:site_name": "川辺",
                        "og:locale": "ja_JP",
                        "article:published_time": "2025-11-07T16:39:06+00:00",
                        "article:modified_time": "2025-11-07T16:39:06+00:00",
                        "article:author": ["編集部"],
                        "article:section": "日記",
                        "article:tag": ["散歩", "春", "River"],
                        "twitter:card": "summary",
                    }
                ),
                json_ld=compact(
                    {
                        "@context": "https://schema.org",
                        "@type": "BlogPosting",
                        "headline": title,
                        "description": excerpt,
                        "datePublished": "2025-11-07T16:39:06+00:00",
                        "dateModified": "2025-11-07T16:39:06+00:00",
                        "author": [{"@type": "Person", "name": "編集部"}],
                        "url": url,
                        "mainEntityOfPage": {"@type": "WebPage", "@id": url},
                        "publisher": {"@type": "Organization", "name": "川辺"},
                        "inLanguage": "ja",
                        "keywords": ["散歩", "春", "River"],
                        "articleSection": ["日記"],
                    }
                ),
            ),
        ),
        issues=(),
    )
    assert loaded.document is not None
    assert loaded.document.published_at is not None
    assert loaded.document.published_at.utcoffset() == timedelta(0)


def test_what_is_loaded_can_go_to_another_process(tmp_path: Path) -> None:
    site = write(tmp_path, {POST: POST_OF_A_BLOG, "_config.yml": "timezone: Asia/Tokyo"})

    assert pickle.loads(pickle.dumps(site)) == site  # noqa: S301 - our own
    assert load(pickle.loads(pickle.dumps(site)), POST) == load(site, POST)  # noqa: S301


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_and_a_bom_change_nothing_but_the_hash(tmp_path: Path, line_end: str) -> None:
    expected = read(tmp_path, POST_OF_A_BLOG).document
    other = read(tmp_path, "\ufeff" + POST_OF_A_BLOG.replace("\n", line_end)).document

    assert expected is not None
    assert other is not None
    assert other.body == expected.body
    assert other.excerpt == expected.excerpt
    assert other.front_matter == expected.front_matter
    assert other.content_hash != expected.content_hash


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("1.10", "1.10"),
        ("0123", "0123"),
        ("12:30", "12:30"),
        ("yes", "yes"),
        ("1,000", "1,000"),
        ("2024-01-02", "2024-01-02"),
        ('"no"', "no"),
        ("no", "Sample"),
        ("~", "Sample"),
        ("", "Sample"),
        ('""', ""),
        (">\n  二行に\n  なる", "二行に なる"),
        ("　全角の空白　", "　全角の空白　"),
        ("[a, b]", "Sample"),
    ],
)
def test_a_title_is_the_text_its_author_wrote(tmp_path: Path, written: str, title: str) -> None:
    document = read(tmp_path, f"---\ntitle: {written}\n---\n").document

    assert document is not None
    assert document.title == title


@pytest.mark.parametrize(
    ("path", "matter", "slug"),
    [
        ("_posts/2025-11-07-hello-world.md", "", "hello-world"),
        ("_posts/2025-11-07-Mixed_Case Title.md", "", "Mixed_Case Title"),
        ("_posts/2025-11-07-version-1.2.md", "", "version-1.2"),
        ("_posts/2025-11-07-trailing...md", "", "trailing"),
        ("_posts/2025-11-07-日本語の題.md", "", "日本語の題"),
        ("_posts/2025-11-07-か\u3099.md", "", "が"),
        ("_posts/2025-11-07-named.md", "slug: 別の名前", "別の名前"),
        ("_posts/2025-11-07-named.md", "slug: 2024", "2024"),
        ("_posts/2025-11-07-named.md", 'slug: "  "', "named"),
        ("_posts/2025-11-07-named.md", "slug: [a]", "named"),
        ("_posts/2025-11-07-.md", "", "2025-11-07"),
        ("guide/index.md", "", "guide"),
        ("-.md", "", "-"),
    ],
)
def test_a_slug_is_never_empty(tmp_path: Path, path: str, matter: str, slug: str) -> None:
    document = read(tmp_path, f"---\n{matter}\n---\n", path).document

    assert document is not None
    assert document.slug == slug


def test_dates_of_publication_and_change(tmp_path: Path) -> None:
    tokyo = timezone(timedelta(hours=9))
    document = read(
        tmp_path,
        "---\ndate: 2025-11-07 09:00\nlast_modified_at: 2025-12-01\n---\n",
        config="timezone: Asia/Tokyo",
    ).document

    assert document is not None
    assert document.published_at == datetime(2025, 11, 7, 9, tzinfo=tokyo)
    assert document.updated_at == datetime(2025, 12, 1, tzinfo=tokyo)


def test_an_unreadable_date_gives_way_to_the_file_name(tmp_path: Path) -> None:
    loaded = read(tmp_path, "---\ntitle: t\ndate: 2025-13-01\nupdated: banana\n---\n")

    assert loaded.document is not None
    assert loaded.document.published_at == datetime(2025, 11, 7, tzinfo=UTC)
    assert loaded.document.updated_at == datetime(2025, 11, 7, tzinfo=UTC)
    assert loaded.issues[0] == ContentIssue(
        file=POST,
        code="date-invalid",
        message="'2025-13-01' is no date, so the date of the file's name is used;"
        " write it like 2025-11-07 16:39:06 +0900",
        line=3,
        field="date",
        severity=Severity.ERROR,
    )
    assert problems(loaded)[1:] == [("ERROR", "date-invalid", 4, "updated")]


def test_a_file_name_with_no_day_is_reported_and_the_post_kept(tmp_path: Path) -> None:
    loaded = read(tmp_path, "本文", "_posts/2025-13-45-x.md")

    assert loaded.document is not None
    assert loaded.document.published_at is None
    assert loaded.document.path == "/x.html"
    assert problems(loaded) == [("ERROR", "name-date-invalid", None, None)]


def test_a_plain_file_without_a_date_was_updated_when_it_was_written(tmp_path: Path) -> None:
    site = write(tmp_path, {"guide/はじめに.md": "# はじめに"})
    modified = int((tmp_path / "guide/はじめに.md").stat().st_mtime)
    document = load(site, "guide/はじめに.md").document

    assert document is not None
    assert document.published_at is None
    assert document.updated_at == datetime.fromtimestamp(modified, UTC)
    assert (document.path, document.slug) == ("/guide/はじめに/", "はじめに")
    assert document.title == "はじめに"


@pytest.mark.parametrize(
    ("matter", "draft"),
    [
        ("published: false", True),
        ("published: no", True),
        ('published: "false"', False),
        ("published: true", False),
        ("draft: true", False),
    ],
)
def test_only_published_false_makes_a_draft(tmp_path: Path, matter: str, *, draft: bool) -> None:
    document = read(tmp_path, f"---\n{matter}\n---\n").document

    assert document is not None
    assert document.draft == draft


def test_a_file_in_drafts_is_a_draft(tmp_path: Path) -> None:
    document = read(tmp_path, "x", "_drafts/idea.md").document

    assert document is not None
    assert document.draft


def test_a_file_that_is_not_utf_8_becomes_an_issue(tmp_path: Path) -> None:
    loaded = read(tmp_path, b"---\ntitle: ok\n---\n" + "本文".encode("shift_jis"))

    assert loaded.document is None
    assert problems(loaded) == [("ERROR", "not-utf-8", 4, None)]


def test_a_file_that_is_gone_becomes_an_issue(tmp_path: Path) -> None:
    site = write(tmp_path, {POST: "x"})
    (tmp_path / POST).unlink()

    loaded = load(site, POST)
    assert (loaded.document, loaded.content_hash) == (None, "")
    assert problems(loaded) == [("ERROR", "file-unreadable", None, None)]


def test_control_characters_are_left_out_and_reported(tmp_path: Path) -> None:
    loaded = read(tmp_path, "---\ntitle: a\bb\n---\nx\0y")

    assert loaded.document is not None
    assert (loaded.document.title, loaded.document.body.plain) == ("ab", "xy")
    assert problems(loaded) == [("WARNING", "control-character", 2, None)]


@pytest.mark.parametrize(
    ("matter", "minutes"),
    [
        ("reading_time: 8", 8),
        ("reading_time: 8 min", 8),
        ("reading_time: 約8分", 3),
        ("reading_time: 7.2", 8),
        ("reading_time: 0", 3),
        ("", 3),
    ],
)
def test_reading_time_is_written_or_computed(tmp_path: Path, matter: str, minutes: int) -> None:
    # 660 words are 3 minutes; a block of code is not read word by word.
    body = "word " * 660 + "\n\n```\n" + "code " * 1000 + "\n```\n"
    document = read(tmp_path, f"---\n{matter}\n---\n{body}").document

    assert document is not None
    assert document.reading_time == minutes


def test_html_that_a_page_may_not_hold_is_reported(tmp_path: Path) -> None:
    loaded = read(tmp_path, "---\n---\n前\n\n<script>alert(1)</script>\n\n後\n")

    assert loaded.document is not None
    assert loaded.document.body.plain == "前\n後"
    assert problems(loaded) == [("WARNING", "html-refused", 5, None)]


def test_other_extensions_are_html_already(tmp_path: Path) -> None:
    document = read(tmp_path, "<p>*as it is*</p>", "_posts/2025-11-07-page.html").document

    assert document is not None
    assert document.body.html == "<p>*as it is*</p>"


def test_a_body_that_would_become_too_much_html_is_shown_as_it_was_written(tmp_path: Path) -> None:
    loaded = read(tmp_path, "---\n---\n" + "[^a]" * 200_000 + "\n\n[^a]: <note>\n")

    assert problems(loaded) == [("ERROR", "html-too-large", None, None)]
    assert loaded.document is not None
    assert loaded.document.body.html.startswith("<pre>[^a][^a]")
    assert loaded.document.body.html.endswith("[^a]: &lt;note&gt;\n</pre>")
