"""Jekyll's tags, and what well-known plug-ins' tags come to.

Each is a function of the context and what its author wrote after its name.
"""

import re
import shlex
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from gateway.content.markup import codeblock
from gateway.content.templating import snippets
from gateway.content.templating.liquid import addresses, render
from gateway.content.templating.liquid.jekyllfilters import relative_url
from gateway.content.templating.liquid.library import NotFoundError
from gateway.content.templating.liquid.render import Context, MisreadError, Run, RunBlock

# https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/tags/include.rb
PARAMETER = re.compile(
    r"(?<![\w-])(?P<name>[\w-]+)\s*=\s*"
    r"(?:\"(?P<double>[^\"\\]*(?:\\.[^\"\\]*)*)\"|'(?P<single>[^'\\]*(?:\\.[^'\\]*)*)'"
    r"|(?P<variable>[\w.-]+))",
    re.DOTALL,
)
LANGUAGE = re.compile(r"[a-zA-Z0-9.+#_-]+")
# https://github.com/imathis/octopress/blob/master/plugins/image_tag.rb
OCTOPRESS_IMAGE = re.compile(
    r"(?P<class>\S.*\s+)?(?P<src>(?:https?://|/|\S+/)\S+)(?:\s+(?P<width>\d+))?(?:\s+(?P<height>\d+))?"
    r"(?P<title>\s+.+)?"
)
LONGEST_WORDS = 2_000


def include(context: Context, markup: str) -> str:
    name, parameters = _name_and_parameters(context, markup)
    return _included(context, *context.library.include(name), parameters)


def include_relative(context: Context, markup: str) -> str:
    name, parameters = _name_and_parameters(context, markup)
    folder = context.page.entry.source_path.rpartition("/")[0]
    path, text = context.library.relative(folder, name)
    context.page.depends.add(path)
    return _included(context, path, text, parameters)


def _name_and_parameters(context: Context, markup: str) -> tuple[str, dict[str, Any]]:
    at = markup.rfind("}}") + 2 if "{{" in markup else 0
    end = at + len(markup[at:].split(None, 1)[0] if markup[at : at + 1].strip() else "")
    name = _rendered(context, markup[:end]) if at else markup[:end]
    return name.strip(), _parameters(context, markup[end:])


def _parameters(context: Context, markup: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for match in PARAMETER.finditer(markup):
        if match["variable"] is not None:
            found[match["name"]] = context.evaluate(match["variable"], condition=False)
        elif match["double"] is not None:
            found[match["name"]] = match["double"].replace('\\"', '"')
        else:
            found[match["name"]] = match["single"].replace("\\'", "'")
    return found


def _included(context: Context, path: str, text: str, parameters: Mapping[str, Any]) -> str:
    context.files[text] = path
    try:
        parsed = context.library.parsed.get(text)
        if parsed is None:
            parsed = context.library.parsed[text] = render.parse(text)
        with context.extend({"include": parameters}):
            return render.render(context, parsed, text)
    except MisreadError as error:
        line = error.token.source.count("\n", 0, max(0, error.token.start_index)) + 1
        raise NotFoundError(f"{path} cannot be read (line {line}): {error}") from error


def _rendered(context: Context, markup: str) -> str:
    return render.render(context, render.parse(markup), markup) if "{{" in markup else markup


def post_url(context: Context, markup: str) -> str:
    return _link(context, addresses.of_post(context.page, context.library, markup))


def link(context: Context, markup: str) -> str:
    path = _rendered(context, markup)
    try:
        return _link(context, addresses.of_file(context.page, context.library, path))
    except NotFoundError as error:
        if error.instead is not None:
            error.instead = _link(context, error.instead)
        raise


def _link(context: Context, path: str) -> str:
    return relative_url(context, quote(path, safe="/:@!$&'()*+,;=-._~")) or ""


def highlight(_: Context, markup: str, code: str) -> str:
    """https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/tags/highlight.rb."""
    named = LANGUAGE.match(markup)
    language = named[0].lower().replace("+", "-") if named else None
    # On lines of its own, else kramdown takes it for part of a paragraph.
    return f"\n{codeblock.html(code.strip(chr(10)), language, figure=True)}\n"


def codeblock_(_: Context, markup: str, code: str) -> str:
    """Octopress's, whose language is `lang:ruby`."""
    words = (word.partition("lang:") for word in markup.split())
    language = next((named for _, colon, named in words if colon), None)
    return codeblock.html(code.strip("\n"), language)


def _words(markup: str) -> list[str]:
    try:
        return shlex.split(markup[:LONGEST_WORDS])
    except ValueError:  # a quote that is never closed
        return markup.split()


def _first_word(embed: Any) -> Run:
    return lambda _, markup: embed(next(iter(_words(markup)), ""))


def img(_: Context, markup: str) -> str:
    """Octopress's: `[class] source [width [height]] [title]`."""
    found = OCTOPRESS_IMAGE.fullmatch(markup[:LONGEST_WORDS].strip())
    if found is None:
        return ""
    given = {name: (value or "").strip() for name, value in found.groupdict().items()}
    title, *alt = _words(given["title"]) or [""]
    return snippets.image(
        given["src"], alt[0] if alt else title, title, given["width"], given["height"]
    )


def asset_path(context: Context, markup: str) -> str:
    name = next(iter(_words(markup)), "")
    return relative_url(context, f"/assets/{name}") or ""


def _nothing(_: Context, __: str) -> str:
    return ""


CALLS: dict[str, Run] = {
    "asset_path": asset_path,
    "feed_meta": _nothing,
    "gist": _first_word(snippets.gist),
    "img": img,
    "include": include,
    "include_cached": include,
    "include_relative": include_relative,
    "instagram": _first_word(snippets.instagram),
    "link": link,
    "post_url": post_url,
    "seo": _nothing,
    "tweet": _first_word(snippets.tweet),
    "twitter": _first_word(snippets.tweet),
    "vimeo": _first_word(snippets.vimeo),
    "youtube": _first_word(snippets.youtube),
}
BLOCKS: dict[str, RunBlock] = {
    "codeblock": codeblock_,
    "highlight": highlight,
}
