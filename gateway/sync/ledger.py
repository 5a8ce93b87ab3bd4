"""What a transaction does to posts: a log of changes, and the digest of all that are stored."""

from hashlib import blake2b
from typing import NamedTuple

from gateway.sync import visibility
from gateway.sync.report import Change

DIGEST_BYTES = 16


class Entry(NamedTuple):
    """A post as the ledger knows it, by the names of its columns."""

    n: int
    source_path: str
    id: str
    path: str
    content_hash: str
    status: str

    @property
    def visible(self) -> bool:
        return self.status == visibility.SEEN


class Ledger:
    """`posts_digest` is that of the posts which are stored, in hexadecimal."""

    def __init__(self, posts_digest: str) -> None:
        self._sum = int(posts_digest, 16)
        self.log: list[Change] = []

    @property
    def posts_digest(self) -> str:
        return f"{self._sum:0{2 * DIGEST_BYTES}x}"

    def change(self, before: Entry | None, after: Entry | None) -> None:
        """Enters what became of a post; it has no `before` when it is new, no `after` if gone."""
        for entry, sign in ((before, -1), (after, 1)):
            if entry is not None:
                # A sum depends on no order.
                self._sum += sign * _digest(entry)
                self._sum %= 1 << 8 * DIGEST_BYTES
        found = after or before
        change_type = _type(before is not None, after is not None)
        if found is not None and change_type is not None:
            public_type = _type(
                before is not None and before.visible, after is not None and after.visible
            )
            self.log.append(
                Change(change_type, public_type, found.source_path, found.id, found.path)
            )


def _digest(entry: Entry) -> int:
    identity = f"{entry.source_path}\0{entry.content_hash}\0{entry.status}"
    return int.from_bytes(blake2b(identity.encode(), digest_size=DIGEST_BYTES).digest())


def _type(was_there: bool, is_there: bool) -> str | None:  # noqa: FBT001
    if was_there:
        return "UPDATED" if is_there else "DELETED"
    return "CREATED" if is_there else None
