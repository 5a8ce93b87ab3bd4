"""Astro. https://docs.astro.build/en/guides/content-collections/"""

from pathlib import Path

from gateway.content.dialects.dialect import (
    Config,
    Dialect,
    Keys,
    MenuFile,
    Place,
    any_file,
    called_as_menus,
    folders,
)
from gateway.content.matter import nodes
from gateway.content.matter.nodes import Mapping
from gateway.content.names import MARKDOWN, Name
from gateway.content.permalink import DATE_PLACEHOLDERS, PLACEHOLDERS, Scheme

CONFIGS = tuple(f"astro.config.{ext}" for ext in ("mjs", "ts", "js", "cjs", "mts"))
POSTS = ("blog", "posts", "post", "articles", "news", "writing")
CONSTANTS = tuple(
    f"src/{name}.{ext}"
    for name in ("consts", "config", "site.config", "siteConfig", "constants")
    for ext in ("ts", "js", "mjs")
)
BASES = ("src/content", "src/data", "src/pages", "content")


def recognise(root: Path) -> bool:
    return any_file(root, CONFIGS) is not None


def more_configs(root: Path) -> tuple[Config, ...]:
    """The module in which themes keep what the site is called."""
    found = any_file(root, CONSTANTS)
    return (Config(found, "consts"),) if found else ()


def usual(settings: Mapping) -> Mapping:
    constants = settings.get("consts")
    return nodes.merge(settings, constants) if isinstance(constants, dict) else settings


def places(root: Path, _settings: Mapping, collections: Keys) -> tuple[Place, ...]:
    """The collections that are called as posts are, else all of them."""
    wanted = (*POSTS, *collections)
    for pick in (wanted, None):
        for base in BASES if pick else BASES[:1]:
            found = tuple(
                Place(f"{base}/{name}", base, name)
                for name in folders(root / base)
                if pick is None or name in pick
            )
            if found:
                return found
    return (Place("src/content", "src/content"),)


def menu_files(root: Path, _settings: Mapping) -> tuple[MenuFile, ...]:
    return called_as_menus(root, "src/data", "src/config", "src/_data")


def template(_settings: Mapping, _name: Name) -> str:
    return "/:folders/:slug/"


def _as_slugs(path: str) -> str:
    """https://github.com/Flet/github-slugger of each part, which is what an entry's id is."""
    return path.lower().replace(" ", "-")


SCHEME = Scheme(
    {**PLACEHOLDERS, "folders": lambda parts: "/".join(parts.folders), "slug": lambda p: p.slug},
    DATE_PLACEHOLDERS,
    _as_slugs,
)


def scheme(_settings: Mapping) -> Scheme:
    return SCHEME


def dated_names(_settings: Mapping) -> bool:
    return False


ROW = Dialect(
    name="astro",
    title="Astro",
    recognise=recognise,
    configs=CONFIGS,
    more_configs=more_configs,
    places=places,
    ignored="._",
    extensions=MARKDOWN | {".mdx"},
    dated_names=dated_names,
    usual=usual,
    site_title=("SITE_TITLE", "siteTitle", "title", "TITLE", "NAME"),
    site_description=("SITE_DESCRIPTION", "description", "DESCRIPTION", "desc", "subtitle"),
    url=("site",),
    base_path=("base",),
    menu_files=menu_files,
    date=("pubDate", "pubDatetime", "publishDate", "publishedDate", "published", "date"),
    updated=("updatedDate", "modDatetime", "updated", "lastmod", "updateDate"),
    slug=("slug", "postSlug"),
    terms="whole",
    utc_times=True,
    month_first=True,
    template=template,
    scheme=scheme,
    flavour="remark",
)
