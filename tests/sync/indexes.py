"""What the index of words of a database holds, by the paths of the posts."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gateway.store import fulltext
from gateway.text.search import query

Places = list[tuple[str, str, str | None, int | None]]
"""Each token, with the post, the column and the place in that where it stands."""


@dataclass(frozen=True, slots=True)
class Held:
    """`places` go by table. `vocabularies` say of each token in how many posts it is, how often."""

    places: dict[str, Places]
    vocabularies: dict[str, list[Any]]
    note: list[Any]


def held(database: Path) -> Held:
    """What is in a sound index."""
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        sources = dict(connection.execute("SELECT n, source_path FROM post"))
        places: dict[str, Places] = {}
        vocabularies = {}
        for index in fulltext.INDEXES:
            for table in index.tables:
                name = table.name
                integrity_check = f"INSERT INTO {name}({name}) VALUES ('integrity-check')"  # noqa: S608
                connection.execute(integrity_check)
                places[name] = sorted(
                    (token, sources[n], *place)
                    for token, n, *place in _vocabulary(connection, name, "instance")
                )
                vocabularies[name] = sorted(_vocabulary(connection, name, "row"))
        note = connection.execute("SELECT version, languages FROM search_index").fetchall()
    return Held(places, vocabularies, note)


def _vocabulary(connection: sqlite3.Connection, name: str, kind: str) -> list[Any]:
    """https://www.sqlite.org/fts5.html#the_fts5vocab_virtual_table_module"""
    made = f"{name}_{kind}"
    connection.execute(f"CREATE VIRTUAL TABLE temp.{made} USING fts5vocab(main, {name}, {kind})")
    return connection.execute(f"SELECT * FROM {made}").fetchall()  # noqa: S608 - a name of ours


def scores(database: Path, typed: str, *, hidden: bool = False) -> dict[str, float]:
    """How well posts fit what is typed, by their paths."""
    name = (fulltext.HIDDEN if hidden else fulltext.SEEN).posts.name
    statement = (
        f"SELECT source_path, bm25({name}, 10, 6, 3, 1, 0) FROM {name}"  # noqa: S608 - of ours
        f" JOIN post ON post.n = {name}.rowid WHERE {name} MATCH ?"
    )
    expression = query.strict(query.parse(typed), ["de", "en"])
    with closing(sqlite3.connect(database)) as connection:
        return dict(connection.execute(statement, (expression,)))
