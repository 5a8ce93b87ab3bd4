"""The index of words: FTS5 tables without content, which hold tokens and where they stand.

SQLAlchemy knows no virtual tables, so these are made by statements of their own. What they are
told of a post has to be told them again when it is taken out, for they keep no text.
https://www.sqlite.org/fts5.html#contentless_tables

On PostgreSQL this is a `tsvector` made of the same tokens, with a GIN index.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import TableClause, column, table

UNNAMED = "author"
"""By the names of other terms a post is found; an author's would find all that they wrote."""

FIELDS = ("title", "tags", "excerpt", "body", "stems")
TITLE_FIELDS = ("title", "stems")

# To FTS5, every character beyond ASCII is one of a token: nothing is split but at blanks.
_TOKENIZER = "tokenize=\"ascii tokenchars '+#'\""


@dataclass(frozen=True, slots=True)
class Index:
    """What is indexed of some posts, by their numbers as `rowid`: `posts` has the tokens of their
    texts, `titles` those of their titles once more, among which a word is as rare as titles have
    it, and `words` the stretches of one script in those that are Japanese."""

    posts: TableClause
    titles: TableClause
    words: TableClause

    @property
    def tables(self) -> tuple[TableClause, ...]:
        return self.posts, self.titles, self.words


def _index(prefix: str) -> Index:
    return Index(
        _table(f"{prefix}post_search", FIELDS),
        _table(f"{prefix}post_title", TITLE_FIELDS),
        _table(f"{prefix}post_word", ("words",)),
    )


def _table(name: str, fields: tuple[str, ...]) -> TableClause:
    # A column with the table's own name takes commands and expressions to match.
    return table(name, *map(column, (name, "rowid", *fields)))


SEEN = _index("")
HIDDEN = _index("hidden_")
"""Posts that everybody sees, and the others: how often a word is in these changes no score."""

INDEXES = (SEEN, HIDDEN)


def definitions() -> Iterator[str]:
    """The statements that make the tables."""
    for index in INDEXES:
        yield _definition(index.posts, FIELDS, "content=''")
        yield _definition(index.titles, TITLE_FIELDS, "content=''")
        yield _definition(index.words, ("words",), "content='', detail=none")


def _definition(made: TableClause, fields: tuple[str, ...], options: str) -> str:
    columns = ", ".join(fields)
    return f"CREATE VIRTUAL TABLE {made.name} USING fts5({columns}, {options}, {_TOKENIZER})"
