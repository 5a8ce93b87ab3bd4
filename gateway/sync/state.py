"""What the store holds of a site: what a sync compares the files with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, NamedTuple, Protocol, TypeVar

import orjson
from sqlalchemy import ClauseElement, ColumnElement, bindparam, func, select

from gateway.content.document import ContentIssue, Severity, TermEntry
from gateway.content.scan import SourceFile
from gateway.store import tables
from gateway.store.tables import (
    content_issue,
    post,
    revision,
    search_index,
    site,
    source_file,
    term,
    term_entry,
)
from gateway.sync.ledger import Entry
from gateway.sync.report import Counts
from gateway.sync.visibility import Window
from gateway.text.search import tokens

T = TypeVar("T")


class Selects(Protocol):
    """A reader or a writer of the store."""

    async def select(self, statement: ClauseElement, **values: Any) -> list[Any]: ...


@dataclass(frozen=True, slots=True)
class Revision:
    """`id` is derived from the content; `sequence` counts the syncs that changed something."""

    sequence: int
    id: str
    site_fingerprint: str
    posts_digest: str
    folder: str


@dataclass(frozen=True, slots=True)
class State:
    """Files go by source path. `is_due` says that a post is to appear or to disappear now.

    `issues` are those that go with no file. `is_indexed` says that the index of words is by the
    tokeniser that queries are read with.
    """

    revision: Revision | None
    files: Mapping[str, SourceFile]
    hashes: Mapping[str, str]
    is_due: bool
    last_post: int
    last_term: int
    issues: frozenset[ContentIssue]
    is_indexed: bool

    def is_of(self, site_fingerprint: str) -> bool:
        """Whether the posts were read with this configuration, and all else that is no post."""
        return self.revision is not None and self.revision.site_fingerprint == site_fingerprint

    @property
    def posts_digest(self) -> str:
        return self.revision.posts_digest if self.revision else "0"


async def read(store: Selects, now: str) -> State:
    """`now` is a moment as in the sort keys."""
    files = source_file.c
    stored = await store.select(
        select(files.path, files.size, files.mtime_ns, files.inode, files.content_hash)
    )
    ((last_post, last_term),) = await store.select(
        select(
            select(func.coalesce(func.max(post.c.n), 0)).scalar_subquery(),
            select(func.coalesce(func.max(term.c.n), 0)).scalar_subquery(),
        )
    )
    return State(
        revision=await latest_revision(store),
        files={row[0]: SourceFile(*row[:4]) for row in stored},
        hashes={row[0]: row[4] for row in stored},
        is_due=bool(await due(store, now)),
        last_post=last_post,
        last_term=last_term,
        issues=frozenset(await issues(store, of_files=False)),
        is_indexed=await is_indexed(store),
    )


async def is_indexed(store: Selects) -> bool:
    """Whether the index of words is by the tokeniser that queries are read with."""
    return await store.select(select(search_index.c.version)) == [(tokens.VERSION,)]


async def latest_revision(store: Selects) -> Revision | None:
    columns = revision.c
    found = await store.select(
        select(
            columns.sequence,
            columns.id,
            columns.site_fingerprint,
            columns.posts_digest,
            columns.folder,
        )
        .order_by(columns.sequence.desc())
        .limit(1)
    )
    return Revision(*found[0]) if found else None


ENTRY = tuple(post.c[name] for name in Entry._fields)


class Home(NamedTuple):
    """Where the site is: its address without a slash at the end, and the path in that."""

    url: str | None
    base_path: str


async def home(store: Selects) -> Home:
    (found,) = await store.select(select(site.c.url, site.c.base_path))
    return Home(*found)


async def term_entries(store: Selects) -> list[TermEntry]:
    """What the site says of its tags and categories, in its order."""
    columns = [term_entry.c[each.name] for each in fields(TermEntry)]
    found = await store.select(select(*columns).order_by(term_entry.c.position))
    return [TermEntry(*row) for row in found]


async def posts(store: Selects, sources: Iterable[str]) -> list[Entry]:
    """The posts that are stored of these files."""
    found = await store.select(select(*ENTRY).where(among(post.c.source_path)), among=json(sources))
    return [Entry(*row) for row in found]


async def due(store: Selects, now: str) -> list[tuple[Entry, Window]]:
    """The posts that are to be another thing now than they are in the store."""
    window = (post.c.draft, post.c.available_from, post.c.available_until)
    found = await store.select(
        select(*ENTRY, *window).where(post.c.due_at <= bindparam("now")), now=now
    )
    return [(Entry(*row[: len(ENTRY)]), Window(*row[len(ENTRY) :])) for row in found]


def among(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """That a column has one of the values of the parameter `among`, a `json` list."""
    return column.in_(select(func.json_each(bindparam("among")).table_valued("value").c.value))


def chunks(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(values), size):
        yield values[start : start + size]


def json(values: Iterable[Any]) -> str:
    return orjson.dumps(list(values)).decode()


async def issues(store: Selects, *, of_files: bool = True) -> list[ContentIssue]:
    """The issues in the order of their files; those that go with a file only when asked for."""
    found = content_issue.c
    statement = select(
        found.file, found.code, found.message, found.line, found.field, found.severity
    ).order_by(found.file, found.line, found.n)
    if not of_files:
        statement = statement.where(found.source.is_(None))
    return [
        ContentIssue(file, code, message, line, field, Severity(severity))
        for file, code, message, line, field, severity in await store.select(statement)
    ]


async def counts(store: Selects) -> Counts:
    kinds = dict(
        await store.select(
            select(term.c.kind, func.count()).where(tables.seen(term)).group_by(term.c.kind)
        )
    )
    every = select(func.count()).select_from(post)
    ((posts, seen, found),) = await store.select(
        select(
            every.scalar_subquery(),
            every.where(tables.seen(post)).scalar_subquery(),
            select(func.count()).select_from(content_issue).scalar_subquery(),
        )
    )
    return Counts(
        posts=seen,
        tags=kinds.get("tag", 0),
        categories=kinds.get("category", 0),
        authors=kinds.get("author", 0),
        issues=found,
        hidden=posts - seen,
    )


NEXT_DUE = select(func.min(post.c.due_at)).where(post.c.due_at.is_not(None))
"""The moment, as in the sort keys, at which the next post appears or disappears."""


async def next_due(store: Selects) -> str | None:
    ((moment,),) = await store.select(NEXT_DUE)
    return str(moment) if moment else None
