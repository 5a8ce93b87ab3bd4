"""The menus of themes, in one shape.

The data files are written as those of the themes that are named, with other words in them.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.content.menus.nesting import nested

from .sites import write

POST = {"_posts/2025-11-07-a.md": "x"}
HUGO = {"content/posts/a.md": "---\ntitle: a\n---\n"}
HEXO = {"source/_posts/a.md": "x"}


def entry(title: str | None, url: str | None, *children: Any, **others: Any) -> dict[str, Any]:
    return {"title": title, "url": url, "children": list(children), **others}


def menus(folder: Path, files: dict[str, str]) -> Any:
    return write(folder, files).menus


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {
                "_config.yml": "baseurl: /blog",
                "_data/navigation.yml": """\
main:
  - title: Guide
    url: https://example.org/guide/
    target: _blank
  - title: Topics
    url: /topics/
docs:
  - title: Start
    children:
      - {title: Install, url: /blog/install/}
  - title:
    children:
      - {title: Usage, url: usage.html}
""",
            },
            {
                "main": [
                    entry("Guide", "https://example.org/guide/", target="_blank"),
                    entry("Topics", "/blog/topics/"),
                ],
                "docs": [
                    entry("Start", None, entry("Install", "/blog/install/")),
                    entry(None, None, entry("Usage", "/blog/usage.html")),
                ],
            },
            id="Minimal Mistakes",
        ),
        pytest.param(
            {
                "_data/navigation.yml": """\
- {header: Guide, url: /guide/}
- header: People
  url: /people/
  pages: [{title: Team, url: /team/}]
"""
            },
            {
                "main": [
                    entry("Guide", "/guide/"),
                    entry("People", "/people/", entry("Team", "/team/")),
                ]
            },
            id="Swift.org",
        ),
        pytest.param(
            {"_data/menus.yml": "- {title: home, url: /, external: false}\n- {title: x, url: ''}"},
            {"main": [entry("home", "/", external=False), entry("x", "/")]},
            id="Klisé",
        ),
        pytest.param(
            {
                "_data/menu.yml": """\
entries:
  - title: me
    url: false
    entries:
      - {title: about, url: about}
  - {title: posts, post_list: true}
"""
            },
            {
                "main": [
                    entry("me", None, entry("about", "/about")),
                    entry("posts", None, post_list=True),
                ]
            },
            id="no style, please",
        ),
        pytest.param(
            {
                "_config.yml": "permalink: pretty\nheader_pages: [about.md, more.html, gone.md]",
                "about.md": "---\ntitle: About us\npermalink: /us/\n---\n",
                "more.html": "---\n---\n",
            },
            {"main": [entry("About us", "/us/"), entry("More", "/more/")]},
            id="Minima",
        ),
        pytest.param(
            {
                "_tabs/about.md": "---\nicon: fas fa-info\norder: 4\n---\n",
                "_tabs/all-tags.md": "---\norder: 2\n---\n",
            },
            {
                "main": [
                    entry("All Tags", "/all-tags/", order=2),
                    entry("About", "/about/", icon="fas fa-info", order=4),
                ]
            },
            id="Chirpy",
        ),
        pytest.param(
            {
                "_config.yml": """\
navbar-links:
  Resources:
    - Theme: "https://example.org"
    - Learn: "learn"
  About: "aboutme"
"""
            },
            {
                "main": [
                    entry(
                        *("Resources", None),
                        *(entry("Theme", "https://example.org"), entry("Learn", "/learn")),
                    ),
                    entry("About", "/aboutme"),
                ]
            },
            id="Beautiful Jekyll",
        ),
        pytest.param(
            {
                "_config.yml": "lang: zh",
                "_data/navigation.yml": "header: [{titles: {en: Old, zh: 归档}, url: /old.html}]",
            },
            {"header": [entry("归档", "/old.html")]},
            id="TeXt",
        ),
        pytest.param(
            {
                "_data/header.yml": "type: extended\nprimary: {links: primary}\n",
                "_data/navigation.yml": """\
breakpoint: desktop
primary:
  - text: News
    links:
      - {text: Letter, href: /letter/}
