"""Hugo. https://gohugo.io/content-management/ and https://gohugo.io/getting-started/configuration/"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from gateway.content.dialects.dialect import (
    Config,
    Dialect,
    Keys,
    Place,
    TermPage,
    any_file,
    files,
    folders,
    with_slash,
)
from gateway.content.matter import nodes
from gateway.content.matter.nodes import Mapping, Scalar
from gateway.content.names import HTML, MARKDOWN, Name
from gateway.content.permalink import Parts, Scheme
from gateway.content.slug import LETTER_MARK_OR_DIGIT

FORMATS = (".toml", ".yaml", ".yml", ".json")
CONFIGS = tuple(f"{name}{extension}" for name in ("hugo", "config") for extension in FORMATS)
CONFIG_FOLDER = "config/_default"
SECTION = "_index"
BUNDLE = "index"
TERM_FOLDERS = {"tags": "tag", "categories": "category"}
MOST_PAGES = 12
FILE_NAME = ":filename"
PLACEHOLDER = re.compile(r":([a-z]+(?:\[[^\]/]{0,9}\])?)")
KEPT = frozenset("./\\_#+~@-")
DROPPED = re.compile(r"[^\w\s./\\#+~@%-]|%(?![0-9a-fA-F]{2})", re.ASCII)
BLANKS = re.compile(r"[\s-]+")


def recognise(root: Path) -> bool:
    if any_file(root, CONFIGS[:4]) or (root / CONFIG_FOLDER).is_dir():
        return True
    return any_file(root, CONFIGS) is not None and (root / "content").is_dir()


def more_configs(root: Path) -> tuple[Config, ...]:
    """https://gohugo.io/getting-started/configuration/#configuration-directory."""
    folder = root / CONFIG_FOLDER
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    return tuple(
        Config(path, None if path.stem in ("hugo", "config") else path.stem)
        for path in files
        if path.suffix in FORMATS
    )


def places(root: Path, settings: Mapping, collections: Keys) -> tuple[Place, ...]:
    """The sections that the site's own lists show, of each language's content folder.

    Without `mainSections` those are all. What lies in no section is a page, as `about.md` is,
    unless there is too much of it.
    """
    named = nodes.find(settings, ("params.mainsections", "mainsections"))
    sections = list(_texts(named[1])) if named else []
    found: list[Place] = []
    for folder, language in _content(settings):
        here = [*sections, *collections] if sections else _sections(root / folder)
        found += [Place(f"{folder}/{name}", folder, name, language=language) for name in here]
        if not here or (not sections and _pages(root / folder) > MOST_PAGES):
            found.append(Place(folder, folder, "", language=language))
    return tuple(found)


def _content(settings: Mapping) -> Iterator[tuple[str, str | None]]:
    """The content folders, each with its language where it has one of its own."""
    main = nodes.find_text(settings, ("contentdir",)).strip("/") or "content"
    own = {
        folder.strip("/"): name
        for name, language in _languages(settings).items()
        if isinstance(language, dict) and (folder := nodes.find_text(language, ("contentdir",)))
    }
    mounted = dict(_mounts(settings))
    yield from (mounted | own).items()
    if mounted:
        return
    if len(own) < len(_languages(settings)) or not own:
        yield main, None


def _mounts(settings: Mapping) -> Iterator[tuple[str, str | None]]:
    """https://gohugo.io/configuration/module/#mounts."""
    found = nodes.find(settings, ("module.mounts",))
    for mount in found[1] if found and isinstance(found[1], list) else []:
        if isinstance(mount, dict) and nodes.find_text(mount, ("target",)) == "content":
            source = nodes.find_text(mount, ("source",)).strip("/")
            yield source, nodes.find_text(mount, ("lang",)) or None


def _sections(content: Path) -> list[str]:
    return [name for name in folders(content) if _is_section(content / name)]


