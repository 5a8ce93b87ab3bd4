"""What of an author's HTML stays, and what goes; that nothing of it runs is tested in a browser."""

from pathlib import Path

import pytest

from gateway.content.markup import sanitise
from gateway.content.markup.sanitise import Safe

from .sites import problems, read

KEPT = [
    '<figure class="wide"><img src="/a.png" alt="川" width="640" height="480"></figure>',
    "<figure><figcaption>図</figcaption></figure>",
    '<details open=""><summary>続き</summary>中</details>',
    '<table><thead><tr><th align="center" scope="col">a</th></tr></thead></table>',
    '<table><tbody><tr><td colspan="2" align="right">b</td></tr></tbody></table>',
    '<ul><li><input type="checkbox" checked="" disabled=""> 済</li></ul>',
    '<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote">1</a></sup>',
    "<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>",
    '<kbd>Ctrl</kbd> H<sub>2</sub>O <mark>m</mark> <abbr title="World Wide Web">WWW</abbr>',
    '<picture><source srcset="/a.webp 1x, /b.webp 2x" type="image/webp"></picture>',
    '<video src="/a.mp4" poster="/a.png" autoplay="" loop="" muted="" playsinline=""></video>',
    '<video><track src="/ja.vtt" kind="captions" srclang="ja" label="日本語"></video>',
    '<audio src="https://example.com/a.mp3" controls=""></audio>',
    "<dl><dt>語</dt><dd>意味</dd></dl>",
    r"<p>\(x &lt; 1\) と $5</p>",
    '<pre><code class="language-ruby">puts 1 &lt; 2\n</code></pre>',
    '<h2 id="日本語の見出し">日本語の見出し</h2>',
    '<p lang="ja" dir="ltr" title="題" hidden="" aria-label="語">a</p>',
    '<p align="center">中央</p>',
    '<ol start="3" type="a" reversed=""><li value="7">a</li></ol>',
    '<blockquote cite="https://example.com/">a</blockquote>',
    '<time datetime="2025-11-07">昨日</time>',
    '<a href="mailto:a@example.com">a</a> <a href="tel:+81">b</a> <a href="#日本">c</a>',
    '<a href="/a" target="_blank" rel="me" download="">x</a> <a name="old"></a>',
    "<pre>\n\n二行目</pre>",
]


@pytest.mark.parametrize("html", KEPT)
def test_what_a_page_needs_stays_as_it_is(html: str) -> None:
    assert sanitise.make_safe(html) == Safe(html, refused=(), flattened=False)


REFUSED = {
    "<script>trip()</script>a": ("a", "<script>"),
    "<STYLE>p { color: red }</STYLE>a": ("a", "<style>"),
    '<p style="color: red" onclick="trip()" data-toggle="x">a</p>': ("<p>a</p>",),
    '<svg><title>t</title><path d="M0 0"/></svg>a': ("a", "<svg>"),
    "<math><mi>x</mi></math>a": ("a", "<math>"),
    '<form action="/x">a<input type="text"><button>b</button></form>': ("ab", "<form>"),
    '<object data="a.pdf">the file</object>': ("the file", "<object>"),
    '<embed src="a.swf">': ("", "<embed>"),
    '<iframe src="https://example.com/a">b</iframe>': (
        "",
        "<iframe> of 'https://example.com/a'",
    ),
    '<img src="data:image/png;base64,x" alt="代替">': (
        '<img alt="代替">',
        "<img> with data: instead of an address",
    ),
    '<a href="javascript:trip()">a</a>': ("<a>a</a>",),
    '<blockquote cite="java&Tab;script:trip()">a</blockquote>': ("<blockquote>a</blockquote>",),
    '<img srcset="/a.png, data:x 2x" src="/a.png">': ('<img src="/a.png">',),
    '<video poster="javascript:trip()"></video>': ("<video></video>",),
    '<input type="checkbox" id="action" name="action">': ('<input type="checkbox" disabled="">',),
    "<!-- a --><?php b ?><![CDATA[c]]>d": ("d",),
    "<template>a</template><title>b</title>c": ("c",),
    "<custom-tag>a</custom-tag>": ("a",),
    "<meta charset=x><link rel=x><base href=x>a": ("a",),
}


@pytest.mark.parametrize("html", REFUSED)
def test_what_could_run_or_reach_out_goes_and_is_reported(html: str) -> None:
    safe, *refused = REFUSED[html]

    assert sanitise.make_safe(html) == Safe(safe, tuple(refused), flattened=False)


def test_without_programs_their_replacement_is_shown() -> None:
    html = '<img class="lazy"><NoScript><img src="/a.png"></NoScript>'

    assert sanitise.clean(html) == '<img class="lazy"><img src="/a.png">'


def test_what_is_freed_of_a_tag_is_where_a_browser_would_have_it() -> None:
    assert sanitise.clean("<p><button><p>a</p></button></p>") == "<p></p><p>a</p><p></p>"


def test_what_went_is_an_issue_of_the_post(tmp_path: Path) -> None:
    loaded = read(tmp_path, "---\ntitle: t\n---\na\n<SVG></SVG><script>b</script>\n")

    assert problems(loaded) == [("WARNING", "html-refused", 5, None)]
    assert loaded.issues[0].message == (
        "<script>, <svg> may not stand in a page, so the HTML is without; the Markdown still has it"
    )


def test_many_frames_are_one_short_issue() -> None:
    frames = "".join(f'<iframe src="https://example.com/{n:0200}"></iframe>' for n in range(1000))

    assert len(" ".join(sanitise.make_safe(frames).refused)) < 1000
