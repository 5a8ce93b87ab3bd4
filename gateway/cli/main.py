"""The commands. Each imports what only it needs when it runs, so that the others start sooner."""

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import orjson
import typer
from rich.markup import escape

import gateway
from gateway import settings
from gateway.cli import folders, importing, terminal
from gateway.content.document import ContentIssue, Severity
from gateway.content.site import Site
from gateway.errors import GatewayError
from gateway.settings import DEFAULT_FIRST, DEFAULT_HOST, DEFAULT_PORT
from gateway.store.sqlite import open_store
from gateway.sync import indexing, rebuilding, state
from gateway.sync.report import Report
from gateway.sync.run import sync as run_sync

FAILED = 1
"""The exit status for an answer that is no: content with errors, a query with errors."""

REFUSED = 2
"""The exit status where there is no answer: wrong options, a missing folder, a port in use."""

cli = typer.Typer(
    name="gateway",
    help="Serves a blog's Markdown posts over GraphQL.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
cli.add_typer(importing.commands, name="import")


def main() -> None:
    """Runs the command line. An expected error is one message, and the exit status 2."""
    try:
        cli()
    except GatewayError as error:
        terminal.error(error)
        sys.exit(REFUSED)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - the signature of a typer callback
    if wanted:
        terminal.answers.print(f"content-gateway {gateway.__version__}")
        raise typer.Exit


@cli.callback()
def options(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_print_version, help="Print the version."
        ),
    ] = False,
) -> None:
    pass


@cli.command()
def serve(
    folder: settings.Folder = None,
    database: settings.Database = None,
    host: settings.Host = DEFAULT_HOST,
    port: settings.Port = DEFAULT_PORT,
    dialect: settings.Dialect = None,
    collections: settings.Collections = "",
    index_keys: settings.IndexKeys = "",
    *,
    watch: settings.Watch = False,
    poll: settings.Poll = False,
    rebuild: settings.Rebuild = False,
    preview_token: settings.PreviewToken = None,
    federation: settings.Federation = False,
) -> None:
    """Load the posts of a folder and serve them over GraphQL."""
    from gateway.cli import serving

    # What stops services and containers ends as Ctrl-C does, with the database closed.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        serving.run(
            serving.serve(
                folder,
                database,
                host,
                port,
                dialect,
                collections,
                folders.names(index_keys),
                watch=watch,
                poll=poll,
                rebuild=rebuild,
                preview_token=preview_token,
                federation=federation,
            )
        )
    except KeyboardInterrupt:
        terminal.messages.print("stopped")


@cli.command()
def sync(
    folder: settings.RequiredFolder,
    database: settings.RequiredDatabase,
    dialect: settings.Dialect = None,
    collections: settings.Collections = "",
    index_keys: settings.IndexKeys = "",
    *,
    rebuild: settings.Rebuild = False,
) -> None:
    """Load the posts of a folder into a database, without serving them."""
    site = folders.site(folder, dialect, collections)
    load = _rebuild if rebuild else _sync
    report = asyncio.run(load(site, database, folders.names(index_keys)))
    terminal.messages.print(
        f"{terminal.holds(report.counts)} in {report.seconds * 1000:,.0f} ms: "
        f"{terminal.changes(report)}"
    )
    _say_if_empty(site, report)
    if report.counts.issues:
        terminal.messages.print(
            f"{terminal.plural(report.counts.issues, 'issue')}; "
            f"gateway check {escape(str(folder))} lists them"
        )


@cli.command()
def check(
    folder: settings.RequiredFolder,
    dialect: settings.Dialect = None,
    collections: settings.Collections = "",
) -> None:
    """List what is wrong with the posts of a folder; exit status 1 when there are errors."""
    site = folders.site(folder, dialect, collections)
    with TemporaryDirectory() as scratch:
        report, issues = asyncio.run(_check(site, Path(scratch) / "check.db"))
    terminal.show_issues(issues)
    errors = sum(issue.severity is Severity.ERROR for issue in issues)
    warnings = len(issues) - errors
    terminal.messages.print(
        f"{site.dialect.title}: {terminal.holds(report.counts)}; "
        f"{terminal.plural(errors, 'error')}, {terminal.plural(warnings, 'warning')}"
    )
    _say_if_empty(site, report)
    if errors:
        raise typer.Exit(FAILED)


def _say_if_empty(site: Site, report: Report) -> None:
    if not report.counts.posts + report.counts.hidden:
        terminal.messages.print(escape(terminal.nowhere(site)))


async def _sync(site: Site, database: Path, index_keys: Sequence[str]) -> Report:
    async with open_store(database) as store:
        await indexing.index(store, index_keys)
        with terminal.progress() as progress:
            return await run_sync(store, site, progress)


async def _rebuild(site: Site, database: Path, index_keys: Sequence[str]) -> Report:
    with terminal.progress() as progress:
        return await rebuilding.rebuild(database, site, progress, index_keys)


async def _check(site: Site, database: Path) -> tuple[Report, list[ContentIssue]]:
    async with open_store(database, scratch=True) as store:
        with terminal.progress() as progress:
            report = await run_sync(store, site, progress)
        return report, await state.issues(store.reader)


@cli.command()
def search(
    folder: settings.SearchFolder = None,
    text: settings.Search = None,
    database: settings.SearchDatabase = None,
    dialect: settings.Dialect = None,
    collections: settings.Collections = "",
    first: settings.First = DEFAULT_FIRST,
    *,
    preview: settings.Preview = False,
) -> None:
    """Search the posts of a folder; exit status 1 when nothing is found."""
    from gateway.cli import searching

    if text is None:  # what stands alone is the query
        text, folder = folder, os.environ.get(settings.FOLDER_VARIABLE)
    searched = searching.checked(text)
    place, path = searching.place(folder, database)
    site = None if place is None else folders.site(place, dialect, collections)
    if not asyncio.run(searching.search(searched, first, path, site, preview=preview)):
        raise typer.Exit(FAILED)


@cli.command()
def schema(*, federation: settings.Federation = False) -> None:
    """Print the GraphQL schema."""
    from gateway.schema import executor, subgraph

    terminal.answer(subgraph.sdl() if federation else executor.SCHEMA.as_str())


@cli.command()
def query(
    document: settings.Query,
    database: settings.AnswerDatabase = None,
    content: settings.Content = None,
    variables: settings.Variables = None,
    dialect: settings.Dialect = None,
    collections: settings.Collections = "",
    index_keys: settings.IndexKeys = "",
    *,
    preview: settings.Preview = False,
) -> None:
    """Answer a query without a server; exit status 1 when the answer has errors."""
    from gateway.cli import answering

    if database is None and content is None:
        raise typer.BadParameter("give --database FILE or --content DIR")
    text = sys.stdin.read() if document == "-" else document
    values = _variables(variables)
    site = None if content is None else folders.site(content, dialect, collections)
    path = database or folders.cached_database(content or Path())
    keys = folders.names(index_keys)
    body = asyncio.run(answering.answer(text, values, path, site, keys, preview=preview))
    terminal.answer_json(body)
    if b'"errors":' in body[:10]:
        raise typer.Exit(FAILED)


def _variables(text: str | None) -> dict[str, Any] | None:
    if text is None:
        return None
    try:
        variables = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise typer.BadParameter(f"--variables is not valid JSON: {error}") from None
    if not isinstance(variables, dict):
        raise typer.BadParameter("--variables must be a JSON object")
    return variables
