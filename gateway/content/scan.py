"""The files of a site that are posts."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import translate
from pathlib import PurePosixPath
from typing import NamedTuple

from gateway.content import names
from gateway.content.document import ContentIssue, Severity
from gateway.content.matter import nodes
from gateway.content.site import Site

MAX_BYTES = 10_000_000
IGNORED_LAST = "~"
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
POSTS_COLLECTION = "posts"
EXCLUDED = ("node_modules", "vendor")

REFUSALS = {
    "file-too-large": Severity.ERROR,
    "folder-unreadable": Severity.ERROR,
    "link-broken": Severity.ERROR,
    "link-outside": Severity.ERROR,
    "link-repeated": Severity.ERROR,
    "name-control-character": Severity.ERROR,
    "name-not-utf-8": Severity.ERROR,
    "name-without-date": Severity.WARNING,
    "not-a-file": Severity.ERROR,
}
"""The codes of issues for files and folders that are not read, with how bad each is."""


class SourceFile(NamedTuple):
    """`path` is relative to the site's root, in POSIX form; `size` is in bytes."""

    path: str
    size: int
    mtime_ns: int
    inode: int


@dataclass(frozen=True, slots=True)
class Scan:
    """Both sorted by path."""

    files: tuple[SourceFile, ...]
    issues: tuple[ContentIssue, ...]


def scan(site: Site) -> Scan:
    """The posts of the site, as its generator finds them.

    What cannot be read is one issue each. What the generator ignores is passed over.
    """
    walk = _Walk(site)
    found = [walk.file(path, entry) for path, entry in walk.run()]
    files = sorted((file for file in found if file is not None), key=lambda file: file.path)
    return Scan(tuple(files), tuple(sorted(walk.issues, key=lambda issue: issue.file)))


