"""The rows, in the order in which a folder is compared with them."""

from collections.abc import Iterator
from pathlib import Path

from gateway.content.dialects import astro, eleventy, hexo, hugo, jekyll, plain, zenn, zola
from gateway.content.dialects.dialect import Dialect, Place
from gateway.errors import ContentError

ROWS = (
    *(hexo.ROW, zola.ROW, hugo.ROW, astro.ROW, eleventy.ROW, zenn.ROW, jekyll.ROW),
    plain.ROW,
)
WITHOUT_PLACES = (jekyll.ROW, plain.ROW)
NAMES = tuple(sorted(row.name for row in ROWS))
MAX_ABOVE = 3  # folders between a site's root and its posts


def named(name: str) -> Dialect:
    """Raises `ContentError` for a name that no row has."""
    found = next((row for row in ROWS if row.name == name.lower()), None)
    if found is None:
        raise ContentError(f"there is no dialect {name!r}; name one of {', '.join(NAMES)}")
    return found


def locate(folder: Path, row: Dialect | None = None) -> tuple[Dialect, Path]:
    """The generator, and the root of the site: the folder, or the one whose posts it holds."""
    rows = ROWS if row is None else (row,)
    for each in rows:
        if each is not plain.ROW and each.recognise(folder):
            return each, folder
    for root in folder.parents[:MAX_ABOVE]:
        for each in rows:
            if each not in WITHOUT_PLACES and each.recognise(root):
                inner = f"{folder.relative_to(root).as_posix()}/"
                if any(p.folder and inner.startswith(f"{p.folder}/") for p in _places(each, root)):
                    return each, root
    if folder.name in jekyll.ROW.inside and row in (None, jekyll.ROW):
        return jekyll.ROW, folder.parent
    return row or plain.ROW, folder


def _places(row: Dialect, root: Path) -> Iterator[Place]:
    for place in row.places(root, {}, ()):
        yield place
        yield place._replace(folder=place.base)
