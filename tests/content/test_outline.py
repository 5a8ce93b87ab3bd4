import pytest

from gateway.content.derived import outline
from gateway.content.document import Heading
from gateway.content.markup import markdown, sanitise


@pytest.mark.parametrize(
    ("source", "headings"),
    [
        ("# One\n\ntext\n\n### Three\n", (Heading("one", 1, "One"), Heading("three", 3, "Three"))),
        ("## 春 & *夏*\n", (Heading("春--夏", 2, "春 & 夏"),)),
        ("## `a < b` [c](/d)\n", (Heading("a--b-c", 2, "a < b c"),)),
        ('<h2 title="a > b" id="x&amp;y">A<br>B</h2>\n', (Heading("x&y", 2, "A B"),)),
        ("<h2>Without an id</h2>\n", ()),
        ('<h1 id="a"><span><h2 id="b">c</h2></span></h1>\n', (Heading("a", 1, "c"),)),
        ("Text[^1]\n\n## Two[^1]\n\n[^1]: Note\n", (Heading("two", 2, "Two"),)),
        ("", ()),
    ],
)
def test_headings_are_text_without_markup(source: str, headings: tuple[Heading, ...]) -> None:
    assert outline.headings(sanitise.clean(markdown.render(source))) == headings
