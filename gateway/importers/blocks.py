"""The comments that WordPress's block editor writes between blocks.

https://developer.wordpress.org/block-editor/explanations/architecture/key-concepts/
"""

import html
import re
from collections.abc import Mapping

import orjson

from gateway.importers.report import Report
from gateway.importers.verbatim import Verbatim

MARK = "<!-- wp:"
BLOCK = re.compile(
    r"<!--\s{0,9}(?P<end>/?)wp:(?P<name>[a-z][a-z0-9_/-]*)"
    r"(?P<attributes>(?:(?!-->|<!--).)*?)(?P<void>/?)-->\n?",
    re.DOTALL,
)
EMBED = re.compile(
    r'(<div class="wp-block-embed__wrapper">)\s{0,99}(https?://[^\s<>"]{1,2000})\s{0,99}(</div>)'
)
DEEPEST = 8  # how often a reusable block may hold another one
BLANK_LINES = re.compile(r"\n{3,}")


def are_in(body: str) -> bool:
    return MARK in body


def unwrap(body: str, reusable: Mapping[str, str], footnotes: str, report: Report) -> str:
    """The HTML inside the blocks.

    Blocks that a server makes (the newest posts, a menu) have none: they are counted. `reusable`
    holds what reusable blocks stand for, by id, `footnotes` the JSON of the post's notes.
    """
    body = _without_marks(body, reusable, footnotes, report, DEEPEST)
    return EMBED.sub(_embed, body).strip()


def tidy(body: str) -> str:
    """At most one blank line, but in code, where every line counts."""
    verbatim = Verbatim()
    return verbatim.put_back(BLANK_LINES.sub("\n\n", verbatim.take(body))).strip()


def _without_marks(
    body: str, reusable: Mapping[str, str], footnotes: str, report: Report, depth: int
) -> str:
    def replace(match: re.Match[str]) -> str:
        if match["end"] or not match["void"]:
            return "\n"
        name = match["name"].removeprefix("core/")
        if name == "footnotes":
            return notes(footnotes)
        if name == "block":
            content = reusable.get(_attribute(match, "ref"))
            if content is not None and depth:
                return _without_marks(content, reusable, footnotes, report, depth - 1)
        if name == "social-link" and (address := html.escape(_attribute(match, "url"))):
            return f'<p><a href="{address}">{address}</a></p>\n'
        if name not in SILENT:
            report.blocks[name] += 1
        return ""

    return BLOCK.sub(replace, body)


SILENT = frozenset({"more", "nextpage", "paragraph", "shortcode", "spacer", "separator"})


def _attribute(block: re.Match[str], name: str) -> str:
    try:
        values = orjson.loads(block["attributes"].strip())
    except orjson.JSONDecodeError:
        return ""
    return str(values.get(name, "")) if isinstance(values, dict) else ""


def notes(written: str) -> str:
    """The list of a post's footnotes."""
    try:
        entries = orjson.loads(written or "[]")
    except orjson.JSONDecodeError:
        return ""
    items = "".join(
        f'<li id="{html.escape(str(entry.get("id")))}">{entry.get("content")}'
        f' <a href="#{html.escape(str(entry.get("id")))}-link">↩︎</a></li>\n'
        for entry in entries
        if isinstance(entry, dict)
    )
    return f'<ol class="wp-block-footnotes">\n{items}</ol>\n' if items else ""


def _embed(match: re.Match[str]) -> str:
    return f'{match[1]}<a href="{match[2]}">{match[2]}</a>{match[3]}'
