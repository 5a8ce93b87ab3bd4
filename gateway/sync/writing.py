"""What a sync writes of each file: its post with all that belongs to it, and its issues."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import count
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, select, update

from gateway.content.document import ContentIssue
from gateway.content.scan import SourceFile
from gateway.content.site import Site
from gateway.store.sqlite import Writer
from gateway.store.tables import (
    content_issue,
    dependency,
    front_matter,
    post,
    post_body,
    post_image,
    post_link,
    post_seo,
    post_term,
    redirect,
    site,
    source_file,
    term_entry,
)
from gateway.sync import derived, filing, indexing, rows, state
from gateway.sync.finishing import insert
from gateway.sync.ledger import Entry
from gateway.sync.loading import Made
from gateway.sync.searching import Indexed
from gateway.sync.state import State, among

_INDEX_VALUES = indexing.values(among(front_matter.c.post))

SHARED = ("published_key", "visible")
"""Columns of a post that its places under terms have too."""


class Record(NamedTuple):
    """A file as it was read. `issues` are all that there is to say of it."""

    file: SourceFile
    content_hash: str
    issues: Sequence[ContentIssue]
    depends: Sequence[str] = ()


class Changes:
    """The changes of one sync, inside its transaction. `before` is the state that it found.

    `now` is a moment as in the sort keys.
    """

    def __init__(self, site: Site, writer: Writer, before: State, now: str) -> None:
        self.derived = derived.begin(site, writer, before, anew=not before.is_of(site.fingerprint))
        self._site = site
        self._writer = writer
        self._before = before
        self._now = now
        self._post_numbers = count(before.last_post + 1)

    async def describe(self) -> None:
        """Writes what the configuration says of the site."""
        await self._writer.run(delete(site), [{}])
        await self._writer.run(insert(site), [rows.site(self._site)])
        await self._writer.run(delete(term_entry), [{}])
        await self._writer.run(insert(term_entry), rows.term_entries(self._site))

    async def stored(self, sources: Iterable[str]) -> dict[str, Entry]:
        """The posts that are stored of these files, by source path."""
        known = [source for source in sources if source in self._before.files]
        found = await state.posts(self._writer, known) if known else []
        return {each.source_path: each for each in found}

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
                }
                for file, content_hash, *_ in records
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

    async def put(self, made: Sequence[Made], stored: Mapping[str, Entry]) -> None:
        """Stores posts, in the place of those that are `stored` of the same files."""
        sources = [document.source_path for document, *_ in made]
        await self._delete([stored[source] for source in sources if source in stored])
        numbered = [(next(self._post_numbers), document) for document, *_ in made]
        posts = [{"n": n, **rows.post(self._site, document, self._now)} for n, document in numbered]
        await self._writer.run(insert(post), posts)
        await self._writer.run(insert(post_body), [rows.body(*each) for each in numbered])
        await self._writer.run(insert(post_seo), [rows.seo(*each) for each in numbered])
        await self._writer.run(
            insert(front_matter), [row for each in numbered for row in rows.front_matter(*each)]
        )
        await self._writer.run(_INDEX_VALUES, [_among(n for n, _ in numbered)] if numbered else ())
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
        shared = {row["n"]: {name: row[name] for name in SHARED} for row in posts}
        filed = [(n, found) for n, document in numbered for found in filing.filings(document)]
        terms = await self.derived.terms.number(found for _, found in filed)
        await self._writer.run(
            insert(post_term),
            [
                {
                    "post": n,
                    "kind": found.kind,
                    "position": found.position,
                    "term": terms[found.kind, found.identity],
                    "name": found.name,
                    "parent": found.parent,
                    "bio": found.bio,
                    "avatar": rows.avatar(self._site, found.avatar),
                    **shared[n],
                }
                for n, found in filed
            ],
        )
        await self.derived.enter(
            [
                Indexed(row["n"], row["visible"], entry)
                for row, (_, entry, _) in zip(posts, made, strict=True)
            ]
        )
        await self.derived.keywords.put(
            {n: each.keywords for (n, _), each in zip(numbered, made, strict=True)}
        )
        for row in posts:
            entry = Entry(*(row[name] for name in Entry._fields))
            self.derived.ledger.change(stored.get(entry.source_path), entry)

    async def forget(self, sources: Collection[str]) -> None:
        """Removes files that are gone, with their posts."""
        stored = await self.stored(sources)
        await self._delete(stored.values())
        for gone in stored.values():
            self.derived.ledger.change(gone, None)
        await self._forget(sources)

    async def _delete(self, posts: Collection[Entry]) -> None:
        if posts:
            numbers = [each.n for each in posts]
            await self.derived.leave(numbers)
            await self._writer.run(delete(post).where(among(post.c.n)), [_among(numbers)])

    async def _forget(self, sources: Iterable[str]) -> None:
        known = [source for source in sources if source in self._before.files]
        if known:
            await self._writer.run(
                delete(source_file).where(among(source_file.c.path)), [_among(known)]
            )


def _among(values: Iterable[Any]) -> dict[str, str]:
    return {"among": state.json(values)}
