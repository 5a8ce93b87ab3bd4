"""A finished database takes the place of another, whole.

A file whose write-ahead log is in use is not to be replaced: the log would be applied to the new
one (https://sqlite.org/howtocorrupt.html, section 4). So a sound database is overwritten in one
transaction, and whoever has it open reads the old content or the new. Only one of another version
that nobody has open is replaced as a file.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from gateway.errors import StoreError
from gateway.store.sqlite import APPLICATION_ID, TABLES_VERSION, is_free, reason_of


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A place to make a database that is to be put in the place of `path`.

    What is in it at the end of the block is removed; so is what was left there by a process that
    was killed. Raises StoreError when another process is at it.
    """
    new = path.with_name(f"{path.name}.new")
    try:
        if new.exists() and not is_free(new):
            raise StoreError(f"another process is making {new}; try again when it is done")
    except sqlite3.DatabaseError:
        pass  # it was killed before there was a database in it
    _remove(new)
    try:
        yield new
    finally:
        _remove(new)


def put(new: Path, path: Path) -> None:
    """Puts a database that nobody has open in the place of `path`.

    Raises StoreError when it is not sound or cannot be put there; then nothing has changed.
    """
    try:
        _check(new)
        if not path.exists() or not _overwrite(new, path):
            _remove(path)
            new.replace(path)
    except (sqlite3.Error, OSError) as error:
        reason = reason_of(error) if isinstance(error, sqlite3.Error) else error.strerror
        raise StoreError(f"cannot write the database {path}: {reason}") from error


def _check(new: Path) -> None:
    with closing(sqlite3.connect(new, isolation_level=None)) as connection:
        ((found,),) = connection.execute("PRAGMA integrity_check(1)")
        if found != "ok":
            raise StoreError(f"the database {new} came out damaged ({found}); check the disk")
    with new.open("rb+") as file:
        os.fsync(file.fileno())


def _overwrite(new: Path, path: Path) -> bool:
    """False where the database is one of another version that nobody has open."""
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        ((application,),) = old.execute("PRAGMA application_id")
        ((version,),) = old.execute("PRAGMA user_version")
        if (application, version) == (APPLICATION_ID, TABLES_VERSION):
            old.execute("PRAGMA journal_mode = WAL")
            with closing(sqlite3.connect(new)) as made:
                made.backup(old)
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return True
    if application != APPLICATION_ID and path.stat().st_size:
        raise StoreError(f"{path} is not a database of content-gateway; name another file")
    if not is_free(path):
        raise StoreError(f"{path} was made by another version, and a process has it open")
    return False


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
