"""Astro. https://docs.astro.build/en/guides/content-collections/"""

from pathlib import Path

from gateway.content.dialects.dialect import Dialect, Keys, Place, any_file, folders
from gateway.content.matter.nodes import Mapping
from gateway.content.names import MARKDOWN, Name
from gateway.content.permalink import DATE_PLACEHOLDERS, PLACEHOLDERS, Scheme

CONFIGS = tuple(f"astro.config.{ext}" for ext in ("mjs", "ts", "js", "cjs", "mts"))
POSTS = ("blog", "posts", "post", "articles", "news", "writing")
BASES = ("src/content", "src/data", "src/pages", "content")


def recognise(root: Path) -> bool:
    return any_file(root, CONFIGS) is not None


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
    places=places,
    ignored="._",
    extensions=MARKDOWN | {".mdx"},
    dated_names=dated_names,
    url=("site",),
    base_path=("base",),
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