def _pages(content: Path) -> int:
    """How many posts or pages lie in the folder itself."""
    try:
        return sum(entry.suffix in MARKDOWN for entry in content.iterdir())
    except OSError:
        return 0


def _is_section(folder: Path) -> bool:
    """Whether posts lie in it: it is no post itself, and has more than its own page."""
    try:
        entries = list(folder.iterdir())
    except OSError:
        return True  # the scan says what is wrong with it
    stems = [entry.name.partition(".")[0] for entry in entries if entry.suffix in MARKDOWN]
    if BUNDLE in stems:
        return False
    return any(stem != SECTION for stem in stems) or any(map(Path.is_dir, entries))


def _texts(node: nodes.Node) -> Iterator[str]:
    for item in node if isinstance(node, list) else [node]:
        if written := nodes.text(item):
            yield written


def _languages(settings: Mapping) -> Mapping:
    found = settings.get("languages")
    return found if isinstance(found, dict) else {}


def languages(settings: Mapping) -> frozenset[str]:
    return frozenset(_languages(settings))


def usual(settings: Mapping) -> Mapping:
    """https://gohugo.io/configuration/languages/."""
    default = _main_language(settings)
    own, menus = _languages(settings).get(default), settings.get(f"menus.{default}")
    merged = nodes.merge(settings, own) if isinstance(own, dict) else settings
    return merged if menus is None else merged | {"menus": menus}


def _date_sources(settings: Mapping) -> list[str]:
    """https://gohugo.io/getting-started/configuration/#configure-dates."""
    found = nodes.find(settings, ("frontmatter.date",))
    return list(_texts(found[1])) if found else []


def dated_names(settings: Mapping) -> bool:
    return FILE_NAME in _date_sources(settings)


def names_first(settings: Mapping) -> bool:
    return _date_sources(settings)[:1] == [FILE_NAME]


def term_pages(root: Path, settings: Mapping) -> Iterator[TermPage]:
    """https://gohugo.io/content-management/taxonomies/#add-custom-metadata-to-a-taxonomy-or-term,
    those in the site's main language first."""
    main = _main_language(settings)
    own = (f"{SECTION}.{main}", SECTION)
    contents = sorted(_content(settings), key=lambda each: each[1] not in (None, main))
    for content, _ in contents:
        for folder, kind in TERM_FOLDERS.items():
            for key in folders(root / content / folder):
                pages = files(root / content / folder / key, MARKDOWN | HTML)
                for path in sorted(pages, key=lambda path: path.stem not in own):
                    if path.name.startswith(f"{SECTION}."):
                        yield TermPage(kind, key, path)


def _main_language(settings: Mapping) -> str:
    return nodes.find_text(settings, ("defaultcontentlanguage",)) or "en"


def template(settings: Mapping, name: Name) -> str:
    patterns = settings.get("permalinks")
    section = name.folders[0] if name.folders else ""
    own = patterns.get(section.lower()) if isinstance(patterns, dict) else None
    written = (nodes.text(own) or "/:folders/:slugorfilename").rstrip("/")
    end = ".html" if _is_true(settings, "uglyurls") else "/"
    return f"{prefix(settings, name)}/{written}{end}"


def prefix(settings: Mapping, name: Name) -> str:
    """The folder of a language: all but the default one have it."""
    default = _main_language(settings)
    language = name.language or default
    everywhere = _is_true(settings, "defaultcontentlanguageinsubdir")
    if language not in _languages(settings) or (language == default and not everywhere):
        return ""
    return f"/{language}"


def own_path(settings: Mapping, name: Name, written: str) -> str:
    """Without a slash before it, it belongs to the language."""
    if not written.startswith("/"):
        written = f"{prefix(settings, name)}/{written}"
    return with_slash(settings, name, written)


def _is_true(settings: Mapping, key: str) -> bool:
    node = settings.get(key)
    return isinstance(node, Scalar) and node.value is True


