"""`gateway serve`."""

import asyncio
import logging
import os
import socket
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import uvicorn
from rich.markup import escape

import gateway
from gateway.cli import exports, folders, terminal
from gateway.content.site import Site
from gateway.errors import GatewayError
from gateway.http import app
from gateway.store.sqlite import Store, open_store
from gateway.sync import derived, following, indexing, rebuilding, state
from gateway.sync.report import Report
from gateway.sync.run import sync
from gateway.sync.schedule import Punctual

try:
    from uvloop import run
except ImportError:  # it does not exist for Windows
    from asyncio import run  # type: ignore[assignment]

__all__ = ["run", "serve"]

log = logging.getLogger("gateway")


AT_ONCE = 0.5
"""Seconds that a sync may take before the content from before is served meanwhile."""


async def serve(
    folder: Path | None,
    database: Path | None,
    host: str,
    port: int,
    dialect: str | None,
    collections: str,
    index_keys: Sequence[str],
    *,
    watch: bool,
    poll: bool,
    rebuild: bool,
    preview_token: str | None,
    federation: bool,
) -> None:
    """Syncs and serves until the process is told to stop.

    A database that is named without a folder is served as it is. Content of the same folder that
    is in the database already is served while a long sync runs.
    """
    listener = listen(host, port)
    if folder is None and (database is None or not database.exists()):
        folder = folders.usual_folder() or folders.SAMPLE
    path = database or folders.cached_database(folder or Path())
    if folder is None:
        async with open_store(path) as store:
            await announce(store, None, None, listener)
            async with _beside(derived.renew(store)):
                await _answer(store, listener, preview_token, federation=federation)
        return
    if exports.is_one(folder):
        folder = exports.folder_of(folder)
    site = folders.site(folder, dialect, collections)
    async with open_store(path) as store:
        loading = asyncio.create_task(_load(store, site, index_keys, rebuild=rebuild))
        try:
            held = await _holds(store, site)
            await asyncio.wait({loading}, timeout=AT_ONCE if held else None)
            report = loading.result() if loading.done() else None
            await announce(store, site, report, listener)
            opened = partial(folders.site, folder, dialect, collections)
            following = _follow(store, site, opened, loading, watch=watch, poll=poll)
            async with _beside(following):
                await _answer(store, listener, preview_token, federation=federation)
        finally:
            loading.cancel()


async def _holds(store: Store, site: Site) -> bool:
    """Whether the database has content of this folder already."""
    latest = await state.latest_revision(store.reader)
    return latest is not None and latest.folder == str(site.folder)


async def _load(store: Store, site: Site, index_keys: Sequence[str], *, rebuild: bool) -> Report:
    with terminal.progress() as progress:
        if rebuild:
            return await rebuilding.rebuild(store.path, site, progress, index_keys)
        await indexing.index(store, index_keys)
        return await sync(store, site, progress)


async def _follow(
    store: Store,
    site: Site,
    opened: Callable[[], Site],
    loading: asyncio.Task[Report],
    *,
    watch: bool,
    poll: bool,
) -> None:
    if not loading.done():
        try:
            report = await loading
            terminal.synced(report, report.seconds)
        except GatewayError as error:
            terminal.error(error)
    if watch:
        await following.follow(store, site.root, opened, terminal.told, poll=poll)


@asynccontextmanager
async def _beside(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Does work as long as the block takes. A bug in it is printed, and does not end the block."""
    task = asyncio.create_task(work)
    task.add_done_callback(_mourn)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})


def _mourn(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (bug := task.exception()):
        log.error("the folder is read no more; what is served stays as it is", exc_info=bug)


async def _answer(
    store: Store, listener: socket.socket, preview_token: str | None, *, federation: bool
) -> None:
    application = app.create(store, Punctual(store).row, preview_token, federation=federation)
    config = uvicorn.Config(application, lifespan="off", log_level="warning")
    await uvicorn.Server(config).serve(sockets=[listener])


def listen(host: str, port: int) -> socket.socket:
    """The socket to serve on. Raises GatewayError naming the address that is not to be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OverflowError:
        raise GatewayError(f"{port} is not a port; name one from 0 to 65535") from None
    except OSError as error:
        # The text that asyncio and socket add to the reason repeats the address.
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        raise GatewayError(
            f"cannot listen on {host} port {port} ({reason}); "
            "name another one with --port or --host"
        ) from error


async def announce(
    store: Store, site: Site | None, report: Report | None, listener: socket.socket
) -> None:
    """Prints what is served, and where."""
    host, port = listener.getsockname()[:2]
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    counts = await state.counts(store.reader)
    where = f"gateway check {site.folder if site else 'DIR'}"
    content = f"{site.folder} ({site.dialect.title})" if site else str(store.path)
    rows = {
        "content": "the sample blog" if site and site.folder == folders.SAMPLE else content,
        "loaded": terminal.holds(counts)
        + (f" in {report.seconds * 1000:,.0f} ms" if report else ""),
        "missing": terminal.nowhere(site)
        if site and report and not counts.posts + counts.hidden
        else "",
        "syncing": "the files are being read; until then the content from before is served"
        if site and not report
        else "",
        "hidden": terminal.hidden(counts) if counts.hidden else "",
        "issues": f"{counts.issues}; {where} lists them" if counts.issues else "none",
        "GraphQL": f"{address}{app.GRAPHQL_PATH}",
        "GraphiQL": f"{address}/",
    }
    terminal.messages.print(f"[bold]content-gateway[/] {gateway.__version__}")
    for name, value in rows.items():
        if value:
            terminal.messages.print(f"  [dim]{name:<9}[/] {escape(value)}")
