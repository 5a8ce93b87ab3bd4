"""Zola's shortcodes, https://www.getzola.org/documentation/content/shortcodes/."""

import re
from collections.abc import Iterator

from gateway.content.markup.verbatim import Verbatim
from gateway.content.templating import snippets
from gateway.content.templating.page import Page
from gateway.content.templating.shortcodes import calls
from gateway.content.templating.shortcodes.calls import Render, Tag

TAG = re.compile(
    r"\{\{\s*(?P<single>\w+)\((?P<arguments>[^{}]*)\)\s*\}\}"
    r"|\{%-?\s*(?:(?P<end>end)|(?P<block>\w+)\((?P<options>[^{}]*)\))\s*-?%\}"
    r"|\{\{/\*(?P<literal>[^{}]*)\*/\}\}|\{%/\*(?P<literal_block>[^{}]*)\*/%\}"
)
ARGUMENT = re.compile(
    r"(?<!\w)(?P<name>\w+)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|`(?P<tick>[^`]*)`"
    r"|(?P<bare>[^\s,\"'`]+))"
)


def expand(text: str, page: Page) -> str:
    if "{{" not in text and "{%" not in text:
        return text
    return calls.expand(text, page, _tags(text), SHORTCODES)


def _tags(text: str) -> Iterator[Tag]:
    verbatim = Verbatim(text)
    for match in TAG.finditer(text):
        start, end = match.span()
        if match["literal"] is not None:
            yield Tag(start, end, "", literal=f"{{{{{match['literal']}}}}}")
        elif match["literal_block"] is not None:
            yield Tag(start, end, "", literal=f"{{%{match['literal_block']}%}}")
        elif verbatim.holds(start):
            continue
        elif match["end"]:
            yield Tag(start, end, "", closes=True)
        elif match["single"]:
            name = match["single"]
            named = _arguments(match["arguments"])
            yield Tag(start, end, name, f"{{{{ {name}() }}}}", named=named, alone=True)
        else:
            name = match["block"]
            yield Tag(start, end, name, f"{{% {name}() %}}", named=_arguments(match["options"]))


def _arguments(written: str) -> dict[str, str]:
    return {
        match["name"]: next(filter(None, match.group("double", "single", "tick", "bare")), "")
        for match in ARGUMENT.finditer(written)
    }


SHORTCODES: dict[str, Render] = {
    "gist": lambda call: snippets.gist(call.argument("url")),
    "image": lambda call: snippets.image(
        call.argument("src") or call.argument("url"), call.argument("alt")
    ),
    "vimeo": lambda call: snippets.vimeo(call.argument("id")),
    "youtube": lambda call: snippets.youtube(call.argument("id")),
}
