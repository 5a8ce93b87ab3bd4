"""Hugo's shortcodes, https://gohugo.io/content-management/shortcodes/."""

import re
from collections.abc import Iterator
from html import escape

from gateway.content.markup import codeblock, markdown
from gateway.content.markup.verbatim import Verbatim
from gateway.content.matter import nodes
from gateway.content.templating import snippets
from gateway.content.templating.page import Page
from gateway.content.templating.shortcodes import calls
from gateway.content.templating.shortcodes.calls import Call, Render, Tag

OPENING = re.compile(r"\{\{([<%])")
CLOSING = {"<": ">}}", "%": "%}}"}
NAME = re.compile(r"(?P<end>/?)\s*(?P<name>[\w/.-]+)")
ARGUMENT = re.compile(
    r"(?<![\w-])(?:(?P<name>[\w-]+)\s*=\s*)?"
    r"(?:\"(?P<quoted>(?:[^\"\\]|\\.)*)\"|`(?P<raw>[^`]*)`|(?P<bare>[^\s\"`]+))",
    re.DOTALL,
)
LANGUAGE = re.compile(r"[\w+#.-]+")
ONE_PARAGRAPH = re.compile(r"<p>((?:(?!</?p>).)*)</p>\n?", re.DOTALL)
EXTENSION = re.compile(r"\.(?:md|markdown|mdx|html?)$")
INDEX = re.compile(r"(?:^|/)_?index$")
CONTENT = "content"


def expand(text: str, page: Page) -> str:
    if "{{<" not in text and "{{%" not in text:
        return text
    return calls.expand(text, page, _tags(text), SHORTCODES)


def _tags(text: str) -> Iterator[Tag]:
    verbatim = Verbatim(text)
    never_closed: set[str] = set()
    position = 0
    while opening := OPENING.search(text, position):
        start, position = opening.span()
        mark = opening[1]
        end = -1 if mark in never_closed else text.find(CLOSING[mark], position)
        if end < 0:
            never_closed.add(mark)
            continue
        inside = text[position:end].strip()
        if inside.startswith("/*") and inside.endswith("*/"):
            position = end + len(CLOSING[mark])
            literal = f"{{{{{mark}{inside[2:-2]}{CLOSING[mark]}"
            yield Tag(start, position, "", literal=literal)
        elif (named := NAME.match(inside)) and not verbatim.holds(start):
            position = end + len(CLOSING[mark])
            words, arguments = _arguments(inside[named.end() :])
            shown = f"{{{{{mark} {named['name']} {CLOSING[mark]}"
            yield Tag(
                start, position, named["name"], shown, words, arguments, closes=bool(named["end"])
            )


def _arguments(written: str) -> tuple[list[str], dict[str, str]]:
    words: list[str] = []
    named: dict[str, str] = {}
    for match in ARGUMENT.finditer(written.rstrip().removesuffix("/")):
        value = match["raw"] or match["bare"] or ""
        if match["quoted"] is not None:
            value = match["quoted"].replace('\\"', '"')
        if match["name"] is None:
            words.append(value)
        else:
            named[match["name"].lower()] = value
    return words, named


def _inline(call: Call, written: str) -> str:
    """Markdown as HTML, without the paragraph where it is only one."""
    html = markdown.render(written, call.page.entry.site.flavour)
    only = ONE_PARAGRAPH.fullmatch(html)
    return (only[1] if only else html).replace("\n", " ").strip()


def figure(call: Call) -> str:
    """https://github.com/gohugoio/hugo/blob/v0.111.3/tpl/tplimpl/embedded/templates/shortcodes/figure.html."""
    alt = call.argument("alt") or call.argument("caption")
    image = snippets.image(
        call.argument("src", 0),
        alt,
        width=call.argument("width"),
        height=call.argument("height"),
    )
    if address := call.argument("link"):
        image = f'<a href="{escape(address)}">{image}</a>'
    title, caption = call.argument("title"), call.argument("caption")
    by, by_link = call.argument("attr"), call.argument("attrlink")
    credit = (
        f'<a href="{escape(by_link)}">{_inline(call, by)}</a>'
        if by_link and by
        else _inline(call, by)
    )
    below = (
        f"<p>{' '.join(filter(None, (_inline(call, caption), credit)))}</p>"
        if caption or by
        else ""
    )
    heading = f"<h4>{escape(title)}</h4>" if title else ""
    return snippets.figure(image, heading + below, call.argument("class"))


def highlight(call: Call) -> str:
    language = LANGUAGE.match(call.argument("lang", 0))
    code = (call.written or call.argument("code", 1)).strip("\n")
    return codeblock.html(code, language[0].lower() if language else None)


def ref(call: Call) -> str:
    """The path on the site, with its anchor, whether the target exists or not."""
    written = call.argument("path", 0)
    target, hash_, anchor = written.partition("#")
    return (_address(call.page, target) if target else "") + hash_ + anchor


def _address(page: Page, target: str) -> str:
    stem = INDEX.sub("", EXTENSION.sub("", target).rstrip("/"))
    source = page.entry.source_path
    beside = source.rpartition("/")[0]
    folder = CONTENT if target.startswith("/") or not source.startswith(CONTENT) else beside
    for base in dict.fromkeys((folder, CONTENT)):
        at = f"{base}/{stem.lstrip('/')}"
        for path in (f"{at}.md", f"{at}/index.md", f"{at}/_index.md"):
            if ".." not in path and (address := page.address(path)) is not None:
                page.depends.add(path)
                return page.entry.site.base_path + address
    return f"{page.entry.site.base_path}/{stem.strip('/').lower()}/"


def param(call: Call) -> str:
    name = call.argument("name", 0)
    for values in (call.page.entry.values, call.page.entry.site.settings):
        written = nodes.text(values.get(name))
        if written is not None:
            return written
    return ""


def details(call: Call) -> str:
    summary = call.argument("summary") or call.argument("title", 0) or "Details"
    state = " open" if call.argument("open") == "true" else ""
    beginning = f"<details{state}><summary>{_inline(call, summary)}</summary>"
    return f"{beginning}\n\n{call.inner or ''}\n\n</details>\n\n"


def mermaid(call: Call) -> str:
    return codeblock.html((call.written or "").strip("\n"), "mermaid")


SHORTCODES: dict[str, Render] = {
    "comment": lambda _: "",
    "details": details,
    "figure": figure,
    "gist": lambda call: snippets.gist("/".join(call.words[:2])),
    "highlight": highlight,
    "instagram": lambda call: snippets.instagram(call.argument("id", 0)),
    "mermaid": mermaid,
    "param": param,
    "ref": ref,
    "relref": ref,
    "tweet": lambda call: snippets.tweet(call.argument("id", 0), call.argument("user") or "i"),
    "twitter": lambda call: snippets.tweet(call.argument("id", 0), call.argument("user") or "i"),
    "vimeo": lambda call: snippets.vimeo(call.argument("id", 0)),
    "youtube": lambda call: snippets.youtube(call.argument("id", 0)),
}
