"""An export of WordPress as a folder: which field becomes what."""

from pathlib import Path
from typing import Any

import pytest

from gateway.content.loader import load
from gateway.content.scan import scan
from gateway.content.site import open_site
from gateway.importers.kind import Kind
from tests.importers.exports import (
    HEAD,
    SITE,
    TAIL,
    attachment,
    body,
    category,
    imported,
    item,
    matter,
    meta,
    named,
    wordpress,
)

POST = "_posts/2024-05-06-morning-ferry.html"
AUTHOR = """<wp:author><wp:author_login>mara</wp:author_login>
<wp:author_email>mara@harbour.example</wp:author_email>
<wp:author_display_name><![CDATA[Mara Lind]]></wp:author_display_name></wp:author>
"""


def test_a_post_is_written_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    files, report = wordpress(
        tmp_path,
        SITE,
        AUTHOR,
        category("boats", "Boats"),
        attachment(
            "40",
            "https://harbour.example/blog/wp-content/uploads/pier.jpg",
            meta("_wp_attachment_image_alt", "A pier & fog"),
            excerpt__encoded="The pier in fog",
            title="Pier",
        ),
        item(
            named("category", "boats", "Boats")
            + named("post_tag", "fog", "Fog")
            + named("post_format", "post-format-aside", "Aside")
            + named("series", "mornings", "Mornings")
            + meta("_thumbnail_id", "40")
            + meta("_yoast_wpseo_title", "%%title%% %%sep%%")
            + meta("_yoast_wpseo_metadesc", "Late again")
            + meta("_yoast_wpseo_canonical", "https://ferry.example/late/")
            + meta("_wp_old_slug", "the-ferry")
            + meta("weather", "fog")
            + meta("mood", "calm")
            + meta("mood", "cold"),
            title="Morning ferry &amp; <em>fog</em>",
            wp__post_modified="2024-05-07 09:00:00",
            wp__post_modified_gmt="2024-05-07 08:00:00",
            excerpt__encoded="Late: again",
            wp__is_sticky="1",
            content__encoded="The ferry was late.\nVery late.\n\n<!--more-->\n\nIt came.",
        ),
    )
    assert files == {
        "_config.yml": """title: Harbour Notes
description: "Boats & bread"
url: "https://harbour.example"
baseurl: "/blog"
lang: en-GB
timezone: Etc/GMT-1
permalink: "/:year/:month/:day/:title/"
""",
        "_data/authors.yml": "mara:\n  name: Mara Lind\n",
        "_data/categories.yml": "boats:\n  name: Boats\n  path:\n    - Boats\n",
        "_data/media.yml": """"40":
  url: "https://harbour.example/blog/wp-content/uploads/pier.jpg"
  title: Pier
  alt: "A pier & fog"
  caption: The pier in fog
""",
        POST: """---
title: "Morning ferry & fog"
date: 2024-05-06 08:30:00 +0100
last_modified_at: 2024-05-07 09:00:00 +0100
slug: morning-ferry
authors:
  - mara
categories:
  - Boats
tags:
  - Fog
format: aside
sticky: true
image:
  path: "https://harbour.example/blog/wp-content/uploads/pier.jpg"
  alt: "A pier & fog"
  caption: The pier in fog
excerpt: "Late: again"
excerpt_separator: "<!--more-->"
description: Late again
canonical_url: "https://ferry.example/late/"
permalink: "/2024/05/06/morning-ferry/"
redirect_from:
  - "/?p=7"
  - "/2024/05/06/the-ferry/"
taxonomies:
  series:
    - Mornings
custom_fields:
  weather: fog
  mood:
    - calm
    - cold
wordpress_id: 7
---
<p>The ferry was late.<br />
Very late.</p>

<!--more-->

<p>It came.</p>
""",
    }
    assert report.as_json() == {
        "posts": 1,
        "drafts": 0,
        "pages": 0,
        "media": 1,
        "skipped": {},
        "unknownShortcodes": {},
        "blocksWithoutContent": {},
        "problems": [],
    }


