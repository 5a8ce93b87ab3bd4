"""Global ids: opaque to clients, stable across syncs, rebuilds and machines.

An id is its kind and a digest of what identifies the thing: a post's source path, a term's
identity. Ids of 80 bits do not collide in any blog.
"""

import re
from hashlib import blake2b

KINDS = {"post": "Post", "tag": "Tag", "category": "Category", "author": "Author"}
"""The kinds of nodes by the prefix of their ids, with the type that each has in the schema."""

_PATTERN = re.compile(rf"({'|'.join(KINDS)})_[0-9a-f]{{20}}")


def make(kind: str, identity: str) -> str:
    return f"{kind}_{blake2b(identity.encode(), digest_size=10).hexdigest()}"


def kind_of(value: str) -> str | None:
    """The kind that an id is of; None where it is no id of this server."""
    match = _PATTERN.fullmatch(value)
    return match and match[1]
