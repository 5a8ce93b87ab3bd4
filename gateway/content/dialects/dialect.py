"""What one generator makes of a folder."""

import os
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from gateway.content import permalink
from gateway.content.matter.nodes import Mapping
from gateway.content.names import MARKDOWN, Name
from gateway.content.permalink import Scheme

Keys = tuple[str, ...]
"""Names of fields, the first that is set counts; `a.b` is the field `b` of the mapping `a`."""


MENU_NAMES = ("navigation", "nav", "menu", "menus", "header", "navbar", "footer", "sidebar")
MENU_EXTENSIONS = (".yml", ".yaml", ".json", ".toml")


class Place(NamedTuple):
    """A folder with posts, relative to the site's root, in POSIX form; '' is the root itself.

    Addresses, sections and defaults count from `base`. `collection` is what the posts are to the
    generator. `language` is that of all posts in the folder, where it has one.
    """

    folder: str = ""
    base: str = ""
    collection: str = "posts"
    draft: bool = False
    language: str | None = None


class Config(NamedTuple):
    """A configuration file. What it says is the setting `name`, all settings where that is None."""

    path: Path
    name: str | None = None


class MenuFile(NamedTuple):
    """A data file with menus: all that it holds, or its field `field`."""

    path: Path
    field: str | None = None


class TermPage(NamedTuple):
    """The page of a tag or category: `key` is what the place of its file says that it is called."""

    kind: str
    key: str
    path: Path


def _no_term_pages(_root: Path, _settings: Mapping) -> Iterable[TermPage]:
    return ()


def _no_configs(_root: Path) -> tuple[Config, ...]:
    return ()


def called_as_menus(root: Path, *folders: str) -> tuple[MenuFile, ...]:
    """The data files in these folders that are called as menus are."""
    found = (
        any_file(root / folder, (f"{name}{extension}" for extension in MENU_EXTENSIONS))
        for folder in folders
        for name in MENU_NAMES
    )
    return tuple(MenuFile(path) for path in found if path)


def _menu_files(root: Path, _settings: Mapping) -> tuple[MenuFile, ...]:
    return called_as_menus(root, "_data", "data")


def _everywhere(_root: Path, _settings: Mapping, _collections: Keys) -> tuple[Place, ...]:
    return (Place(),)


def _path(_settings: Mapping, _name: Name) -> str:
    return permalink.PLAIN


def _scheme(_settings: Mapping) -> Scheme:
    return permalink.JEKYLL


def _own_path(_settings: Mapping, _name: Name, written: str) -> str:
    return permalink.literal(unquote(written), permalink.JEKYLL)


def with_slash(_settings: Mapping, _name: Name, written: str) -> str:
    """The path with a slash at its end, unless it is a file's."""
    path = permalink.literal(unquote(written), permalink.JEKYLL)
    return path if path.endswith("/") or "." in path.rpartition("/")[2] else f"{path}/"


def _none(_settings: Mapping) -> frozenset[str]:
    return frozenset()


def _no(_settings: Mapping) -> bool:
    return False


def _yes(_settings: Mapping) -> bool:
    return True


