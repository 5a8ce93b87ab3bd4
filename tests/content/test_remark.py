"""Our trees in the hands of remark's own tools: the packages that clients use to read them.

They are installed by `npm install --no-package-lock` in `tests/content/remark`, as `.ci/run` does.
"""

import json
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gateway.content.derived import mdast
from gateway.content.markup import markdown, sanitise
from gateway.content.markup.flavour import FLAVOURS

REMARK = Path(__file__).parent / "remark"
GFM = FLAVOURS["gfm"]
NODE = shutil.which("node")

pytestmark = [
    pytest.mark.skipif(NODE is None, reason="Node is not installed"),
    pytest.mark.skipif(
        not (REMARK / "node_modules").is_dir(),
        reason=f"npm install has not been run in {REMARK.name}",
    ),
]

SAME = {
    "paragraphs": "One line\nand the next.\n\nA second   one, with \\* and &amp; and 「日本語」.\n",
    "headings": "# One\n\n## Two *and* `more`\n\n###### Six\n",
    "emphasis": "*a* **b** ***c*** ~~d~~ *a **b** ~~c~~*\n",
    "code": "`a < b` and\n\n```python\nif a < b:\n\n    pass\n```\n\n    indented & plain\n",
    "links": '[a](/b "t & u") [**b**](https://example.org/?a=1&b=2) <https://example.org/>\n',
    "images": '![alt *text*](/a.png "t") ![](b.png)\n',
    "line ends": "one  \ntwo\\\nthree\nfour\n",
    "block quotes": "> one\n>\n> > two\n> > three\n",
    "a tight list": "- one\n- two\n  - three\n- four\n",
    "a loose list": "- one\n\n- two\n",
    "numbers": "3. three\n4. four\n\ntext\n\n1. one\n",
    "tasks": "- [x] done\n- [ ] to do\n- neither\n",
    "a table": "| a | *b* | c | d |\n|:--|:-:|--:|---|\n| 1 | `2` | 3 | \\| |\n| | | | |\n",
    "a break between": "one\n\n***\n\ntwo\n",
    "a note": "Text[^Name] and more[^1].\n\n[^Name]: Said *here*.\n\n[^1]: And here.\n\n    Twice.",
    "HTML in a line": "Press <kbd>Ctrl</kbd> or H<sub>2</sub>O.\n",
}
OTHER = {
    "HTML between": '<div class="aside">\n\nAn *aside*.\n\n</div>\n',
    "a figure": '<figure><img src="/a.png"><figcaption>The <em>b</em></figcaption></figure>\n',
    "details": "<details open><summary>More</summary><p>Text</p><ul><li>a</li></ul></details>\n",
    "definitions": "<dl><dt>a</dt><dd>b</dd><dd><p>c</p></dd></dl>\n",
    "ruby": "<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>です。\n",
    "a table of blocks": "<table><caption>Its <b>name</b></caption><tr><td><p>a</p><p>b</p></td>"
    '<td colspan="2"><ul><li>c</li></ul></td></tr><tr><td><pre>d\ne</pre></td></tr></table>\n',
    "a table in a table": "<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>\n",
    "a block in a link": '<a href="/a"><h2>b</h2><p>c</p></a>\n',
    "an item of nothing": "<ul><p>a</p><li><li>b</ul><li>c</li><td>d</td>\n",
    "attributes": '<p class="a b" lang="ja">c <img src="d" width="20" data-x="y"></p>\n',
    "nested deeply": "> " * 150 + "deep\n",
    "elements in each other": "<div><b>" * 200 + "deep",
    "a list within a list": "<ul><ul><li>a</li></ul></ul>\n",
    "code with markup": "<code>a <a href='/b'>b</a></code> <pre>c <b>d</b><br>e</pre>\n",
    "a media player": '<video src="/a.mp4" controls><p>No video here.</p></video>\n',
    "odd notes": 'a[^b][^c]\n\n[^b]: <ul><li>c</li></ul>\n\n<div class="footnotes">d</div>\n',
}
DOCUMENTS = SAME | OTHER


def html_of(source: str) -> str:
    return sanitise.clean(markdown.render(source, GFM))


def tree_of(source: str) -> Any:
    return json.loads(mdast.of_html(html_of(source), {}))


@cache
def read_by_remark() -> dict[str, Any]:
    """What remark makes of each document."""
    cases = [{"tree": tree_of(source), "markdown": source} for source in DOCUMENTS.values()]
    assert NODE is not None
    ran = subprocess.run(  # noqa: S603 - the script beside this test
        [NODE, "read.mjs"], cwd=REMARK, input=json.dumps(cases), capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    return dict(zip(DOCUMENTS, json.loads(ran.stdout), strict=True))


def without_ids(tree: Any) -> Any:
    """A tree without the ids of its headings, which remark gives only with a plugin."""
    if "children" in tree:
        tree["children"] = [without_ids(child) for child in tree["children"]]
    if tree["type"] == "heading":
        del tree["data"]
    return tree


@pytest.mark.parametrize("name", SAME)
def test_a_tree_is_the_one_that_remark_makes_of_the_markdown(name: str) -> None:
    assert without_ids(tree_of(SAME[name])) == read_by_remark()[name]["parsed"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_remark_accepts_a_tree(name: str) -> None:
    assert read_by_remark()[name]["refusal"] is None


@pytest.mark.parametrize("name", SAME)
def test_markdown_that_remark_writes_from_a_tree_has_the_same_tree(name: str) -> None:
    assert tree_of(read_by_remark()[name]["markdown"]) == tree_of(SAME[name])


# remark numbers notes, gives them a heading and says where each is.
@pytest.mark.parametrize("name", [name for name in DOCUMENTS if "note" not in name])
def test_html_that_remark_makes_of_a_tree_has_the_same_text(name: str) -> None:
    def words(html: str) -> list[str]:
        return re.sub("<[^>]*>", " ", sanitise.clean(html)).split()

    assert words(read_by_remark()[name]["html"]) == words(html_of(DOCUMENTS[name]))
