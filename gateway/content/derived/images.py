"""The images of a post: its cover, and those of its body, with their addresses and sizes."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

from gateway.content.derived import cover, imagefile
from gateway.content.derived.imagefile import Size
from gateway.content.document import Image, Text
from gateway.content.entry import Entry

STATIC = ("", "static", "public", "source", "assets", "src")
"""Folders of a site that its generator publishes at the root; '' is the site's own."""

MOVED = {(name,) for name in (*STATIC, "content")}
"""The first folder on the way to posts whose pages have other paths than their files."""

EXTENSIONS = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
MAX_MEASURED = 1_000
"""How many images of one body are looked up."""

SHOWN = 3
"""How many names an issue lists."""

IMAGE = re.compile(r"<img [^>]*>")
ATTRIBUTE = re.compile(r' (src|alt|width|height)="([^"]*)"')
PIXELS = re.compile(r"([1-9][0-9]{0,5})(?:\.[0-9]+)?(?:px)?")


class Found(NamedTuple):
    """The images of a body, each address once, and the sizes of the files by address as written."""

    images: tuple[Image, ...]
    sizes: Mapping[str, Size]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an image is: its address, and its file. `local` says that there should be a file."""

    src: str
    file: Path | None
    local: bool


def cover_of(entry: Entry, path: str) -> Image | None:
    """The cover that the front matter of the post at the URL path names, or that lies beside it.

    A path in the front matter leads to a file beside the post, else it begins at the site's root.
    """
    named = cover.named(entry.values)
    if named is None:
        beside = _cover_beside(entry)
        if beside is None:
            return None
        named = cover.Named("", beside, None, None, None)
    place = _locate(entry, path, named.src, in_body=False)
    size, problem = _measure(place)
    if problem and named.field in entry.matter:  # a default's would be said of every post
        entry.issues.warn(*_problem(problem, [named.src]), field=named.field)
    if named.width and named.height:
        return Image(place.src, named.alt, named.width, named.height)
    return Image(place.src, named.alt, *(size or (None, None)))


def in_body(entry: Entry, path: str, body: Text, first_line: int) -> Found:
    """The images in the body of the post at the URL path, which begins on a line of its file."""
    html = body.html
    images: dict[str, Image] = {}
    sizes: dict[str, Size] = {}
    problems: dict[str, list[str]] = {}
    for tag in IMAGE.findall(html) if "<img " in html else ():
        written = {name: unescape(value) for name, value in ATTRIBUTE.findall(tag)}
        src = written.get("src", "").strip()
        if not src or src in images:
            continue
        size, problem = None, None
        place = _Place(src, None, local=False)
        if len(images) < MAX_MEASURED:
            place = _locate(entry, path, src, in_body=True)
            size, problem = _measure(place)
        if size:
            sizes[written["src"]] = size
        if problem:
            problems.setdefault(problem, []).append(src)
        width, height = size or (_pixels(written.get("width")), _pixels(written.get("height")))
        images[src] = Image(place.src, written.get("alt"), width, height)
    for problem, sources in problems.items():
        before, found, _ = body.markdown.partition(sources[0])
        line = first_line + before.count("\n") if found else None
        entry.issues.warn(*_problem(problem, sources), line=line)
    return Found(tuple(images.values()), sizes)


def _pixels(written: str | None) -> int | None:
    match = PIXELS.fullmatch(written) if written else None
    return int(match[1]) if match else None


def _problem(code: str, sources: list[str]) -> tuple[str, str]:
    names = ", ".join(map(repr, sources[:SHOWN]))
    if len(sources) > SHOWN:
        names += f" and {len(sources) - SHOWN} more"
    one = len(sources) == 1
    if code == "image-missing":
        said = f"{names} {'is no file' if one else 'are no files'} of the site"
        return code, f"{said}, so the size is not known; add the file or correct the address"
    said = f"{names} {'is no image' if one else 'are no images'} that can be read"
    return code, f"{said}, so the size is not known; save the file as PNG, JPEG, WebP or SVG"


def _measure(place: _Place) -> tuple[Size | None, str | None]:
    """The size, or the code of what is wrong."""
    if place.file is None:
        return None, "image-missing" if place.local else None
    try:
        size = imagefile.measure(place.file)
    except OSError:
        return None, "image-missing"
    return size, None if size else "image-unreadable"


def _locate(entry: Entry, path: str, written: str, *, in_body: bool) -> _Place:
    site = entry.site
    try:
        parts = urlsplit(written)
    except ValueError:
        return _Place(written, None, local=False)
    base = site.base_path
    target = unquote(parts.path)
    if parts.scheme or parts.netloc:
        own = site.url is not None and parts.netloc == urlsplit(site.url).netloc
        file = _file(entry, _without(base, target)) if own else None
        return _Place(written, file, local=False)
    tail = f"?{parts.query}" if parts.query else ""
    if target.startswith("/"):
        rooted = written if in_body or _is_below(base, target) else base + written
        return _Place(rooted, _file(entry, _without(base, target)), local=True)
    beside = (PurePosixPath(entry.source_path).parent / target).as_posix()
    file = _inside(entry, beside)
    if file is not None:
        return _Place(_address_beside(entry, path, target) + tail, file, local=True)
    from_page = _joined(base + path if in_body else f"{base}/", target)
    return _Place(from_page + tail, _file(entry, _without(base, unquote(from_page))), local=True)


def _address_beside(entry: Entry, path: str, target: str) -> str:
    """A file in a folder that is published as it is keeps its path; others go with the post."""
    folders = PurePosixPath(entry.source_path).parts[:-1]
    moves = folders[:1] in MOVED or any(name.startswith("_") for name in folders)
    page = path if moves else f"/{entry.source_path}"
    return _joined(entry.site.base_path + page, target)


def _joined(page: str, target: str) -> str:
    """The address of a relative path on a page, which `..` does not lead above the root."""
    return "/" + urljoin(quote(page), quote(target)).lstrip("/")


def _is_below(base: str, path: str) -> bool:
    return not base or path == base or path.startswith(f"{base}/")


def _without(base: str, path: str) -> str:
    return path[len(base) :] if base and _is_below(base, path) else path


def _file(entry: Entry, path: str) -> Path | None:
    """The file that is published at a path from the site's root."""
    for folder in STATIC:
        file = _inside(entry, f"{folder}/{path.lstrip('/')}".lstrip("/"))
        if file is not None:
            return file
    return None


def _inside(entry: Entry, path: str) -> Path | None:
    """The file at a path from the site's root, unless it, or a link in it, leads out of that."""
    root = _real(entry.site.root)
    file = os.path.join(root, path)  # noqa: PTH118 - beside realpath
    # realpath looks at every folder of the path, so only of a file that is there. Unlike
    # Path.is_file, isfile takes a name that can be none for one that is not there.
    if not os.path.isfile(file):  # noqa: PTH113
        return None
    real = os.path.realpath(file)
    return Path(real) if real.startswith(root + os.sep) else None


@lru_cache(16)
def _real(root: Path) -> str:
    return os.path.realpath(root)


def _cover_beside(entry: Entry) -> str | None:
    """The name of a bundle's own cover: https://gohugo.io/content-management/page-bundles/"""
    path = PurePosixPath(entry.source_path)
    folder = path.parent
    if path.name.partition(".")[0] != "index" or not folder.name:
        return None
    try:
        names = os.listdir(entry.site.root / folder)  # noqa: PTH208 - names are all it takes
    except OSError:
        return None
    images = (name for name in names if PurePosixPath(name).suffix.lower() in EXTENSIONS)
    return min(filter(cover.is_resource, images), default=None)
