"""One file to one `Document`."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b

from gateway.content import post, source
from gateway.content.document import ContentIssue, Document
from gateway.content.issues import Issues
from gateway.content.site import Site

HASH_BYTES = 16

BROKEN = frozenset(
    {
        "front-matter-late",
        "front-matter-unclosed",
        "json-invalid",
        "toml-invalid",
        "toml-too-long",
        "yaml-invalid",
        "yaml-without-fields",
    }
)
"""The codes that say that front matter is not as its author left it, or is being edited."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of the file at `path`; `document` is None where nothing could.

    `content_hash` is the BLAKE2b-128 of the file's bytes in hexadecimal, '' if it was not read.
    `depends` are the source paths of the other files that the body took something from, or
    would have, were they there: when one of them comes, changes or goes, so does the document.
    """

    path: str
    content_hash: str
    document: Document | None
    issues: tuple[ContentIssue, ...]
    depends: tuple[str, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether a version that was loaded before is to be preferred to this one."""
        return self.document is None or any(issue.code in BROKEN for issue in self.issues)


def load(site: Site, path: str) -> Loaded:
    """The document in the file at `path`, which is relative to the site's root, in POSIX form.

    Never raises for what a file holds: that becomes issues.
    """
    issues = Issues(path)
    try:
        with (site.root / path).open("rb") as file:
            modified = os.fstat(file.fileno()).st_mtime
            data = file.read()
    except OSError as error:
        issues.error("file-unreadable", f"{error.strerror}; allow this user to read it")
        return Loaded(path, "", None, issues.found())
    content_hash = blake2b(data, digest_size=HASH_BYTES).hexdigest()
    document = None
    depends: set[str] = set()
    text = source.decode(data, issues)
    if text is not None:
        file_date = datetime.fromtimestamp(int(modified), UTC)
        document = post.read(
            site,
            path,
            text,
            content_hash=content_hash,
            file_date=file_date,
            issues=issues,
            depends=depends,
        )
    return Loaded(path, content_hash, document, issues.found(), tuple(sorted(depends)))
