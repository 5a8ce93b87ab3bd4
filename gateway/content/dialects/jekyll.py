"""Jekyll. https://jekyllrb.com/docs/structure/"""

import os
import re
from collections import deque
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from gateway.content import permalink
from gateway.content.dialects.dialect import (
    Dialect,
    Keys,
    MenuFile,
    Place,
    TermPage,
    called_as_menus,
    files,
)
from gateway.content.matter import nodes
from gateway.content.matter.nodes import Mapping
from gateway.content.names import DRAFTS, HTML, INDEX, MARKDOWN, POSTS, Name

MAX_FOLDERS = 5_000
DATA_FOLDER = re.compile(r"[\w-]+")
TERM_FOLDERS = {
    "_tags": "tag",
    "_featured_tags": "tag",
    "_categories": "category",
    "_featured_categories": "category",
}
STYLES_WITH_EXTENSION = frozenset({"date", "none", "ordinal"})


def recognise(root: Path) -> bool:
    """Whether posts or drafts lie in the folder, at any depth that is worth a look."""
    pending = deque([root])
    for _ in range(MAX_FOLDERS):
        if not pending:
            return False
        try:
            with os.scandir(pending.popleft()) as entries:
                names = {entry.name: entry for entry in entries}
        except OSError:
            continue
        for name in (POSTS, DRAFTS):
            if name in names and names[name].is_dir():
                return True
        pending += (
            Path(entry.path)
            for name, entry in names.items()
            if name[0] not in "._#"
            and name != "node_modules"
            and entry.is_dir(follow_symlinks=False)
        )
    return False


def places(_root: Path, settings: Mapping, collections: Keys) -> tuple[Place, ...]:
    """The site for its posts, and `_notes` for each collection that is asked for."""
    written = (nodes.find_text(settings, (key,)) for key in ("source", "collections_dir"))
    base = "/".join(part for text in written if (part := text.removeprefix(".").strip("/")))
    prefix = f"{base}/" if base else ""
    named = (Place(f"{prefix}_{name}", base, name) for name in collections if name != "posts")
    return (Place(base, base), *named)


def menu_files(root: Path, settings: Mapping) -> tuple[MenuFile, ...]:
    folder = nodes.find_text(settings, ("data_dir",)).strip("/")
    return called_as_menus(root, folder if DATA_FOLDER.fullmatch(folder) else "_data")


def page_path(settings: Mapping, path: str) -> str:
    """https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/page.rb `template`."""
    page = PurePosixPath(path)
    if page.stem == INDEX:
        return f"/{page.parent}/".replace("/./", "/")
    suffix = _suffix(nodes.text(settings.get("permalink")) or "date")
    return f"/{page.with_suffix('')}{suffix}".replace(":output_ext", ".html")


def term_pages(root: Path, _settings: Mapping) -> Iterator[TermPage]:
    """The collections in which themes keep what they show of tags and categories."""
    for folder, kind in TERM_FOLDERS.items():
        for path in files(root / folder, MARKDOWN | HTML):
            yield TermPage(kind, path.stem, path)


def template(settings: Mapping, name: Name) -> str:
    """The permalink of the collection, else for posts that of the site."""
    style = nodes.text(settings.get("permalink")) or "date"
    collections = settings.get("collections")
    own = collections.get(name.collection) if isinstance(collections, dict) else None
    written = nodes.text(own.get("permalink")) if isinstance(own, dict) else None
    if name.collection == "posts":
        written = written or style
        return permalink.STYLES.get(written, written)
    return written or f"/:collection/:path{_suffix(style)}"


def _suffix(style: str) -> str:
    """https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/utils.rb `add_permalink_suffix`."""
    if style == "pretty" or style.endswith("/"):
        return "/"
    if style in STYLES_WITH_EXTENSION or style.endswith(":output_ext"):
        return ":output_ext"
    return ""


ROW = Dialect(
    name="jekyll",
    title="Jekyll",
    recognise=recognise,
    places=places,
    inside=frozenset({POSTS, DRAFTS}),
    shown=(
        ("drafts", "show_drafts"),
        ("future", "future"),
        ("unpublished", "unpublished"),
    ),
    menus=(
        *("navigation", "nav", "menu", "menus", "header_pages", "minima.nav_pages"),
        *("navbar-links", "nav_links", "header_links", "footer_links"),
    ),
    menu_files=menu_files,
    page_path=page_path,
    term_pages=term_pages,
    twins="address",
    formats=("yaml",),
    date=("date",),
    updated=("last_modified_at", "updated", "modified", "lastmod", "updated_at"),
    excerpt=("excerpt",),
    hidden=(("published", False),),
    quoted_booleans=False,
    terms="blanks",
    utc_times=True,
    template=template,
    own_path=None,
    flavour="kramdown",
    templates="liquid",
    more=False,
)
