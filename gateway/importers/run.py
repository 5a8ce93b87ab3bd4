"""All of an import together."""

from collections.abc import Sequence
from pathlib import Path

from gateway.importers import folder as folders
from gateway.importers import ghost, kind, wordpress
from gateway.importers.export import Export
from gateway.importers.kind import Kind
from gateway.importers.report import Report


def run(
    source: Kind,
    paths: Sequence[Path],
    folder: Path,
    *,
    pages: bool = False,
    force: bool = False,
    url: str | None = None,
) -> Report:
    """Writes the exports as one folder. Raises `ExportError` where nothing could be read.

    `url` is the address of the site, which Ghost's exports do not hold.
    """
    for path in paths:
        kind.check(path, source)
    folders.check(folder, force=force)
    report = Report()
    folders.write(_read(source, paths, report, pages=pages, url=url), folder, report)
    return report


def _read(
    source: Kind, paths: Sequence[Path], report: Report, *, pages: bool, url: str | None
) -> Export:
    if source is Kind.WORDPRESS:
        return wordpress.read(paths, report, pages=pages)
    return ghost.read(paths, report, pages=pages, url=url)
