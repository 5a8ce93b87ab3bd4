"""What a file is: an export of WordPress, of Ghost, or neither."""

import itertools
import re
from enum import StrEnum
from pathlib import Path

from gateway.errors import ExportError
from gateway.importers import xmltext

HTML = re.compile(r"<!doctype\s+html\s*>|<html", re.IGNORECASE)
HEAD = 1 << 20  # characters
BEFORE_ROOT = re.compile(r"\s+|<!--.*?-->|<\?.*?\?>", re.DOTALL)


class Kind(StrEnum):
    WORDPRESS = "wordpress"
    GHOST = "ghost"


NAMES = {Kind.WORDPRESS: "WordPress", Kind.GHOST: "Ghost"}


def of(path: Path) -> Kind:
    """Raises `ExportError` saying what the file is instead, and where an export comes from."""
    if path.is_dir():
        raise ExportError(f"{path} is a folder; name the export file in it")
    head = "".join(itertools.islice(xmltext.plain(path), HEAD // xmltext.CHUNK)).lstrip("\ufeff")
    start = head.lstrip()[:1]
    if start == "{":
        return Kind.GHOST
    if start == "<":
        _check(path, head)
        return Kind.WORDPRESS
    was = "is empty" if not start else "is neither XML nor JSON"
    raise ExportError(
        f"{path} {was}; name a file that WordPress (Tools, Export) or Ghost (Settings, Export)"
        " has written"
    )


def check(path: Path, expected: Kind) -> None:
    """Raises `ExportError` where `path` is no export of the `expected` kind."""
    kind = of(path)
    if kind is not expected:
        form = "JSON" if kind is Kind.GHOST else "XML"
        raise ExportError(
            f"{path} is {form}, so no export of {NAMES[expected]}; for one of {NAMES[kind]}"
            f" run gateway import {kind} {path} --to DIR"
        )


def _check(path: Path, head: str) -> None:
    """Nothing but comments and instructions may stand before the root element `rss`."""
    position = _prolog(head)
    root = head[position:]
    if root[:9].upper() == "<!DOCTYPE" and not HTML.match(root):
        raise ExportError(
            f"{path} has a document type declaration, which WordPress never writes and which can"
            " do harm; remove it"
        )
    if not root.startswith("<rss"):
        shown = "a page of HTML" if HTML.match(root) else "XML of another kind"
        raise ExportError(
            f"{path} is {shown}, no export of WordPress; write one with Tools, Export"
        )
    if _is_feed(root):
        raise ExportError(
            f"{path} is an RSS feed, which holds only the newest posts, and no export of"
            " WordPress; write one with Tools, Export"
        )


def _is_feed(root: str) -> bool:
    return "wordpress.org/export/" not in root and "<wp:" not in root


def _prolog(head: str) -> int:
    """Where the first thing stands that is neither blank, comment nor instruction."""
    position = 0
    while match := BEFORE_ROOT.match(head, position):
        position = match.end()
    return position