class _Walk:
    def __init__(self, site: Site) -> None:
        self.issues: list[ContentIssue] = []
        self._root = site.root
        self._places = site.places
        self._row = site.dialect
        self._real_root = os.path.realpath(site.root)
        self._excluded = _excluded(site)
        self._extensions = site.markdown_extensions
        self._followed: set[str] = set()
        self._walked: set[str] = set()

    def run(self) -> Iterator[tuple[str, os.DirEntry[str]]]:
        """The candidates; an explicit stack, because nothing bounds how deep folders go."""
        # The deepest first: what is a place of its own is not walked as part of another.
        for place in sorted(self._places, key=lambda place: -len(place.folder)):
            named = place.collection != POSTS_COLLECTION
            within = self._row.inside.isdisjoint(place.folder.split("/")) and not named
            pending = [(place.folder, not (self._row.inside and within))]
            while pending:
                folder, inside = pending.pop()
                if folder in self._walked:
                    continue
                self._walked.add(folder)
                listed = self._listed(folder)
                prefix = f"{folder}/" if folder else ""
                bundle = (
                    self._row.bundles
                    and folder != place.base
                    and any(_is_index(entry.name) for entry in listed)
                )
                for entry in listed:
                    path = prefix + entry.name
                    if self._passed_over(entry.name, path):
                        continue
                    if entry.is_dir(follow_symlinks=False) or self._leads_to_a_folder(path, entry):
                        if not bundle:
                            pending.append((path, inside or entry.name in self._row.inside))
                    elif bundle and not _is_index(entry.name):
                        continue
                    if inside and self._is_candidate(entry.name, path):
                        yield path, entry

    def _listed(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self._root / folder) as entries:
                return list(entries)
        except FileNotFoundError:
            return []
        except OSError as error:
            self._refuse(
                folder or ".",
                "folder-unreadable",
                f"the folder cannot be read ({error.strerror}); allow this user to read it",
            )
            return []

    def file(self, path: str, entry: os.DirEntry[str]) -> SourceFile | None:
        """The candidate as a file to load, or an issue that says why it is none."""
        if not self._has_good_name(path):
            return None
        if entry.is_symlink() and not self._inside(entry.path):
            self._refuse(
                path,
                "link-outside",
                "the link leads out of the site, so it was not followed; put the file here",
            )
            return None
        folders = path.split("/")[:-1]
        if names.POSTS in folders and self._row.inside and not names.POST.fullmatch(entry.name):
            self._refuse(
                path,
                "name-without-date",
                "a post's file name begins with its date, so this is none;"
                " name it like 2025-11-07-title.md",
            )
            return None
        try:
            status = entry.stat()
        except OSError as error:
            if entry.is_symlink():
                self._refuse(path, "link-broken", f"{error.strerror}; point the link at a file")
            return None  # else it was removed since its folder was listed
        if not entry.is_file():
            self._refuse(path, "not-a-file", "a post is a file, and this is none; rename it")
        elif status.st_size > MAX_BYTES:
            self._refuse(
                path,
                "file-too-large",
                f"the file has {status.st_size:,} bytes and {MAX_BYTES:,} are allowed; split it",
            )
        else:
            return SourceFile(path, status.st_size, status.st_mtime_ns, status.st_ino)
        return None

    def _has_good_name(self, path: str) -> bool:
        if not _is_text(path):
            self._refuse(path, "name-not-utf-8", "the file's name is not UTF-8; rename it")
        elif CONTROL.search(path):
            self._refuse(
                path, "name-control-character", "the name has a line feed or the like; rename it"
            )
        else:
            return True
        return False

    def _is_candidate(self, name: str, path: str) -> bool:
        stem, extension = os.path.splitext(name)  # noqa: PTH122 - 10,000 times
        extension = extension.lower()
        if extension in self._extensions or (self._row.html and extension in names.HTML):
            return stem.partition(".")[0] not in self._row.not_posts
        if not self._row.inside or extension in names.NOT_WRITING:
            return False
        return names.POST.fullmatch(name) is not None or (
            extension in names.HTML and names.DRAFTS in path.split("/")
        )

    def _passed_over(self, name: str, path: str) -> bool:
        if name[0] in self._row.ignored or name[-1] == IGNORED_LAST:
            return name not in self._row.inside or self._excluded.match(path) is not None
        return self._excluded.match(path) is not None

    def _leads_to_a_folder(self, path: str, entry: os.DirEntry[str]) -> bool:
        """Whether to walk into a linked folder: inside the site, and each target only once."""
        # Unlike `entry.is_dir`, this does not raise where a link leads to itself.
        if not entry.is_symlink() or not os.path.isdir(entry.path):  # noqa: PTH112
            return False
        target = os.path.realpath(entry.path)
        if not self._inside(entry.path):
            self._refuse(
                path,
                "link-outside",
                "the link leads out of the site, so it was not followed; put the folder here",
            )
            return False
        within = os.path.realpath(os.path.dirname(entry.path))  # noqa: PTH120 - beside realpath
        if target in self._followed or f"{within}/".startswith(f"{target}/"):
            self._refuse(
                path,
                "link-repeated",
                "the link leads to a folder that is read already, so it was not followed;"
                " remove it",
            )
            return False
        self._followed.add(target)
        return True

    def _inside(self, path: str) -> bool:
        target = os.path.realpath(path)
        return target == self._real_root or target.startswith(self._real_root + os.sep)

    def _refuse(self, path: str, code: str, message: str) -> None:
        shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        shown = CONTROL.sub(lambda found: ascii(found[0])[1:-1], shown)
        self.issues.append(ContentIssue(shown, code, message, severity=REFUSALS[code]))


def _is_index(name: str) -> bool:
    """Whether the file makes its folder one post: `index.md`, `index.ja.md`."""
    return name.startswith("index.") and name.endswith((".md", ".markdown", ".html"))


def _is_text(path: str) -> bool:
    """False where the name holds bytes that are no UTF-8, which Python carries as surrogates."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _excluded(site: Site) -> re.Pattern[str]:
    """Matches the paths that `exclude` of `_config.yml` names, a folder's own path included.

    https://jekyllrb.com/docs/configuration/options/
    """
    written = site.settings.get("exclude")
    included = site.settings.get("include")
    kept = {nodes.text(node) for node in included} if isinstance(included, list) else set()
    patterns = [*EXCLUDED]
    if isinstance(written, list):
        patterns += [text for node in written if (text := nodes.text(node))]
    cleaned = (str(PurePosixPath(pattern.lstrip("/"))) for pattern in patterns)
    return re.compile("|".join(translate(pattern) for pattern in cleaned if pattern not in kept))
