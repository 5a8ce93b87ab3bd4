"""The cover of a post, the images of its body, and what is said of those that are not there."""

import os
from pathlib import Path

import pytest

from gateway.content.derived import imagefile
from gateway.content.derived.imagefile import Size
from gateway.content.document import Image

from . import pictures
from .sites import problems, read, write

CONFIG = "url: https://example.com\nbaseurl: /blog\npermalink: /:title/\n"
POST = "_posts/2025-11-07-sample.md"


def cover(folder: Path, matter: str, config: str = CONFIG, path: str = POST) -> Image | None:
    document = read(folder, f"---\n{matter}\n---\nText.", path, config).document
    assert document is not None
    return document.cover_image


def body_images(folder: Path, body: str, path: str = POST, config: str = CONFIG) -> list[Image]:
    document = read(folder, body, path, config).document
    assert document is not None
    return list(document.images)


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (pictures.png(30, 20), Size(30, 20)),
        (pictures.gif(30, 20), Size(30, 20)),
        (pictures.jpeg(30, 20), Size(30, 20)),
        (pictures.jpeg(30, 20, orientation=6), Size(20, 30)),
        (pictures.webp(30, 20), Size(30, 20)),
        (pictures.avif(30, 20), Size(30, 20)),
        (pictures.svg('width="30.4px" height="20"'), Size(30, 20)),
        (pictures.svg('width="100%" viewBox="0 0 30 20"'), Size(30, 20)),
        (pictures.svg('viewBox="0,0,1e999,5"'), None),
        (pictures.svg('viewBox="0,0,5,nan"'), None),
        (pictures.svg(f'width="{"9" * 500}" height="5"'), None),
        (pictures.png(0, 20), None),
        (b"", None),
        (b"P5 " + b"9" * 1_000_000, None),
        (b"GIF89a", None),
        (pictures.avif(30, 20)[:-20], None),
        (b"\xff\xd8" + b"\xff\xe1\0\x02" * 500_000, None),
    ],
)
def test_the_size_of_an_image_file(tmp_path: Path, data: bytes, size: Size | None) -> None:
    file = tmp_path / "image"
    file.write_bytes(data)
    assert imagefile.measure(file) == size


def test_an_image_that_was_changed_is_measured_again(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(pictures.png(30, 20))
    before = imagefile.measure(file)
    file.write_bytes(pictures.png(40, 20))
    os.utime(file, ns=(0, 0))
    assert (before, imagefile.measure(file)) == (Size(30, 20), Size(40, 20))


@pytest.mark.parametrize(
    ("matter", "image"),
    [
        ("image: /a.png", Image("/blog/a.png")),
        ("image: /blog/a.png", Image("/blog/a.png")),
        ("image: a/b c.png", Image("/blog/a/b%20c.png")),
        ("image: https://example.org/a.png?b", Image("https://example.org/a.png?b")),
        ("image: {path: /a.png, alt: A, width: 30, height: 20}", Image("/blog/a.png", "A", 30, 20)),
        ("image: {url: //example.org/a}", Image("//example.org/a")),
        ("image: {feature: /a.png, teaser: /b.png}", Image("/blog/a.png")),
        ("image: /a.png\nimage_alt: A", Image("/blog/a.png", "A")),
        ("cover: {image: /a.png, alt: A, relative: true}", Image("/blog/a.png", "A")),
        ("cover: false\nthumbnail: /a.png", Image("/blog/a.png")),
        ("featured: true\nfeatured_image: /a.png", Image("/blog/a.png")),
        ("heroImage: ../../a.png", Image("/a.png")),
        ("header: {overlay_image: /a.png, image_description: A}", Image("/blog/a.png", "A")),
        ("header: {teaser: /a.png}", Image("/blog/a.png")),
        ("header: transparent\nbanner: /a.png", Image("/blog/a.png")),
        ("images: [/a.png, /b.png]", Image("/blog/a.png")),
        ("images: [{src: /a.png, alt: A}]", Image("/blog/a.png", "A")),
        (
            "resources: [{src: x.pdf}, {src: '*.png', name: cover}, {src: /a.png, name: cover}]",
            Image("/blog/a.png"),
        ),
        ("extra: {og_image: /a.png}", Image("/blog/a.png")),
        ("eyecatch: /a.png\nthumbnail: /b.png", Image("/blog/a.png")),
        ("image: red", None),
        ("image: 1.5", None),
        ("image: [[], {}, null]", None),
        ("image: http://[/", Image("http://[/")),
        ("title: a", None),
    ],
)
def test_the_cover_is_what_the_front_matter_names(
    tmp_path: Path, matter: str, image: Image | None
) -> None:
    assert cover(tmp_path, matter) == image


def test_a_cover_beside_the_post_is_found(tmp_path: Path) -> None:
    write(tmp_path, {"notes/walk/cover.png": pictures.png(30, 20), "a.png": pictures.png(3, 2)})
    path = "notes/walk/index.md"

    named = Image("/blog/notes/walk/cover.png", None, 30, 20)
    assert cover(tmp_path, "image: cover.png", path=path) == named
    assert cover(tmp_path, "title: a", path=path) == named
    assert cover(tmp_path, "image: a.png", path=path) == Image("/blog/a.png", None, 3, 2)
    assert cover(tmp_path, "title: a", path="notes/walk/other.md") is None


def test_images_of_the_body_have_the_addresses_that_a_reader_gets(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "images/a b.png": pictures.png(30, 20),
            "static/b.png": pictures.png(31, 21),
            "_posts/c.png": pictures.png(32, 22),
            "sample/d.png": pictures.png(33, 23),
        },
    )
    body = """\
![A](/blog/images/a%20b.png "title") ![](/images/a%20b.png?v=1) ![](https://example.com/blog/b.png)
![](c.png) ![](d.png) ![](https://example.org/e.png) <img src="/blog/b.png" width="9px" height="8">
![](/blog/images/a%20b.png) <img alt="no source"> <img src="//example.org/f" width="7" height="x">
"""
    assert body_images(tmp_path, body) == [
        Image("/blog/images/a%20b.png", "A", 30, 20),
        Image("/images/a%20b.png?v=1", "", 30, 20),
        Image("https://example.com/blog/b.png", "", 31, 21),
        Image("/blog/sample/c.png", "", 32, 22),
        Image("/blog/sample/d.png", "", 33, 23),
        Image("https://example.org/e.png", ""),
        Image("/blog/b.png", None, 31, 21),
        Image("//example.org/f", None, 7),
    ]


