"""An export to a folder as Jekyll has them."""

import unicodedata
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any

from gateway.errors import ExportError
from gateway.importers import filename, yamltext
from gateway.importers.export import Article, Export, Place
from gateway.importers.report import Report

CONFIG = "_config.yml"
FOLDERS = {Place.POST: "_posts", Place.DRAFT: "_drafts", Place.PAGE: ""}
LIQUID = ("{{", "{%")


def check(folder: Path, *, force: bool) -> None:
    """Raises `ExportError` where an import must not or cannot write."""
    if folder.exists() and not folder.is_dir():
        raise ExportError(f"{folder} is a file; name a folder that is empty or not there yet")
    if not force and folder.is_dir() and any(folder.iterdir()):
        raise ExportError(
            f"{folder} is not empty; name another folder, or write over its files with --force"
        )


def write(export: Export, folder: Path, report: Report) -> None:
    """The same export is always written as the same bytes."""
    try:
        _write(export, folder, report)
    except OSError as error:
        raise ExportError(
            f"{error.filename or folder} cannot be written ({error.strerror}); what is in {folder}"
            " is not complete"
        ) from error


def _write(export: Export, folder: Path, report: Report) -> None:
    (folder / FOLDERS[Place.POST]).mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    for article in export.articles:
        path = _path(article, taken, report)
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_text(article), encoding="utf-8", newline="\n")
        report.written[article.place] += 1
    # Last, because its presence says that the folder is whole.
    for name, values in export.data.items():
        if values:
            _write_yaml(folder / "_data" / f"{name}.yml", values)
    _write_yaml(folder / CONFIG, export.config)


def _path(article: Article, taken: set[str], report: Report) -> str:
    """The path of a file that is not taken yet, also where capitals are the same letters."""
    name = filename.of_slug(article.slug) or "untitled"
    if article.place is Place.POST and article.date is not None:
        name = f"{article.date:%Y-%m-%d}-{name}".rjust(len(name) + 11, "0")
    above = [FOLDERS[article.place], *(filename.of_slug(each) for each in article.folders)]
    start = "/".join(part for part in (*above, name) if part)
    for number in count(1):
        path = f"{start if number == 1 else f'{start}-{number}'}{article.extension}"
        if _key(path) not in taken:
            taken.add(_key(path))
            break
    if number > 1:
        report.problem(path, f"the name {start}{article.extension} was taken, so this is another")
    return path


def _key(path: str) -> str:
    return unicodedata.normalize("NFKD", path).casefold()


def _text(article: Article) -> str:
    matter = _without_blanks(article.matter)
    if any(mark in article.body for mark in LIQUID):
        matter["render_with_liquid"] = False
    return f"---\n{yamltext.dump(matter)}---\n{article.body}\n"


def _write_yaml(path: Path, values: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yamltext.dump(_without_blanks(values)), encoding="utf-8", newline="\n")


def _without_blanks(values: Mapping[str, Any]) -> dict[str, Any]:
    """Without the fields that say nothing: None, empty texts, lists and mappings."""
    inner = {
        key: _without_blanks(value) if isinstance(value, Mapping) else value
        for key, value in values.items()
    }
    return {key: value for key, value in inner.items() if value not in (None, "", [], (), {})}
