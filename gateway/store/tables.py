"""What is stored: posts, what they are filed under, and where each came from.

Every table can be made again from the content files; nothing lives here alone.
"""

from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    literal_column,
    text,
)

metadata = MetaData()

post = Table(
    "post",
    metadata,
    Column("n", Integer, primary_key=True),
    # The public, global id: derived from the source path, so it survives a rebuild.
    Column("id", Text, nullable=False, unique=True),
    Column("slug", Text, nullable=False, index=True),
    Column("path", Text, nullable=False, index=True),
    Column("route", Text, nullable=False, index=True),
    Column("url", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("layout", Text),
    Column("locale", Text, nullable=False),
    # What a post and its translations have in common; null where there can be none.
    Column("translation_key", Text),
    # 1 where search engines are to find it, else 0.
    Column("listed", Integer, nullable=False),
    Column("published_at", Text),
    Column("updated_at", Text, nullable=False),
    Column("reading_time", Integer, nullable=False),
    Column("word_count", Integer, nullable=False),
    Column("character_count", Integer, nullable=False),
    Column("excerpt_markdown", Text, nullable=False),
    Column("excerpt_html", Text, nullable=False),
    Column("excerpt_plain", Text, nullable=False),
    # Cut to the usual length. A list that calls this process for each of its posts waits for the
    # interpreter's lock as often, which costs two fifths of the requests.
    Column("excerpt_usual", Text, nullable=False),
    Column("cover_src", Text),
    Column("cover_alt", Text),
    Column("cover_width", Integer),
    Column("cover_height", Integer),
    Column("source_path", Text, nullable=False, unique=True),
    Column("content_hash", Text, nullable=False),
    # A digest of all that is served of the post and comes from its file.
    Column("revision", Text, nullable=False),
    # DRAFT, SCHEDULED, PUBLISHED or EXPIRED; `visible` is 1 for PUBLISHED, else 0. At `due_at` it
    # becomes another one, by the moments between which the post is available.
    Column("status", Text, nullable=False),
    Column("visible", Integer, nullable=False),
    Column("draft", Integer, nullable=False),
    Column("available_from", Text),
    Column("available_until", Text),
    Column("due_at", Text),
    # Sort keys. `published_key` ends with the source path, so it is unique: it breaks every tie.
    Column("published_key", Text, nullable=False, unique=True),
    Column("updated_key", Text, nullable=False),
    Column("title_key", Text, nullable=False),
    Index("post_by_updated", "updated_key", "published_key"),
    Index("post_by_title", "title_key", "published_key"),
    Index("post_by_reading_time", "reading_time", "published_key"),
    # What the public sees is read from an index of its own, and counted there, for which the index
    # holds the column that it selects by.
    Index("post_to_be_seen", "published_key", "visible", sqlite_where=text("visible = 1")),
    Index(
        "post_by_translation",
        *("translation_key", "locale", "published_key"),
        sqlite_where=text("translation_key IS NOT NULL"),
    ),
    Index("post_due", "due_at", sqlite_where=text("due_at IS NOT NULL")),
    Index("post_by_locale", "locale"),
    # What a search ranks by beside the words. A post's own row is long, and there may be thousands
    # that are found.
    Index("post_to_be_ranked", "n", "published_key", "locale"),
)

# Apart from `post`, so that a list of posts does not read over their bodies.
post_body = Table(
    "post_body",
    metadata,
    Column("post", ForeignKey("post.n", ondelete="CASCADE"), primary_key=True),
    # A JSON list of {id, depth, text, children}. It comes first: what follows is long, and lies
    # on pages that are not read for what stands before it.
    Column("headings", Text, nullable=False),
    Column("markdown", Text, nullable=False),
    Column("html", Text, nullable=False),
    Column("plain", Text, nullable=False),
    Column("ast", Text, nullable=False),
)

# What search engines and social networks are told; `open_graph` and `json_ld` are JSON objects.
post_seo = Table(
    "post_seo",
    metadata,
    Column("post", ForeignKey("post.n", ondelete="CASCADE"), primary_key=True),
    Column("title", Text, nullable=False),
    Column("description", Text),
    Column("canonical_url", Text, nullable=False),
    Column("open_graph", Text, nullable=False),
    Column("json_ld", Text, nullable=False),
)

# The images of a post's body, in its order.
post_image = Table(
    "post_image",
    metadata,
    Column("post", ForeignKey("post.n", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("src", Text, nullable=False),
    Column("alt", Text),
    Column("width", Integer),
    Column("height", Integer),
    sqlite_with_rowid=False,
)

# `path` as the linked post has it, or the source path of its file, whether or not there is one: a
# post that comes later finds the links that were there before it. `route` is that of a path, and
# a source path as it is.
post_link = Table(
    "post_link",
    metadata,
    Column("post", ForeignKey("post.n", ondelete="CASCADE"), primary_key=True),
    Column("path", Text, primary_key=True),
    Column("route", Text, nullable=False, index=True),
    sqlite_with_rowid=False,
)

# The redirects that a post asks for, each with the field of its front matter. Without a `target`,
# `path` leads to the post; with one, it is the post's own, and leads there: to a path or a URL.
redirect = Table(
    "redirect",
    metadata,
    Column("post", ForeignKey("post.n", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("field", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("route", Text, nullable=False, index=True),
    Column("target", Text),
    sqlite_with_rowid=False,
)

# The redirects that come of these for an audience, 'public' or 'preview', each to its last target:
# a path or a URL, and the id of what lives there. `key` is the `published_key` of the post that
# asked for it, `is_own` whether `path` is that post's.
resolved_redirect = Table(
    "resolved_redirect",
    metadata,
    Column("route", Text, primary_key=True),
    Column("audience", Text, primary_key=True),
    Column("path", Text, primary_key=True),
    Column("target", Text, nullable=False),
    Column("node", Text),
    Column("key", Text, nullable=False),
    Column("is_own", Integer, nullable=False),
    Index("resolved_redirect_by_node", "node", "audience"),
    sqlite_with_rowid=False,
)

# One row a key, so that `frontMatter(key:)` is a look-up; `value` is JSON.
front_matter = Table(
    "front_matter",
    metadata,
    Column("post", ForeignKey("post.n", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("value", Text, nullable=False),
    # The same in the spelling in which equal values are equal texts.
    Column("canonical", Text, nullable=False),
    sqlite_with_rowid=False,
)

# The keys of the front matter that the settings name, and what posts have for them: an index for
# filters. It is no partial index of `front_matter`: SQLite 3.40 takes one by the value that is
# bound to `key` first, and keeps it for the next value.
indexed_key = Table(
    "indexed_key", metadata, Column("key", Text, primary_key=True), sqlite_with_rowid=False
)
indexed_value = Table(
    "indexed_value",
    metadata,
    Column("key", ForeignKey("indexed_key.key", ondelete="CASCADE"), primary_key=True),
    Column("canonical", Text, primary_key=True),
    Column("post", ForeignKey("post.n", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

# Tags, categories and authors: what a post is filed under.
term = Table(
    "term",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    # What makes two spellings the same term. `spelling` is the one that most posts use; `name` is
    # what the site calls it, else that.
    Column("identity", Text, nullable=False),
    Column("spelling", Text, nullable=False),
    Column("slug", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("route", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("description", Text),
    Column("avatar", Text),
    Column("name_key", Text, nullable=False),
    # The number of the category that it lies in, which need not have posts of its own.
    Column("parent", Integer),
    # Of the posts that are to be seen, and of all of them. A term without any of the first is not
    # `visible`, unless one below it is.
    Column("visible", Integer, nullable=False),
    Column("post_count", Integer, nullable=False),
    Column("latest_post_key", Text, nullable=False),
    Column("preview_post_count", Integer, nullable=False),
    Column("preview_latest_post_key", Text, nullable=False),
    Index("term_by_identity", "kind", "identity", unique=True),
    Index("term_by_slug", "kind", "slug"),
    Index("term_by_path", "kind", "path"),
    Index("term_by_route", "route"),
    Index("term_by_name", "kind", "name_key", "id"),
    Index("term_by_post_count", "kind", text("post_count DESC"), "name_key", "id"),
    Index("term_by_latest_post", "kind", text("latest_post_key DESC"), "name_key", "id"),
    Index("term_by_parent", "parent", "name_key", "id", sqlite_where=text("parent IS NOT NULL")),
)

# What the site says of its tags and categories: see `TermEntry`.
term_entry = Table(
    "term_entry",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("name", Text),
    Column("slug", Text),
    Column("description", Text),
    Column("parent", Text),
    Column("line", Integer),
)

# `name` is the spelling in the post, and `parent` the identity of the category that it lies in
# there; `published_key` and `visible` are the post's, so that the posts of a term are read in order
# from one index, and counted there.
post_term = Table(
    "post_term",
    metadata,
    Column("post", ForeignKey("post.n", ondelete="CASCADE"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("term", ForeignKey("term.n"), nullable=False),
    Column("name", Text, nullable=False),
    Column("parent", Text),
    Column("bio", Text),
    Column("avatar", Text),
    Column("published_key", Text, nullable=False),
    Column("visible", Integer, nullable=False),
    Index("post_term_by_term", "term", "published_key", "post", "visible", unique=True),
    Index("post_term_in_parent", "parent", sqlite_where=text("parent IS NOT NULL")),
    sqlite_with_rowid=False,
)

# One row, with `n` 1: by which tokeniser the tokens of `fulltext` were made, and a JSON list of the
# languages whose stems are among them.
search_index = Table(
    "search_index",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("version", Text, nullable=False),
    Column("languages", Text, nullable=False),
)

# What each file was when it was last read: the difference to the tree is the next sync's work.
source_file = Table(
    "source_file",
    metadata,
    Column("path", Text, primary_key=True),
    Column("content_hash", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("mtime_ns", Integer, nullable=False),
    Column("inode", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# A file whose post has something of another file in it, such as its URL. The other one may be
# missing, and the post is made anew when it comes.
dependency = Table(
    "dependency",
    metadata,
    Column("source", ForeignKey("source_file.path", ondelete="CASCADE"), primary_key=True),
    Column("target", Text, primary_key=True),
    Index("dependency_by_target", "target"),
    sqlite_with_rowid=False,
)

content_issue = Table(
    "content_issue",
    metadata,
    Column("n", Integer, primary_key=True),
    # The file that it goes with; null for what every sync finds anew: configuration, folders,
    # names, paths that two posts share.
    Column("source", ForeignKey("source_file.path", ondelete="CASCADE"), index=True),
    # Whether the file was not even read: what it would have become is not known.
    Column("refused", Integer, nullable=False),
    Column("file", Text, nullable=False, index=True),
    Column("line", Integer),
    Column("field", Text),
    Column("code", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("severity", Text, nullable=False),
)

# One row, with `n` 1: what the site's configuration says of it. `menus` is a JSON object of lists.
site = Table(
    "site",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("description", Text),
    # `url` and `locale` are null where the configuration does not say them. `base_path` is the
    # path in the `url`, '' or '/blog'.
    Column("url", Text),
    Column("base_path", Text, nullable=False),
    Column("locale", Text),
    # As `Asia/Tokyo`, `UTC` or `+09:00`.
    Column("time_zone", Text, nullable=False),
    Column("menus", Text, nullable=False),
)

# One row a sync that changed something, or a moment at which a post appeared or disappeared. `id`
# is derived from the content alone: equal content has an equal revision on every machine.
# `posts_digest` is the part of it that the posts give. `folder` is where the content was.
revision = Table(
    "revision",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("loaded_at", Text, nullable=False),
    Column("site_fingerprint", Text, nullable=False),
    Column("posts_digest", Text, nullable=False),
    Column("folder", Text, nullable=False),
    Column("post_count", Integer, nullable=False),
    Column("preview_post_count", Integer, nullable=False),
)

# `type` is what happened to the post, `public_type` what the public saw of it, if anything.
change = Table(
    "change",
    metadata,
    Column("sequence", ForeignKey("revision.sequence"), primary_key=True),
    Column("post_id", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("public_type", Text),
    Column("path", Text),
    sqlite_with_rowid=False,
)


def seen(rows: Any) -> ColumnElement[bool]:
    """That a row of `post`, `term` or `post_term` is to be seen by everybody."""
    # A literal: an index of such rows alone does not serve where the value is a parameter.
    condition: ColumnElement[bool] = rows.c.visible == literal_column("1")
    return condition
