"""A folder of posts, its configuration, its authors, and what it says of tags and categories."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from hashlib import blake2b
from pathlib import Path
from typing import Any

from gateway.content import authors, configuration, defaults, names, taxonomy
from gateway.content.defaults import Default
from gateway.content.dialects import table
from gateway.content.dialects.dialect import Dialect, Keys, Place, any_file
from gateway.content.document import Author, ContentIssue, TermEntry
from gateway.content.issues import Issues
from gateway.content.markup import flavour
from gateway.content.markup.flavour import Flavour
from gateway.content.matter import datafile, frontmatter, nodes
from gateway.content.matter.nodes import Node, Scalar
from gateway.content.menus.found import Sources
from gateway.content.names import Name
from gateway.errors import ContentError

VERSION = "10"  # raised whenever this package makes something else of the same files
AUTHORS = tuple(f"authors{extension}" for extension in (".yml", ".yaml", ".json", ".csv", ".tsv"))
MAX_AUTHORS = 5_000  # files of `_authors`
SUPPORT = {"data_dir": "_data", "includes_dir": "_includes"}  # what bodies may take in
SUPPORT_FOLDER = re.compile(r"[\w-]+")
MAX_SUPPORT_BYTES = 1_000_000  # larger ones are not read by bodies either


@dataclass(frozen=True, slots=True)
class Site:
    """`root` is what source paths are relative to, `folder` the folder asked for.

    `title` and `description` are what the site says of itself, and `locale` its language, a BCP 47
    tag, None where nothing tells it. `menus` are lists of entries by name, JSON values (see
    `menus.entries`). `places` are the folders to look for posts in. `url` is the address of the
    site's front page without a slash at the end, `base_path` the path in it, '' or '/blog'.
    `config` holds JSON values, `settings` the same as nodes. `shown` are the kinds of posts that
    are shown although they would be hidden otherwise. `languages` are those that a file's name may
    end in. `authors` go by handle, and `default_authors` wrote the posts that name none. `terms` is
    what is said of tags and categories. `fingerprint` changes when anything beside a post changes
    what the post becomes, or what is said of the site.
    """

    dialect: Dialect
    root: Path
    folder: Path
    title: str
    description: str | None
    locale: str | None
    menus: Mapping[str, Any]
    places: tuple[Place, ...]
    url: str | None
    base_path: str
    time_zone: tzinfo
    config: Mapping[str, Any]
    settings: nodes.Mapping
    shown: frozenset[str]
    languages: frozenset[str]
    dated_names: bool
    defaults: tuple[Default, ...]
    markdown_extensions: frozenset[str]
    flavour: Flavour
    authors: Mapping[str, Author]
    default_authors: tuple[Author, ...]
    terms: tuple[TermEntry, ...]
    fingerprint: str
    issues: tuple[ContentIssue, ...]

    def place(self, path: str) -> Place:
        """The place in which the file at `path` lies: the deepest of those that may be."""
        found = [place for place in self.places if _lies_in(path, place.folder)]
        return max(found, key=lambda place: len(place.folder), default=Place())

    def name(self, path: str) -> Name:
        """What the path of a file, relative to the root, says to the site's generator."""
        place = self.place(path)
        inner = path[len(place.base) :].lstrip("/")
        if self.dialect.inside:
            return names.parse(inner, place.collection)
        return names.elsewhere(
            inner,
            collection=place.collection,
            is_draft=place.draft,
            language=place.language,
            languages=self.languages,
            dated=self.dated_names,
        )


