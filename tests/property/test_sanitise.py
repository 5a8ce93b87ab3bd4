"""Whatever HTML is written, what is left of it is what the sanitiser's tables say, and stable.

Another parser than the sanitiser's own looks at it: https://lexbor.com
"""

import re
from html import unescape

from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from gateway.content.markup import frames, nesting, sanitise
from tests.browser.vectors import VECTORS

NAMES = st.sampled_from(
    [
        *("a", "b", "p", "div", "h1", "h2", "pre", "code", "span", "em", "q", "details", "summary"),
        *("ul", "ol", "li", "dl", "dt", "dd", "ruby", "rt", "figure", "img", "br", "hr", "wbr"),
        *("table", "caption", "colgroup", "col", "tbody", "thead", "tr", "td", "th"),
        *("video", "audio", "source", "track", "picture", "iframe", "input", "blockquote"),
        *("script", "style", "svg", "math", "mtext", "mglyph", "annotation-xml", "foreignObject"),
        *("desc", "title", "template", "noscript", "textarea", "select", "option", "button"),
        *("form", "object", "embed", "applet", "marquee", "font", "nobr", "frameset", "body"),
        *("html", "head", "base", "link", "meta", "xmp", "plaintext", "noembed", "noframes"),
        *(
            "image",
            "isindex",
            "keygen",
            "fieldset",
            "menu",
            "dialog",
            "x-y",
            "svg:a",
            "P",
            "Script",
        ),
    ]
)
ATTRIBUTE_NAMES = st.sampled_from(
    [
        *("href", "src", "srcset", "cite", "poster", "action", "formaction", "data", "ping"),
        *("style", "class", "id", "name", "title", "onclick", "onerror", "srcdoc", "xlink:href"),
        *(
            "type",
            "sandbox",
            "allow",
            "is",
            "slot",
            "part",
            "HREF",
            "aria-label",
            "data-x",
            "width",
        ),
    ]
)
VALUES = st.one_of(
    st.sampled_from(
        [
            *(
                "javascript:trip()",
                "java\tscript:trip()",
                "&#106;avascript:trip()",
                "data:x",
                "//a",
            ),
            *("https://www.youtube.com/embed/a", "https://a.example/ 1x, data:x 2x", "checkbox"),
            *("</p>", "--><b>", '"', "'", "`", "&quot;>", "<svg>", "]]>", "\u2028", "x y", ""),
        ]
    ),
    st.text(max_size=6),
)
ATTRIBUTES = st.lists(
    st.builds(
        "{}{}{}{}{}{}".format,
        st.sampled_from([" ", "/", "\n", "\t"]),
        ATTRIBUTE_NAMES,
        st.sampled_from(["=", " = ", "=\n"]),
        quotes := st.sampled_from(['"', "'", "", "`"]),
        VALUES,
        quotes,
    ),
    max_size=3,
).map("".join)
TOKENS = st.one_of(
    st.builds("<{}{}>".format, NAMES, ATTRIBUTES),
    st.builds("</{}>".format, NAMES),
    st.sampled_from(
        [
            *(
                "<!--",
                "-->",
                "--!>",
                "<![CDATA[",
                "]]>",
                "<!",
                "<?",
                "</",
                "<",
                ">",
                "&lt;",
                "&amp",
            ),
            *("a", "\n", " ", "&#60;", "\0", '"', "'", "日本", "&nbsp;", "`"),
        ]
    ),
    st.text(max_size=4),
)
HTML = st.lists(TOKENS, max_size=14).map("".join)
# As browsers read an address: https://url.spec.whatwg.org/#url-parsing
SKIPPED = re.compile(r"^[\x00-\x20]+|[\t\n\r]+")
SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
SCHEMES = {"http", "https", "mailto", "tel"}
FIXED = {"a": {"target"}, "input": {"disabled", "type"}}
FRAME = {
    *("allow", "allowfullscreen", "height", "loading", "referrerpolicy", "sandbox", "src", "title"),
    "width",
}


def check(html: str) -> None:
    """That another parser finds nothing in it but what is allowed."""
    assert "<!" not in html
    assert "<?" not in html
    root = LexborHTMLParser(html, is_fragment=True).root
    assert root is not None or not html.strip()
    for node in root.traverse() if root is not None else ():
        name = node.tag
        assert name in sanitise.TAGS, (name, html)
        allowed = sanitise.ATTRIBUTES["*"] | sanitise.ATTRIBUTES.get(name, set())
        for attribute, value in node.attributes.items():
            if name == "iframe":
                assert attribute in FRAME
            elif not attribute.startswith("aria-"):
                assert attribute in allowed | {"a": {"target"}, "input": {"type", "disabled"}}.get(
                    name, set()
                ), (name, attribute, html)
            if attribute in {"cite", "href", "poster", "src", "srcset"}:
                scheme = SCHEME.match(SKIPPED.sub("", value or ""))
                assert scheme is None or scheme[1].lower() in SCHEMES, (value, html)
        if name == "iframe":
            assert frames.address(unescape(node.attributes["src"] or "")) is not None
        if name == "input":
            assert node.attributes["type"] == "checkbox"


@settings(max_examples=1500, deadline=None)
@given(HTML)
@example("<p><button><p>")
@example("<h1><font><h2>")
@example("<a href=x><table><a href=x>")
@example("<pre><object>\n\n<pre>\n</object>")
def test_only_what_is_allowed_is_left_and_it_stays(html: str) -> None:
    safe = sanitise.clean(html)

    check(safe)
    assert sanitise.clean(safe) == safe


@settings(max_examples=500, deadline=None)
@given(HTML)
@example("<table><tr><td><p><b>a<li>b<tr>c")
def test_straightened_html_is_straight(html: str) -> None:
    straight = nesting.straighten(html, sanitise.TAGS).html

    check(sanitise.clean(straight))
    assert sanitise.clean(straight) == sanitise.clean(
        nesting.straighten(straight, sanitise.TAGS).html
    )


def test_of_no_known_vector_anything_is_left() -> None:
    for vector in VECTORS.values():
        check(sanitise.clean(vector))
