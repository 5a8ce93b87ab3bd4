"""A database as another tokeniser left it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from gateway.store import fulltext


def by_another_tokeniser(database: Path) -> None:
    """Puts an index in the place of that of a database: of each post it has one word."""
    with closing(sqlite3.connect(database)) as connection:
        for index, visible in ((fulltext.SEEN, 1), (fulltext.HIDDEN, 0)):
            for table in index.tables:
                name = table.name
                emptied = f"INSERT INTO {name}({name}) VALUES ('delete-all')"  # noqa: S608
                connection.execute(emptied)
            filled = (
                f"INSERT INTO {index.posts.name} (rowid, title)"  # noqa: S608 - a name of ours
                " SELECT n, 'altered' FROM post WHERE visible = ?"
            )
            connection.execute(filled, (visible,))
        connection.execute("UPDATE search_index SET version = 'another', languages = '[]'")
        connection.commit()
