"""What a site's configuration says, whatever its generator calls it."""

import os
from collections.abc import Callable, Iterable
from datetime import UTC, tzinfo
from hashlib import blake2b
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from gateway.content import languagetag, source
from gateway.content.defaults import Default
from gateway.content.derived import script
from gateway.content.dialects.dialect import Dialect, Keys, Place, any_file
from gateway.content.issues import Issues
from gateway.content.matter import datafile, nodes


def read(row: Dialect, root: Path, fingerprint: blake2b, issues: Issues) -> nodes.Mapping:
    """The first configuration file that is there, and over it whatever others there are."""
    found: nodes.Mapping = {}
    path = any_file(root, row.configs)
    issues.file = path.name if path else next(iter(row.configs), "")
    if path is not None:
        found = _data(path, root, fingerprint, issues)
    for path, name in row.more_configs(root):
        values = _data(path, root, fingerprint, issues)
        found = nodes.merge(found, values if name is None else {name: values})
    return found


def _data(path: Path, root: Path, fingerprint: blake2b, issues: Issues) -> nodes.Mapping:
    issues.file = path.relative_to(root).as_posix()
    written = text(path, fingerprint, issues)
    found = (
        None if written is None else datafile.CONFIG_READERS[path.suffix.lower()](written, issues)
    )
    return found if isinstance(found, dict) else {}


def text(path: Path, fingerprint: blake2b, issues: Issues) -> str | None:
    try:
        data = path.read_bytes()
    except OSError as error:
        issues.error("file-unreadable", f"{error.strerror}; allow this user to read it")
        return None
    fingerprint.update(b"\0%b\0%d\0" % (os.fsencode(path.name), len(data)))
    fingerprint.update(data)
    return source.decode(data, issues)


def folder_data(
    files: Callable[[str], Keys], root: Path, places: Iterable[Place], fingerprint: blake2b
) -> tuple[Default, ...]:
    """Front matter for all of a folder, from a data file in it."""
    found = []
    for place in places:
        folder = root / place.folder
        path = any_file(folder, files(folder.name))
        if path is not None:
            values = _data(path, root, fingerprint, Issues(""))
            inner = place.folder[len(place.base) :].lstrip("/")
            found.append(Default(inner, None, values))
    return tuple(found)


def address(row: Dialect, settings: nodes.Mapping, issues: Issues) -> tuple[str | None, str]:
    base_path = nodes.find_text(settings, row.base_path).strip("/")
    if base_path:
        base_path = f"/{base_path}"
    found = nodes.find(settings, row.url)
    field, node = found or ("url", None)
    written = (nodes.text(node) or "").strip().rstrip("/")
    if not written or written == ".":
        return None, base_path
    try:
        parts = urlsplit(written)
        valid = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        valid = False
    if not valid:
        issues.error(
            "url-invalid",
            f"{field} {written!r} is no address, so the site has none; write it like"
            " https://example.com",
            field=field,
        )
        return None, base_path
    inner = unquote(parts.path).rstrip("/")
    if inner and base_path in ("", inner):
        return written, inner
    return written + base_path, inner + base_path


def title(row: Dialect, settings: nodes.Mapping, url: str | None, folder: Path) -> str:
    """What the site is called; else its host, else the name of its folder."""
    written = _line(settings, row.site_title)
    return written or (urlsplit(url).hostname if url else None) or folder.name


def description(row: Dialect, settings: nodes.Mapping) -> str | None:
    return _line(settings, row.site_description) or None


def _line(settings: nodes.Mapping, keys: Keys) -> str:
    """The text of the first field that has one, on one line; '' where none has."""
    texts = (" ".join(nodes.find_text(settings, (key,)).split()) for key in keys)
    return next(filter(None, texts), "")


def locale(row: Dialect, settings: nodes.Mapping) -> str | None:
    """The site's language as a BCP 47 tag: as it says, else by the script of its title.

    None where nothing tells it.
    """
    named = languagetag.of_site(settings)
    if named:
        return named[0]
    seen = script.judge(f"{_line(settings, row.site_title)} {description(row, settings) or ''}")
    return seen.language if seen else row.default_locale


def time_zone(row: Dialect, settings: nodes.Mapping, issues: Issues) -> tzinfo:
    found = nodes.find(settings, row.time_zone)
    field, node = found or ("timezone", None)
    name = nodes.text(node) or row.default_zone
    try:
        return UTC if name == "UTC" else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        issues.error(
            "timezone-unknown",
            f"there is no time zone {name!r}, so UTC is used; write one like Asia/Tokyo",
            field=field,
        )
        return UTC