def _as_they_are(settings: Mapping) -> Mapping:
    return settings


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialect:
    """A row of the table; its functions are those of a module, so that it can be pickled.

    The tree: `recognise` says whether a folder is one of these. Of `configs` the first that is
    there is read, and then `more_configs`. `places` are
    the folders of posts; `inside` names folders that alone hold them, at any depth. Names that
    begin with one of `ignored` are passed over, as are stems in `not_posts`. With `bundles`, a
    folder with an `index` file is one post. With `html`, posts may be in HTML.

    `dated_names`: a date that a name begins with is no part of the slug, and with `names_first` it
    comes before that of the front matter.

    The configuration: which of its fields is what. `usual` are the settings as the site's main
    language has them, and `default_locale` is the language of all sites that say none. `shown` says
    under which setting posts are shown that are hidden otherwise, 'drafts', 'unpublished',
    'future' or 'expired'; `always` are those that need no setting.

    The menus: `menus` are the settings and `menu_files` the data files that may hold them. With
    `weighted_menus` entries say their place by weight and parent; with `names_are_titles`, an
    entry's `name` is what is shown, and its `title` a tooltip. `page_path` is the address of the
    page in a file, None where menus name no files.

    Tags and categories: `data` are folders with files `tags` and `categories`, `term_pages` the
    pages that some of them have, `term_slugs` settings that give them slugs, each with the kind of
    term. With `nested_categories`, a post's list of categories is the way down to the last one.

    Translations: `twins` says what a post has in common with them, 'path', 'name' or 'address'.

    The front matter: `formats` are those of `gateway.content.matter.frontmatter`, and the fields
    which are what. `hidden` are values that take a post from the site. A text of `terms` is
    separated by 'blanks', 'commas' or nothing; with `singular`, `tag` and `category` count too.
    `utc_times`: an unquoted time without a zone is UTC, whatever the site's zone is.
    `month_first`: 7/8/2022 is in July. `local_dates`: addresses have the date in the site's zone.
    `file_dates` are words for the date of the file.

    The address: `own_path` makes it of the front matter's permalink, None where that is a
    template; `template` is what serves where there is none. `folder_data` names the files
    in a folder that hold front matter for all that is in it.

    The body: `flavour` of Markdown, the `templates` in it, and whether a `more` comment ends
    the excerpt.
    """

    name: str
    title: str
    recognise: Callable[[Path], bool]

    configs: Keys = ("_config.yml", "_config.yaml")
    more_configs: Callable[[Path], tuple[Config, ...]] = _no_configs
    places: Callable[[Path, Mapping, Keys], tuple[Place, ...]] = _everywhere
    inside: frozenset[str] = frozenset()
    ignored: str = "._#"
    not_posts: frozenset[str] = frozenset()
    bundles: bool = False
    extensions: frozenset[str] = MARKDOWN
    html: bool = False
    languages: Callable[[Mapping], frozenset[str]] = _none
    dated_names: Callable[[Mapping], bool] = _yes
    names_first: Callable[[Mapping], bool] = _no

    caseless: bool = False
    usual: Callable[[Mapping], Mapping] = _as_they_are
    site_title: Keys = ("title", "name")
    site_description: Keys = ("description", "tagline", "subtitle")
    default_locale: str | None = None
    url: Keys = ("url",)
    base_path: Keys = ("baseurl",)
    time_zone: Keys = ("timezone",)
    default_zone: str = "UTC"
    site_authors: Keys = ("author",)
    shown: tuple[tuple[str, str], ...] = ()
    always: frozenset[str] = frozenset()

    menus: Keys = ("navigation", "nav", "menu", "menus")
    menu_files: Callable[[Path, Mapping], tuple[MenuFile, ...]] = _menu_files
    weighted_menus: bool = False
    names_are_titles: bool = False
    page_path: Callable[[Mapping, str], str] | None = None

    data: Keys = ("_data",)
    term_pages: Callable[[Path, Mapping], Iterable[TermPage]] = _no_term_pages
    term_slugs: tuple[tuple[str, str], ...] = ()
    nested_categories: bool = False

    twins: str = "path"

    formats: Keys = ("yaml", "toml", "json")
    late: bool = False
    date: Keys = ("date", "pubDate", "published_at", "publishDate", "created")
    updated: Keys = (
        *("last_modified_at", "updated", "modified", "lastmod", "updated_at", "updatedDate"),
        *("modDatetime",),
    )
    available_from: Keys = ()
    available_until: Keys = ()
    slug: Keys = ("slug",)
    permalink: Keys = ("permalink",)
    tags: Keys = ("tags",)
    categories: Keys = ("categories",)
    excerpt: Keys = ("excerpt", "summary", "description")
    authors: Keys = ("author", "authors")
    hidden: tuple[tuple[str, bool], ...] = (("published", False), ("draft", True))
    quoted_booleans: bool = True
    terms: str = "commas"
    singular: bool = True
    no_tags: frozenset[str] = frozenset()
    utc_times: bool = False
    month_first: bool = False
    local_dates: bool = True
    file_dates: frozenset[str] = frozenset()

    template: Callable[[Mapping, Name], str] = _path
    scheme: Callable[[Mapping], Scheme] = _scheme
    own_path: Callable[[Mapping, Name, str], str] | None = _own_path
    folder_data: Callable[[str], Keys] | None = None

    flavour: str = "gfm"
    templates: str | None = None
    more: bool = True


def any_file(root: Path, names: Iterable[str]) -> Path | None:
    """The first of these files that is in the folder."""
    return next((root / name for name in names if (root / name).is_file()), None)


def head(path: Path, size: int = 65_536) -> str:
    """The beginning of a file, '' where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(size).decode("utf-8", "replace")
    except OSError:
        return ""


def files(path: Path, extensions: Collection[str]) -> list[Path]:
    """The files with one of the extensions in a folder, sorted; none where it cannot be read."""
    try:
        found = sorted(each for each in path.iterdir() if each.suffix in extensions)
    except OSError:
        return []
    return [each for each in found if each.is_file()]


def folders(path: Path) -> list[str]:
    """The names of the folders in a folder, sorted; none where it cannot be read."""
    try:
        with os.scandir(path) as entries:
            return sorted(
                entry.name for entry in entries if entry.is_dir() and entry.name[0] not in "._"
            )
    except OSError:
        return []
