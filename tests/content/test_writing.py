"""Markdown, safe HTML, text and excerpts."""

from pathlib import Path

import pytest

from gateway.content.derived import readingtime
from gateway.content.document import Text
from gateway.content.markup import markdown, sanitise
from gateway.text import plaintext

from .sites import problems, read

RENDERED = {
    "これは**「強調」**です": "<p>これは<strong>「強調」</strong>です</p>\n",
    "~~消す~~": "<p><del>消す</del></p>\n",
    "https://example.com": "<p>https://example.com</p>\n",
    "$5 と $6": "<p>$5 と $6</p>\n",
    "- [x] 済\n- [ ] 未\n": '<ul>\n<li><input type="checkbox" checked="" disabled=""> 済</li>\n'
    '<li><input type="checkbox" disabled=""> 未</li>\n</ul>\n',
    "```ruby\nputs 1 < 2\n```": '<pre><code class="language-ruby">puts 1 &lt; 2\n</code></pre>\n',
    "| a |\n|:-:|\n| b |": '<table>\n<thead>\n<tr>\n<th align="center">a</th>\n</tr>\n</thead>\n'
    '<tbody>\n<tr>\n<td align="center">b</td>\n</tr>\n</tbody>\n</table>\n',
    "<figure class='wide'><figcaption>図</figcaption></figure>": '<figure class="wide">'
    "<figcaption>図</figcaption></figure>\n",
    "<details open><summary>続き</summary>中</details>": '<details open="">'
    "<summary>続き</summary>中</details>\n",
    '<p style="color:red" onclick="x()">a</p>': "<p>a</p>\n",
    "[x](javascript:alert(1))": "<p><a>x</a></p>\n",
    '<a href="/a" target="_blank" rel="me">x</a>': '<p><a href="/a" target="_blank" rel="me">'
    "x</a></p>\n",
    '<iframe src="https://example.com"></iframe>': "\n",
    "<script>alert(1)</script>": "\n",
    '<input type="text">': "<p></p>\n",
    "![代替](data:image/png;base64,x)": '<p><img alt="代替"></p>\n',
}


@pytest.mark.parametrize("source", RENDERED)
def test_markdown_becomes_safe_html(source: str) -> None:
    assert sanitise.clean(markdown.render(source)) == RENDERED[source]


@pytest.mark.parametrize(
    ("heading", "identity"),
    [
        ("Hello, World!", ' id="hello-world"'),
        ("日本語の見出し", ' id="日本語の見出し"'),
        ("見出し（１）", ' id="見出し１"'),
        ("`code` & *em*", ' id="code--em"'),
        ("1. Numbers first", ' id="1-numbers-first"'),
        ("絵文字 🎉 です", ' id="絵文字--です"'),
        ("C++ / C#", ' id="c--c"'),
        ("a_b-c  d", ' id="a_b-c--d"'),
        ("！", ""),
    ],
)
def test_heading_ids_are_kramdowns(heading: str, identity: str) -> None:
    assert markdown.render(f"## {heading}").startswith(f"<h2{identity}>")


def test_repeated_headings_are_numbered() -> None:
    html = markdown.render("# 春\n\n# 春\n\n# 春\n")

    assert html == '<h1 id="春">春</h1>\n<h1 id="春-1">春</h1>\n<h1 id="春-2">春</h1>\n'


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("一\n\n二", "一\n二"),
        ("# 題\n\n- a\n- b\n", "題\na\nb"),
        ("```\nif a < b:\n    c\n```", "if a < b:\n    c"),
        ("AT&amp;T &lt;3", "AT&T <3"),
        ("a<br>b", "a\nb"),
        ('<span title="a > b">c</span>', "c"),
        ("文[^1]。\n\n[^1]: 注。", "文。\n注。"),
        ("| a | b |\n|---|---|\n| c | d |", "a\nb\nc\nd"),
        ("", ""),
    ],
)
def test_text_of_html(source: str, text: str) -> None:
    assert plaintext.text(sanitise.clean(markdown.render(source))) == text


