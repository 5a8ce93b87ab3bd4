"""How a site's generator reads Markdown."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from gateway.content.matter import nodes
from gateway.content.matter.nodes import Node, Scalar

EVERY_LEVEL = frozenset(range(1, 7))
STRAIGHT = "apos,apos,quot,quot"


@dataclass(frozen=True, slots=True)
class Flavour:
    """What tells one Markdown from another.

    `kramdown`: blocks, attribute lists, tables and raw HTML by kramdown's rules. `smart`: quotes,
    dashes and dots become typographic. `hard_breaks`: a line's end is a `<br>`. `autolink`: bare
    addresses are links. `heading_ids` is a style of `anchors`; `heading_attributes` means that
    `{#id .class}` may end a heading. `toc_levels` are the headings that a table of contents lists.
    `html_blocks`: Markdown inside block HTML is read without being asked for. `zenn`: Zenn's
    `:::message` and `@[card](…)`.
    """

    kramdown: bool = False
    smart: bool = False
    hard_breaks: bool = False
    autolink: bool = True
    heading_ids: str = "gfm"
    heading_attributes: bool = False
    toc_levels: frozenset[int] = EVERY_LEVEL
    html_blocks: bool = False
    zenn: bool = False


KRAMDOWN = Flavour(kramdown=True, smart=True, autolink=False)
FLAVOURS: Mapping[str, Flavour] = {
    "kramdown": KRAMDOWN,
    "commonmark": Flavour(autolink=False, heading_ids="none"),
    "gfm": Flavour(),
    "goldmark": Flavour(smart=True, heading_attributes=True),
    "pulldown-cmark": Flavour(autolink=False, heading_attributes=True),
    "markdown-it": Flavour(autolink=False, heading_ids="none"),
    "marked": Flavour(smart=True, hard_breaks=True),
    "remark": Flavour(smart=True),
    "zenn": Flavour(hard_breaks=True, zenn=True),
}
# What `markdown:` in a Jekyll site's configuration may say.
JEKYLL: Mapping[str, Flavour] = {
    "kramdown": KRAMDOWN,
    "commonmark": FLAVOURS["commonmark"],
    "commonmarkghpages": FLAVOURS["gfm"],
    "gfm": FLAVOURS["gfm"],
    "redcarpet": replace(FLAVOURS["gfm"], autolink=False, heading_ids="none"),
    "rdiscount": replace(FLAVOURS["gfm"], autolink=False, heading_ids="none"),
    "maruku": KRAMDOWN,
}
# Where a generator's configuration says it, by the field of the flavour.
OPTIONS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "goldmark": {
        "smart": ("markup.goldmark.extensions.typographer",),
        "autolink": ("markup.goldmark.extensions.linkify",),
        "hard_breaks": ("markup.goldmark.renderer.hardwraps",),
    },
    "marked": {
        "smart": ("marked.smartypants",),
        "autolink": ("marked.autolink",),
        "hard_breaks": ("marked.breaks",),
    },
    "pulldown-cmark": {"smart": ("markdown.smart_punctuation",)},
}


def of(name: str, settings: nodes.Mapping) -> Flavour:
    """The flavour of this name, with the options that a site's configuration has for it."""
    if name == "kramdown":
        return of_jekyll(settings)
    options: dict[str, Any] = {
        field: found[1].value
        for field, keys in OPTIONS.get(name, {}).items()
        if (found := nodes.find(settings, keys)) and isinstance(found[1], Scalar)
        if isinstance(found[1].value, bool)
    }
    return replace(FLAVOURS[name], **options)


def of_jekyll(settings: Mapping[str, Node]) -> Flavour:
    """The flavour that a `_config.yml` asks for: `markdown:`, and the options of `kramdown:`."""
    named = (nodes.text(settings.get("markdown")) or "kramdown").lower()
    flavour = JEKYLL.get(named, KRAMDOWN)
    options = settings.get("kramdown")
    if not flavour.kramdown or not isinstance(options, dict):
        return flavour
    if nodes.text(options.get("smart_quotes")) == STRAIGHT:
        flavour = replace(flavour, smart=False)
    if _is(options.get("hard_wrap"), value=True):
        flavour = replace(flavour, hard_breaks=True)
    if _is(options.get("parse_block_html"), value=True):
        flavour = replace(flavour, html_blocks=True)
    if (nodes.text(options.get("input")) or "GFM").lower() == "kramdown":
        flavour = replace(flavour, heading_ids="kramdown")
    if _is(options.get("auto_ids"), value=False):
        flavour = replace(flavour, heading_ids="none")
    return replace(flavour, toc_levels=_levels(options.get("toc_levels")))


def _is(node: Node | None, *, value: bool) -> bool:
    return isinstance(node, Scalar) and node.value is value


def _levels(node: Node | None) -> frozenset[int]:
    """`toc_levels: 2..3`, `2,3` or a list."""
    if node is None:
        return EVERY_LEVEL
    written = nodes.as_json(node)
    if isinstance(written, str):
        first, dots, last = written.partition("..")
        if dots and first.strip().isdecimal() and last.strip(" .").isdecimal():
            return frozenset(range(int(first), min(int(last.strip(" .")), 6) + 1))
        written = [part.strip() for part in written.split(",")]
    if not isinstance(written, list):
        written = [written]
    levels = frozenset(int(level) for level in written if str(level).isdecimal())
    return levels & EVERY_LEVEL or EVERY_LEVEL
