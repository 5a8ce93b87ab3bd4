"""The end of a transaction: what follows from all posts together is brought up to date.

It needs no content files, so that it is also done when a post appears at its time.
"""

from collections.abc import Iterable
from dataclasses import astuple
from datetime import UTC, datetime
from functools import cache
from hashlib import blake2b
from typing import NamedTuple

import sqlalchemy
from sqlalchemy import delete, func, select

from gateway.content.document import ContentIssue
from gateway.store import tables
from gateway.store.sqlite import Writer
from gateway.store.tables import change, content_issue, post, revision
from gateway.sync import chains, rows, state, taxonomy
from gateway.sync.derived import Derived
from gateway.sync.ledger import DIGEST_BYTES, Ledger
from gateway.sync.state import State

PATH_TAKEN = "path-taken"

DERIVED = chains.CODES | taxonomy.CODES | {PATH_TAKEN}
"""The codes of issues that are found here, and not in a file."""

# One statement a table, which the store then compiles once and not with every batch.
insert = cache(sqlalchemy.insert)


class Origin(NamedTuple):
    """Where the content is from: the folder, and a digest of all that is no post in it."""

    folder: str
    fingerprint: str


async def finish(
    writer: Writer,
    origin: Origin,
    before: State,
    derived: Derived,
    issues: Iterable[ContentIssue],
) -> None:
    """Writes the terms, the redirects, the rest of the indexes, the issues that go with no
    file, and the revision.

    `issues` are those that are not derived here.
    """
    found = {
        *issues,
        *await derived.terms.finish(),
        *await _shared_paths(writer),
        *await derived.redirects.finish(derived.ledger.log, derived.terms.moved, before.issues),
    }
    await derived.searching.finish()
    await derived.completions.finish(derived.terms.before, derived.terms.after)
    await derived.spelling.finish()
    if found != before.issues:
        await writer.run(delete(content_issue).where(content_issue.c.source.is_(None)), [{}])
        await writer.run(insert(content_issue), [rows.issue(issue, None) for issue in found])
    await _revise(writer, origin, before, derived.ledger)


async def _shared_paths(writer: Writer) -> list[ContentIssue]:
    """An issue for every post that is to be seen at the path of a newer one."""
    shared = select(post.c.path).group_by(post.c.path).having(func.count() > 1)
    newer = post.alias()
    hidden = await writer.select(
        select(post.c.source_path, post.c.path, newer.c.source_path)
        .join_from(
            post,
            newer,
            (post.c.path == newer.c.path) & (post.c.published_key < newer.c.published_key),
        )
        .where(post.c.path.in_(shared), tables.seen(post), tables.seen(newer))
        .order_by(post.c.source_path)
    )
    return [
        ContentIssue(
            source,
            PATH_TAKEN,
            f"{other} has the same path {path}; give one of them another slug or permalink",
        )
        for source, path, other in hidden
    ]


async def _revise(writer: Writer, origin: Origin, before: State, ledger: Ledger) -> None:
    """Writes the new revision, with what has changed since the one before."""
    digest = blake2b(digest_size=DIGEST_BYTES)
    issues = [astuple(issue) for issue in await state.issues(writer)]
    parts = (origin.fingerprint, ledger.posts_digest, *map(repr, sorted(issues, key=repr)))
    for part in parts:
        digest.update(f"{part}\0".encode())
    last = before.revision
    if last and not ledger.log and last.id == digest.hexdigest():
        return
    sequence = last.sequence + 1 if last else 1
    every = select(func.count()).select_from(post)
    ((posts, seen),) = await writer.select(
        select(every.scalar_subquery(), every.where(tables.seen(post)).scalar_subquery())
    )
    await writer.run(
        insert(revision),
        [
            {
                "sequence": sequence,
                "id": digest.hexdigest(),
                "loaded_at": datetime.now(UTC).isoformat(timespec="milliseconds"),
                "site_fingerprint": origin.fingerprint,
                "posts_digest": ledger.posts_digest,
                "folder": origin.folder,
                "post_count": seen,
                "preview_post_count": posts,
            }
        ],
    )
    await writer.run(
        insert(change),
        [
            {
                "sequence": sequence,
                "post_id": each.post_id,
                "type": each.type,
                "public_type": each.public_type,
                "path": each.path,
            }
            for each in ledger.log
        ],
    )