EXCERPTS = [
    ("excerpt: 短い紹介です。\n", Text("短い紹介です。", "<p>短い紹介です。</p>\n",
     "短い紹介です。")),
    ('excerpt: "AT&T says 1 < 2"\n', Text("AT&T says 1 < 2", "<p>AT&amp;T says 1 &lt; 2</p>\n",
     "AT&T says 1 < 2")),
    ('excerpt: "**太字**の紹介"\n', Text("**太字**の紹介",
     "<p><strong>太字</strong>の紹介</p>\n", "太字の紹介")),
    ("excerpt: 2024\n", Text("2024", "<p>2024</p>\n", "2024")),
    ('excerpt: ""\n', Text("", "", "")),
    ("excerpt: false\n", Text("一", "<p>一</p>\n", "一")),
    ("description: 使わない\n", Text("一", "<p>一</p>\n", "一")),
    ("excerpt_separator: <!--more-->\n", Text("一\n\n二\n", "<p>一</p>\n<p>二</p>\n", "一\n二")),
    ('excerpt_separator: ""\n', Text("", "", "")),
]  # fmt: skip


@pytest.mark.parametrize(("matter", "excerpt"), EXCERPTS)
def test_excerpts(tmp_path: Path, matter: str, excerpt: Text) -> None:
    document = read(tmp_path, f"---\n{matter}---\n一\n\n二\n<!--more-->\n三\n").document

    assert document is not None
    assert document.excerpt == excerpt


def test_a_body_without_a_separator_is_its_own_excerpt(tmp_path: Path) -> None:
    document = read(tmp_path, "---\n---\n一\n \n二\n").document

    assert document is not None
    assert document.excerpt == document.body


@pytest.mark.parametrize(
    ("body", "excerpt"),
    [
        ("![猫](/c.png)\n\n一\n\n二\n", Text("![猫](/c.png)",
         '<p><img src="/c.png" alt="猫"></p>\n<p>一</p>', "一")),
        ("<!-- 原文\n\n二\n-->\n\n一\n\n三\n", Text("<!-- 原文", "<p>一</p>", "一")),
        ("{% assign a = 1 %}\n\n一{{ a }}\n\n二\n", Text("{% assign a = 1 %}", "<p>一1</p>",
         "一1")),
        ("![](/c.png)\n\n* * *\n", Text("![](/c.png)",
         '<p><img src="/c.png" alt=""></p>\n<hr>\n', "")),
    ],
)  # fmt: skip
def test_an_excerpt_goes_down_to_the_first_text(tmp_path: Path, body: str, excerpt: Text) -> None:
    document = read(tmp_path, f"---\n---\n{body}").document

    assert document is not None
    assert document.excerpt == excerpt


def test_an_excerpt_takes_its_references_along(tmp_path: Path) -> None:
    body = "[a][1]と[b]。\n\n後。\n\n[1]: /one\n[b]: /b\n[c]: /c\n"
    document = read(tmp_path, body).document

    assert document is not None
    assert document.excerpt.markdown == "[a][1]と[b]。\n\n[1]: /one\n[b]: /b"
    assert document.excerpt.html == '<p><a href="/one">a</a>と<a href="/b">b</a>。</p>\n'


def test_the_site_can_set_the_separator(tmp_path: Path) -> None:
    body = "一\n\n二\n---8<---\n三"
    document = read(tmp_path, body, config="excerpt_separator: ---8<---").document

    assert document is not None
    assert document.excerpt.plain == "一\n二"


def test_an_excerpt_that_is_a_list_is_reported(tmp_path: Path) -> None:
    loaded = read(tmp_path, "---\nexcerpt: [a]\n---\n一\n\n二\n")

    assert loaded.document is not None
    assert loaded.document.excerpt.plain == "一"
    assert problems(loaded) == [("ERROR", "excerpt-not-text", 2, "excerpt")]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", 1),
        ("word " * 221, 2),
        ("字" * 501, 2),
        ("字" * 400 + " word" * 110, 2),
        ("don't " * 220, 1),
    ],
)
def test_minutes_of_reading(text: str, minutes: int) -> None:
    assert readingtime.estimate(readingtime.count(text)) == minutes
