"""The files beside a site's posts that templates may use: `_includes` and `_data`."""

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar

from gateway.content import source
from gateway.content.issues import Issues
from gateway.content.matter import datafile, nodes
from gateway.content.names import POSTS
from gateway.content.scan import EXCLUDED
from gateway.content.site import MAX_SUPPORT_BYTES, Site, support_folder
from gateway.content.templating.liquid.values import Drop

# https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/tags/include.rb
NAME_CHARACTERS = re.compile(r"[\w/.\-()+~#@]+")
NAME_LEAVES = re.compile(r"[./]{2}")
# https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/readers/data_reader.rb `sanitize_filename`
NOT_IN_A_KEY = re.compile(r"[^\w\s-]+")
BLANKS = re.compile(r"\s+")


class NotFoundError(Exception):
    """A file that a template asks for is not there; the text says what to do.

    `instead` is the URL path where it would be, if that can be told.
    """

    def __init__(self, problem: str, instead: str | None = None) -> None:
        super().__init__(problem)
        self.instead = instead


class Library:
    """Of the site at `root`, which stays as it is as long as its fingerprint does."""

    def __init__(self, root: Path, includes: str, data: str) -> None:
        self._root = os.path.realpath(root)
        self._includes = includes
        self._texts: dict[str, str] = {}
        self._index: _PostIndex | None = None
        self.parsed: dict[str, Any] = {}
        self.data = _DataFolder(self, data)

    def include(self, name: str) -> tuple[str, str]:
        """The path and the text of the file in `_includes`. Raises `NotFoundError`."""
        return self.relative(self._includes, name)

    def relative(self, folder: str, name: str) -> tuple[str, str]:
        """The path and the text of a file under a folder. Raises `NotFoundError`."""
        if NAME_CHARACTERS.fullmatch(name) is None or NAME_LEAVES.search(name):
            raise NotFoundError(f"{name[:80]!r} is no name of a file in {folder or 'the site'}")
        path = f"{folder}/{name}".strip("/")
        text = self._texts.get(path)
        if text is None:
            text = self.read(path)
            if folder == self._includes:
                self._texts[path] = text
        return path, text

    def _real(self, path: str) -> str | None:
        """Where a file of the site lies; None where it is none, or leads out of the site."""
        if "\0" in path:
            return None
        file = os.path.realpath(os.path.join(self._root, path))  # noqa: PTH118 - beside realpath
        inside = file.startswith(self._root + os.sep)
        return file if inside and os.path.isfile(file) else None  # noqa: PTH113 - a string

    def has(self, path: str) -> bool:
        return self._real(path) is not None

    def read(self, path: str) -> str:
        """The text of a file inside the site. Raises `NotFoundError`."""
        file = self._real(path)
        if file is None:
            raise NotFoundError(f"there is no file {path[:200]}; add it or correct the name")
        try:
            with open(file, "rb") as stream:  # noqa: PTH123 - a string from realpath
                data = stream.read(MAX_SUPPORT_BYTES + 1)
        except OSError as error:
            raise NotFoundError(f"{path} cannot be read ({error.strerror})") from error
        if len(data) > MAX_SUPPORT_BYTES:
            raise NotFoundError(f"{path} has more than {MAX_SUPPORT_BYTES:,} bytes; split it")
        text = source.decode(data, Issues(path))
        if text is None:
            raise NotFoundError(f"{path} is not UTF-8; save it as UTF-8")
        return text

    def folder(self, path: str) -> list[os.DirEntry[str]]:
        """What lies in a folder of the site, by name; nothing where it is none."""
        try:
            with os.scandir(os.path.join(self._root, path)) as entries:  # noqa: PTH118
                return sorted(entries, key=lambda entry: entry.name)
        except OSError:
            return []

    def post(self, stem: str) -> str | None:
        """The path of the post in any `_posts` whose file name without extension is `stem`."""
        if self._index is None or not self._index.is_valid():
            self._index = _PostIndex(self._root)
        return self._index.paths.get(stem)


class _PostIndex:
    """Valid as long as no folder of the site has changed."""

    def __init__(self, root: str) -> None:
        self.paths: dict[str, str] = {}
        self._changed: dict[str, int | None] = {}
        for folder, folders, files in os.walk(root):
            folders[:] = [
                name
                for name in folders
                if name not in EXCLUDED and (name == POSTS or name[0] not in "._")
            ]
            self._changed[folder] = _changed(folder)
            inside = folder.removeprefix(root).replace(os.sep, "/").lstrip("/")
            if POSTS in inside.split("/"):
                for name in files:
                    stem = name.rpartition(".")[0]
                    self.paths.setdefault(stem, f"{inside}/{name}")

    def is_valid(self) -> bool:
        return all(_changed(folder) == changed for folder, changed in self._changed.items())


def _changed(folder: str) -> int | None:
    """When the folder was changed; None where there is none."""
    try:
        return os.stat(folder).st_mtime_ns  # noqa: PTH116 - a string
    except OSError:
        return None


class _DataFolder(Drop):
    """`site.data`: files by the name without extension, read when they are asked for."""

    READERS: ClassVar = datafile.READERS

    def __init__(self, library: Library, path: str) -> None:
        self._library = library
        self._path = path
        self._values: dict[str, Any] = {}
        self._entries: dict[str, os.DirEntry[str]] | None = None

    def __getitem__(self, key: str) -> Any:
        if key not in self._values:
            self._values[key] = self._load(self._listed()[key])
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._listed())

    def __len__(self) -> int:
        return len(self._listed())

    def _listed(self) -> dict[str, os.DirEntry[str]]:
        if self._entries is None:
            self._entries = {}
            for entry in self._library.folder(self._path):
                stem, extension = os.path.splitext(entry.name)  # noqa: PTH122 - a name
                if entry.is_dir(follow_symlinks=False):
                    self._entries[_key(entry.name)] = entry
                elif extension.lower() in self.READERS and entry.name[0] not in "._#":
                    self._entries[_key(stem)] = entry
        return self._entries

    def _load(self, entry: os.DirEntry[str]) -> Any:
        path = f"{self._path}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            return _DataFolder(self._library, path)
        try:
            text = self._library.read(path)
        except NotFoundError:
            return None
        extension = os.path.splitext(entry.name)[1].lower()  # noqa: PTH122 - a name
        return nodes.as_json(self.READERS[extension](text, Issues(path)))


def _key(stem: str) -> str:
    return BLANKS.sub("_", NOT_IN_A_KEY.sub("", stem).strip())


@lru_cache(maxsize=4)
def _library(root: Path, includes: str, data: str, _fingerprint: str) -> Library:
    return Library(root, includes, data)


def of_site(site: Site) -> Library:
    """The same one for a site as long as its configuration, includes and data are the same."""
    includes = support_folder(site.settings, "includes_dir")
    data = support_folder(site.settings, "data_dir")
    return _library(site.root, includes, data, site.fingerprint)