def urlize(text: str) -> str:
    """https://github.com/gohugoio/hugo/blob/v0.111.3/helpers/path.go `UnicodeSanitize`."""
    if text.isascii():
        kept = DROPPED.sub("", text)
    else:
        kept = "".join(filter(_is_kept, unicodedata.normalize("NFC", text)))
    return BLANKS.sub(_hyphens, kept.strip())


def _is_kept(character: str) -> bool:
    if character in KEPT or character.isspace():
        return True
    return unicodedata.category(character) in LETTER_MARK_OR_DIGIT


def _hyphens(match: re.Match[str]) -> str:
    """Blanks become one hyphen, and nothing beside a hyphen."""
    return "-" * match[0].count("-") or "-"


def _lower(path: str) -> str:
    return urlize(path).lower()


def _folders(parts: Parts) -> str:
    return "/".join(parts.folders)


PLACEHOLDERS: dict[str, Callable[[Parts], str]] = {
    "section": lambda parts: parts.folders[0] if parts.folders else "",
    "sections": _folders,
    "folders": _folders,
    "sections[1:]": lambda parts: "/".join(parts.folders[1:]),
    "sections[last]": lambda parts: "/".join(parts.folders[-1:]),
    "title": lambda parts: parts.title,
    "slug": lambda parts: parts.written_slug or parts.title,
    "filename": lambda parts: parts.name,
    "contentbasename": lambda parts: parts.name,
    "slugorfilename": lambda parts: parts.written_slug or parts.name,
    "slugorcontentbasename": lambda parts: parts.written_slug or parts.name,
}
DATES: dict[str, Callable[[datetime], str]] = {
    "year": lambda date: f"{date.year:04}",
    "month": lambda date: f"{date:%m}",
    "monthname": lambda date: f"{date:%B}",
    "day": lambda date: f"{date:%d}",
    "weekday": lambda date: str(date.isoweekday() % 7),
    "weekdayname": lambda date: f"{date:%A}",
    "yearday": lambda date: str(date.timetuple().tm_yday),
}
HELP = "https://gohugo.io/content-management/urls/#tokens"
LOWER = Scheme(PLACEHOLDERS, DATES, _lower, PLACEHOLDER, help=HELP)
CASED = Scheme(PLACEHOLDERS, DATES, urlize, PLACEHOLDER, help=HELP)


def scheme(settings: Mapping) -> Scheme:
    return CASED if _is_true(settings, "disablepathtolower") else LOWER


ROW = Dialect(
    name="hugo",
    title="Hugo",
    recognise=recognise,
    configs=CONFIGS,
    more_configs=more_configs,
    places=places,
    ignored=".",
    not_posts=frozenset({SECTION}),
    bundles=True,
    html=True,
    local_dates=False,
    languages=languages,
    dated_names=dated_names,
    names_first=names_first,
    caseless=True,
    usual=usual,
    site_title=("title",),
    site_description=("params.description", "description", "params.subtitle", "params.tagline"),
    url=("baseurl",),
    base_path=(),
    time_zone=("timezone",),
    site_authors=("params.author", "author"),
    shown=(("drafts", "builddrafts"), ("future", "buildfuture"), ("expired", "buildexpired")),
    menus=("menus", "menu"),
    weighted_menus=True,
    names_are_titles=True,
    term_pages=term_pages,
    twins="name",
    date=("date", "publishdate", "pubdate", "published", "lastmod", "modified"),
    updated=("lastmod", "modified"),
    available_from=("publishdate", "pubdate", "published"),
    available_until=("expirydate", "unpublishdate"),
    permalink=("url",),
    excerpt=("summary",),
    authors=("author", "authors"),
    hidden=(("draft", True), ("published", False), ("headless", True)),
    terms="whole",
    singular=False,
    template=template,
    scheme=scheme,
    own_path=own_path,
    late=True,
    flavour="goldmark",
    templates="hugo",
)
