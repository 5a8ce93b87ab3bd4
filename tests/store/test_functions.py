"""What statements can call: HTML without ids of headings, with marked up code; excerpts."""

from concurrent.futures import ThreadPoolExecutor
from html import escape, unescape
from html.parser import HTMLParser

import pytest

from gateway.store.functions import without_heading_ids
from gateway.store.highlighting import LONGEST_BLOCK, highlighted
from gateway.store.sqlite import open_store

PYTHON = '<pre><code class="language-python">{}</code></pre>'
HOSTILE = [
    *(
        "<pre",
        '<pre><code class="',
        '<pre><code class="language-',
        "<h2 ",
        '<h2 id="',
        '<h2 a="b" ',
    ),
    *("<", '"', " ", "<pre><code>", '<h1 id="x">', "</code></pre>", "&lt;", "\n", "<a ", 'x="" '),
    PYTHON.format("("),
]


class Text(HTMLParser):
    """The text of HTML, and the tags around it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: set[tuple[str, tuple[str, ...]]] = set()
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add((tag, tuple(name for name, _ in attrs)))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h2 id="a">A</h2>', "<h2>A</h2>"),
        ('<h1 class="x" id="a" lang="ja">A</h1>', '<h1 class="x" lang="ja">A</h1>'),
        ('<p id="a">A</p><h6 id="日本語">B</h6>', '<p id="a">A</p><h6>B</h6>'),
        ('<h2 title=" id=&quot;x&quot;" id="a">', '<h2 title=" id=&quot;x&quot;">'),
        ('<h2 data-id="a">', '<h2 data-id="a">'),
        ('<header id="a"><hr id="b"><h7 id="c">', '<header id="a"><hr id="b"><h7 id="c">'),
        ('<p title="<h2 a=" lang=" id=" class=">">', '<p title="<h2 a=" lang=" id=" class=">">'),
        ('&lt;h2 id="a"&gt;', '&lt;h2 id="a"&gt;'),
    ],
)
def test_only_headings_lose_their_ids(html: str, expected: str) -> None:
    assert without_heading_ids(html) == expected


@pytest.mark.parametrize(
    ("classes", "code", "expected"),
    [
        ("language-json", "1", '<span class="mi">1</span>'),
        ("a language-c++ b", "// x\n", '<span class="c1">// x</span>\n'),
        ("language-sh", "\n&amp;&amp;", '\n<span class="o">&amp;&amp;</span>'),
    ],
)
def test_code_in_a_known_language_is_marked_up(classes: str, code: str, expected: str) -> None:
    html = '<h1>A</h1><pre lang="x"><code class="{}">{}</code></pre><p>B</p>'
    assert highlighted(html.format(classes, code)) == html.format(classes, expected)


@pytest.mark.parametrize(
    "html",
    [
        "<pre><code>x = 1</code></pre>",
        '<pre><code class="language-nosuch">x = 1</code></pre>',
        '<pre><code class="python">x = 1</code></pre>',
        '<pre><code class="sublanguage-python">x = 1</code></pre>',
        '<p><code class="language-python">x = 1</code></p>',
        '<pre><code class="language-python">x <b>=</b> 1</code></pre>',
        '<pre><code class="language-python"></code></pre>',
        PYTHON.format("x = 1\n" * (LONGEST_BLOCK // 6 + 1)),
        f'<pre><code class="language-{"a" * 1000}">x</code></pre>',
    ],
)
def test_other_code_stays_as_it_is(html: str) -> None:
    assert highlighted(html) == html


@pytest.mark.parametrize("language", ["python", "html", "console", "diff", "yaml", "md"])
@pytest.mark.parametrize(
    "code",
    [
        "\n\n  x\n\n",
        "<script>alert(1)</script>",
        "'\"&amp;&#39;</code></pre><img src=x onerror=alert(1)>",
        '<span class="k">if</span>',
        "日本語 \u2028 😀 \x00 \t",
    ],
)
def test_marked_up_code_has_the_text_it_had_and_no_tags_but_spans(language: str, code: str) -> None:
    html = f'<pre><code class="language-{language}">{escape(code)}</code></pre>'
    made, given = Text(highlighted(html)), Text(html)
    assert made.text == given.text == unescape(escape(code))
    assert made.tags - given.tags <= {("span", ("class",))}


def test_a_block_that_takes_too_long_stays_as_it_is() -> None:
    html = '<pre><code class="language-java">{}</code></pre>'.format("\n" * LONGEST_BLOCK)
    assert highlighted(html) == html


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_megabyte_of_anything_is_read_once(hostile: str) -> None:
    html = (hostile * (1_000_000 // len(hostile) + 1))[:1_000_000]
    assert without_heading_ids(html) == html.replace('<h1 id="x">', "<h1>")
    marked = PYTHON.format('<span class="p">(</span>')
    assert highlighted(html) == html.replace(PYTHON.format("("), marked)


def test_threads_share_what_is_kept() -> None:
    html = [PYTHON.format(f"x = {n}\n" * 20) for n in range(20)]
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(highlighted, html * 10))) == len(html)


@pytest.mark.anyio
async def test_a_statement_can_call_them(tmp_path_factory: pytest.TempPathFactory) -> None:
    async with open_store(tmp_path_factory.mktemp("functions") / "gateway.db") as store:
        html = '<h2 id="a">A</h2>' + PYTHON.format("x")
        row = await store.reader.row("SELECT highlighted(without_heading_ids(?))", [html])
        cut = await store.reader.row("SELECT excerpt('HTML', ?, ?, 6)", ["a word", "<p>a word</p>"])
        made = await store.reader.row("SELECT excerpt('PLAIN', ?, ?, 5)", ["a word"] * 2)
    assert row == ("<h2>A</h2>" + PYTHON.format('<span class="n">x</span>'),)
    assert (cut, made) == (("<p>a word</p>",), ("a…",))
