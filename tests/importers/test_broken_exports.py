"""Exports that are broken, hostile or something else."""

import re
from pathlib import Path

import pytest

from gateway.errors import ExportError
from gateway.importers.kind import Kind
from tests.importers.exports import HEAD, SITE, TAIL, body, imported, item, matter, meta

POST = "_posts/2024-05-06-morning-ferry.html"
REPAIRED = "it was repaired where possible, compare the posts from here on"
LAUGHS = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10))


def read(folder: Path, export: str | bytes) -> tuple[dict[str, str], list[str]]:
    files, report = imported(folder, Kind.WORDPRESS, {"export.xml": export})
    return files, [str(problem) for problem in report.problems]


def test_a_section_that_ends_too_early_is_repaired(tmp_path: Path) -> None:
    nested = item(meta("open", "a <![CDATA[ b ]]> c ]]>"), content__encoded="x ]]> y <![CDATA[ z")
    files, problems = read(tmp_path, HEAD + SITE + nested + TAIL)
    assert body(files, POST) == "<p>x ]]> y <![CDATA[ z</p>"
    assert '  open: "a <![CDATA[ b ]]> c ]]>"\n' in files[POST]
    assert problems == [
        f"export.xml:26: the XML is broken (Sequence ']]>' not allowed in content); {REPAIRED}"
    ]


@pytest.mark.parametrize("padding", range(65_380, 65_540, 8))
def test_a_repair_does_not_depend_on_where_the_file_is_cut_into_pieces(
    tmp_path: Path, padding: int
) -> None:
    broken = item(content__encoded="x ]]> y") + "<wp:tag>&nbsp;a & b&eacute;</wp:tag>"
    files, _ = read(tmp_path, HEAD + f"<!--{'-x' * (padding // 2)}-->" + broken + TAIL)
    assert body(files, POST) == "<p>x ]]> y</p>"


def test_entities_of_html_become_characters(tmp_path: Path) -> None:
    files, _ = read(
        tmp_path,
        HEAD
        + item().replace("<![CDATA[Morning ferry]]>", "caf&eacute; &amp; b & c&nosuch;")
        + TAIL,
    )
    assert 'title: "café & b & c&nosuch;"\n' in files[POST]


def test_a_file_that_ends_too_early_gives_the_posts_that_it_has(tmp_path: Path) -> None:
    whole = HEAD + SITE + item() + item(wp__post_id="8", wp__post_name="second")
    files, problems = read(tmp_path, whole[:-200])
    assert POST in files
    assert len(problems) >= 1


def test_characters_that_xml_forbids_are_left_out(tmp_path: Path) -> None:
    export = HEAD + item(content__encoded="a\x08b\x0bc\x00d\ufffee") + TAIL
    files, problems = read(tmp_path, export.replace("Morning", "Mor&#8;ning&#x1F;"))
    assert body(files, POST) == "<p>abcde</p>"
    assert problems == []


@pytest.mark.parametrize(
    ("encoding", "codec"), [("Shift_JIS", "cp932"), ("EUC-JP", "euc-jp"), ("utf-8", "utf-8-sig")]
)
def test_the_encoding_is_the_one_that_the_file_names(
    tmp_path: Path, encoding: str, codec: str
) -> None:
    export = (HEAD + item(title="朝の船") + TAIL).replace("UTF-8", encoding)
    files, _ = read(tmp_path, export.encode(codec))
    assert "title: 朝の船\n" in files[POST]


@pytest.mark.parametrize(
    "version", ["http://wordpress.org/export/1.0/", "https://wordpress.org/export/1.2/"]
)
def test_every_version_of_the_format_is_read(tmp_path: Path, version: str) -> None:
    export = (HEAD + item() + TAIL).replace("http://wordpress.org/export/1.2/", version)
    files, problems = read(tmp_path, export)
    assert (body(files, POST), problems) == ("<p>The ferry was late.</p>", [])


def test_elements_of_other_vocabularies_are_not_mistaken_for_wordpress(tmp_path: Path) -> None:
    foreign = '<x:post_id xmlns:x="https://other.example/">999</x:post_id>'
    files, _ = read(tmp_path, HEAD + item().replace("<item>", f"<item>{foreign}") + TAIL)
    assert "wordpress_id: 7\n" in matter(files, POST)


@pytest.mark.parametrize(
    "declaration",
    [
        f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>',
        '<!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">',
        "<!-- <rss --><!doctype rss []>",
    ],
)
def test_a_document_type_is_refused_and_no_entity_is_read(tmp_path: Path, declaration: str) -> None:
    export = HEAD.replace("<rss", f"{declaration}<rss", 1) + item(title="&l9;&file;") + TAIL
    with pytest.raises(ExportError, match="has a document type declaration"):
        read(tmp_path, export)


def test_elements_without_end_do_not_fill_the_memory(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"nothing could be read|more than 50,000,000"):
        read(tmp_path, HEAD + "<a>" * 300_000)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "export.xml is empty"),
        ("Dear reader", "export.xml is neither XML nor JSON"),
        ("<!DOCTYPE html><html></html>", "export.xml is a page of HTML"),
        ("<feed></feed>", "export.xml is XML of another kind"),
        ('<rss version="2.0"><channel></channel></rss>', "export.xml is an RSS feed"),
        ('{"db": []}', "run gateway import ghost"),
        (b"\x00\xff\xfe\x00", "export.xml is neither XML nor JSON"),
    ],
)
def test_a_file_that_is_no_export_is_named_with_what_it_is(
    tmp_path: Path, content: str | bytes, message: str
) -> None:
    with pytest.raises(ExportError, match=re.escape(message)):
        read(tmp_path, content)


def test_an_export_of_wordpress_given_as_one_of_ghost_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="run gateway import wordpress"):
        imported(tmp_path, Kind.GHOST, {"export.xml": HEAD + TAIL})
