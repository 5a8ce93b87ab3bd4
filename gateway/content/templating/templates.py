"""The languages that bodies are templates of, by the names that generators' rows give them."""

from collections.abc import Callable

from gateway.content.matter.nodes import Scalar
from gateway.content.templating.page import Page
from gateway.content.templating.shortcodes import hexo, hugo, mdx, zola

Expand = Callable[[str, Page], str]


def _liquid(text: str, page: Page) -> str:
    wanted = page.entry.values.get("render_with_liquid")
    if "{%" not in text and "{{" not in text:
        return text
    if isinstance(wanted, Scalar) and wanted.value is False:
        return text
    from gateway.content.templating.liquid import expansion  # noqa: PLC0415 - takes a tenth of a second

    return expansion.expand(text, page)


EXPAND: dict[str, Expand] = {
    "hexo": hexo.expand,
    "hugo": hugo.expand,
    "liquid": _liquid,
    "mdx": mdx.expand,
    "zola": zola.expand,
}
