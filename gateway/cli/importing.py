"""`gateway import`."""

from collections import Counter
from pathlib import Path

import orjson
import typer
from rich.markup import escape

from gateway import settings
from gateway.cli import terminal
from gateway.errors import ExportError
from gateway.importers.kind import Kind
from gateway.importers.report import Report

MOST_SHOWN = 20

commands = typer.Typer(
    help="Write the posts of another program as a folder that this one serves.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@commands.command()
def wordpress(
    exports: settings.Exports,
    folder: settings.ImportFolder,
    *,
    pages: settings.Pages = False,
    force: settings.Force = False,
    report: settings.ReportFile = None,
) -> None:
    """Write an export of WordPress (Tools, Export), in one file or several, as a folder."""
    from gateway.importers.run import run

    made = run(Kind.WORDPRESS, exports, folder, pages=pages, force=force)
    _show(made, folder, report)


@commands.command()
def ghost(
    exports: settings.Exports,
    folder: settings.ImportFolder,
    *,
    pages: settings.Pages = False,
    url: settings.SiteUrl = None,
    force: settings.Force = False,
    report: settings.ReportFile = None,
) -> None:
    """Write an export of Ghost (Settings, Import/Export) as a folder."""
    from gateway.importers.run import run

    made = run(Kind.GHOST, exports, folder, pages=pages, force=force, url=url)
    _show(made, folder, report)


def _show(report: Report, folder: Path, file: Path | None) -> None:
    if file is not None:
        try:
            file.write_bytes(orjson.dumps(report.as_json(), option=orjson.OPT_INDENT_2) + b"\n")
        except OSError as error:
            raise ExportError(f"{file} cannot be written ({error.strerror})") from error
    for line in lines(report, folder, MOST_SHOWN):
        terminal.messages.print(escape(line))


def lines(report: Report, folder: Path, most: int) -> list[str]:
    """The report for a person, with at most as many problems."""
    written = report.written
    summary = (
        f"{terminal.plural(written['post'], 'post')}, {terminal.plural(written['draft'], 'draft')},"
        f" {terminal.plural(written['page'], 'page')} in {folder};"
        f" {terminal.plural(report.media, 'file')} stay where they are on the old site"
    )
    found = [summary]
    for name, counts in (
        ("left out", report.skipped),
        ("unknown shortcodes, only their text was kept", report.shortcodes),
        ("blocks without content of their own", report.blocks),
    ):
        if counts:
            found.append(f"{name}: {_counted(counts)}")
    found += [f"warning {problem}" for problem in report.problems[:most]]
    if len(report.problems) > most:
        more = len(report.problems) - most
        found.append(f"and {terminal.plural(more, 'warning')} more; --report FILE writes them all")
    return found


def _counted(counts: Counter[str]) -> str:
    """The most frequent first, those as frequent by name."""
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{name} ({number:,})" for name, number in ranked)
