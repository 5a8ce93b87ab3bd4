"""Shortcodes of Hugo, Zola and Hexo, and MDX."""

from pathlib import Path

import pytest

from gateway.content.markup import markdown, sanitise
from gateway.content.templating.templates import EXPAND

from .pages import found, page
from .sites import read

MEGABYTE = 1_000_000
POST = "content/posts/post.md"
FRAME = '<iframe src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ" title="YouTube"></iframe>'
LINKED = '<a href="/b"><img src="/a.png" alt="図"></a>'

EXPANDED = [
    ("hugo", '{{< figure src="/a.png" alt="図" caption="*説*" link="/b" >}}',
     f"<figure>{LINKED}<figcaption><p><em>説</em></p></figcaption></figure>\n\n"),
    ("hugo", "{{< youtube dQw4w9WgXcQ >}}", FRAME),
    ("hugo", '{{< youtube id="dQw4w9WgXcQ" autoplay="true" >}}', FRAME),
    ("hugo", "{{< vimeo 146022717 >}}",
     '<iframe src="https://player.vimeo.com/video/146022717" title="Vimeo"></iframe>'),
    ("hugo", "{{< gist spf13 7896402 >}}",
     '<a href="https://gist.github.com/spf13/7896402">gist.github.com/spf13/7896402</a>'),
    ("hugo", '{{< tweet user="x" id="12" >}}',
     '<a href="https://twitter.com/x/status/12">twitter.com/x/status/12</a>'),
    ("hugo", '[a]({{< ref "there.md#b" >}}) [c]({{< relref "/docs/Missing.md" >}})',
     "[a](/there/#b) [c](/docs/missing/)"),
    ("hugo", "{{</* youtube x */>}} `{{< youtube x >}}`", "{{< youtube x >}} `{{< youtube x >}}`"),
    ("hugo", "```\n{{< youtube x >}}\n```\n", "```\n{{< youtube x >}}\n```\n"),
    ("hugo", "{{% comment %}}隠す{{% /comment %}}見せる", "見せる"),
    ("hugo", '{{< details summary="*開く*" >}}中{{< /details >}}',
     "<details><summary><em>開く</em></summary>\n\n中\n\n</details>\n\n"),
    ("hugo", '{{< param "title" >}}', "題"),
    ("hugo", "{{< 終わらない", "{{< 終わらない"),
    ("zola", '{{ youtube(id="dQw4w9WgXcQ", class="c") }}', FRAME),
    ("zola", "{{/* youtube(id=1) */}} `{{ youtube(id=1) }}` {{ x }}",
     "{{ youtube(id=1) }} `{{ youtube(id=1) }}` {{ x }}"),
    ("hexo", "{% asset_img wide 図.jpg 500 400 '題' %}",
     '<img src="図.jpg" alt="題" width="500" height="400" title="題">'),
    ("hexo", "{% post_link there 'あちら' %}", '<a href="/there/">あちら</a>'),
    ("hexo", "{% raw %}{{ x }}{% y %}{% endraw %}", "{{ x }}{% y %}"),
    ("hexo", "{% blockquote 著者 %}\n一\n二\n{% endblockquote %}",
     "\n\n> 一\n> 二\n>\n> — 著者\n\n"),
    ("hexo", "{% link 外 https://example.com/%E3%81%82 %}",
     '<a href="https://example.com/%E3%81%82">外</a>'),
    ("mdx", "import A from './a'\nimport {\n  B,\n} from 'b'\n\n一\n", "\n\n\n一\n"),
    ("mdx", "export const c = {\n  d: 1,\n\n  e: `}`,\n}\n\n一\n", "\n\n一\n"),
    ("mdx", "一{/* 隠す */}{'二'}{\"三\"}{4}", "一二三4"),
    ("mdx", '<div className="c" style={{ color: "red" }} hidden>中</div>',
     '<div class="c" hidden="">中</div>'),
    ("mdx", '<Image src="a.png" alt="図" quality={80} />', '<img src="a.png" alt="図">'),
    ("mdx", '<Link href="/a" prefetch>*中*</Link>', '<a href="/a">*中*</a>'),
    ("mdx", '<YouTube id="dQw4w9WgXcQ" />', FRAME),
    ("mdx", "`{a}` \\{b\\} a < b <https://example.com>\n\n```js\nimport x\n{y}\n<Z>\n```\n",
     "`{a}` \\{b\\} a < b <https://example.com>\n\n```js\nimport x\n{y}\n<Z>\n```\n"),
    ("mdx", "a {終わらない", "a {終わらない"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expanded"), EXPANDED)
def test_what_is_known_is_expanded(tmp_path: Path, language: str, text: str, expanded: str) -> None:
    post = page(tmp_path, POST, "title: 題\n")

    assert EXPAND[language](text, post) == expanded
    assert found(post) == []


UNKNOWN = [
    ("hugo", "一\n{{% notice tip %}}**中**{{% /notice %}}{{< chart />}}後",
     "一\n**中**後", [("shortcode-unknown", 2), ("shortcode-unknown", 2)]),
    ("hugo", "{{< a >}}{{< b >}}中{{< /a >}}{{< /b >}}{{< a >}}", "中",
     [("shortcode-unknown", 1), ("shortcode-unknown", 1)]),
    ("hugo", "{{< card url='' href=\"https://example.com/\" >}}",
     '<a href="https://example.com/">example.com/</a>', [("shortcode-unknown", 1)]),
    ("hugo", '{{< card href="https://example.com/" text="<例>" >}}',
     '<a href="https://example.com/">&lt;例&gt;</a>', [("shortcode-unknown", 1)]),
    ("zola", "{% quote(by='x') %}中{% end %}{{ quote(by='y') }}", "中", [("shortcode-unknown", 1)]),
    ("hexo", "一\n\n{% note info %}中{% endnote %}", "一\n\n中", [("shortcode-unknown", 3)]),
    ("mdx", "一\n\n<A type='x' icon={<I a='}' />}>\n    **中**\n\n    - 二\n</A>\n<X.Y />\n",
     "一\n\n\n**中**\n\n- 二\n\n\n", [("shortcode-unknown", 3), ("shortcode-unknown", 8)]),
    ("mdx", "一\n{props.title}と{a + b}", "一\nと", [("mdx-expression", 2)]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expanded", "issues"), UNKNOWN)
def test_of_what_is_unknown_the_text_inside_is_kept_and_each_name_reported_once(
    tmp_path: Path, language: str, text: str, expanded: str, issues: list[tuple[str, int]]
) -> None:
    post = page(tmp_path, POST)

    assert EXPAND[language](text, post) == expanded
    assert found(post) == issues


CODE = 'a = "*b*"\n\n  {{ c }} {% d %} `e` <f> $g$ |h|\n'
SHOWN = 'a = "*b*"\n\n  {{ c }} {% d %} `e` &lt;f&gt; $g$ |h|'


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("hugo", f'{{{{< highlight go "linenos=table" >}}}}\n{CODE}{{{{< /highlight >}}}}', "go"),
        ("hexo", f"{{% codeblock 題 lang:js %}}\n{CODE}{{% endcodeblock %}}", "js"),
    ],
)
def test_code_comes_out_of_markdown_as_it_was_written(
    tmp_path: Path, language: str, text: str, name: str
) -> None:
    expanded = EXPAND[language](f"- 一\n\n  {text}\n\n二", page(tmp_path, POST))

    assert sanitise.clean(markdown.render(expanded)) == (
        f'<ul>\n<li>\n<p>一</p>\n<pre><code class="language-{name}">{SHOWN}</code></pre>\n</li>\n'
        "</ul>\n<p>二</p>\n"
    )


def test_a_post_in_mdx_is_expanded(tmp_path: Path) -> None:
    loaded = read(
        tmp_path,
        "import A from 'a'\n\n*一*\n<A>二</A>\n",
        "_posts/2025-11-07-sample.mdx",
        config="markdown_ext: md,mdx",
    )

    assert loaded.document is not None
    assert loaded.document.body.html == "<p><em>一</em>\n二</p>\n"


HOSTILE = {
    "hugo": ["{{<" * (MEGABYTE // 3), "{{< a >}}" * 100_000, "{{< " + " " * MEGABYTE + ">}}",
             "{{< a >}}" * 4_000 + "{{< /a >}}" * 4_000, '{{< a "' + 'b "' * 300_000 + " >}}",
             "{{</* " * (MEGABYTE // 6), "` " * (MEGABYTE // 2) + "{{<", "```\n" * (MEGABYTE // 4)],
    "zola": ["{{ a(" * (MEGABYTE // 5), "{%" + " " * MEGABYTE, "{{ a(" + "b=" * 500_000 + ") }}"],
    "hexo": ["{% raw %}" * (MEGABYTE // 9), "{% a " * (MEGABYTE // 5),
             "{% a " + "'b" * 500_000 + " %}"],
    "mdx": ["{" * MEGABYTE, "{a}" * 3_000 + "{'" * 500_000, "<A>" * (MEGABYTE // 3),
            "<A b={" * (MEGABYTE // 6), "import {\n" * (MEGABYTE // 9), "<A b='" * (MEGABYTE // 6),
            "import a\n" + "b\n" * 500_000, "<a " + "b " * 500_000 + ">"],
}  # fmt: skip


@pytest.mark.parametrize("language", HOSTILE)
def test_what_hostile_text_costs_grows_with_its_length(tmp_path: Path, language: str) -> None:
    for text in HOSTILE[language]:  # a quadratic cost would not end within the run
        assert len(EXPAND[language](text, page(tmp_path, POST))) <= 2 * len(text)
