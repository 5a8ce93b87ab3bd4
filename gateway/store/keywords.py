"""What posts are about: the words of each that count most, and how many posts have them."""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, text

from gateway.store.tables import post

metadata = MetaData()

# `n` is the word, as a number that is made of it. The counts are of the posts that are to be seen,
# and of all of them.
keyword = Table(
    "keyword",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("post_count", Integer, nullable=False),
    Column("preview_post_count", Integer, nullable=False),
    Index("keyword_unused", "n", sqlite_where=text("preview_post_count = 0")),
)

# `weight` is how much the word counts in the post, which no other post has a part in; `visible` is
# the post's.
post_keyword = Table(
    "post_keyword",
    metadata,
    Column("keyword", Integer, primary_key=True),
    Column("post", ForeignKey(post.c.n, ondelete="CASCADE"), primary_key=True),
    Column("weight", Integer, nullable=False),
    Column("visible", Integer, nullable=False),
    Index("post_keyword_by_post", "post", "keyword", "weight"),
    sqlite_with_rowid=False,
)
