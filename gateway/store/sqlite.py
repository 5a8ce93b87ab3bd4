"""A database file: one writer, a pool of read-only connections. Only this module knows aiosqlite.

The journal is a write-ahead log, so readers see the last commit whole while a sync writes.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, closing
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiosqlite
from sqlalchemy import ClauseElement
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from gateway.errors import StatementTooComplexError, StoreError
from gateway.store import fulltext, keywords, suggesting, tables
from gateway.store.functions import registrations

APPLICATION_ID = 0x47415459
"""Marks a file as a content gateway's database: "GATY"."""

TABLES_VERSION = 6
"""Raised when the tables change. A database of another version is made again from the content."""

_TABLES = (tables, keywords, suggesting)
_DIALECT = sqlite.dialect(paramstyle="qmark")
_PARSER_LIMITS = ("parser stack overflow", "too large", "too many", "too big")
"""What SQLite says of a statement that is over one of its limits: https://sqlite.org/limits.html"""

BUSY_TIMEOUT_MS = 10_000
"""How long to wait for another process that writes."""

KEPT_STATEMENTS = 64

PAGE_BYTES = 8_192
"""Twice SQLite's own, because bodies are long: half as many pages for one, and writing the posts
of a first sync takes a quarter less time. Only a new database takes it on."""

WRITER_CACHE_KIB = 32_768
"""What a transaction may hold in memory: with SQLite's own 2 MB, the first sync of a large blog
writes the pages of its indexes again and again."""

_OURS = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.DataError)
"""What SQLite raises for a statement that is wrong: a bug."""

_REASONS = {
    sqlite3.SQLITE_BUSY: "another process is writing it; try again when that one is done",
    sqlite3.SQLITE_FULL: "the disk is full; make room on it",
    sqlite3.SQLITE_IOERR: "the disk refuses it; look at its quota and its health",
    sqlite3.SQLITE_CORRUPT: "it is damaged; delete it, and it is made again",
}


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

    async def select(self, statement: ClauseElement, **values: Any) -> list[Any]:
        """The rows of a SQLAlchemy statement, with these values for its parameters."""
        return await _select(self._connections[0], statement, values)

    async def trace(self, callback: Any) -> None:
        """Calls `callback` with the text of every statement that is run from now on."""
        for connection in self._connections:
            await connection.set_trace_callback(callback)


