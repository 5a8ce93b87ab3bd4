"""What a sync writes: posts with all that belongs to them, terms, issues, the revision."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from itertools import count
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update

from gateway.content.document import Author, ContentIssue, Document
from gateway.content.scan import SourceFile
from gateway.content.site import Site
from gateway.store.sqlite import Writer
from gateway.store.tables import (
    change,
    content_issue,
    front_matter,
    post,
    post_body,
    post_image,
    post_link,
    post_term,
    revision,
    source_file,
    term,
)
from gateway.sync import filing, rows
from gateway.sync.filing import Filing
from gateway.sync.state import State


class Changes:
    """The changes of one sync, inside its transaction. `before` is the state that it found."""

    def __init__(self, site: Site, writer: Writer, before: State) -> None:
        self._site = site
        self._writer = writer
        self._before = before
        self._post_numbers = count(before.last_post + 1)
        self._term_numbers = count(before.last_term + 1)
        self._terms: dict[tuple[str, str], int] | None = None
        self._authors: dict[str, Author] = {}
        self._log: list[dict[str, Any]] = []
        self.tally: Counter[str] = Counter()

    async def record(
        self, files: Sequence[tuple[SourceFile, str]], issues: Iterable[ContentIssue]
    ) -> None:
        """Notes files as read, each with its hash, and the issues that go with them."""
        names = [{"source": file.path} for file, _ in files]
        await self._writer.run(_delete(source_file.c.path), names)
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
                for file, content_hash in files
            ],
        )
        await self._writer.run(
            insert(content_issue), [rows.issue(issue, issue.file) for issue in issues]
        )

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

    async def put(self, documents: Sequence[Document]) -> None:
        """Stores posts, in the place of what their files held before."""
        await self._delete(document.source_path for document in documents)
        numbered = [(next(self._post_numbers), document) for document in documents]
        posts = [{"n": n, **rows.post(self._site, document)} for n, document in numbered]
        await self._writer.run(insert(post), posts)
        await self._writer.run(insert(post_body), [rows.body(*each) for each in numbered])
        await self._writer.run(
            insert(front_matter), [row for each in numbered for row in rows.front_matter(*each)]
        )
        await self._writer.run(
            insert(post_image), [row for each in numbered for row in rows.images(*each)]
        )
        await self._writer.run(
            insert(post_link), [row for each in numbered for row in rows.links(*each)]
        )
        keys = {row["n"]: row["published_key"] for row in posts}
        filed = [(n, found) for n, document in numbered for found in filing.filings(document)]
        await self._name_terms(found for _, found in filed)
        terms = await self._known_terms()
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
        for row in posts:
            known = row["source_path"] in self._before.posts
            self._note("UPDATED" if known else "CREATED", row["id"], row["path"])
        for document in documents:
            self._authors.update(
                (filing.identity_of(author.key), author) for author in document.authors
            )

    async def remove(self, sources: Collection[str]) -> None:
        """Removes posts by their source paths, and forgets their files."""
        stored = [source for source in sources if source in self._before.posts]
        await self._delete(stored)
        await self._writer.run(
            _delete(source_file.c.path), [{"source": source} for source in sources]
        )
        for source in stored:
            gone = self._before.posts[source]
            self._note("DELETED", gone.id, gone.path)

    async def finish(self, issues: Iterable[ContentIssue]) -> None:
        """Brings the terms, the issues that belong to no post and the revision up to date."""
        if self._log:
            await self._update_terms()
        found = frozenset(issues) | frozenset(await self._shared_paths())
        if found != self._before.issues:
            await self._writer.run(
                delete(content_issue).where(content_issue.c.source.is_(None)), [{}]
            )
            await self._writer.run(
                insert(content_issue), [rows.issue(issue, None) for issue in found]
            )
        await self._revise()

    def _note(self, change_type: str, post_id: str, path: str) -> None:
        self.tally[change_type] += 1
        self._log.append({"type": change_type, "post_id": post_id, "path": path})

    async def _delete(self, sources: Iterable[str]) -> None:
        known = [{"source": source} for source in sources if source in self._before.posts]
        await self._writer.run(_delete(post.c.source_path), known)

    async def _known_terms(self) -> dict[tuple[str, str], int]:
        if self._terms is None:
            stored = await self._writer.select(select(term.c.kind, term.c.identity, term.c.n))
            self._terms = {(kind, identity): n for kind, identity, n in stored}
        return self._terms

    async def _name_terms(self, filings: Iterable[Filing]) -> None:
        """Makes sure that every term has a number; the rest of its row comes at the end."""
        terms = await self._known_terms()
        new = {
            (found.kind, found.identity): found
            for found in filings
            if (found.kind, found.identity) not in terms
        }
        terms.update((key, next(self._term_numbers)) for key in new)
        await self._writer.run(
            insert(term), [filing.placeholder(terms[key], found) for key, found in new.items()]
        )

    async def _update_terms(self) -> None:
        link = post_term.c
        uses = await self._writer.select(
            select(
                link.term,
                term.c.kind,
                term.c.identity,
                link.name,
                func.count(),
                func.max(link.published_key),
            )
            .join_from(post_term, term)
            .group_by(link.term, term.c.kind, term.c.identity, link.name)
        )
        names = [column.name for column in term.c]
        stored = await self._writer.select(select(term))
        before = {row[0]: dict(zip(names, row, strict=True)) for row in stored}
        authors = {
            row["identity"]: Author(
                row["identity"], row["name"], row["description"], None, row["avatar"]
            )
            for row in before.values()
            if row["kind"] == "author"
        }
        after = filing.terms(
            self._site, (filing.Use(*row) for row in uses), {**authors, **self._authors}
        )
        await self._writer.run(
            update(term)
            .where(term.c.n == bindparam("number"))
            .values({name: bindparam(f"new_{name}") for name in names if name != "n"}),
            [
                {"number": row["n"]} | {f"new_{name}": row[name] for name in names if name != "n"}
                for row in after
                if row != before[row["n"]]
            ],
        )
        unused = before.keys() - {row["n"] for row in after}
        await self._writer.run(_delete(term.c.n), [{"source": n} for n in unused])

    async def _shared_paths(self) -> list[ContentIssue]:
        """An issue for every post that lives at the path of a newer one."""
        newer = post.alias()
        hidden = await self._writer.select(
            select(post.c.source_path, post.c.path, newer.c.source_path)
            .join_from(
                post,
                newer,
                (post.c.path == newer.c.path) & (post.c.published_key < newer.c.published_key),
            )
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
        last = self._before.revision
        if last and not self._log and last.site_fingerprint == self._site.fingerprint:
            return
        digest = blake2b(self._site.fingerprint.encode(), digest_size=16)
        posts = await self._writer.select(
            select(post.c.source_path, post.c.content_hash).order_by(post.c.source_path)
        )
        for source, content_hash in posts:
            digest.update(f"\0{source}\0{content_hash}".encode())
        sequence = last.sequence + 1 if last else 1
        await self._writer.run(
            insert(revision),
            [
                {
                    "sequence": sequence,
                    "id": digest.hexdigest(),
                    "loaded_at": datetime.now(UTC).isoformat(timespec="milliseconds"),
                    "site_fingerprint": self._site.fingerprint,
                    "post_count": len(posts),
                }
            ],
        )
        await self._writer.run(
            insert(change), [{"sequence": sequence, **entry} for entry in self._log]
        )


def _delete(column: Any) -> Any:
    return delete(column.table).where(column == bindparam("source"))