def open_site(folder: Path, dialect: str | None = None, collections: Keys = ()) -> Site:
    """The site in `folder`, or around it where `folder` is its folder of posts.

    Without the name of a `dialect` it is recognised by its files. `collections` are to be loaded
    beside the posts: collections of Jekyll and Astro, sections of Hugo and Zola. Raises
    `ContentError` where the folder cannot be read or a name is wrong. What is wrong in the
    configuration is among the site's issues, and the rest of it counts.
    """
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow a linked folder
    row = None if dialect is None else table.named(dialect)
    _check(folder)
    row, root = table.locate(folder, row)
    print_ = blake2b(f"{VERSION}\0{row.name}\0{chr(0).join(collections)}".encode(), digest_size=16)

    issues = Issues("")
    written = configuration.read(row, root, print_, issues)
    settings = nodes.lowered(written) if row.caseless else written
    url, base_path = configuration.address(row, settings, issues)
    time_zone = configuration.time_zone(row, settings, issues)
    usual = row.usual(settings)
    title = configuration.title(row, usual, url, root)
    description = configuration.description(row, usual)
    locale = configuration.locale(row, usual)
    menu_issues = Issues("")
    menus = Sources(row, root, usual, print_, menu_issues).menus(base_path, locale or "en")
    print_.update(f"\0{title}".encode())  # it may be the folder's name
    found_defaults = defaults.read(settings.get("defaults"), issues)
    places = row.places(root, settings, collections)
    if row.folder_data is not None:
        found_defaults += configuration.folder_data(row.folder_data, root, places, print_)

    author_issues = Issues("_data/authors.yml")
    known = authors.directory(settings.get("authors"), issues)
    known |= _author_files(root, print_, author_issues)
    known |= _authors(root, print_, author_issues)
    terms, term_issues = taxonomy.read(row, root, settings, print_, issues)
    for option in SUPPORT if row.templates == "liquid" else ():
        _support(root, support_folder(settings, option), print_)
    own_author = nodes.find(settings, row.site_authors)
    return Site(
        dialect=row,
        root=root,
        folder=folder,
        title=title,
        description=description,
        locale=locale,
        menus=menus,
        places=_within(folder.relative_to(root).as_posix(), places),
        url=url,
        base_path=base_path,
        time_zone=time_zone,
        config={key: nodes.as_json(value) for key, value in written.items()},
        settings=settings,
        shown=row.always | {kind for kind, key in row.shown if _is_true(settings.get(key))},
        languages=row.languages(settings),
        dated_names=row.dated_names(settings),
        defaults=found_defaults,
        markdown_extensions=_markdown_extensions(row, settings),
        flavour=flavour.of(row.flavour, settings),
        authors=known,
        default_authors=(
            authors.resolve([{"author": own_author[1]}], known, issues) if own_author else ()
        ),
        terms=terms,
        fingerprint=print_.hexdigest(),
        issues=(
            *issues.found(),
            *author_issues.found(),
            *menu_issues.found(),
            *term_issues.found(),
        ),
    )


def _lies_in(path: str, folder: str) -> bool:
    return not folder or path.startswith(f"{folder}/")


def _within(folder: str, places: Iterable[Place]) -> tuple[Place, ...]:
    """The places as far as they lie in the folder that was asked for, and in the site at all."""
    folder = "" if folder == "." else folder
    found = []
    for place in places:
        if ".." in place.folder.split("/"):
            continue
        if _lies_in(f"{place.folder}/", folder):
            found.append(place)
        elif _lies_in(f"{folder}/", place.folder):
            found.append(place._replace(folder=folder))
    return tuple(found)


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


def _is_true(node: Node | None) -> bool:
    return isinstance(node, Scalar) and node.value is True


def _markdown_extensions(row: Dialect, settings: nodes.Mapping) -> frozenset[str]:
    written = nodes.text(settings.get("markdown_ext"))
    if not written:
        return row.extensions
    return frozenset(f".{part.strip().lower()}" for part in written.split(","))


def _authors(root: Path, fingerprint: blake2b, issues: Issues) -> dict[str, Author]:
    path = any_file(root / "_data", AUTHORS)
    if path is None:
        return {}
    issues.file = f"_data/{path.name}"
    text = configuration.text(path, fingerprint, issues)
    if text is None:
        return {}
    return authors.directory(datafile.READERS[path.suffix](text, issues), issues)


def _author_files(root: Path, fingerprint: blake2b, issues: Issues) -> dict[str, Author]:
    """The authors of a collection `_authors`, a file each, which is named by the handle."""
    folder = root / "_authors"
    if not folder.is_dir():
        return {}
    found: dict[str, Author] = {}
    for path in sorted(folder.iterdir())[:MAX_AUTHORS]:
        if path.suffix not in names.MARKDOWN | names.HTML or not path.is_file():
            continue
        issues.file = f"_authors/{names.shown(path.name)}"
        issues.lines = {}
        text = configuration.text(path, fingerprint, issues)
        if text is not None:
            values = frontmatter.fields(frontmatter.split(text, issues), issues)
            found |= authors.directory({path.stem: values}, issues)
    return found
