"""Jekyll's filters, https://jekyllrb.com/docs/liquid/filters/.

https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/filters.rb

Like `filters`, but each gets the context too: the site, the page and the variables.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cmp_to_key
from html import escape
from typing import Any, Protocol
from urllib.parse import quote, quote_plus, urlsplit

from gateway.content.markup import markdown
from gateway.content.slug import ASCII_RUNS, PRETTY, slugify
from gateway.content.templating.liquid import values
from gateway.content.templating.liquid.bounds import check_items, check_size
from gateway.content.templating.liquid.filters import Filter, integer
from gateway.content.templating.page import Page

BLANKS = re.compile(r"\s+")
CJK = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3041-\u3096\u309d-\u309f"
    "\u30a1-\u30fa\u30fd-\u30ff\u3131-\u318e\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c"
    "\uac00-\ud7fb\uf900-\ufad9\uff66-\uff9d\U00020000-\U0003ffff]"
)
INTEGER = re.compile(r"\s*-?[0-9]{1,30}\s*")
FLOAT = re.compile(r"\s*-?(?:[0-9]{1,30}\.?[0-9]{0,30}|\.[0-9]{1,30})\s*")
INDEX = re.compile(r"/index\.html?$")
# What Addressable leaves unescaped in a path.
IN_A_PATH = "/:@!$&'()*+,;=-._~%"
IN_A_URI = IN_A_PATH + "?#[]"
QUOTES = (
    (re.compile(r"(^|[\s(\[{\u2014-])\""), "\\1\u201c"),
    (re.compile(r"\""), "\u201d"),
    (re.compile(r"(^|[\s(\[{\u2014-])'"), "\\1\u2018"),
    (re.compile(r"'"), "\u2019"),
)
TEENS = range(11, 14)
SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


class Context(Protocol):
    """What filters know of the render that they are part of."""

    @property
    def page(self) -> Page: ...

    def step(self) -> None: ...

    def evaluate(self, expression: str, *, condition: bool) -> Any: ...

    def naming(self, name: str, value: Any) -> Any: ...


def _base(context: Context) -> str:
    return context.page.entry.site.base_path


def relative_url(context: Context, value: Any) -> str | None:
    if value is None:
        return None
    address = values.to_s(value)
    if _is_absolute(address):
        return address
    path = address if address.startswith("/") or not address else f"/{address}"
    return quote(_base(context) + path, safe=IN_A_URI)


def absolute_url(context: Context, value: Any) -> str | None:
    relative = relative_url(context, value)
    site = context.page.entry.site.url
    if relative is None or site is None or _is_absolute(relative):
        return relative
    return site.removesuffix(_base(context)) + relative


def _is_absolute(address: str) -> bool:
    try:
        return bool(urlsplit(address).scheme)
    except ValueError:
        return False


def strip_index(_: Context, value: Any) -> str | None:
    return INDEX.sub("/", values.to_s(value)) or None


def _time(context: Context, value: Any) -> datetime:
    page = context.page
    zone = page.entry.site.time_zone
    moment = values.moment(value, zone, page.changed_at)
    if moment is None:
        raise ValueError(f"{values.to_s(value)[:40]!r} is no date")
    return moment.astimezone(zone)


def date(context: Context, value: Any, template: Any = "") -> Any:
    page = context.page
    moment = values.moment(value, page.entry.site.time_zone, page.changed_at)
    if moment is None or not values.to_s(template):
        return value
    if not isinstance(value, datetime):
        moment = moment.astimezone(page.entry.site.time_zone)
    return values.strftime(moment, values.to_s(template))


def _in_words(
    context: Context, value: Any, month: str, type_: Any = None, style: Any = None
) -> Any:
    if not values.to_s(value):
        return value
    time = _time(context, value)
    if type_ != "ordinal":
        return values.strftime(time, f"%d {month} %Y")
    suffix = "th" if time.day in TEENS else SUFFIXES.get(time.day % 10, "th")
    day = f"{time.day}{suffix}"
    return values.strftime(time, f"{month} {day}, %Y" if style == "US" else f"{day} {month} %Y")


def date_to_string(context: Context, value: Any, type_: Any = None, style: Any = None) -> Any:
    return _in_words(context, value, "%b", type_, style)


def date_to_long_string(context: Context, value: Any, type_: Any = None, style: Any = None) -> Any:
    return _in_words(context, value, "%B", type_, style)


def date_to_xmlschema(context: Context, value: Any) -> Any:
    if not values.to_s(value):
        return value
    return values.strftime(_time(context, value), "%Y-%m-%dT%H:%M:%S%:z")


def date_to_rfc822(context: Context, value: Any) -> Any:
    if not values.to_s(value):
        return value
    return values.strftime(_time(context, value), "%a, %d %b %Y %H:%M:%S %z")


def slugify_(_: Context, value: Any, mode: Any = None) -> str | None:
    if value is None:
        return None
    text = values.to_s(value)
    match mode:
        case "none":
            return text.lower()
        case "raw":
            return BLANKS.sub("-", text).strip("-").lower()
        case "pretty":
            return slugify(text, keep=PRETTY)
        case "ascii":
            return ASCII_RUNS[frozenset()].sub("-", text).strip("-").lower()
        case _:
            return slugify(text)


def markdownify(context: Context, value: Any) -> str:
    return markdown.render(values.to_s(value), context.page.entry.site.flavour)


def smartify(_: Context, value: Any) -> str:
    text = values.to_s(value).replace("---", "\u2014").replace("--", "\u2013")
    text = text.replace("...", "\u2026")
    for pattern, sign in QUOTES:
        text = pattern.sub(sign, text)
    return text


def jsonify(_: Context, value: Any) -> str:
    return json.dumps(values.as_json(value), ensure_ascii=False, separators=(",", ":"))


def number_of_words(_: Context, value: Any, mode: Any = None) -> int:
    text = values.to_s(value)
    count = len(CJK.findall(text)) if mode in {"auto", "cjk"} else 0
    if mode == "cjk" or count:
        return count + len(CJK.sub(" ", text).split())
    return len(text.split())


def array_to_sentence_string(_: Context, value: Any, connector: Any = "and") -> str:
    texts = [values.to_s(item) for item in values.items(value)]
    check_size(sum(map(len, texts)))
    word = values.to_s(connector)
    if len(texts) <= 2:  # noqa: PLR2004 - a comma comes with the third
        return f" {word} ".join(texts)
    return f"{', '.join(texts[:-1])}, {word} {texts[-1]}"


def _same(found: Any, wanted: Any) -> bool:
    """https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/filters.rb `compare_property…`."""
    if wanted is None:
        return found is None
    target = values.to_s(wanted)
    return any(values.to_s(item) == target for item in values.items(found))


def _objects(value: Any) -> list[Any] | None:
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, list | tuple) else None


def where(context: Context, value: Any, name: Any, wanted: Any = None) -> Any:
    items = _objects(value)
    if items is None or not name or isinstance(wanted, list | dict):
        return value
    return [item for item in items if _same(_property(context, item, name), wanted)]


def find(context: Context, value: Any, name: Any, wanted: Any = None) -> Any:
    items = _objects(value)
    if items is None or not name or isinstance(wanted, list | dict):
        return value
    return next((item for item in items if _same(_property(context, item, name), wanted)), None)


def _property(context: Context, item: Any, name: Any) -> Any:
    context.step()
    found = values.member(item, values.to_s(name))
    if isinstance(found, str):
        if INTEGER.fullmatch(found):
            return int(found)
        if FLOAT.fullmatch(found):
            return float(found)
    return found


def _matching(context: Context, items: list[Any], name: Any, expression: Any) -> Iterator[Any]:
    for item in items:
        context.step()
        with context.naming(values.to_s(name), item):
            matches = context.evaluate(values.to_s(expression), condition=True)
        if matches:
            yield item


def where_exp(context: Context, value: Any, name: Any, expression: Any) -> Any:
    items = _objects(value)
    return value if items is None else list(_matching(context, items, name, expression))


def find_exp(context: Context, value: Any, name: Any, expression: Any) -> Any:
    items = _objects(value)
    return value if items is None else next(_matching(context, items, name, expression), None)


def group_by(context: Context, value: Any, name: Any) -> Any:
    groups: dict[str, list[Any]] = {}
    for item in _objects(value) or []:
        groups.setdefault(values.to_s(_property(context, item, name)), []).append(item)
    return _as_groups(groups)


def group_by_exp(context: Context, value: Any, name: Any, expression: Any) -> Any:
    groups: dict[str, list[Any]] = {}
    for item in _objects(value) or []:
        context.step()
        with context.naming(values.to_s(name), item):
            key = context.evaluate(values.to_s(expression), condition=False)
        groups.setdefault(values.to_s(key), []).append(item)
    return _as_groups(groups)


def _as_groups(groups: Mapping[str, list[Any]]) -> list[dict[str, Any]]:
    return [{"name": name, "items": items, "size": len(items)} for name, items in groups.items()]


def sort(context: Context, value: Any, name: Any = None, nils: Any = "first") -> list[Any]:
    if value is None:
        raise ValueError("sort wants a list")
    if nils not in {"first", "last"}:
        raise ValueError("sort puts empty ones 'first' or 'last'")
    missing = -1 if nils == "first" else 1
    items = values.items(value)
    keys = [item if name is None else _property(context, item, name) for item in items]

    def compare(left: tuple[Any, Any], right: tuple[Any, Any]) -> int:
        return _compare(left[0], right[0], missing)

    pairs = sorted(zip(keys, items, strict=True), key=cmp_to_key(compare))
    return [item for _, item in pairs]


def _compare(left: Any, right: Any, missing: int) -> int:
    if left is None or right is None:
        return (right is None) * -missing + (left is None) * missing
    if isinstance(left, int | float) and isinstance(right, int | float):
        return (left > right) - (left < right)
    if isinstance(left, datetime) and isinstance(right, datetime):
        return (left > right) - (left < right)
    first, second = values.to_s(left), values.to_s(right)
    return (first > second) - (first < second)


def to_integer(_: Context, value: Any) -> int:
    if isinstance(value, bool):
        return int(value)
    return integer(value if isinstance(value, int | float) else f"{values.to_s(value)[:40]} 0")


def push(_: Context, value: Any, item: Any) -> Any:
    if not isinstance(value, list):
        return value
    check_items(values.weight(value) + values.weight(item))
    return [*value, item]


def unshift(_: Context, value: Any, item: Any) -> Any:
    if not isinstance(value, list):
        return value
    check_items(values.weight(value) + values.weight(item))
    return [item, *value]


def pop(_: Context, value: Any, count: Any = 1) -> Any:
    return value[: max(0, len(value) - integer(count))] if isinstance(value, list) else value


def shift(_: Context, value: Any, count: Any = 1) -> Any:
    return value[max(0, integer(count)) :] if isinstance(value, list) else value


def sample(_: Context, value: Any, count: Any = 1) -> Any:
    """Always the first ones: a post does not change when it is loaded again."""
    if not isinstance(value, list):
        return value
    number = integer(count)
    return (value[0] if value else None) if number == 1 else value[: max(0, number)]


def xml_escape(_: Context, value: Any) -> str:
    return escape(values.to_s(value)).replace("&#x27;", "'")


def uri_escape(_: Context, value: Any) -> str:
    return quote(values.to_s(value), safe=IN_A_URI)


FILTERS: dict[str, Filter] = {
    "absolute_url": absolute_url,
    "array_to_sentence_string": array_to_sentence_string,
    "cgi_escape": lambda _, value: quote_plus(values.to_s(value)),
    "date": date,
    "date_to_long_string": date_to_long_string,
    "date_to_rfc822": date_to_rfc822,
    "date_to_string": date_to_string,
    "date_to_xmlschema": date_to_xmlschema,
    "find": find,
    "find_exp": find_exp,
    "group_by": group_by,
    "group_by_exp": group_by_exp,
    "inspect": lambda context, value: xml_escape(context, values.inspect(value)),
    "jsonify": jsonify,
    "markdownify": markdownify,
    "normalize_whitespace": lambda _, value: BLANKS.sub(" ", values.to_s(value)).strip(),
    "number_of_words": number_of_words,
    "pop": pop,
    "push": push,
    "relative_url": relative_url,
    "sample": sample,
    "shift": shift,
    "slugify": slugify_,
    "smartify": smartify,
    "sort": sort,
    "strip_index": strip_index,
    "to_integer": to_integer,
    "unshift": unshift,
    "uri_escape": uri_escape,
    "where": where,
    "where_exp": where_exp,
    "xml_escape": xml_escape,
}