class Writer:
    """What a transaction can do. Everything in it is committed together, or not at all."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def select(self, statement: ClauseElement, **values: Any) -> list[Any]:
        """The rows of a SQLAlchemy statement, with these values for its parameters."""
        return await _select(self._connection, statement, values)

    async def run(self, statement: ClauseElement, rows: Iterable[Mapping[str, Any]]) -> None:
        """Runs a statement once a row, which gives the values of its parameters by name."""
        rows = list(rows)
        if rows:
            sql, names, constants = _compiled(statement, tuple(rows[0]))
            if not rows[0].keys() >= set(names):
                rows = [{**constants, **row} for row in rows]
            values = [[row[name] for name in names] for row in rows]
            await self._connection.executemany(sql, values)


class Store:
    def __init__(self, path: Path, writer: aiosqlite.Connection | None, reader: Reader) -> None:
        self.path = path
        self.reader = reader
        self._writer = writer
        self._lock = asyncio.Lock()

    async def version(self) -> int:
        """A number that is another one after somebody else has written the database."""
        return await _pragma(self._writable(), "data_version")

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Writer]:
        """One transaction, committed at the end of the block. Raises StoreError saying why not."""
        writer = self._writable()
        async with self._lock:
            try:
                await writer.execute("BEGIN IMMEDIATE")
                yield Writer(writer)
                await writer.commit()
            except sqlite3.DatabaseError as error:
                await writer.rollback()
                if isinstance(error, _OURS):
                    raise
                raise StoreError(
                    f"cannot write the database {self.path}: {reason_of(error)}"
                ) from error
            except BaseException:
                await writer.rollback()
                raise

    def _writable(self) -> aiosqlite.Connection:
        if self._writer is None:
            raise StoreError(f"{self.path} is open for reading only")
        return self._writer


@asynccontextmanager
async def open_store(
    path: Path, *, readers: int = 2, read_only: bool = False, scratch: bool = False
) -> AsyncIterator[Store]:
    """The database at `path`, made where there is none. Raises StoreError naming the path.

    One from `scratch` is for this process alone and for one transaction: it is written faster,
    and is of no use after that has failed.
    """
    async with AsyncExitStack() as stack:
        try:
            if not read_only:
                await asyncio.to_thread(_discard_other_version, path)
            writer = None if read_only else await stack.enter_async_context(_connect(path, "rwc"))
            if writer:
                await _prepare(writer, path, scratch=scratch)
            connections = [
                await stack.enter_async_context(_connect(path, "ro")) for _ in range(readers)
            ]
            if read_only:
                await _check(connections[0], path)
        except sqlite3.Error as error:
            raise StoreError(f"cannot open the database {path}: {reason_of(error)}") from error
        yield Store(path, writer, Reader(connections))


@asynccontextmanager
async def _connect(path: Path, mode: str) -> AsyncIterator[aiosqlite.Connection]:
    address = f"file:{quote(str(path))}?mode={mode}"
    # aiosqlite does not wait for its thread when a file cannot be opened, and the thread then
    # complains that the event loop is gone. What cannot be opened fails here, before.
    sqlite3.connect(address, uri=True).close()
    connecting = aiosqlite.connect(address, uri=True, isolation_level=None, cached_statements=128)
    async with connecting as connection:
        for registration in registrations():
            await connection.create_function(*registration, deterministic=True)
        yield connection


async def _pragma(connection: aiosqlite.Connection, name: str) -> int:
    ((value,),) = await connection.execute_fetchall(f"PRAGMA {name}")
    return int(value)


async def _check(connection: aiosqlite.Connection, path: Path) -> None:
    if await _pragma(connection, "application_id") != APPLICATION_ID:
        raise StoreError(f"{path} is not a database of content-gateway; name another file")
    if await _pragma(connection, "user_version") != TABLES_VERSION:
        raise StoreError(f"{path} was made by another version; make it again with gateway sync")


async def _prepare(writer: aiosqlite.Connection, path: Path, *, scratch: bool) -> None:
    await writer.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    if await _tables(writer) and await _pragma(writer, "application_id") != APPLICATION_ID:
        raise StoreError(f"{path} is not a database of content-gateway; name another file")
    await writer.execute(f"PRAGMA page_size = {PAGE_BYTES}")
    await writer.execute(f"PRAGMA cache_size = -{WRITER_CACHE_KIB}")
    await writer.execute(f"PRAGMA journal_mode = {'OFF' if scratch else 'WAL'}")
    await writer.execute(f"PRAGMA synchronous = {'OFF' if scratch else 'NORMAL'}")
    if await _pragma(writer, "user_version") != TABLES_VERSION:
        await writer.execute("BEGIN IMMEDIATE")
        # Another process may have made the same tables, before the lock was held.
        if await _pragma(writer, "user_version") != TABLES_VERSION:
            await _create_tables(writer)
        await writer.commit()
    await writer.execute("PRAGMA foreign_keys = ON")


def _discard_other_version(path: Path) -> None:
    """Removes a database whose tables are not ours. Raises StoreError where somebody has it open.

    Its tables are not made anew in place: a process that serves them would see them vanish.
    """
    if not path.exists():
        return
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        ((application,),) = connection.execute("PRAGMA application_id")
        ((version,),) = connection.execute("PRAGMA user_version")
        if application != APPLICATION_ID or version in {0, TABLES_VERSION}:
            return
    if not is_free(path):
        raise StoreError(
            f"{path} was made by another version, and a process has it open;"
            " stop that one, or name another file"
        )
    path.unlink()


def is_free(path: Path) -> bool:
    """Whether no other connection has the database open; then no log is left beside it."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=0.2)) as connection:
        try:
            # Leaving the write-ahead log takes being alone, and removes it.
            ((mode,),) = connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            return False
    return bool(mode == "delete")


async def _tables(connection: aiosqlite.Connection) -> list[Any]:
    names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    return list(await connection.execute_fetchall(names))


async def _create_tables(writer: aiosqlite.Connection) -> None:
    for table in (table for each in _TABLES for table in each.metadata.sorted_tables):
        await writer.execute(str(CreateTable(table).compile(dialect=_DIALECT)))
        for index in table.indexes:
            await writer.execute(str(CreateIndex(index).compile(dialect=_DIALECT)))
    for definition in fulltext.definitions():
        await writer.execute(definition)
    await writer.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    await writer.execute(f"PRAGMA user_version = {TABLES_VERSION}")


def reason_of(error: sqlite3.Error) -> str:
    """What went wrong, with what to do where that is known."""
    return _REASONS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, str(error))


def text_of(statement: ClauseElement) -> str:
    """The text of a statement without parameters."""
    return _compiled(statement)[0]


def prepared(statement: ClauseElement, **values: Any) -> tuple[str, Sequence[Any]]:
    """The text of a statement, and the values of its parameters in their order."""
    sql, names, constants = _compiled(statement)
    given = {**constants, **values}
    return sql, [given[name] for name in names]


async def _select(
    connection: aiosqlite.Connection, statement: ClauseElement, values: Mapping[str, Any]
) -> list[Any]:
    return list(await connection.execute_fetchall(*prepared(statement, **values)))


# A statement is its own key, so this is for those that are made once and run again and again:
# compiling an INSERT takes as long as running it for ten rows.
@lru_cache(KEPT_STATEMENTS)
def _compiled(
    statement: ClauseElement, columns: tuple[str, ...] | None = None
) -> tuple[str, Sequence[str], Mapping[str, Any]]:
    """The text of a statement, the names of its parameters in order, and those it knows."""
    compiled: Any = statement.compile(dialect=_DIALECT, column_keys=columns)
    return str(compiled), compiled.positiontup or [], compiled.params