def test_an_image_beside_a_page_of_a_plain_folder_keeps_its_path(tmp_path: Path) -> None:
    write(tmp_path, {"notes/図.png": pictures.png(30, 20)})
    assert body_images(tmp_path, "![図](図.png)", "notes/walk.md") == [
        Image("/blog/notes/%E5%9B%B3.png", "図", 30, 20)
    ]


def test_images_that_are_missing_or_broken_are_one_warning_each(tmp_path: Path) -> None:
    write(tmp_path, {"bad.png": b"no image", "folder.png/a": ""})
    post = """\
---
title: a
cover: /blog/no.png
---
![](/a.png) ![](/blog/b.png) ![](c.png) ![](%00.png) ![](/folder.png)
![](/bad.png)
"""
    loaded = read(tmp_path, post, config=CONFIG)
    assert problems(loaded) == [
        ("WARNING", "image-missing", 5, None),
        ("WARNING", "image-unreadable", 6, None),
        ("WARNING", "image-missing", 3, "cover"),
    ]
    assert [issue.message.partition(", so the size")[0] for issue in loaded.issues] == [
        "'/a.png', '/blog/b.png', 'c.png' and 2 more are no files of the site",
        "'/bad.png' is no image that can be read",
        "'/blog/no.png' is no file of the site",
    ]


@pytest.mark.parametrize("name", ["a" * 5_000, "a/" * 500_000, "\\ud800", "a\\0b"])
def test_no_name_is_too_odd_to_be_missing(tmp_path: Path, name: str) -> None:
    loaded = read(tmp_path, f'---\nimage: "/{name}.png"\n---\n![](/{name}.png) ![]({name}.png)\n')
    assert loaded.document is not None
    assert {issue.code for issue in loaded.issues} >= {"image-missing"}


def test_a_missing_cover_that_all_posts_inherit_is_not_said_of_each(tmp_path: Path) -> None:
    config = "defaults: [{scope: {path: ''}, values: {image: /no.png}}]"
    loaded = read(tmp_path, "Text.", config=config)
    assert loaded.document is not None
    assert (loaded.document.cover_image, loaded.issues) == (Image("/no.png"), ())


def test_a_link_or_a_path_out_of_the_site_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "out.png").write_bytes(pictures.png(30, 20))
    site = tmp_path / "site"
    site.mkdir()
    (site / "link.png").symlink_to(tmp_path / "out.png")
    (site / "loop.png").symlink_to("loop.png")
    os.mkfifo(site / "pipe.png")
    body = "![](/link.png) ![](/../out.png) ![](../../out.png) ![](/loop.png) ![](/pipe.png)"

    loaded = read(site, body)
    assert loaded.document is not None
    assert {image.width for image in loaded.document.images} == {None}
    assert problems(loaded) == [("WARNING", "image-missing", 1, None)]


def test_only_so_many_images_are_looked_up(tmp_path: Path) -> None:
    loaded = read(tmp_path, "".join(f"![](/{n}.png)\n" for n in range(30_000)))
    assert loaded.document is not None
    assert len(loaded.document.images) == 30_000
    assert "and 997 more" in loaded.issues[0].message


def test_an_image_with_a_name_that_no_file_can_have_is_missing(tmp_path: Path) -> None:
    loaded = read(tmp_path, f"![](/{'a' * 5000}.png)\n\n![]({'a/' * 5000}b.png)", POST, CONFIG)

    assert problems(loaded) == [("WARNING", "image-missing", 1, None)]
