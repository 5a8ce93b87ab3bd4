"""Hexo. https://hexo.io/docs/configuration and https://hexo.io/docs/permalinks"""

import re
from collections.abc import Callable
from datetime import datetime
from functools import partial
from hashlib import sha1
from pathlib import Path

from gateway.content import permalink
from gateway.content.dialects.dialect import (
    Dialect,
    Keys,
    MenuFile,
    Place,
    any_file,
    called_as_menus,
)
from gateway.content.matter import nodes
from gateway.content.matter.nodes import Mapping
from gateway.content.names import DRAFTS, POSTS, Name
from gateway.content.permalink import Parts, Scheme
from gateway.content.slug import slugify

THEME = re.compile(r"[\w-][\w.-]*")
DEFAULT = ":year/:month/:day/:title/"


def recognise(root: Path) -> bool:
    if any_file(root, ("Gemfile", "Rakefile")):  # Octopress, which is Jekyll
        return False
    return any((root / "source" / name).is_dir() for name in (POSTS, DRAFTS))


def places(_root: Path, settings: Mapping, _collections: Keys) -> tuple[Place, ...]:
    source = _source(settings)
    posts, drafts = f"{source}/{POSTS}", f"{source}/{DRAFTS}"
    return (Place(posts, posts), Place(drafts, drafts, draft=True))


def _source(settings: Mapping) -> str:
    return nodes.find_text(settings, ("source_dir",)).strip("/") or "source"


def menu_files(root: Path, settings: Mapping) -> tuple[MenuFile, ...]:
    """https://hexo.io/docs/configuration#Using-an-Alternate-Config, then data files."""
    theme = nodes.find_text(settings, ("theme",)) or "landscape"
    paths = (root / f"_config.{theme}.yml", root / "themes" / theme / "_config.yml")
    own = [path for path in paths if path.is_file()] if THEME.fullmatch(theme) else []
    source = _source(settings)
    data = () if ".." in source.split("/") else called_as_menus(root, f"{source}/_data")
    return (*(MenuFile(path, "menu") for path in own), *data)


def dated_names(settings: Mapping) -> bool:
    return ":year" in nodes.find_text(settings, ("new_post_name",))


def template(settings: Mapping, _name: Name) -> str:
    return nodes.find_text(settings, ("permalink",)) or DEFAULT


def _title(parts: Parts) -> str:
    return "/".join((*parts.folders, parts.slug))


def _hash(parts: Parts) -> str:
    moment = int(parts.date.timestamp()) if parts.date else ""
    return sha1(f"{_title(parts)}{moment}".encode(), usedforsecurity=False).hexdigest()[:12]


def _category(default: str, parts: Parts) -> str:
    return "/".join(slugify(name, cased=True) for name in parts.categories) or default


def _as_it_is(path: str) -> str:
    return path


PLACEHOLDERS: dict[str, Callable[[Parts], str]] = {
    "title": _title,
    "name": lambda parts: parts.slug,
    "post_title": lambda parts: slugify(parts.title),
    "hash": _hash,
}
DATES: dict[str, Callable[[datetime], str]] = permalink.DATE_PLACEHOLDERS | {
    "timestamp": lambda date: str(int(date.timestamp()))
}


def scheme(settings: Mapping) -> Scheme:
    default = nodes.find_text(settings, ("default_category",)) or "uncategorized"
    category: Callable[[Parts], str] = partial(_category, default)
    placeholders = PLACEHOLDERS | {"category": category}
    help_ = "https://hexo.io/docs/permalinks"
    return Scheme(placeholders, DATES, _as_it_is, fields=True, help=help_)


ROW = Dialect(
    name="hexo",
    title="Hexo",
    recognise=recognise,
    places=places,
    dated_names=dated_names,
    site_title=("title",),
    site_description=("description", "subtitle"),
    base_path=("root",),
    menus=("theme_config.menu", "menu"),
    menu_files=menu_files,
    shown=(("drafts", "render_drafts"),),
    always=frozenset({"future"}),
    data=("source/_data", "_data"),
    term_slugs=(("tag", "tag_map"), ("category", "category_map")),
    nested_categories=True,
    formats=("yaml", "json", "unopened"),
    date=("date",),
    updated=("updated",),
    slug=(),
    excerpt=("excerpt", "description"),
    hidden=(("published", False),),
    terms="whole",
    template=template,
    scheme=scheme,
    flavour="marked",
    templates="hexo",
)