""",
            },
            {"primary": [entry("News", None, entry("Letter", "/letter/"))]},
            id="a header that only names its menus",
        ),
        pytest.param(
            {
                "_data/nav.yml": """\
search: {enabled: true, label: Find}
brand: {text: Brand, url: /}
pages:
  - title: About
    options:
      - {text: News, url: /news/}
"""
            },
            {"main": [entry("About", None, entry("News", "/news/"))]},
            id="a menu among other settings",
        ),
        pytest.param(
            {
                "_config.yml": "nav:\n  - {title: Own, url: /own/}",
                "_data/navigation.yml": "- {title: Main, url: /main/}",
                "_data/footer.yml": "- {title: Foot, url: /foot/}",
            },
            {
                "main": [entry("Own", "/own/")],
                "navigation": [entry("Main", "/main/")],
                "footer": [entry("Foot", "/foot/")],
            },
            id="several",
        ),
        pytest.param(
            {"_config.yml": "menu: true\nnav: 5\nmenus: [null, [], {}, {title: null}, {x: {}}, 3]"},
            {},
            id="no menus",
        ),
    ],
)
def test_the_menus_of_jekylls_themes(
    tmp_path: Path, files: dict[str, str], expected: dict[str, Any]
) -> None:
    assert menus(tmp_path, POST | files) == expected


def test_hugos_menus_go_by_weight_and_parent(tmp_path: Path) -> None:
    config = """\
baseURL = "https://example.org/sub/"
[[menus.main]]
Name = "Products"
pageRef = "/products"
weight = 20
[[menus.main]]
name = "Second"
url = "/second/"
parent = "Products"
weight = 2
[[menus.main]]
name = "Without"
URL = "https://example.org"
parent = "nobody"
[[menus.main]]
identifier = "home"
name = "Start"
url = "/"
weight = 10
[menus.main.params]
icon = "house"
[[menus.main]]
name = "First"
url = "first"
parent = "Products"
weight = 1
[[menus.main]]
name = "Above"
url = "#above"
parent = "Above"
[[menus.footer]]
name = "Imprint"
pageRef = "/imprint.md"
"""
    products = entry(
        *("Products", "/sub/products/"),
        entry("First", "/sub/first", parent="Products", weight=1),
        entry("Second", "/sub/second/", parent="Products", weight=2),
        weight=20,
    )
    assert menus(tmp_path, HUGO | {"hugo.toml": config}) == {
        "main": [
            entry("Start", "/sub/", identifier="home", weight=10, params={"icon": "house"}),
            products,
            entry("Above", "#above", parent="Above"),
            entry("Without", "https://example.org", parent="nobody"),
        ],
        "footer": [entry("Imprint", "/sub/imprint/")],
    }


def test_a_menu_of_hugo_is_that_of_the_main_language(tmp_path: Path) -> None:
    files = {
        "config/_default/hugo.toml": 'defaultContentLanguage = "ja"',
        "config/_default/menus.ja.toml": '[[main]]\nname = "記事"\npageRef = "/posts"',
        "config/_default/menus.en.toml": '[[main]]\nname = "Posts"\npageRef = "/posts"',
    }
    assert menus(tmp_path, HUGO | files) == {"main": [entry("記事", "/posts/")]}


@pytest.mark.parametrize(
    "files",
    [
        {"_config.yml": "theme: next", "_config.next.yml": "{menu}"},
        {"_config.yml": "theme: next", "themes/next/_config.yml": "{menu}"},
        {"_config.yml": "theme_config:\n  {menu}", "_config.landscape.yml": "menu: {{Other: /}}"},
    ],
)
def test_the_menus_of_hexos_themes(tmp_path: Path, files: dict[str, str]) -> None:
    menu = (
        "menu: {home: / || fa fa-home, Docs: {default: /docs/, Link: /link/ || fa fa-link},"
        " List||fas fa-list: [Films || /films/ || fas fa-film]}"
    )
    files = {path: text.format(menu=menu) for path, text in files.items()}
    assert menus(tmp_path, HEXO | files) == {
        "main": [
            entry("home", "/", icon="fa fa-home"),
            entry("Docs", "/docs/", entry("Link", "/link/", icon="fa fa-link")),
            entry("List", None, entry("Films", "/films/", icon="fas fa-film"), icon="fas fa-list"),
        ]
    }


def test_a_data_file_of_hexo_is_a_menu(tmp_path: Path) -> None:
    assert menus(tmp_path, HEXO | {"source/_data/menu.yml": "guide: /guide/\nnews: /news/\n"}) == {
        "main": [entry("guide", "/guide/"), entry("news", "/news/")]
    }


def test_the_menus_of_zolas_themes(tmp_path: Path) -> None:
    config = """\
