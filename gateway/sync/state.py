"""What the store holds of a site: what a sync compares the files with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import orjson
from sqlalchemy import ClauseElement, ColumnElement, bindparam, func, select

from gateway.content.document import ContentIssue, Severity
from gateway.content.scan import SourceFile
from gateway.store.tables import content_issue, post, revision, source_file, term
from gateway.sync.report import Counts


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
class StoredPost:
    n: int
    source: str
    id: str
    path: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class State:
    """Files go by source path; `due` are those to be read again now, changed or not.

    `issues` are those that go with no file.
    """

    revision: Revision | None
    files: Mapping[str, SourceFile]
    hashes: Mapping[str, str]
    due: frozenset[str]
    last_post: int
    last_term: int
    issues: frozenset[ContentIssue]


async def read(store: Selects, now: str) -> State:
    """`now` is a moment as in the sort keys."""
    files = source_file.c
    stored = await store.select(
        select(files.path, files.size, files.mtime_ns, files.inode, files.content_hash)
    )
    due = await store.select(select(files.path).where(files.review_at <= bindparam("now")), now=now)
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
        due=frozenset(path for (path,) in due),
        last_post=last_post,
        last_term=last_term,
        issues=frozenset(await issues(store, of_files=False)),
    )


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


async def posts(store: Selects, sources: Iterable[str]) -> list[StoredPost]:
    """The posts that are stored of these files."""
    columns = post.c
    found = await store.select(
        select(
            columns.n, columns.source_path, columns.id, columns.path, columns.content_hash
        ).where(among(columns.source_path)),
        among=json(sources),
    )
    return [StoredPost(*row) for row in found]


def among(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """That a column has one of the values of the parameter `among`, a `json` list."""
    return column.in_(select(func.json_each(bindparam("among")).table_valued("value").c.value))


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
    kinds = dict(await store.select(select(term.c.kind, func.count()).group_by(term.c.kind)))
    hidden_files = select(func.count()).where(source_file.c.hidden == 1)
    ((posts, found, hidden),) = await store.select(
        select(
            select(func.count()).select_from(post).scalar_subquery(),
            select(func.count()).select_from(content_issue).scalar_subquery(),
            hidden_files.select_from(source_file).scalar_subquery(),
        )
    )
    return Counts(
        posts, kinds.get("tag", 0), kinds.get("category", 0), kinds.get("author", 0), found, hidden
    )


async def next_review(store: Selects) -> str | None:
    """The moment, as in the sort keys, at which the next file is to be read again."""
    ((moment,),) = await store.select(select(func.min(source_file.c.review_at)))
    return str(moment) if moment else None
