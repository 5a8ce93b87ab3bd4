"""`gateway serve`."""

import os
import socket
from pathlib import Path

import uvicorn
from rich.markup import escape

import gateway
from gateway.cli import exports, folders, terminal
from gateway.content.site import open_site
from gateway.errors import GatewayError
from gateway.http import app
from gateway.store.sqlite import Store, open_store
from gateway.sync import state
from gateway.sync.report import Report
from gateway.sync.run import sync

try:
    from uvloop import run
except ImportError:  # it does not exist for Windows
    from asyncio import run  # type: ignore[assignment]

__all__ = ["run", "serve"]


async def serve(folder: Path | None, database: Path | None, host: str, port: int) -> None:
    """Syncs and serves until the process is told to stop.

    A database that is named without a folder is served as it is.
    """
    listener = listen(host, port)
    if folder is None and (database is None or not database.exists()):
        folder = folders.default_folder()
    path = database or folders.cached_database(folder or Path())
    if folder is not None and exports.is_one(folder):
        folder = exports.folder_of(folder)
    async with open_store(path) as store:
        if folder is None:
            report = None
        else:
            with terminal.progress() as progress:
                report = await sync(store, open_site(folder), progress)
        await announce(store, folder, report, listener)
        config = uvicorn.Config(app.create(store), lifespan="off", log_level="warning")
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
    store: Store, folder: Path | None, report: Report | None, listener: socket.socket
) -> None:
    """Prints what is served, and where."""
    host, port = listener.getsockname()[:2]
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    counts = await state.counts(store.reader)
    where = f"gateway check {folder or 'DIR'}"
    rows = {
        "content": "the sample blog" if folder == folders.SAMPLE else str(folder or store.path),
        "loaded": terminal.holds(counts)
        + (f" in {report.seconds * 1000:,.0f} ms" if report else ""),
        "hidden": terminal.hidden(report) if report and report.hidden else "",
        "issues": f"{counts.issues}; {where} lists them" if counts.issues else "none",
        "GraphQL": f"{address}{app.GRAPHQL_PATH}",
        "GraphiQL": f"{address}/",
    }
    terminal.messages.print(f"[bold]content-gateway[/] {gateway.__version__}")
    for name, value in rows.items():
        if value:
            terminal.messages.print(f"  [dim]{name:<9}[/] {escape(value)}")
