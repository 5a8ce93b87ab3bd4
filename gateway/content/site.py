"""A folder of posts, its configuration and its authors."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, tzinfo
from hashlib import blake2b
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from gateway.content import (
    authors,
    datafile,
    defaults,
    flavour,
    frontmatter,
    names,
    nodes,
    permalink,
    source,
)
from gateway.content.defaults import Default
from gateway.content.document import Author, ContentIssue
from gateway.content.flavour import Flavour
from gateway.content.issues import Issues
from gateway.content.nodes import Node
from gateway.errors import ContentError

VERSION = "4"  # raised whenever this package makes something else of the same files
CONFIGS = ("_config.yml", "_config.yaml")
SUPPORT = {"data_dir": "_data", "includes_dir": "_includes"}  # what bodies may take in
SUPPORT_FOLDER = re.compile(r"[\w-]+")
MAX_SUPPORT_BYTES = 1_000_000  # larger ones are not read by bodies either


@dataclass(frozen=True, slots=True)
class Site:
    """`root` is what source paths are relative to, `folder` the folder asked for.

    `url` is the address of the site's front page without a slash at the end, `base_path` the
    path in it, '' or '/blog'. `config` holds JSON values, `settings` the same as nodes;
    `permalink` is the template for posts without one of their own. `authors` go by handle, and
    `default_authors` wrote the posts that name none.
    `fingerprint` changes when anything beside a post changes what the post becomes.
    """

    root: Path
    folder: Path
    url: str | None
    base_path: str
    time_zone: tzinfo
    config: Mapping[str, Any]
    settings: Mapping[str, Node]
    defaults: tuple[Default, ...]
    markdown_extensions: frozenset[str]
    flavour: Flavour
    permalink: str
    authors: Mapping[str, Author]
    default_authors: tuple[Author, ...]
    fingerprint: str
    issues: tuple[ContentIssue, ...]


def open_site(folder: Path) -> Site:
    """The site in `folder`, or around it where `folder` is its `_posts`.

    Raises `ContentError` where the folder cannot be read. What is wrong in the configuration is
    among the site's issues, and the rest of it counts.
    """
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow a linked folder
    _check(folder)
    root = folder.parent if folder.name == names.POSTS else folder
    fingerprint = blake2b(VERSION.encode(), digest_size=16)

    config_issues = Issues(CONFIGS[0])
    settings: dict[str, Node] = {}
    for name in CONFIGS:
        if (root / name).is_file():
            config_issues.file = name
            text = _text(root / name, fingerprint, config_issues)
            settings = {} if text is None else frontmatter.read(text, 1, config_issues)
            break
    url, base_path = _address(settings, config_issues)
    time_zone = _time_zone(settings, config_issues)
    found_defaults = defaults.read(settings.get("defaults"), config_issues)

    author_issues = Issues("_data/authors.yml")
    known = authors.directory(settings.get("authors"), config_issues)
    known |= _authors(root, fingerprint, author_issues)
    for option in SUPPORT:
        _support(root, support_folder(settings, option), fingerprint)
    own_author = {key: settings[key] for key in settings if key == "author"}
    return Site(
        root=root,
        folder=folder,
        url=url,
        base_path=base_path,
        time_zone=time_zone,
        config={key: nodes.as_json(value) for key, value in settings.items()},
        settings=settings,
        defaults=found_defaults,
        markdown_extensions=_markdown_extensions(settings),
        flavour=flavour.of_jekyll(settings),
        permalink=_permalink(settings),
        authors=known,
        default_authors=authors.resolve([own_author], known, config_issues),
        fingerprint=fingerprint.hexdigest(),
        issues=config_issues.found() + author_issues.found(),
    )


def _check(folder: Path) -> None:
    if not folder.exists():
        raise ContentError(f"{folder} does not exist; give the folder that holds the posts")
    if not folder.is_dir():
        raise ContentError(f"{folder} is a file; give the folder that it is in")
    try:
        os.scandir(folder).close()
    except OSError as error:
        raise ContentError(
            f"{folder} cannot be read ({error.strerror}); allow this user to read it"
        ) from error


def _text(path: Path, fingerprint: "blake2b", issues: Issues) -> str | None:
    try:
        data = path.read_bytes()
    except OSError as error:
        issues.error("file-unreadable", f"{error.strerror}; allow this user to read it")
        return None
    fingerprint.update(f"\0{path.name}\0{len(data)}\0".encode())
    fingerprint.update(data)
    return source.decode(data, issues)


def support_folder(settings: Mapping[str, Node], option: str) -> str:
    """The folder that `data_dir` or `includes_dir` names, a folder of the site itself."""
    written = (nodes.text(settings.get(option)) or "").strip("/")
    return written if SUPPORT_FOLDER.fullmatch(written) else SUPPORT[option]


def _support(root: Path, name: str, fingerprint: "blake2b") -> None:
    """Every file of the folder that a body may use, links to folders not followed."""
    for folder, folders, files in os.walk(root / name):
        folders.sort()
        for file in sorted(files):
            path = Path(folder, file)
            try:
                if not path.is_file() or path.stat().st_size > MAX_SUPPORT_BYTES:
                    continue
                data = path.read_bytes()
            except OSError:  # a body that needs it says so
                continue
            shown = path.relative_to(root).as_posix().encode("utf-8", "surrogateescape")
            fingerprint.update(b"\0%b\0%d\0" % (shown, len(data)))
            fingerprint.update(data)


def _address(settings: Mapping[str, Node], issues: Issues) -> tuple[str | None, str]:
    base_path = (nodes.text(settings.get("baseurl")) or "").strip().strip("/")
    if base_path:
        base_path = f"/{base_path}"
    written = (nodes.text(settings.get("url")) or "").strip().rstrip("/")
    if not written:
        return None, base_path
    try:
        parts = urlsplit(written)
        valid = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        valid = False
    if valid:
        return written + base_path, base_path
    issues.error(
        "url-invalid",
        f"url {written!r} is no address, so the site has none; write it like https://example.com",
        field="url",
    )
    return None, base_path


def _time_zone(settings: Mapping[str, Node], issues: Issues) -> tzinfo:
    name = nodes.text(settings.get("timezone"))
    if not name:
        return UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        issues.error(
            "timezone-unknown",
            f"there is no time zone {name!r}, so UTC is used; write one like Asia/Tokyo",
            field="timezone",
        )
        return UTC


def _markdown_extensions(settings: Mapping[str, Node]) -> frozenset[str]:
    written = nodes.text(settings.get("markdown_ext"))
    if not written:
        return names.MARKDOWN
    return frozenset(f".{part.strip().lower()}" for part in written.split(","))


def _permalink(settings: Mapping[str, Node]) -> str:
    collections = settings.get("collections")
    posts = collections.get("posts") if isinstance(collections, dict) else None
    for values in (posts, settings):
        if isinstance(values, dict) and (written := nodes.text(values.get("permalink"))):
            return permalink.STYLES.get(written, written)
    return permalink.STYLES["date"]


def _authors(root: Path, fingerprint: blake2b, issues: Issues) -> dict[str, Author]:
    for extension, read in datafile.READERS.items():
        path = root / "_data" / f"authors{extension}"
        if path.is_file():
            issues.file = f"_data/{path.name}"
            text = _text(path, fingerprint, issues)
            return {} if text is None else authors.directory(read(text, issues), issues)
    return {}
