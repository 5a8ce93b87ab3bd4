"""Small sites that are all edge: ties, case, width, missing fields, front matter of any kind,
posts that not everybody sees, links and redirects to each other, translations."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

CONFIG = """\
url: https://blog.example.com
baseurl: {base_path}
timezone: Asia/Tokyo
permalink: {permalink}
"""
AUTHORS = """\
taro: {name: 山田太郎, bio: "書く人 \\"T\\"", avatar: /img/太郎 1.png}
jiro: {name: Jirō, bio: null, avatar: "https://cdn.example.com/%6A.png?s=1&t=é"}
"""
HUGO = """\
baseURL = "https://blog.example.com/sub/"
title = "Hugo"
timeZone = "America/New_York"
defaultContentLanguage = "en"
[languages.en]
[languages.ja]
"""
TAG_DATA = """\
AI: {name: Artificial Intelligence (AI)}
cpp: {name: C++, description: "With **plus**."}
t1: The first.
never: {name: Never, description: No post has it.}
"""
CATEGORY_DATA = """\
web: {name: Web, slug: the-web, description: All of it., parent: 媒体}
写真: {parent: 媒体}
media: {name: 媒体, parent: everything}
everything: {description: Above all.}
news: {parent: News of today}
today: {name: News of today, parent: news}
旅: {parent: nothing that there is}
"""
TAGS = [
    *("AI", "ai", "ＡＩ", "a i", "A  I", "C", "C++", "C#", "c sharp", "日本語", "にほん語", "ﾆﾎﾝ"),
    *("Été", "E\u0301te\u0301", "straße", "STRASSE", "!!!", "???", 'quo"te', "it's", "back\\slash"),
    *("tag", "Tag", "x.y", "x-y", "x y", "😀", "100%", "a/b", "ﬁn", "<b>"),
    *(f"t{n}" for n in range(12)),
]
CATEGORIES = ["Web", "web", "旅", "Food & Drink", "写真", "WEB", "news"]
AUTHOR_NAMES = ["taro", "jiro", "Ann", "ann", "花子", "Ｂｏｂ", "Bob", "O'Neil"]
TITLES = [
    *("Same", "same", "ＳＡＭＥ", "Other", "日本語の題", 'With "quotes"', "back\\slash"),
    *("1.10", "Straße", "STRASSE", "é", "e\u0301", "zz", "😀", "  spaces  inside  ", "<b>&</b>"),
    *("東京都の京都", "Running servers", "サーバー"),
]
DATES = [
    *("2025-11-07 16:39:06 +0000", "2025-11-08 01:39:06 +0900", "2025-11-07 16:39:06.5 +0000"),
    *("2025-11-07", "2025-11-07 16:39", "2024-02-29 23:59:59 -1130", "0999-01-02", "2025-01-01"),
]
SLUGS = ["same", "same", "日本語", "with space", "100%", "a%20b", "e\u0301", "C++", "dot.s", "q?#"]
PERMALINKS = [
    *("/fixed/", "/fixed/", "/日本語/:title/", "/a%20b/:title", "/:year/:slug.html", "/fixed.html"),
    *("/circle/1/", "/circle/2/", "/here", "/tags/t1/"),
]
BODIES = [
    "One line.",
    "",
    "Para **bold** with `code` & <em>html</em>.\n\nSecond *para* [link](https://example.com).",
    "日本語の本文です。長い文がつづきます。" * 12,
    "word " * 700,
    "Spaces before the cut      and      after, " * 8,
    "- a_list\n- of *things* with `back\\slashes` #1 + 2 = 3 | x ~ y ! [z]\n\n" * 5,
    "Emoji 😀👩‍👩‍👧 and <script>alert(1)</script> &lt;escaped&gt; \"quoted\" 'text' " * 4,
    "# Heading\n\ntext after it",
    "## Two\n\n#### Four & `code`\n\n### 三\n\n# One\n\n###### Six\n\n## Two\n\n## ***\n\ntext",
    "###### 6\n\n#### 4\n\n### <b>3</b>\n\n## 2\n\n# 1\n\n## 2\n\n### 3\n\n#### 4\n\n###### 6",
    '```python\n\nprint(\'<b>\' if a < b else "&amp;")\n\n```\n\n```html\n<h2 id="x">\n```',
    "![](/写真%201.jpg) ![a](b.png)\n\n> - <img src='https://cdn.example.com/c' width=3 height=4>",
    '```nothing\n<\n```\n\n# `<h2 id="x">`\n\n<h3 title="<h2>" id="own">HTML</h3>',
    "サーバーの設定とサーバの設定。コード・ネームはブロックチェーンとブロック。1,000 円で京都へ。",
    "京都のサーバーがｻｰﾊﾞｰを、東京のサーバは 1000 円。コードネーム、関西国際空港。",
    "Runners ran: a runner's running, in C++ and C#, naïve cafés. 한국어의 검색과 한국어 검색기.",
    "The runner runs to 1,000 servers, coded in c. Ran, run; running!",
]
EXCERPTS = [
    *("Own *excerpt*.", "plain", "a < b & c > d  " * 20, "日本語" * 80, "two\nlines here " * 15),
    "trailing blank   ",
]
COVERS = [
    *("/img/cover.png", "/写真 1.jpg", "https://cdn.example.com/é.png?w=1#f", "beside.png"),
    {"path": "/with%20alt.png", "alt": 'Alt "text"'},
]
REDIRECTS = [
    *(["/old/"], ["/a/", "/日本語/", "/100%/"], "/one/", [], ["/?p=12", "/old"], ["/a b.html"]),
    *("/categories/the-web/", "/fixed/", "/here/", "/nested/old/index.html"),
]
REDIRECTS_TO = [
    *("/circle/1/", "/circle/2/", "/fixed", "/old/?q=1#part", "/one.html", "/nowhere/"),
    *("https://elsewhere.example/é?x#y", "/tags/t1/", "https://blog.example.com/old/"),
]
CIRCLE = [("/circle/1/", "/circle/2"), ("/circle/2/", "/circle/1/"), ("/circle/3/", "/circle/1/")]
LINKS = [
    *("/fixed/", "/fixed", "/fixed.html", "/old/", "/old", "/one/index.html#part", "/?p=12"),
    *("/日本語/same/", "/%E6%97%A5%E6%9C%AC%E8%AA%9E/same", "/circle/1", "/here/?q=1", "../x/"),
    *("https://blog.example.com/old/", "https://blog.example.com/blog/fixed/", "/blog/one/"),
    *("2025-11-01-post-0.md", "p1.md", "ab/p1.md", "/tags/t1/", "#part", "mailto:a@b.example"),
]
SHARED_FIELDS = {
    "series": ['"One"', '"ＯＮＥ"', '"one two"', "[One]", '""'],
    "rating": ["5", "5.0", '"5"', "4", "true", "null"],
    "topics": ["[a, b]", "[b, 1]", "[[a], null]", "[]", "{a: b}", "a"],
    "meta": ["{a: 1, b: [2]}", "{b: [2.0], a: 1.0}", "{a: {b: 1}, c: null}", "{}", "null"],
}
"""Custom fields that many posts have, by their names."""
KEYS = [
    *("x", 'quo"te', "dot.ted", "日本語", "it's", "$", "$.x", "a[0]", "back\\slash", "😀", "@", ""),
    *("__proto__", "null", "1", "with space", "tab\tbed", "new\nline", "-", "%s", ":v", "?"),
]
NUMBERS = [
    *("1", "0", "-7", "1.10", "-0.0", ".5", "1.0e5", "1.5e-7", "9007199254740993", "0x1F", "017"),
    *("9223372036854775807", "9223372036854775808", "-9223372036854775807", "123456789012345678.5"),
    *("1e400", "0.1", "3.14159265358979312", "1.7976931348623157e+308", "5.0e-324"),
]
OTHER_VALUES = [
    *("true", "no", "~", "2025-11-07", "[]", "{}", "[[]]", '""', "'single'", "日本語"),
    *('"\\x1f\\x7f"', '"\\u2028 \\t \\" \\\\ / </script> \\0"'),
]


@dataclass(frozen=True)
class Plan:
    """What to make; `seed` decides the rest. A blog in a plain folder may have undated posts.

    Where it is `later`, all moments at which its posts appear or disappear have passed since it was
    read.
    """

    name: str
    posts: int
    seed: int
    dialect: str = "jekyll"
    base_path: str = '""'
    permalink: str = "date"
    later: bool = False


PLANS = [
    Plan("empty", 0, 1),
    Plan("single", 1, 2, permalink="pretty"),
    Plan("ties", 9, 3, base_path="/blog", permalink="pretty"),
    Plan("undated", 12, 4, "plain"),
    Plan("languages", 18, 6, "hugo"),
    Plan("later", 16, 7, "hugo", later=True),
    Plan("full", 27, 5),
]


def files(plan: Plan, version: int = 0) -> dict[str, str]:
    """The files of a site by path; another version has other posts under the same paths."""
    random = Random(f"{plan.seed} {version}")  # noqa: S311 - content, not a secret
    config = CONFIG.format(base_path=plan.base_path, permalink=plan.permalink)
    made = {
        "jekyll": {
            "_config.yml": config,
            "_data/authors.yml": AUTHORS,
            "_data/tags.yml": TAG_DATA,
            "_data/categories.yml": CATEGORY_DATA,
        },
        "hugo": {"hugo.toml": HUGO},
        "plain": {},
    }[plan.dialect]
    for n in range(plan.posts):
        made[_path(plan, n)] = _post(random, plan)
    return made


def _path(plan: Plan, n: int) -> str:
    if plan.dialect == "jekyll":
        return f"_posts/2025-11-0{1 + n % 4}-post-{n}.md"
    if plan.dialect == "hugo":
        return f"content/posts/p{n // 2}{'.ja' * (n % 2)}.md"
    return f"{'ab/' * (n % 2)}p{n}.md"


def write(folder: Path, made: Mapping[str, str], version: int = 0) -> None:
    folder.mkdir(exist_ok=True)
    for n, (path, text) in enumerate(made.items()):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        # An undated post was last changed when its file was; some are changed at the same time.
        modified = 1_700_000_000 + n % 3 + 10 * version
        os.utime(file, (modified, modified))


def _post(random: Random, plan: Plan) -> str:
    fields: dict[str, str] = {}

    def perhaps(name: str, written: str, likelihood: float) -> None:
        if random.random() < likelihood:
            fields[name] = written

    perhaps("title", _json(random.choice(TITLES)), 0.8)
    perhaps("date", random.choice(DATES), 0.4 if plan.dialect == "jekyll" else 0.6)
    perhaps("date", random.choice(["3025-01-01", "2999-12-31 00:00:00 +0900"]), 0.1)
    perhaps("updated", random.choice(DATES), 0.3)
    perhaps("published", "false", 0.1)
    if plan.dialect == "hugo":
        perhaps("draft", "true", 0.1)
        perhaps("expiryDate", random.choice(["2025-11-08", "3025-01-01"]), 0.2)
        perhaps("publishDate", random.choice(["2025-11-08", "3025-01-01"]), 0.2)
    perhaps("layout", random.choice(["post", "日本語", "1.0"]), 0.4)
    perhaps("slug", _json(random.choice(SLUGS)), 0.4)
    perhaps("permalink", _json(random.choice(PERMALINKS)), 0.25)
    perhaps("tags", _json(random.sample(TAGS, random.randrange(6))), 0.75)
    perhaps("categories", _json(random.sample(CATEGORIES, random.randrange(3))), 0.6)
    perhaps("authors", _json(random.sample(AUTHOR_NAMES, random.randrange(4))), 0.6)
    perhaps("reading_time", str(random.choice([1, 3, 3, 99999, "soon"])), 0.4)
    perhaps("image", _json(random.choice(COVERS)), 0.4)
    perhaps("redirect_from", _json(random.choice(REDIRECTS)), 0.3)
    perhaps("redirect_to", _json(random.choice(REDIRECTS_TO)), 0.12)
    if random.random() < 0.15:
        here, there = random.choice(CIRCLE)
        fields |= {"permalink": here, "url": here, "redirect_to": there}
    perhaps("lang", random.choice(["en", "ja", "zh-Hant"]), 0.3)
    perhaps("ref", random.choice(["one", "two"]), 0.3)
    perhaps("excerpt", _json(random.choice(EXCERPTS)), 0.4)
    for name, values in SHARED_FIELDS.items():
        perhaps(name, random.choice(values), 0.3)
    for key in random.sample(KEYS, random.randrange(8)):
        fields[key] = _value(random, 3)
    matter = "".join(f"{_json(key)}: {value}\n" for key, value in fields.items())
    links = random.sample(LINKS, random.randrange(4))
    body = random.choice(BODIES) + "".join(f"\n\n[link]({link})" for link in links)
    return f"---\n{matter}---\n{body}\n" if fields or random.random() < 0.5 else body


def _value(random: Random, depth: int) -> str:
    if depth and random.random() < 0.3:
        items = [_value(random, depth - 1) for _ in range(random.randrange(4))]
        if random.random() < 0.5:
            return f"[{', '.join(items)}]"
        pairs = zip(random.sample(KEYS, len(items)), items, strict=True)
        return f"{{{', '.join(f'{_json(key)}: {item}' for key, item in pairs)}}}"
    return random.choice(NUMBERS + OTHER_VALUES)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
