"""The URL path of a post.

https://jekyllrb.com/docs/permalinks/ and
https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/url.rb
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote

from gateway.content.issues import Issues
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
SLASHES = re.compile(r"/{2,}")
CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True)
class Parts:
    """What placeholders stand for. `date` is in the site's time zone; `path` has no extension."""

    slug: str
    date: datetime | None
    categories: tuple[str, ...]
    path: str
    name: str
    output_extension: str


def _joined(names: list[str]) -> str:
    return "/".join(dict.fromkeys(names))


PLACEHOLDERS: dict[str, Callable[[Parts], str]] = {
    "title": lambda parts: slugify(parts.slug, keep=PRETTY, cased=True),
    "slug": lambda parts: slugify(parts.slug),
    "categories": lambda parts: _joined([name.lower() for name in parts.categories]),
    "slugified_categories": lambda parts: _joined([slugify(name) for name in parts.categories]),
    "collection": lambda _: "posts",
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


def expand(template: str, parts: Parts, issues: Issues) -> str:
    """The path that a permalink template gives, decoded, NFC, beginning with a slash."""

    def replace(match: re.Match[str]) -> str:
        name = match[1]
        for key in (name, name.removesuffix("_")):
            rest = name[len(key) :]
            if key in PLACEHOLDERS:
                return PLACEHOLDERS[key](parts) + rest
            if key in DATE_PLACEHOLDERS:
                # Without a date its parts fall away, and the slashes around them become one.
                return (DATE_PLACEHOLDERS[key](parts.date) if parts.date else "") + rest
        issues.error(
            "permalink-placeholder",
            f"the permalink's placeholder :{name} does not exist and was left as it is;"
            " see https://jekyllrb.com/docs/permalinks/#placeholders",
            field="permalink",
        )
        return match[0]

    path = "/" + PLACEHOLDER.sub(replace, unquote(template))
    # To a browser `/\host` and `/`, a tab, `/host` are the addresses of another host.
    path = CONTROLS.sub("", path.replace("\\", "/"))
    path = SLASHES.sub("/", path.replace("..", "/").replace("./", ""))
    return unicodedata.normalize("NFC", path)