def test_a_japanese_post_keeps_its_slug_and_loads_without_an_issue(tmp_path: Path) -> None:
    slug = "%e6%9c%9d%e3%81%ae%e8%88%b9"
    wordpress(
        tmp_path,
        item(
            named("category", "%e6%97%85", "旅"),
            title="朝の船",
            wp__post_name=slug,
            link=f"https://harbour.example/{slug}/",
            wp__post_date="2024-05-06 06:00:00",
            wp__post_date_gmt="2024-05-05 21:00:00",
            content__encoded="船は遅れた。\n\n霧のせいだ。",
        ),
    )
    site = open_site(tmp_path / "made")
    (file,) = scan(site).files
    loaded = load(site, file.path)
    document = loaded.document
    assert loaded.issues == ()
    assert document is not None
    assert file.path == "_posts/2024-05-06-朝の船.html"
    assert (document.slug, document.path, document.title) == ("朝の船", "/朝の船/", "朝の船")
    assert str(document.published_at) == "2024-05-06 06:00:00+09:00"
    assert document.categories == ("旅",)
    assert document.excerpt.plain == "船は遅れた。"
    assert document.body.plain == "船は遅れた。\n霧のせいだ。"
    assert document.redirect_from == {"/?p=7": "redirect_from"}


@pytest.mark.parametrize(
    ("fields", "path", "lines"),
    [
        ({"wp__status": "draft"}, "_drafts/morning-ferry.html", "wordpress_status: draft\n"),
        ({"wp__status": "pending"}, "_drafts/morning-ferry.html", "wordpress_status: pending\n"),
        ({"wp__status": "trash"}, "_drafts/morning-ferry.html", "wordpress_status: trash\n"),
        ({"wp__status": "private"}, POST, "wordpress_status: private\n"),
        ({"wp__post_password": "hush"}, POST, "wordpress_visibility: password\n"),
    ],
)
def test_what_is_not_public_is_not_published(
    tmp_path: Path, fields: dict[str, str], path: str, lines: str
) -> None:
    files, _ = wordpress(tmp_path, item(**fields))
    assert list(files) == ["_config.yml", path]
    assert f"published: false\n{lines}" in files[path]
    assert "hush" not in files[path]


def test_what_is_scheduled_waits_for_its_date(tmp_path: Path) -> None:
    files, _ = wordpress(tmp_path, item(wp__status="future"))
    assert "published:" not in files[POST]
    assert "wordpress_status: future\n" in files[POST]


@pytest.mark.parametrize(
    ("fields", "path", "date"),
    [
        # Without a date in UTC, the offset is that of the other posts.
        ({"wp__post_date_gmt": "0000-00-00 00:00:00"}, POST, "2024-05-06 08:30:00 +0100"),
        (
            {
                "wp__post_date": "0000-00-00 00:00:00",
                "wp__post_date_gmt": "0000-00-00 00:00:00",
                "pubDate": "Mon, 06 May 2024 23:30:00 +0000",
            },
            "_posts/2024-05-07-morning-ferry.html",
            "2024-05-07 00:30:00 +0100",
        ),
        # In winter the offset is another one.
        (
            {"wp__post_date": "2024-01-06 08:30:00", "wp__post_date_gmt": "2024-01-06 08:30:00"},
            "_posts/2024-01-06-morning-ferry.html",
            "2024-01-06 08:30:00 +0000",
        ),
    ],
)
def test_a_date_has_the_offset_of_its_site(
    tmp_path: Path, fields: dict[str, str], path: str, date: str
) -> None:
    summer = [
        attachment(str(number), f"https://harbour.example/{number}.jpg") for number in (1, 2, 3)
    ]
    files, _ = wordpress(tmp_path, *summer, item(**fields))
    assert f"date: {date}\n" in files[path]


def test_a_post_without_any_date_becomes_a_draft_and_is_reported(tmp_path: Path) -> None:
    files, report = wordpress(
        tmp_path, item(wp__post_date="", wp__post_date_gmt="", title="Undated")
    )
    assert list(files) == ["_config.yml", "_drafts/morning-ferry.html"]
    assert [str(problem) for problem in report.problems] == [
        "export.xml:8: Undated: it has no date, so it became a draft; give it one"
    ]


@pytest.mark.parametrize(
    ("fields", "slug"),
    [
        ({"wp__post_name": "", "title": "Late, again! 遅い"}, "late-again-遅い"),
        ({"wp__post_name": "", "title": ""}, "post-7"),
        ({"wp__post_name": "%E6%9C%9D"}, "朝"),
    ],
)
def test_a_slug_is_decoded_or_made(tmp_path: Path, fields: dict[str, str], slug: str) -> None:
    files, _ = wordpress(tmp_path, item(**fields))
    assert list(files) == ["_config.yml", f"_posts/2024-05-06-{slug}.html"]


