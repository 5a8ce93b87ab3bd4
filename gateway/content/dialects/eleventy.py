"""Eleventy. https://www.11ty.dev/docs/"""

import re
from collections.abc import Callable
from pathlib import Path

from gateway.content.dialects.dialect import (
    Config,
    Dialect,
    Keys,
    MenuFile,
    Place,
    any_file,
    called_as_menus,
)
from gateway.content.matter import nodes
from gateway.content.matter.nodes import Mapping
from gateway.content.names import Name
from gateway.content.permalink import Parts, Scheme
from gateway.content.slug import slugify

CONFIGS = (".eleventy.js", *(f"eleventy.config.{ext}" for ext in ("js", "cjs", "mjs", "ts")))
POSTS = ("posts", "post", "blog", "articles", "writing", "notes")
DATA = ("_data", "src/_data", "content/_data")
METADATA = tuple(
    f"{folder}/{name}.{ext}"
    for folder in DATA
    for name in ("metadata", "site", "meta")
    for ext in ("json", "js", "cjs", "mjs")
)
EXPRESSION = re.compile(r"\{\{-?\s{0,9}([\w.]{1,60})[^{}]{0,200}\}\}")


def recognise(root: Path) -> bool:
    return any_file(root, CONFIGS) is not None


def more_configs(root: Path) -> tuple[Config, ...]:
    """The data file that by convention says what the site is called and where it is."""
    found = any_file(root, METADATA)
    return (Config(found),) if found else ()


def places(root: Path, settings: Mapping, collections: Keys) -> tuple[Place, ...]:
    """The folders that are called as folders of posts are, else all there is."""
    written = nodes.find_text(settings, ("input",)).strip("./")
    known = ("src", "content", "src/content", "")
    bases = [base for base in ((written,) if written else known) if (root / base).is_dir()]
    found = [
        Place("/".join(filter(None, (base, name))), base, name)
        for base in bases
        for name in (*POSTS, *collections)
        if (root / base / name).is_dir()
    ]
    return tuple(found) or tuple(Place(base, base) for base in bases[:1])


def folder_data(name: str) -> Keys:
    """https://www.11ty.dev/docs/data-template-dir/"""
    return (f"{name}.json", f"{name}.11tydata.json", f"{name}.11tydata.js", f"{name}.11tydata.cjs")


def menu_files(root: Path, _settings: Mapping) -> tuple[MenuFile, ...]:
    return called_as_menus(root, "_data", "src/_data", "content/_data")


def template(_settings: Mapping, _name: Name) -> str:
    return "/{{ folders }}/{{ page.fileSlug }}/"


def _folders(parts: Parts) -> str:
    """Where a file is called as the folder that it is in, the folder is the post."""
    same = parts.folders[-1:] == (parts.slug,)
    return "/".join(parts.folders[:-1] if same else parts.folders)


PLACEHOLDERS: dict[str, Callable[[Parts], str]] = {
    "folders": _folders,
    "page.fileSlug": lambda parts: parts.slug,
    "page.filePathStem": lambda parts: f"{_folders(parts)}/{parts.slug}",
    "page.outputFileExtension": lambda _: "html",
    "title": lambda parts: slugify(parts.title),
}


def _tidy(path: str) -> str:
    return path.replace("..", "/").removesuffix("index.html")


SCHEME = Scheme(
    PLACEHOLDERS,
    {},
    _tidy,
    EXPRESSION,
    fields=True,
    help="https://www.11ty.dev/docs/permalinks/",
)


def scheme(_settings: Mapping) -> Scheme:
    return SCHEME


ROW = Dialect(
    name="eleventy",
    title="Eleventy",
    recognise=recognise,
    configs=CONFIGS,
    more_configs=more_configs,
    places=places,
    ignored="._",
    site_title=("title", "siteTitle", "siteName", "site_name"),
    url=("url",),
    menu_files=menu_files,
    data=DATA,
    date=("date", "published", "pubDate"),
    updated=("updated", "modified", "lastmod"),
    slug=(),
    hidden=(
        *(("draft", True), ("published", False)),
        *(("permalink", False), ("eleventyExcludeFromCollections", True)),
    ),
    terms="whole",
    no_tags=frozenset({"all", "nav", "post", "posts"}),
    utc_times=True,
    month_first=True,
    file_dates=frozenset({"last modified", "created", "git last modified", "git created"}),
    template=template,
    scheme=scheme,
    own_path=None,
    folder_data=folder_data,
    flavour="markdown-it",
)
