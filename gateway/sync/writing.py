"""What a sync writes: posts with all that belongs to them, terms, issues, the revision."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import astuple
from datetime import UTC, datetime
from functools import cache
from hashlib import blake2b
from itertools import count
from typing import Any, NamedTuple

import sqlalchemy
from sqlalchemy import bindparam, delete, func, select, update

from gateway.content.document import ContentIssue, Document
from gateway.content.scan import SourceFile
from gateway.content.site import Site
from gateway.store.sqlite import Writer
from gateway.store.tables import (
    change,
    content_issue,
    dependency,
    front_matter,
    post,
    post_body,
    post_image,
    post_link,
    post_term,
    redirect,
    revision,
    site,
    source_file,
)
from gateway.sync import filing, rows, state
from gateway.sync.report import Change
from gateway.sync.state import State, StoredPost, among
from gateway.sync.terms import Terms
from gateway.sync.visibility import Visibility

DIGEST_BYTES = 16

# One statement a table, which the store then compiles once and not with every batch.
insert = cache(sqlalchemy.insert)


class Record(NamedTuple):
    """A file as it was read. `issues` are all that there is to say of it."""

    file: SourceFile
    content_hash: str
    visibility: Visibility
    issues: Sequence[ContentIssue]
    depends: Sequence[str] = ()


class Changes:
    """The changes of one sync, inside its transaction. `before` is the state that it found."""

    def __init__(self, site: Site, writer: Writer, before: State) -> None:
        self._site = site
        self._writer = writer
        self._before = before
        self._post_numbers = count(before.last_post + 1)
        self._terms = Terms(site, writer, before.last_term)
        last = before.revision
        self._posts_digest = int(last.posts_digest, 16) if last else 0
        self.log: list[Change] = []

    async def stored(self, sources: Iterable[str]) -> dict[str, StoredPost]:
        """The posts that are stored of these files, by source path."""
        known = [source for source in sources if source in self._before.files]
        found = await state.posts(self._writer, known) if known else []
        return {each.source: each for each in found}

    async def record(self, records: Sequence[Record]) -> None:
        """Notes files as read, with the issues that go with them."""
        await self._forget(record.file.path for record in records)
        await self._writer.run(
            insert(source_file),
            [
                {
                    "path": file.path,
                    "content_hash": content_hash,
                    "size": file.size,
                    "mtime_ns": file.mtime_ns,
                    "inode": file.inode,
                    "hidden": visibility.hidden,
                    "review_at": rows.key_of(visibility.review_at) or None,
                }
                for file, content_hash, visibility, *_ in records
            ],
        )
        await self._writer.run(
            insert(dependency),
            [
                {"source": record.file.path, "target": target}
                for record in records
                for target in record.depends
            ],
        )
        await self._writer.run(
            insert(content_issue),
            [rows.issue(issue, record.file.path) for record in records for issue in record.issues],
        )

    async def dependants(self, targets: Iterable[str]) -> set[str]:
        """The files whose posts have something of these in them."""
        found = await self._writer.select(
            select(dependency.c.source).where(among(dependency.c.target)),
            among=state.json(targets),
        )
        return {source for (source,) in found}

    async def touch(self, files: Iterable[SourceFile]) -> None:
        """Notes a new time stamp, size or inode of files whose content is as it was."""
        await self._writer.run(
            update(source_file)
            .where(source_file.c.path == bindparam("source"))
            .values(
                size=bindparam("new_size"),
                mtime_ns=bindparam("new_mtime_ns"),
                inode=bindparam("new_inode"),
            ),
            [
                {
                    "source": file.path,
                    "new_size": file.size,
                    "new_mtime_ns": file.mtime_ns,
                    "new_inode": file.inode,
                }
                for file in files
            ],
        )

    async def put(self, documents: Sequence[Document], stored: Collection[StoredPost] = ()) -> None:
        """Stores posts, in the place of those that are `stored` of the same files."""
        await self._delete(stored)
        numbered = [(next(self._post_numbers), document) for document in documents]
        posts = [{"n": n, **rows.post(self._site, document)} for n, document in numbered]
        await self._writer.run(insert(post), posts)
        await self._writer.run(insert(post_body), [rows.body(*each) for each in numbered])
        await self._writer.run(
            insert(front_matter), [row for each in numbered for row in rows.front_matter(*each)]
        )
        await self._writer.run(
            insert(redirect),
            [row for each in numbered for row in rows.redirects(self._site, *each)],
        )
        await self._writer.run(
            insert(post_image), [row for each in numbered for row in rows.images(self._site, *each)]
        )
        await self._writer.run(
            insert(post_link), [row for each in numbered for row in rows.links(*each)]
        )
        keys = {row["n"]: row["published_key"] for row in posts}
        filed = [(n, found) for n, document in numbered for found in filing.filings(document)]
        terms = await self._terms.number(found for _, found in filed)
        await self._writer.run(
            insert(post_term),
            [
                {
                    "post": n,
                    "kind": found.kind,
                    "position": found.position,
                    "term": terms[found.kind, found.identity],
                    "name": found.name,
                    "published_key": keys[n],
                }
                for n, found in filed
            ],
        )
        self._terms.introduce(documents)
        known = {each.source for each in stored}
        for row in posts:
            source = row["source_path"]
            change_type = "UPDATED" if source in known else "CREATED"
            self.log.append(Change(change_type, source, row["id"], row["path"]))
            self._count(source, row["content_hash"], 1)

    async def remove(self, posts: Collection[StoredPost]) -> None:
        """Removes posts; their files are still known."""
        await self._delete(posts)
        for gone in posts:
            self.log.append(Change("DELETED", gone.source, gone.id, gone.path))

    async def forget(self, sources: Collection[str]) -> None:
        """Removes files that are gone, with their posts."""
        stored = await self.stored(sources)
        await self.remove(stored.values())
        await self._forget(sources)

    async def finish(self, issues: Iterable[ContentIssue]) -> None:
        """Brings the site, the terms, the issues of no file and the revision up to date."""
        await self._describe()
        await self._terms.finish()
        found = frozenset(issues) | frozenset(await self._shared_paths())
        if found != self._before.issues:
            await self._writer.run(
                delete(content_issue).where(content_issue.c.source.is_(None)), [{}]
            )
            await self._writer.run(
                insert(content_issue), [rows.issue(issue, None) for issue in found]
            )
        await self._revise()

    async def _describe(self) -> None:
        """Writes what the site's configuration says of it, where that is new."""
        row = rows.site(self._site)
        stored = await self._writer.select(select(site))
        if stored != [tuple(row[column.name] for column in site.c)]:
            await self._writer.run(delete(site), [{}])
            await self._writer.run(insert(site), [row])

    async def _delete(self, posts: Collection[StoredPost]) -> None:
        if posts:
            numbers = [each.n for each in posts]
            await self._terms.leave(numbers)
            await self._writer.run(delete(post).where(among(post.c.n)), [_among(numbers)])
            for each in posts:
                self._count(each.source, each.content_hash, -1)

    async def _forget(self, sources: Iterable[str]) -> None:
        known = [source for source in sources if source in self._before.files]
        if known:
            await self._writer.run(
                delete(source_file).where(among(source_file.c.path)), [_among(known)]
            )

    def _count(self, source: str, content_hash: str, sign: int) -> None:
        """Adds a post to the digest of all, or takes it out: a sum depends on no order."""
        digest = blake2b(f"{source}\0{content_hash}".encode(), digest_size=DIGEST_BYTES).digest()
        self._posts_digest += sign * int.from_bytes(digest)
        self._posts_digest %= 1 << 8 * DIGEST_BYTES

    async def _shared_paths(self) -> list[ContentIssue]:
        """An issue for every post that lives at the path of a newer one."""
        shared = select(post.c.path).group_by(post.c.path).having(func.count() > 1)
        newer = post.alias()
        hidden = await self._writer.select(
            select(post.c.source_path, post.c.path, newer.c.source_path)
            .join_from(
                post,
                newer,
                (post.c.path == newer.c.path) & (post.c.published_key < newer.c.published_key),
            )
            .where(post.c.path.in_(shared))
            .order_by(post.c.source_path)
        )
        return [
            ContentIssue(
                source,
                "path-taken",
                f"{other} has the same path {path}; give one of them another slug or permalink",
            )
            for source, path, other in hidden
        ]

    async def _revise(self) -> None:
        """Writes the new revision, with what has changed since the one before."""
        posts_digest = f"{self._posts_digest:0{2 * DIGEST_BYTES}x}"
        digest = blake2b(digest_size=DIGEST_BYTES)
        issues = [astuple(issue) for issue in await state.issues(self._writer)]
        for part in (self._site.fingerprint, posts_digest, *map(repr, sorted(issues, key=repr))):
            digest.update(f"{part}\0".encode())
        last = self._before.revision
        if last and not self.log and last.id == digest.hexdigest():
            return
        sequence = last.sequence + 1 if last else 1
        ((posts,),) = await self._writer.select(select(func.count()).select_from(post))
        await self._writer.run(
            insert(revision),
            [
                {
                    "sequence": sequence,
                    "id": digest.hexdigest(),
                    "loaded_at": datetime.now(UTC).isoformat(timespec="milliseconds"),
                    "site_fingerprint": self._site.fingerprint,
                    "posts_digest": posts_digest,
                    "folder": str(self._site.folder),
                    "post_count": posts,
                }
            ],
        )
        await self._writer.run(
            insert(change),
            [
                {
                    "sequence": sequence,
                    "post_id": each.post_id,
                    "type": each.type,
                    "path": each.path,
                }
                for each in self.log
            ],
        )


def _among(values: Iterable[Any]) -> dict[str, str]:
    return {"among": state.json(values)}