base_url = "https://example.org"
[extra]
main_menu = [{name = "blog", url = "$BASE_URL/blog/", title = "All posts"}]
footer_menu = [{name = "About", url = "@/pages/about.md"}]
"""
    assert menus(tmp_path, {"content/a.md": "", "config.toml": config}) == {
        "main": [entry("blog", "/blog/")],
        "footer": [entry("About", "/pages/about/")],
    }


@pytest.mark.parametrize(
    ("files", "dialect"),
    [
        ({"eleventy.config.js": "", "src/_data/navigation.json": "{menu}"}, "eleventy"),
        ({"astro.config.mjs": "", "src/data/nav.json": "{menu}"}, "astro"),
        ({"a.md": "", "_data/menu.yml": "{menu}"}, "plain"),
    ],
)
def test_the_menus_of_other_generators(tmp_path: Path, files: dict[str, str], dialect: str) -> None:
    menu = '{"items": [{"text": "Home", "url": "/"}]}'
    site = write(tmp_path, {path: text.format(menu=menu) for path, text in files.items()})
    assert (site.dialect.name, site.menus) == (dialect, {"main": [entry("Home", "/")]})


def test_no_address_of_a_menu_is_a_script(tmp_path: Path) -> None:
    menu = "- {title: a, url: 'javascript:x'}\n- {title: b, url: ' DATA:x'}\n- {url: 'vbscript:x'}"
    assert menus(tmp_path, POST | {"_data/nav.yml": menu}) == {
        "main": [entry("a", None), entry("b", None)]
    }


def test_a_menu_that_cannot_be_read_is_an_issue(tmp_path: Path) -> None:
    site = write(tmp_path, POST | {"_data/navigation.yml": "main: ["})
    assert [(issue.file, issue.code) for issue in site.issues] == [
        ("_data/navigation.yml", "yaml-invalid")
    ]


def test_what_menus_are_read_from_is_in_the_fingerprint(tmp_path: Path) -> None:
    page = {"_config.yml": "header_pages: [about.md]"}
    prints = [
        write(tmp_path, POST | page | files).fingerprint
        for files in (
            {"about.md": "---\ntitle: a\n---\n"},
            {"about.md": "---\ntitle: b\n---\n"},
            {"_data/menu.yml": "- {title: a, url: /a/}"},
        )
    ]
    assert len(set(prints)) == len(prints)


def test_a_chain_of_parents_has_an_end() -> None:
    chain = [entry(str(n), "/", parent=str(n - 1)) for n in range(1_000)]
    ring = [entry("a", "/", parent="b"), entry("b", "/", parent="a")]

    orjson.dumps(nested(chain))
    assert nested(ring) == [entry("a", "/", parent="b"), entry("b", "/", parent="a")]


WORDS = st.sampled_from(
    ["title", "url", "children", "name", "links", "menu", "a || /b", "default", "weight", "parent"]
)
LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=9) | WORDS
NODES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


def check(entries: Any) -> None:
    for each in entries:
        assert isinstance(each["title"], str | None)
        assert isinstance(each["url"], str | None)
        check(each["children"])


@given(NODES)
def test_whatever_a_menu_holds_every_entry_has_the_same_shape(node: Any) -> None:
    with TemporaryDirectory() as folder:
        written = json.dumps(node)
        jekyll = {"_data/menu.json": written, "_config.yml": f"menus: {written}"}
        for files in (POST | jekyll, HUGO | {"hugo.json": f'{{"menus": {written}}}'}):
            found = menus(Path(folder), files)
            orjson.dumps(found)
            for entries in found.values():
                check(entries)
