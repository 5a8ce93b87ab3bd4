"""Tables for what a reader types: how it may go on, and which words are spelt nearly like it."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text

metadata = MetaData()

# A row for each head (see `completing`) of a title or a name. `place` says what it begins: the name
# of a tag, category or author, a title, or a later word in one of these. What is to come first in a
# place has the lowest `rank`; `node` is a global id.
#
# All that a short beginning may become is one range of the key, in the order in which it is shown.
# It has no foreign key, nor anything that depends on what was stored before.
completion = Table(
    "completion",
    metadata,
    Column("visible", Integer, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("head", Text, primary_key=True),
    Column("rank", Integer, primary_key=True),
    Column("node", Text, primary_key=True),
    sqlite_with_rowid=False,
)

NAME, TITLE, IN_NAME, IN_TITLE = range(4)
PLACES = (NAME, TITLE, IN_NAME, IN_TITLE)
TITLES = (TITLE, IN_TITLE)

# The words of titles, names of tags and categories, and excerpts, each with the number of posts
# that have it: of those that everybody sees, and of all.
spelling = Table(
    "spelling",
    metadata,
    Column("word", Text, primary_key=True),
    Column("post_count", Integer, nullable=False),
    Column("preview_post_count", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# These words, and what each is without one of its characters.
spelling_deletion = Table(
    "spelling_deletion",
    metadata,
    Column("deletion", Text, primary_key=True),
    Column("word", ForeignKey("spelling.word"), primary_key=True),
    sqlite_with_rowid=False,
)
