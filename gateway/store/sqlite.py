"""A database file: one writer, a pool of read-only connections. Only this module knows aiosqlite.

The journal is a write-ahead log, so readers see the last commit whole while a sync writes.
"""

import sqlite3
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiosqlite
from sqlalchemy import ClauseElement
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from gateway.errors import StatementTooComplexError, StoreError
from gateway.store.tables import metadata

APPLICATION_ID = 0x47415459
"""Marks a file as a content gateway's database: "GATY"."""

TABLES_VERSION = 2
"""Raised when the tables change. A database of another version is made again from the content."""

_DIALECT = sqlite.dialect(paramstyle="qmark")
_PARSER_LIMITS = ("parser stack overflow", "too large", "too many", "too big")
"""What SQLite says of a statement that is over one of its limits: https://sqlite.org/limits.html"""

_BUSY_TIMEOUT_MS = 10_000


class Reader:
    """Answers statements from the last commit, on each of its connections in turn."""

    def __init__(self, connections: Sequence[aiosqlite.Connection]) -> None:
        self._connections = connections
        self._turn = 0

    async def row(self, sql: str, parameters: Sequence[Any] = ()) -> Sequence[Any] | None:
        """The first row of a statement, or None where it has none.

        Raises StatementTooComplexError for one that is over a limit of SQLite's.
        """
        self._turn = (self._turn + 1) % len(self._connections)
        try:
            rows = await self._connections[self._turn].execute_fetchall(sql, parameters)
        except sqlite3.OperationalError as error:
            if any(limit in str(error) for limit in _PARSER_LIMITS):
                raise StatementTooComplexError(
                    "The query asks for more than the database can answer at once "
                    f"({error}); ask for less, or in several queries"
                ) from error
            raise
        return next(iter(rows), None)

    async def select(self, statement: ClauseElement) -> list[Any]:
        """The rows of a SQLAlchemy statement."""
        sql, names, constants = _compiled(statement)
        rows = await self._connections[0].execute_fetchall(sql, [constants[name] for name in names])
        return list(rows)

    async def trace(self, callback: Any) -> None:
        """Calls `callback` with the text of every statement that is run from now on."""
        for connection in self._connections:
            await connection.set_trace_callback(callback)


class Writer:
    """What a transaction can do. Everything in it is committed together, or not at all."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def select(self, statement: ClauseElement) -> list[Any]:
        sql, names, constants = _compiled(statement)
        rows = await self._connection.execute_fetchall(sql, [constants[name] for name in names])
        return list(rows)

    async def run(self, statement: ClauseElement, rows: Iterable[Mapping[str, Any]]) -> None:
        """Runs a statement once a row, which gives the values of its parameters by name."""
        rows = list(rows)
        if rows:
            sql, names, constants = _compiled(statement, list(rows[0]))
            values = [
                [row[name] if name in row else constants[name] for name in names] for row in rows
            ]
            await self._connection.executemany(sql, values)


class Store:
    def __init__(self, path: Path, writer: aiosqlite.Connection | None, reader: Reader) -> None:
        self.path = path
        self.reader = reader
        self._writer = writer

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Writer]:
        if self._writer is None:
            raise StoreError(f"{self.path} is open for reading only")
        try:
            await self._writer.execute("BEGIN IMMEDIATE")
            yield Writer(self._writer)
            await self._writer.commit()
        except sqlite3.OperationalError as error:
            await self._writer.rollback()
            raise StoreError(f"cannot write the database {self.path}: {error}") from error
        except BaseException:
            await self._writer.rollback()
            raise


@asynccontextmanager
async def open_store(
    path: Path, *, readers: int = 2, read_only: bool = False
) -> AsyncIterator[Store]:
    """The database at `path`, made where there is none. Raises StoreError naming the path."""
    async with AsyncExitStack() as stack:
        try:
            writer = None if read_only else await stack.enter_async_context(_connect(path, "rwc"))
            if writer:
                await _prepare(writer, path)
            connections = [
                await stack.enter_async_context(_connect(path, "ro")) for _ in range(readers)
            ]
            if read_only:
                await _check(connections[0], path)
        except sqlite3.Error as error:
            raise StoreError(f"cannot open the database {path}: {error}") from error
        yield Store(path, writer, Reader(connections))


@asynccontextmanager
async def _connect(path: Path, mode: str) -> AsyncIterator[aiosqlite.Connection]:
    address = f"file:{quote(str(path))}?mode={mode}"
    # aiosqlite does not wait for its thread when a file cannot be opened, and the thread then
    # complains that the event loop is gone. What cannot be opened fails here, before.
    sqlite3.connect(address, uri=True).close()
    connecting = aiosqlite.connect(address, uri=True, isolation_level=None, cached_statements=128)
    async with connecting as connection:
        yield connection


async def _pragma(connection: aiosqlite.Connection, name: str) -> int:
    ((value,),) = await connection.execute_fetchall(f"PRAGMA {name}")
    return int(value)


async def _check(connection: aiosqlite.Connection, path: Path) -> None:
    if await _pragma(connection, "application_id") != APPLICATION_ID:
        raise StoreError(f"{path} is not a database of content-gateway; name another file")
    if await _pragma(connection, "user_version") != TABLES_VERSION:
        raise StoreError(f"{path} was made by another version; make it again with gateway sync")


async def _prepare(writer: aiosqlite.Connection, path: Path) -> None:
    await writer.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")
    if await _tables(writer) and await _pragma(writer, "application_id") != APPLICATION_ID:
        raise StoreError(f"{path} is not a database of content-gateway; name another file")
    await writer.execute("PRAGMA journal_mode = WAL")
    await writer.execute("PRAGMA synchronous = NORMAL")
    # Another process may be making the same tables: look again once the lock is held.
    await writer.execute("BEGIN IMMEDIATE")
    if await _pragma(writer, "user_version") != TABLES_VERSION:
        for (name,) in await _tables(writer):
            await writer.execute(f'DROP TABLE "{name}"')
        await _create_tables(writer)
    await writer.commit()
    await writer.execute("PRAGMA foreign_keys = ON")


async def _tables(connection: aiosqlite.Connection) -> list[Any]:
    names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    return list(await connection.execute_fetchall(names))


async def _create_tables(writer: aiosqlite.Connection) -> None:
    for table in metadata.sorted_tables:
        await writer.execute(str(CreateTable(table).compile(dialect=_DIALECT)))
        for index in table.indexes:
            await writer.execute(str(CreateIndex(index).compile(dialect=_DIALECT)))
    await writer.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    await writer.execute(f"PRAGMA user_version = {TABLES_VERSION}")


def _compiled(
    statement: ClauseElement, columns: list[str] | None = None
) -> tuple[str, Sequence[str], Mapping[str, Any]]:
    """The text of a statement, the names of its parameters in order, and those it knows."""
    compiled: Any = statement.compile(dialect=_DIALECT, column_keys=columns)
    return str(compiled), compiled.positiontup or [], compiled.params
