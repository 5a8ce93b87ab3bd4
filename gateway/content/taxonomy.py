"""What a site says of its tags and categories, apart from the posts.

The files `tags` and `categories` of its data, as the importers write them: by slug or name, a
mapping {name, slug, description, parent} or the description alone; or a list of such mappings.
Then the pages that some generators have for them, and slugs in the configuration.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path

from gateway.content import configuration, names
from gateway.content.dialects.dialect import Dialect, any_file
from gateway.content.document import TermEntry
from gateway.content.issues import Issues
from gateway.content.matter import datafile, frontmatter, nodes
from gateway.content.matter.nodes import Mapping, Node, Scalar
from gateway.content.slug import PRETTY, slugify

FILES = {
    kind: tuple(f"{name}{extension}" for extension in datafile.READERS)
    for kind, name in (("tag", "tags"), ("category", "categories"))
}
NAMES = ("name", "title")
KEYS = ("slug", "id", "key", *NAMES)
DESCRIPTIONS = ("description", "summary")
MOST_PAGES = 5_000
NOT_IN_SLUG = re.compile(r"[/\\?#%\s\x00-\x1f\x7f]")
DOTS = re.compile(r"\.{1,2}")


def read(
    row: Dialect, root: Path, settings: Mapping, fingerprint: blake2b, config: Issues
) -> tuple[tuple[TermEntry, ...], Issues]:
    """What is said of each, and what is wrong with it in other files than the configuration.

    Of what is said twice the first counts: of the data, the pages, the configuration.
    """
    issues = Issues("")
    found: dict[tuple[str, str], TermEntry] = {}
    for entry in chain(
        _of_data(row, root, fingerprint, issues),
        _of_pages(row, root, settings, fingerprint, issues),
        _of_settings(row, settings, config),
    ):
        place = entry.kind, entry.key
        found[place] = _filled(found[place], entry) if place in found else entry
    return tuple(found.values()), issues


def _of_data(row: Dialect, root: Path, fingerprint: blake2b, issues: Issues) -> Iterator[TermEntry]:
    for folder in row.data:
        for kind, choices in FILES.items():
            path = any_file(root / folder, choices)
            if path is None:
                continue
            issues.file, issues.lines = f"{folder}/{path.name}", {}
            text = configuration.text(path, fingerprint, issues)
            if text is not None:
                yield from _entries(kind, datafile.READERS[path.suffix](text, issues), issues)


def _entries(kind: str, node: Node, issues: Issues) -> Iterator[TermEntry]:
    items: Iterable[tuple[str | None, Node]] = ()
    if isinstance(node, dict):
        items = node.items()
    elif isinstance(node, list):
        items = [(_first(item, KEYS), item) for item in node if isinstance(item, dict)]
    is_reported = False
    for key, item in items:
        if key and isinstance(item, dict):
            yield _entry(kind, key.strip(), item, issues, issues.lines.get(key))
        elif key and isinstance(item, Scalar):
            description = (nodes.text(item) or "").strip() or None
            line = issues.lines.get(key)
            yield TermEntry(kind, key.strip(), issues.file, description=description, line=line)
        elif not is_reported:  # once a file, which may be meant for something else
            is_reported = True
            issues.warn(
                "term-not-mapping",
                f"an entry has no name or is a list, so it says nothing of a {kind};"
                " write name: … and description: … below its slug",
                line=issues.lines.get(key) if key else None,
            )


def _of_pages(
    row: Dialect, root: Path, settings: Mapping, fingerprint: blake2b, issues: Issues
) -> Iterator[TermEntry]:
    for kind, key, path in islice(row.term_pages(root, settings), MOST_PAGES):
        issues.file, issues.lines = names.shown(path.relative_to(root).as_posix()), {}
        fingerprint.update(f"\0{issues.file}".encode())
        text = configuration.text(path, fingerprint, issues)
        if text is None:
            continue
        parts = frontmatter.split(text, issues, row.formats, late=row.late)
        values = frontmatter.fields(parts, issues)
        if row.caseless:
            values = nodes.lowered(values)
        entry = _entry(kind, names.shown(key), values, issues, issues.lines.get("parent"))
        yield replace(entry, slug=entry.slug or _slug(entry.key))


def _of_settings(row: Dialect, settings: Mapping, issues: Issues) -> Iterator[TermEntry]:
    for kind, setting in row.term_slugs:
        written = settings.get(setting)
        for key, node in written.items() if isinstance(written, dict) else ():
            slug = _slug(slugify(nodes.text(node) or "", keep=PRETTY, cased=True))
            line = issues.lines.get(setting)
            yield TermEntry(kind, key.strip(), issues.file, slug=slug, line=line)


def _entry(kind: str, key: str, values: Mapping, issues: Issues, line: int | None) -> TermEntry:
    name = _first(values, NAMES)
    written = _first(values, ("slug",))
    # With a name beside it, the key is the slug; alone, it may be the name.
    slug = _slug(written or (key if name not in (None, key) else ""))
    if written and slug is None:
        issues.warn(
            "term-slug-invalid",
            f"the slug {written!r} of the {kind} {name or key!r} cannot be part of an address, so"
            " one is made of its name; write letters, digits and hyphens",
            line=line or issues.lines.get("slug"),
        )
    return TermEntry(
        kind,
        key,
        issues.file,
        name=name,
        slug=slug,
        description=_first(values, DESCRIPTIONS),
        parent=_first(values, ("parent",)) if kind == "category" else None,
        line=line,
    )


def _filled(entry: TermEntry, later: TermEntry) -> TermEntry:
    return replace(
        entry,
        name=entry.name or later.name,
        slug=entry.slug or later.slug,
        description=entry.description or later.description,
        parent=entry.parent or later.parent,
    )


def _slug(written: str) -> str | None:
    """None for what cannot be the last part of a path."""
    slug = unicodedata.normalize("NFC", written.strip().strip("/"))
    return None if not slug or NOT_IN_SLUG.search(slug) or DOTS.fullmatch(slug) else slug


def _first(values: Mapping, keys: Iterable[str]) -> str | None:
    written = ((nodes.text(values.get(key)) or "").strip() for key in keys)
    return next(filter(None, written), None)
