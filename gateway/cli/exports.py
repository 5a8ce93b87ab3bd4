"""An export that is named where a folder could be: imported once, into the user's cache."""

import shutil
from hashlib import file_digest
from pathlib import Path

from rich.markup import escape

from gateway import __version__
from gateway.cli import folders, importing, terminal
from gateway.errors import ExportError
from gateway.importers import kind
from gateway.importers.run import run

STAMP = ".export"
MOST_SHOWN = 5
SUFFIXES = frozenset({".xml", ".json"})


def is_one(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and path.is_file()


def folder_of(export: Path) -> Path:
    """The folder beside the export's database that holds its posts, written anew if need be."""
    folder = folders.cached_database(export).with_suffix(".import")
    stamp = _stamp(export)
    if not _is_of(folder, stamp):
        new = folder.with_suffix(".new")
        shutil.rmtree(new, ignore_errors=True)
        report = run(kind.of(export), [export], new)
        (new / STAMP).write_text(stamp)
        shutil.rmtree(folder, ignore_errors=True)
        new.rename(folder)
        for line in importing.lines(report, folder, MOST_SHOWN):
            terminal.messages.print(escape(line))
    return folder


def _stamp(export: Path) -> str:
    """What tells one content of the file from another, and one version of the importers."""
    try:
        with export.open("rb") as file:
            return f"{__version__} {file_digest(file, 'blake2b').hexdigest()}"
    except OSError as error:
        raise ExportError(f"{export} cannot be read ({error.strerror})") from error


def _is_of(folder: Path, stamp: str) -> bool:
    file = folder / STAMP
    return file.is_file() and file.read_text() == stamp
