"""MDX, https://mdxjs.com/docs/what-is-mdx/, as far as it goes without running JavaScript.

Imports and exports fall away, components keep the text inside them, and of expressions only
texts and numbers are known.
"""

import re
from collections.abc import Iterator
from html import escape
from textwrap import dedent

from gateway.content.markup.verbatim import Verbatim
from gateway.content.templating import snippets
from gateway.content.templating.page import Page
from gateway.content.templating.shortcodes import calls, jsx
from gateway.content.templating.shortcodes.calls import Call, Render, Tag

MAX_UNREADABLE = 20
"""Constructs without an end that are looked for; after that, what follows is text."""

CONSTRUCT = re.compile(
    r"(?P<module>^(?:import[ \t{*\"']|export[ \t{*]))|(?P<brace>(?<!\\)\{)|(?P<fragment></?>)"
    r"|<(?P<end>/?)(?P<name>[A-Za-z][\w.-]*)(?=[\s/>{])",
    re.MULTILINE,
)
STATEMENT_END = re.compile(r"\n[ \t]*(?=\n)|\n(?=(?:import|export)[ \t{*])|\Z")
LITERAL = re.compile(
    r"\{\s*(?:\"(?P<double>[^\"\\]*)\"|'(?P<single>[^'\\]*)'|`(?P<tick>[^`$\\]*)`"
    r"|(?P<number>\d{1,30}(?:\.\d{1,30})?))\s*\}"
)
COMMENT = re.compile(r"\{\s*/\*")
# The names of HTML's attributes in JSX.
ATTRIBUTES = {"className": "class", "htmlFor": "for", "srcSet": "srcset", "colSpan": "colspan",
              "rowSpan": "rowspan", "hrefLang": "hreflang", "dateTime": "datetime"}  # fmt: skip


def expand(text: str, page: Page) -> str:
    return calls.expand(text, page, _tags(text, page), COMPONENTS, dedent)


def _tags(text: str, page: Page) -> Iterator[Tag]:
    verbatim = Verbatim(text)
    position, unreadable, reported = 0, 0, False
    while unreadable < MAX_UNREADABLE and (match := CONSTRUCT.search(text, position)):
        start, position = match.span()
        if verbatim.holds(start):
            continue
        if match["brace"]:
            tag = _expression(text, start)
            if tag is not None and tag.name and not reported:
                reported = True
                page.entry.issues.warn(
                    "mdx-expression",
                    "what an expression in braces gives is not known without running it, so it"
                    " was left out; write the text instead",
                    line=page.line(text, start),
                )
        elif match["module"]:
            tag = _statement(text, start)
        elif match["fragment"]:
            tag = Tag(start, position, "", literal="")
        else:
            tag = _element(text, match)
        if tag is None:
            unreadable += 1
            continue
        yield tag
        position = tag.end


def _expression(text: str, start: int) -> Tag | None:
    """A literal in the text; its name tells an expression whose value is not known."""
    end = jsx.after_braces(text, start)
    if end is None:
        return None
    literal = LITERAL.fullmatch(text, start, end)
    if literal is not None:
        return Tag(start, end, "", literal=next(filter(None, literal.groups()), ""))
    return Tag(start, end, "" if COMMENT.match(text, start) else "expression", literal="")


def _statement(text: str, start: int) -> Tag | None:
    """An import or export, to the end of its line or of the braces that it opens."""
    end = STATEMENT_END.search(text, start)
    stop = len(text) if end is None else end.start()
    brace = text.find("{", start, stop)
    if brace >= 0:
        closed = jsx.after_braces(text, brace)
        if closed is None:
            return None
        if closed > stop:
            following = STATEMENT_END.search(text, closed)
            stop = len(text) if following is None else following.start()
    return Tag(start, stop, "", literal="")


def _element(text: str, match: re.Match[str]) -> Tag | None:
    name = match["name"]
    tag = jsx.tag(text, match.end())
    if tag is None:
        return None
    is_component = name[0].isupper() or "." in name
    if not is_component:
        return Tag(match.start(), tag.end, "", literal=_html(match["end"] + name, tag))
    return Tag(
        match.start(),
        tag.end,
        name,
        f"<{name}>",
        named=tag.attributes,
        closes=bool(match["end"]),
        alone=tag.closed,
    )


def _html(name: str, tag: jsx.JsxTag) -> str:
    written = "".join(
        f' {ATTRIBUTES.get(key, key)}="{escape(value)}"' for key, value in tag.attributes.items()
    )
    return f"<{name}{written}{' /' if tag.closed else ''}>"


def image(call: Call) -> str:
    return snippets.image(
        call.argument("src"),
        call.argument("alt"),
        call.argument("title"),
        call.argument("width"),
        call.argument("height"),
    )


def link(call: Call) -> str:
    address, inner = call.argument("href") or call.argument("to"), call.inner or ""
    return f'<a href="{escape(address)}">{inner}</a>' if address else inner


COMPONENTS: dict[str, Render] = {
    "Image": image,
    "Img": image,
    "Link": link,
    "Tweet": lambda call: snippets.tweet(call.argument("id")),
    "Vimeo": lambda call: snippets.vimeo(call.argument("id")),
    "YouTube": lambda call: snippets.youtube(call.argument("id") or call.argument("videoId")),
    "Youtube": lambda call: snippets.youtube(call.argument("id") or call.argument("videoId")),
}
