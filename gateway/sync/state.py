"""What the store holds of a site: what a sync compares the files with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import ClauseElement, func, select

from gateway.content.document import ContentIssue, Severity
from gateway.content.scan import SourceFile
from gateway.store.tables import content_issue, post, revision, source_file, term
from gateway.sync.report import Counts


class Selects(Protocol):
    """A reader or a writer of the store."""

    async def select(self, statement: ClauseElement) -> list[Any]: ...


@dataclass(frozen=True, slots=True)
class Revision:
    """`id` is derived from the content; `sequence` counts the syncs that changed something."""

    sequence: int
    id: str
    site_fingerprint: str


@dataclass(frozen=True, slots=True)
class StoredPost:
    id: str
    path: str


@dataclass(frozen=True, slots=True)
class State:
    """Files and posts go by source path. `issues` are those that belong to no post."""

    revision: Revision | None
    files: Mapping[str, SourceFile]
    hashes: Mapping[str, str]
    posts: Mapping[str, StoredPost]
    last_post: int
    last_term: int
    issues: frozenset[ContentIssue]


async def read(store: Selects) -> State:
    files = source_file.c
    stored = await store.select(
        select(files.path, files.size, files.mtime_ns, files.inode, files.content_hash)
    )
    posts = await store.select(select(post.c.source_path, post.c.id, post.c.path))
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
        posts={source: StoredPost(id_, path) for source, id_, path in posts},
        last_post=last_post,
        last_term=last_term,
        issues=frozenset(await issues(store, of_posts=False)),
    )


async def latest_revision(store: Selects) -> Revision | None:
    found = await store.select(
        select(revision.c.sequence, revision.c.id, revision.c.site_fingerprint)
        .order_by(revision.c.sequence.desc())
        .limit(1)
    )
    return Revision(*found[0]) if found else None


async def issues(store: Selects, *, of_posts: bool = True) -> list[ContentIssue]:
    """The issues in the order of their files; those of stored posts only when asked for."""
    found = content_issue.c
    statement = select(
        found.file, found.code, found.message, found.line, found.field, found.severity
    ).order_by(found.file, found.line, found.n)
    if not of_posts:
        statement = statement.where(found.source.is_(None))
    return [
        ContentIssue(file, code, message, line, field, Severity(severity))
        for file, code, message, line, field, severity in await store.select(statement)
    ]


async def counts(store: Selects) -> Counts:
    kinds = dict(await store.select(select(term.c.kind, func.count()).group_by(term.c.kind)))
    ((posts, found),) = await store.select(
        select(
            select(func.count()).select_from(post).scalar_subquery(),
            select(func.count()).select_from(content_issue).scalar_subquery(),
        )
    )
    return Counts(
        posts, kinds.get("tag", 0), kinds.get("category", 0), kinds.get("author", 0), found
    )
