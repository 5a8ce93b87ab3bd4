"""Exports written by the test that reads them, and what becomes of them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson

from gateway.importers.kind import Kind
from gateway.importers.report import Report
from gateway.importers.run import run

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.6" -->
<rss version="2.0"
  xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
"""
TAIL = "</channel>\n</rss>\n"
SITE = """<title>Harbour Notes</title>
<link>https://harbour.example/blog</link>
<description>Boats &amp;amp; bread</description>
<language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://harbour.example</wp:base_site_url>
<wp:base_blog_url>https://harbour.example/blog</wp:base_blog_url>
"""
FIELDS = {
    "title": "Morning ferry",
    "link": "https://harbour.example/blog/2024/05/06/morning-ferry/",
    "dc:creator": "mara",
    "wp:post_id": "7",
    "wp:post_date": "2024-05-06 08:30:00",
    "wp:post_date_gmt": "2024-05-06 07:30:00",
    "wp:post_name": "morning-ferry",
    "wp:status": "publish",
    "wp:post_type": "post",
    "content:encoded": "The ferry was late.",
}


def item(inner: str = "", **changed: str) -> str:
    """A post; fields are named with `__` for the colon, and those that are '' are left out."""
    fields = FIELDS | {name.replace("__", ":"): value for name, value in changed.items()}
    made = (f"<{name}><![CDATA[{value}]]></{name}>" for name, value in fields.items() if value)
    return "<item>\n" + "\n".join(made) + f"\n{inner}</item>\n"


def meta(key: str, value: str) -> str:
    return (
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key>"
        f"<wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>\n"
    )


def attachment(key: str, url: str, inner: str = "", **changed: str) -> str:
    fields = {"wp__post_id": key, "wp__post_type": "attachment", "wp__attachment_url": url}
    return item(inner, **fields, **changed)


def wordpress(
    folder: Path, *parts: str, pages: bool = False, name: str = "export.xml"
) -> tuple[dict[str, str], Report]:
    """The files that become of a channel with these parts, and the report."""
    return imported(folder, Kind.WORDPRESS, {name: HEAD + "".join(parts) + TAIL}, pages=pages)


def ghost(
    folder: Path, tables: Mapping[str, Any], *, pages: bool = False, url: str | None = None
) -> tuple[dict[str, str], Report]:
    export = {"db": [{"meta": {"version": "5.80.0"}, "data": tables}]}
    files = {"export.json": orjson.dumps(export).decode()}
    return imported(folder, Kind.GHOST, files, pages=pages, url=url)


def imported(
    folder: Path,
    source: Kind,
    files: Mapping[str, str | bytes],
    *,
    pages: bool = False,
    url: str | None = None,
) -> tuple[dict[str, str], Report]:
    paths = []
    for name, content in files.items():
        path = folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        paths.append(path)
    report = run(source, paths, folder / "made", pages=pages, url=url)
    return written(folder / "made"), report


def written(folder: Path) -> dict[str, str]:
    """The text of each file, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def body(files: Mapping[str, str], path: str) -> str:
    return files[path].split("---\n", 2)[2].rstrip("\n")


def matter(files: Mapping[str, str], path: str) -> str:
    return files[path].split("---\n", 2)[1]


def category(slug: str, name: str, parent: str = "") -> str:
    return (
        f"<wp:category><wp:category_nicename>{slug}</wp:category_nicename>"
        f"<wp:category_parent>{parent}</wp:category_parent>"
        f"<wp:cat_name><![CDATA[{name}]]></wp:cat_name></wp:category>\n"
    )


def named(domain: str, slug: str, name: str) -> str:
    return f'<category domain="{domain}" nicename="{slug}"><![CDATA[{name}]]></category>\n'
