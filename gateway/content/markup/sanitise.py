"""HTML to safe HTML; the only module that knows nh3.

Authors are trusted with what a page says, not with running programs in a reader's browser:
a gateway's HTML is shown by pages and apps that did not write it. Nothing in it runs, restyles
the page around it, sends a form, or frames a site but those of `frames`.

What is left are elements of a short list. None of them is parsed by other rules than plain HTML's,
as scripts, styles, SVG, MathML, templates and `<noscript>` are, and every `<` and `>` that belongs
to no tag is escaped, in attributes too. So however a browser parses the HTML, and how often,
it finds these elements and attributes and no others.

Kept on purpose, and so the business of who shows the HTML: `id`, because headings are linked to,
and `class`. An `id` can stand in for a global variable that a page's script never declared (none
can stand in for a property of `document`, which takes a `name`). `data-*` attributes are no
author's way to talk to readers, but to the scripts of frameworks, so they go.
"""

import re
from html import unescape
from typing import NamedTuple

import nh3

from gateway.content.markup import frames, nesting

TAGS = frozenset(nh3.ALLOWED_TAGS - {"area", "map"}) | {
    "address", "audio", "big", "dd", "del", "details", "dl", "dt", "figcaption", "figure",
    "iframe", "input", "ins", "main", "mark", "picture", "s", "section", "source", "summary",
    "tfoot", "track", "video",
}  # fmt: skip
ALIGNED = ("div", "h1", "h2", "h3", "h4", "h5", "h6", "p")
MEDIA = {"autoplay", "controls", "loop", "muted", "preload", "src"}
ATTRIBUTES = {
    **nh3.ALLOWED_ATTRIBUTES,
    **{tag: {"align"} for tag in ALIGNED},
    "*": {"class", "dir", "hidden", "lang", "role", "title"},
    "a": {"download", "href", "hreflang", "name", "rel"},
    "audio": MEDIA,
    "data": {"value"},
    "details": {"open"},
    "iframe": {"height", "src", "width"},
    "img": {"align", "alt", "decoding", "height", "loading", "sizes", "src", "srcset", "width"},
    "input": {"checked"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "source": {"media", "sizes", "src", "srcset", "type"},
    "time": {"datetime"},
    "track": {"default", "kind", "label", "src", "srclang"},
    "video": MEDIA | {"height", "playsinline", "poster", "width"},
}
# A form that a page has around the HTML would find an input by its id.
ATTRIBUTES |= {tag: ATTRIBUTES.get(tag, set()) | {"id"} for tag in TAGS - {"input", "iframe"}}
# Gone with all that is in them.
DROPPED = frozenset({"math", "noembed", "noframes", "script", "style", "svg", "template", "title"})
# Those that a reader misses.
REFUSED = frozenset({"embed", "form", "math", "object", "script", "style", "svg"})
CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=set(DROPPED),
    attributes=ATTRIBUTES,
    generic_attribute_prefixes={"aria-"},
    tag_attribute_values={"a": {"target": {"_blank"}}, "input": {"type": {"checkbox"}}},
    set_tag_attribute_values={"input": {"disabled": ""}},
    # Browsers have treated target=_blank as noopener since 2021, and authors use rel.
    link_rel=None,
    url_schemes={"http", "https", "mailto", "tel"},
)

OPENED = re.compile(r"<([a-zA-Z][^\s/>]*)")
# What stands in a table but in none of its cells, and is put in front of it.
FOSTERED = re.compile(
    r"<(?:table|/?(?:tr|tbody|thead|tfoot|colgroup)|/(?:td|th|caption))\b[^<>]*+>\s*+"
    r"(?:[^<\s]|<(?!/?(?:table|t[rdh]|thead|tbody|tfoot|caption|col|colgroup)\b))",
    re.IGNORECASE,
)
NOSCRIPT = re.compile(r"</?noscript\b[^<>]*>", re.IGNORECASE)

FRAMES_SHOWN = 5
ADDRESS_SHOWN = 80

# From here on, of sanitised HTML, where every `<` and `>` stands for a tag.
WITH_ADDRESSES = re.compile(r"<(?:blockquote|del|img|ins|q|source) [^>]*>")
ADDRESSES = re.compile(r' (?:cite|srcset)="([^"]*)"')
SCHEMES = re.compile(r"(?:^|[\s,])([^\s,:/?#]*):")
WEB = frozenset({"http", "https"})
TEXT_FIELD = re.compile(r'<input(?![^>]* type="checkbox")[^>]*>')
NO_IMAGE = re.compile(r"<img(?![^>]* src(?:set)?=)[^>]*>")
PREFORMATTED = re.compile(r"(<pre(?: [^>]*)?>)\n")


class Safe(NamedTuple):
    """`refused` names what a reader misses. `flattened` is whether it was too deep."""

    html: str
    refused: tuple[str, ...]
    flattened: bool


def clean(html: str) -> str:
    """The HTML without anything that could run, load a foreign frame or restyle the page."""
    return make_safe(html).html


def make_safe(html: str) -> Safe:
    """The safe HTML, and what had to go."""
    names = {name.lower() for name in set(OPENED.findall(html))}
    unknown = names - TAGS
    refused = {f"<{name}>" for name in unknown & REFUSED}
    if "noscript" in unknown:  # nothing runs, so what is meant for that case is shown
        html = NOSCRIPT.sub("", html)
    flattened = False
    heavy = nesting.is_heavy(html)
    simple = heavy and nesting.is_straight(html, TAGS)
    if heavy and not simple:
        html, flattened = nesting.straighten(html, TAGS)
    cleaned = _cleaned(html)
    if not simple and nesting.is_deep(cleaned):
        straight, flattened = nesting.straighten(cleaned, TAGS)
        cleaned = _cleaned(straight)
    # Without tags around them, or out of a table, elements can be where no parser puts them.
    if unknown - DROPPED or ("table" in names and FOSTERED.search(html)):
        cleaned = _cleaned(cleaned)
    if ' srcset="' in cleaned or ' cite="' in cleaned:
        cleaned = WITH_ADDRESSES.sub(_with_safe_addresses, cleaned)
    if "<input" in cleaned:
        cleaned = TEXT_FIELD.sub("", cleaned)
    if "data:" in html and NO_IMAGE.search(cleaned):
        refused.add("<img> with data: instead of an address")
    if "<iframe" in cleaned:
        cleaned, foreign = frames.rebuild(cleaned)
        refused |= {f"<iframe> of {frame[:ADDRESS_SHOWN]!r}" for frame in foreign[:FRAMES_SHOWN]}
    return Safe(cleaned, tuple(sorted(refused)), flattened)


def _cleaned(html: str) -> str:
    cleaned = CLEANER.clean(html)
    # A parser drops the first line break of a `<pre>`, so one that stays has to be there twice.
    return PREFORMATTED.sub(r"\1\n\n", cleaned) if "<pre" in cleaned else cleaned


def _with_safe_addresses(tag: re.Match[str]) -> str:
    return ADDRESSES.sub(lambda found: found[0] if _is_web(unescape(found[1])) else "", tag[0])


def _is_web(addresses: str) -> bool:
    """Whether each address, of one or of a list, is relative or one of the web."""
    return all(scheme.lower() in WEB for scheme in SCHEMES.findall(addresses))
