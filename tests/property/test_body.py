"""The HTML of every post in all its variants, and its table of contents down to every depth."""

from itertools import product
from typing import Any

from .evaluation import html, outline
from .served import Served

HTML = """\
query ($ids: Boolean, $highlight: Boolean) {
  posts(first: 100) { nodes { id body { html(headingIds: $ids, highlight: $highlight) } } }
}"""
OUTLINE = """\
query ($depth: Int) {
  posts(first: 100) { nodes { id tableOfContents(maxDepth: $depth) { ...H children { ...H children {
    ...H children { ...H children { ...H } }
  } } } } }
}
fragment H on Heading { id depth text }"""
LEVELS = 5


def test_html_is_with_or_without_ids_and_highlighting(all_served: list[Served]) -> None:
    choices = (True, False, None)
    for served, ids, highlight in product(all_served, choices, choices):
        page = served.data(HTML, {"ids": ids, "highlight": highlight})["posts"]
        assert {node["id"]: node["body"]["html"] for node in page["nodes"]} == {
            post.id: html(post, ids, highlight) for post in served.blog.posts
        }, (ids, highlight)


def test_a_table_of_contents_goes_down_to_the_depth_asked_for(all_served: list[Served]) -> None:
    for served, depth in product(all_served, [None, *range(1, 7)]):
        page = served.data(OUTLINE, {"depth": depth})["posts"]
        expected = {
            post.id: _cut(outline(post.document.headings, depth or 6), LEVELS)
            for post in served.blog.posts
        }
        assert {node["id"]: node["tableOfContents"] for node in page["nodes"]} == expected, depth


def _cut(nodes: list[dict[str, Any]], levels: int) -> list[dict[str, Any]]:
    """A tree without the lists of children below some levels."""
    if levels == 1:
        return [{key: node[key] for key in ("id", "depth", "text")} for node in nodes]
    return [{**node, "children": _cut(node["children"], levels - 1)} for node in nodes]
