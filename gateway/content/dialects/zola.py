"""Zola. https://www.getzola.org/documentation/content/overview/"""

import re
from pathlib import Path
from urllib.parse import unquote

from gateway.content import permalink, slug
from gateway.content.dialects import hugo
from gateway.content.dialects.dialect import Dialect, Keys, Place, any_file, head
from gateway.content.matter import nodes
from gateway.content.matter.nodes import Mapping
from gateway.content.names import Name
from gateway.content.permalink import Parts, Scheme

CONFIGS = ("config.toml", "zola.toml")
BASE_URL = re.compile(r"^base_url\s*=", re.MULTILINE)


def recognise(root: Path) -> bool:
    config = any_file(root, CONFIGS)
    return (
        config is not None
        and BASE_URL.search(head(config)) is not None
        and (root / "content").is_dir()
    )


def places(root: Path, _settings: Mapping, collections: Keys) -> tuple[Place, ...]:
    return hugo.places(root, {}, collections)


def languages(settings: Mapping) -> frozenset[str]:
    found = settings.get("languages")
    return frozenset(found) if isinstance(found, dict) else frozenset()


def template(settings: Mapping, name: Name) -> str:
    default = nodes.find_text(settings, ("default_language",))
    prefix = f"/{name.language}" if name.language and name.language != default else ""
    return f"{prefix}/:folders/:slug/"


def _folders(parts: Parts) -> str:
    return "/".join(slug.slugify(name) for name in parts.folders)


def own_path(_settings: Mapping, _name: Name, written: str) -> str:
    return permalink.literal(f"{unquote(written)}/", SCHEME)


def _as_it_is(path: str) -> str:
    return path


# Zola spells other scripts in Latin letters by default; here they stay, as with `paths = "safe"`.
SCHEME = Scheme(permalink.PLACEHOLDERS | {"folders": _folders}, {}, _as_it_is)


def scheme(_settings: Mapping) -> Scheme:
    return SCHEME


ROW = Dialect(
    name="zola",
    title="Zola",
    recognise=recognise,
    configs=CONFIGS,
    places=places,
    ignored=".",
    not_posts=frozenset({hugo.SECTION}),
    bundles=True,
    languages=languages,
    site_title=("title", "extra.title"),
    site_description=("description", "extra.description"),
    url=("base_url",),
    base_path=(),
    time_zone=(),
    site_authors=("author", "extra.author"),
    menus=(
        *("extra.menus", "extra.menu", "extra.main_menu", "extra.menu_items", "extra.menu_links"),
        *("extra.nav", "extra.nav_links", "extra.navbar", "extra.after_dark_menu"),
        *("extra.even_menu", "extra.footer_menu", "extra.footer_links"),
    ),
    names_are_titles=True,
    twins="name",
    date=("date",),
    updated=("updated",),
    permalink=("path",),
    tags=("taxonomies.tags", "tags"),
    categories=("taxonomies.categories", "categories"),
    excerpt=("summary", "description"),
    authors=("authors", "extra.author", "extra.authors", "taxonomies.authors"),
    hidden=(("draft", True), ("render", False)),
    terms="whole",
    singular=False,
    template=template,
    scheme=scheme,
    own_path=own_path,
    late=True,
    flavour="pulldown-cmark",
    templates="zola",
)
