"""The URL path of a post.

A `Scheme` says what a generator's templates hold. Jekyll's is here:
https://jekyllrb.com/docs/permalinks/ and
https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/url.rb
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import unquote

from gateway.content.issues import Issues
from gateway.content.matter import nodes
from gateway.content.slug import PRETTY, slugify

STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
PLAIN = "/:path/"  # for a file that is no Jekyll post
PLACEHOLDER = re.compile(r":([a-z_]+)")
DOTS = re.compile(r"(?<=/)\.\.?(?=/|\Z)")
SLASHES = re.compile(r"/{2,}")
CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True)
class Parts:
    """What placeholders stand for. `path` has no extension.

    `slug` is never empty; `written_slug` is what the author chose, '' for the file's whole name.
    `folders` lie between the folder of posts and the file; `fields` are those of the front matter.
    """

    slug: str
    date: datetime | None
    categories: tuple[str, ...]
    path: str
    name: str
    output_extension: str
    title: str = ""
    written_slug: str = ""
    collection: str = "posts"
    folders: tuple[str, ...] = ()
    fields: nodes.Mapping = field(default_factory=dict)


def _joined(names: list[str]) -> str:
    return "/".join(dict.fromkeys(names))


PLACEHOLDERS: dict[str, Callable[[Parts], str]] = {
    "title": lambda parts: slugify(parts.slug, keep=PRETTY, cased=True),
    "slug": lambda parts: slugify(parts.slug),
    "categories": lambda parts: _joined([name.lower() for name in parts.categories]),
    "slugified_categories": lambda parts: _joined([slugify(name) for name in parts.categories]),
    "collection": lambda parts: parts.collection,
    "path": lambda parts: parts.path,
    "name": lambda parts: slugify(parts.name),
    "output_ext": lambda parts: parts.output_extension,
}
# As strftime has them, but for the year, which it does not pad everywhere.
DATE_PLACEHOLDERS: dict[str, Callable[[datetime], str]] = {
    "year": lambda date: f"{date.year:04}",
    "short_year": lambda date: f"{date:%y}",
    "month": lambda date: f"{date:%m}",
    "i_month": lambda date: str(date.month),
    "short_month": lambda date: f"{date:%b}",
    "long_month": lambda date: f"{date:%B}",
    "day": lambda date: f"{date:%d}",
    "i_day": lambda date: str(date.day),
    "y_day": lambda date: f"{date:%j}",
    "short_day": lambda date: f"{date:%a}",
    "long_day": lambda date: f"{date:%A}",
    "week": lambda date: f"{date.isocalendar().week:02}",
    "w_year": lambda date: f"{date.isocalendar().year:04}",
    "w_day": lambda date: str(date.isoweekday()),
    "hour": lambda date: f"{date:%H}",
    "minute": lambda date: f"{date:%M}",
    "second": lambda date: f"{date:%S}",
}


def _tidy(path: str) -> str:
    return path.replace("..", "/").replace("./", "")


@dataclass(frozen=True, slots=True)
class Scheme:
    """`tidy` makes a path that has been put together safe, as the generator does.

    With `fields`, what is no placeholder may be a field of the front matter.
    """

    placeholders: Mapping[str, Callable[[Parts], str]]
    dates: Mapping[str, Callable[[datetime], str]]
    tidy: Callable[[str], str]
    pattern: re.Pattern[str] = PLACEHOLDER
    fields: bool = False
    help: str = "https://jekyllrb.com/docs/permalinks/#placeholders"


JEKYLL = Scheme(PLACEHOLDERS, DATE_PLACEHOLDERS, _tidy)


def expand(template: str, parts: Parts, issues: Issues, scheme: Scheme = JEKYLL) -> str:
    """The path that a permalink template gives, decoded, NFC, beginning with a slash."""

    unknown: set[str] = set()

    def replace(match: re.Match[str]) -> str:
        name = match[1]
        for key in (name, name.removesuffix("_")):
            rest = name[len(key) :]
            if key in scheme.placeholders:
                return scheme.placeholders[key](parts) + rest
            if key in scheme.dates:
                # Without a date its parts fall away, and the slashes around them become one.
                return (scheme.dates[key](parts.date) if parts.date else "") + rest
        if scheme.fields and (written := nodes.text(parts.fields.get(name))):
            return written
        left = parts.slug if scheme.fields else match[0]
        if name in unknown:
            return left
        unknown.add(name)
        missing = "became the slug" if scheme.fields else "was left as it is"
        issues.error(
            "permalink-placeholder",
            f"the permalink's placeholder {match[0]} does not exist and {missing};"
            f" see {scheme.help}",
            field="permalink",
        )
        return left

    return literal(scheme.pattern.sub(replace, unquote(template)), scheme)


def literal(path: str, scheme: Scheme) -> str:
    """The same of a path that is written out."""
    # To a browser `/\host` and `/`, a tab, `/host` are addresses of another host.
    plain = CONTROLS.sub("", path.replace("\\", "/"))
    tidied = SLASHES.sub("/", DOTS.sub("", scheme.tidy(f"/{plain}")))
    return unicodedata.normalize("NFC", tidied)
