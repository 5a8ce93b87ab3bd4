"""The width and height of image files; the only module that knows imagesize."""

import os
import re
import stat
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, NamedTuple

import imagesize  # type: ignore[import-untyped]  # annotated, but without py.typed

KEPT = 10_000
"""How many sizes are remembered."""

MAX_READS = 2_000
MAX_READ_BYTES = 1_000_000
"""What is read of one file at most. A header is found in a few reads of a few bytes."""

MAX_PIXELS = 1_000_000
SVG_BEGINNING = 4_096
VIEW_BOX = re.compile(rb"""<svg\b[^>]*\sviewBox=["']([^"']{1,100})["']""")


class Size(NamedTuple):
    """In pixels, as the image is shown: turned as its metadata says."""

    width: int
    height: int


def measure(path: Path) -> Size | None:
    """The size of the image in a file; None where it has none that can be read.

    Raises OSError where there is no such file, or none that may be read.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise FileNotFoundError(str(path))
    return _measured(str(path), status.st_mtime_ns, status.st_size)


class _Bounded:
    """A file for imagesize, which follows offsets as the file has them, however many there are."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._reads = 0

    def read(self, size: int = -1) -> bytes:
        self._reads += 1
        if self._reads > MAX_READS:
            return b""
        return self._file.read(size if 0 <= size <= MAX_READ_BYTES else MAX_READ_BYTES)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._file.seek(offset, whence)


@lru_cache(KEPT)
def _measured(path: str, _mtime_ns: int, _bytes: int) -> Size | None:
    with Path(path).open("rb") as file:
        width, height = imagesize.get(_Bounded(file))
        if width <= 0 or height <= 0:
            file.seek(0)
            width, height = _view_box(file.read(SVG_BEGINNING))
    if all(0 < side < MAX_PIXELS for side in (width, height)):  # what an SVG says may be no number
        return Size(max(1, round(width)), max(1, round(height)))
    return None


def _view_box(beginning: bytes) -> tuple[float, float]:
    """The size of an SVG that leaves it to the page, in its own units; zeros if it is none."""
    match = VIEW_BOX.search(beginning)
    numbers = match[1].replace(b",", b" ").split() if match else []
    try:
        _, _, width, height = map(float, numbers)
    except ValueError:
        return 0, 0
    return width, height
