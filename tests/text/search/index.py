"""An index of texts as the store has it, in the database that takes the expressions."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing

from gateway.text.search import query, tokens
from gateway.text.search.tokens import Entry

LAYOUT = """
    create virtual table post_search using fts5(
      title, tags, excerpt, body, stems, content='', tokenize="ascii tokenchars '+#'"
    );
    create virtual table post_word using fts5(
      words, content='', detail=none, tokenize="ascii tokenchars '+#'"
    );
"""


class Index:
    """Texts by their place in a list."""

    def __init__(self, texts: Iterable[str], locale: str = "ja") -> None:
        self.languages = ["en", "fr", "de", "ru", "ar", "hi", "tr", "el", "es"]
        self.database = sqlite3.connect(":memory:")
        self.database.executescript(LAYOUT)
        for place, text in enumerate(texts):
            self.add(place, tokens.entry("", (), "", text, locale))

    def add(self, place: int, entry: Entry) -> None:
        self.database.execute(
            "insert into post_search (rowid, title, tags, excerpt, body, stems)"
            " values (?, ?, ?, ?, ?, ?)",
            (place, *entry[:5]),
        )
        self.database.execute(
            "insert into post_word (rowid, words) values (?, ?)", (place, entry.words)
        )

    def matching(self, expression: str, table: str = "post_search") -> list[int]:
        with closing(
            self.database.execute(
                f"select rowid from {table} where {table} match ? order by rowid",  # noqa: S608
                (expression,),
            )
        ) as rows:
            return [place for (place,) in rows]

    def strict(self, text: str) -> list[int]:
        return self.matching(query.strict(query.parse(text), self.languages))

    def relaxed(self, text: str) -> list[int]:
        return self.matching(query.relaxed(query.parse(text), self.languages))

    def words(self, text: str) -> list[int] | None:
        expression = query.words(query.parse(text))
        return None if expression is None else self.matching(expression, "post_word")


def finds(text: str, typed: str, locale: str = "en") -> bool:
    """Whether a text is among what is found by what a reader typed."""
    return Index([text], locale).strict(typed) == [0]