def test_categories_have_the_names_above_them_also_orphans_and_circles(tmp_path: Path) -> None:
    files, _ = wordpress(
        tmp_path,
        category("ports", "Ports", "places"),
        category("places", "Places"),
        category("lost", "Lost", "gone"),
        category("hen", "Hen", "egg"),
        category("egg", "Egg", "hen"),
        item(named("category", "ports", "Ports") + named("category", "hen", "")),
    )
    assert (
        files["_data/categories.yml"]
        == """ports:
  name: Ports
  parent: places
  path:
    - Places
    - Ports
places:
  name: Places
  path:
    - Places
lost:
  name: Lost
  path:
    - Lost
hen:
  name: Hen
  parent: egg
  path:
    - Egg
    - Hen
egg:
  name: Egg
  parent: hen
  path:
    - Hen
    - Egg
"""
    )
    assert "categories:\n  - Ports\n  - Hen\n" in files[POST]


def test_terms_of_the_first_format_are_there_twice_and_count_once(tmp_path: Path) -> None:
    files, _ = wordpress(
        tmp_path,
        item(
            "<category><![CDATA[Boats]]></category>"
            + named("category", "boats", "Boats")
            + '<category domain="tag"><![CDATA[Fog]]></category>'
            + named("tag", "fog", "Fog")
        ),
    )
    assert "categories:\n  - Boats\ntags:\n  - Fog\n" in files[POST]


def test_several_authors_come_from_their_plugin(tmp_path: Path) -> None:
    files, _ = wordpress(
        tmp_path,
        AUTHOR,
        item(named("author", "cap-jun", "Jun Ito") + named("author", "cap-mara", "mara")),
    )
    assert "authors:\n  - jun\n  - mara\n" in files[POST]
    assert files["_data/authors.yml"] == "mara:\n  name: Mara Lind\njun:\n  name: Jun Ito\n"


def test_pages_are_written_on_request_in_the_folders_of_their_parents(tmp_path: Path) -> None:
    parts = (
        item(wp__post_id="1", wp__post_type="page", wp__post_name="about", link=""),
        item(wp__post_id="2", wp__post_type="page", wp__post_name="crew", wp__post_parent="1"),
        item(wp__post_id="3", wp__post_type="nav_menu_item"),
    )
    files, report = wordpress(tmp_path, *parts, pages=True)
    assert list(files) == ["_config.yml", "about/crew.html", "about.html"]
    assert report.as_json()["pages"] == 2
    assert report.skipped == {"of the type nav_menu_item": 1}


def test_pages_menus_and_comments_are_counted_where_they_are_left_out(tmp_path: Path) -> None:
    _, report = wordpress(
        tmp_path,
        item("<wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>"),
        item(wp__post_id="8", wp__post_type="page"),
        item(wp__post_id="9", wp__status="auto-draft"),
    )
    assert report.skipped == {
        "a comment": 1,
        "a page (--pages writes them)": 1,
        "never saved by its author": 1,
    }


def test_files_of_one_export_are_read_together(tmp_path: Path) -> None:
    files, report = imported(
        tmp_path,
        Kind.WORDPRESS,
        {
            "002.xml": HEAD
            + SITE
            + attachment("40", "https://harbour.example/pier.jpg")
            + item(wp__post_id="8", wp__post_name="second")
            + TAIL,
            "001.xml": HEAD + SITE + item(meta("_thumbnail_id", "40")) + TAIL,
            "003.xml": HEAD + SITE + item() + TAIL,
        },
    )
    assert [path for path in files if path.startswith("_posts")] == [
        POST,
        "_posts/2024-05-06-second.html",
    ]
    assert '  path: "https://harbour.example/pier.jpg"\n' in files[POST]
    assert report.skipped == {"there twice": 1}


@pytest.mark.parametrize(
    "link", ["https://harbour.example/?p=7", "https://harbour.example/a:b/", "", "https://[/x/"]
)
def test_an_address_that_is_no_permalink_is_left_to_the_site(tmp_path: Path, link: str) -> None:
    files, _ = wordpress(tmp_path, item(link=link))
    assert "permalink" not in matter(files, POST)


def test_an_image_that_is_not_in_the_export_is_reported(tmp_path: Path) -> None:
    _, report = wordpress(tmp_path, item(meta("_thumbnail_id", "99")))
    assert [str(problem) for problem in report.problems] == [
        "export.xml:8: Morning ferry: its featured image (id 99) is not in the export"
    ]


def test_text_that_looks_like_liquid_stays_text(tmp_path: Path) -> None:
    files, _ = wordpress(tmp_path, item(content__encoded="Write {{ page.title }} here."))
    assert matter(files, POST).endswith("render_with_liquid: false\n")
    assert body(files, POST) == "<p>Write {{ page.title }} here.</p>"


def test_the_same_export_is_written_as_the_same_bytes(tmp_path: Path) -> None:
    made: list[Any] = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        made.append(wordpress(tmp_path / name, SITE, AUTHOR, item(named("post_tag", "b", "B"))))
    assert made[0] == made[1]
