import json
import re
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.content.derived import mdast
from gateway.content.markup import sanitise

FLOW = {
    *("blockquote", "code", "footnoteDefinition", "heading", "html", "list", "paragraph"),
    *("table", "thematicBreak"),
}
PHRASING = {
    *("break", "delete", "emphasis", "footnoteReference", "html", "image", "inlineCode", "link"),
    *("strong", "text"),
}
CONTENT = {
    "root": FLOW,
    "blockquote": FLOW,
    "footnoteDefinition": FLOW,
    "listItem": FLOW,
    "list": {"listItem"},
    "table": {"tableRow"},
    "tableRow": {"tableCell"},
    **dict.fromkeys(
        ("delete", "emphasis", "heading", "link", "paragraph", "strong", "tableCell"), PHRASING
    ),
}
"""https://github.com/syntax-tree/mdast#content-model"""


def children_of(html: str, sizes: mdast.Sizes | None = None) -> Any:
    return json.loads(mdast.of_html(sanitise.clean(html), sizes or {}))["children"]


def text(value: str) -> dict[str, Any]:
    return {"type": "text", "value": value}


def paragraph(*children: dict[str, Any]) -> dict[str, Any]:
    return {"type": "paragraph", "children": list(children)}


def html(value: str) -> dict[str, Any]:
    return {"type": "html", "value": value}


def image(url: str, **properties: Any) -> dict[str, Any]:
    node: dict[str, Any] = {"type": "image", "title": None, "url": url, "alt": ""}
    return node | {"data": {"hProperties": properties}} if properties else node


NOTE_OF_KRAMDOWN = (
    '<p>a<sup id="fnref:注"><a href="#fn:%E6%B3%A8" class="footnote">1</a></sup></p>'
    '<div class="footnotes"><ol><li id="fn:注"><pre>b</pre>'
    '<p><a href="#fnref:注" class="reversefootnote">↩</a></p></li></ol></div>'
)


@pytest.mark.parametrize(
    ("source", "children"),
    [
        ("", []),
        (" \n ", []),
        (" a \n  b <b>c</b> ", [
            paragraph(text("a\nb "), {"type": "strong", "children": [text("c")]}),
        ]),
        ('<h2 id="見出し" class="x y">a</h2>', [
            {
                "type": "heading",
                "depth": 2,
                "children": [text("a")],
                "data": {
                    "id": "見出し",
                    "hProperties": {"id": "見出し", "className": ["x", "y"]},
                },
            }
        ]),
        ("<p>a <kbd>b</kbd></p>", [
            paragraph(text("a "), html("<kbd>"), text("b"), html("</kbd>")),
        ]),
        ('<div class="x"><p>a</p>b</div>', [
            html('<div class="x">'), paragraph(text("a")), paragraph(text("b")), html("</div>"),
        ]),
        ('<img src="/a.png"><img src="/b.png" width="9">', [
            paragraph(image("/a.png", width=30, height=20), image("/b.png", width=9)),
        ]),
        ("<table><caption>a</caption><tr><th colspan=2 align=right>b</table>", [
            paragraph(text("a")),
            {
                "type": "table",
                "align": ["right"],
                "children": [
                    {
                        "type": "tableRow",
                        "children": [
                            {
                                "type": "tableCell",
                                "children": [text("b")],
                                "data": {"hProperties": {"colSpan": 2}},
                            }
                        ],
                    }
                ],
            },
        ]),
        ('<pre><code class="x language-c++">a &lt;\n\n</code></pre>', [
            {"type": "code", "lang": "c++", "meta": None, "value": "a <\n"},
        ]),
        (NOTE_OF_KRAMDOWN, [
            paragraph(
                text("a"), {"type": "footnoteReference", "identifier": "注", "label": "注"}
            ),
            {
                "type": "footnoteDefinition",
                "identifier": "注",
                "label": "注",
                "children": [{"type": "code", "lang": None, "meta": None, "value": "b"}],
            },
        ]),
    ],
)  # fmt: skip
def test_html_becomes_nodes(source: str, children: list[Any]) -> None:
    assert children_of(source, {"/a.png": (30, 20), "/b.png": (40, 40)}) == children


TAGS = (  # noqa: SIM905 - 37 strings are no easier to read
    "a blockquote br caption code dd del details div dl em figure h2 hr i img input kbd li ol p pre"
    " ruby s section span strong sub summary sup table tbody td th tr ul video"
).split()
ATTRIBUTES = (
    "", ' class="footnotes"', ' class="footnote-ref"', ' class="footnote-backref"', ' href="#fn-a"',
    ' id="fn-a"', ' id="fnref:a"', ' type="checkbox"', ' align="left"', ' start="x"', ' src="/a"',
)  # fmt: skip
PIECES = st.one_of(
    st.sampled_from(["a", " ", "\n", "&amp;", "「日本」", "\n  b"]),
    st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
)
MARKS = re.compile(
    r'<sup[^>]*><a[^>]*href="#fn-[^>]*>.*?</sup>|<a[^>]*class="footnote-backref".*?</a>', re.DOTALL
)


def check(node: Any) -> None:
    allowed = CONTENT.get(node["type"])
    assert ("children" in node) == (allowed is not None)
    for child in node.get("children", ()):
        assert allowed is not None
        assert child["type"] in allowed
        check(child)


def shown(node: Any) -> str:
    if node["type"] in {"text", "code", "inlineCode"}:
        return str(node["value"])
    return "".join(map(shown, node.get("children", ())))


def letters(value: str) -> list[str]:
    return sorted("".join(value.split()))


@given(st.lists(PIECES, max_size=30).map("".join))
def test_whatever_html_there_is_nodes_stand_where_they_may_and_no_text_is_lost(source: str) -> None:
    clean = sanitise.clean(source)
    tree = json.loads(mdast.of_html(clean, {}))

    check(tree)
    text_of_html = unescape(re.sub("<[^>]*>", "", MARKS.sub("", clean)))
    assert letters(shown(tree)) == letters(text_of_html)


NOTE = '<div class="footnotes"><ol><li id="fn-1">'


@pytest.mark.parametrize(
    "piece", ["<blockquote>", "<ul><li>", "<b>", "<div>", "<table><tr><td>", NOTE]
)
def test_elements_deep_in_each_other_keep_their_text(piece: str) -> None:
    (tree,) = (json.loads(mdast.of_html(sanitise.clean(piece * 2_000 + "deep"), {})),)

    def depth(node: Any) -> int:
        return 1 + max(map(depth, node.get("children", ())), default=0)

    check(tree)
    assert shown(tree) == "deep"
    assert depth(tree) <= mdast.MAX_DEPTH + 5


def test_html_that_no_person_wrote_is_one_node() -> None:
    html = "<p>x</p>" * 250_001

    assert json.loads(mdast.of_html(html, {})) == {
        "type": "root",
        "children": [{"type": "html", "value": html}],
    }


def test_a_reference_to_a_note_is_one_only_where_nothing_else_is_raised() -> None:
    raised = '<p>x<sup>a<a href="#fn-a">1</a></sup></p>'

    assert shown(json.loads(mdast.of_html(raised, {}))) == "xa1"
