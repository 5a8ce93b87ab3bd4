"""Small sites that are all edge: ties, case, width, missing fields, front matter of any kind."""

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
]
DATES = [
    *("2025-11-07 16:39:06 +0000", "2025-11-08 01:39:06 +0900", "2025-11-07 16:39:06.5 +0000"),
    *("2025-11-07", "2025-11-07 16:39", "2024-02-29 23:59:59 -1130", "0999-01-02", "2025-01-01"),
]
SLUGS = ["same", "same", "日本語", "with space", "100%", "a%20b", "e\u0301", "C++", "dot.s", "q?#"]
PERMALINKS = ["/fixed/", "/fixed/", "/日本語/:title/", "/a%20b/:title", "/:year/:slug.html"]
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
]
EXCERPTS = [
    *("Own *excerpt*.", "plain", "a < b & c > d  " * 20, "日本語" * 80, "two\nlines here " * 15),
    "trailing blank   ",
]
COVERS = [
    *("/img/cover.png", "/写真 1.jpg", "https://cdn.example.com/é.png?w=1#f", "beside.png"),
    {"path": "/with%20alt.png", "alt": 'Alt "text"'},
]
REDIRECTS = [["/old/"], ["/a/", "/日本語/", "/100%/"], "/one/", []]
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
    """What to make; `seed` decides the rest. A blog in a plain folder may have undated posts."""

    name: str
    posts: int
    seed: int
    jekyll: bool = True
    base_path: str = '""'
    permalink: str = "date"


PLANS = [
    Plan("empty", 0, 1),
    Plan("single", 1, 2, permalink="pretty"),
    Plan("ties", 9, 3, base_path="/blog", permalink="pretty"),
    Plan("undated", 12, 4, jekyll=False),
    Plan("full", 27, 5),
]


def files(plan: Plan, version: int = 0) -> dict[str, str]:
    """The files of a site by path; another version has other posts under the same paths."""
    random = Random(f"{plan.seed} {version}")  # noqa: S311 - content, not a secret
    made = {}
    if plan.jekyll:
        made["_config.yml"] = CONFIG.format(base_path=plan.base_path, permalink=plan.permalink)
        made["_data/authors.yml"] = AUTHORS
    for n in range(plan.posts):
        day = 1 + n % 4
        path = (
            f"_posts/2025-11-0{day}-post-{n}.md" if plan.jekyll else f"{'ab/'[: n % 2 * 3]}p{n}.md"
        )
        made[path] = _post(random, plan)
    return made


def write(folder: Path, made: Mapping[str, str]) -> None:
    folder.mkdir(exist_ok=True)
    for n, (path, text) in enumerate(made.items()):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        # An undated post was last changed when its file was; some are changed at the same time.
        modified = 1_700_000_000 + n % 3
        os.utime(file, (modified, modified))


def _post(random: Random, plan: Plan) -> str:
    fields: dict[str, str] = {}

    def perhaps(name: str, written: str, likelihood: float) -> None:
        if random.random() < likelihood:
            fields[name] = written

    perhaps("title", _json(random.choice(TITLES)), 0.8)
    perhaps("date", random.choice(DATES), 0.4 if plan.jekyll else 0.6)
    perhaps("date", random.choice(["3025-01-01", "2999-12-31 00:00:00 +0900"]), 0.05)
    perhaps("updated", random.choice(DATES), 0.3)
    perhaps("published", "false", 0.05)
    perhaps("layout", random.choice(["post", "日本語", "1.0"]), 0.4)
    perhaps("slug", _json(random.choice(SLUGS)), 0.4)
    perhaps("permalink", _json(random.choice(PERMALINKS)), 0.25)
    perhaps("tags", _json(random.sample(TAGS, random.randrange(6))), 0.75)
    perhaps("categories", _json(random.sample(CATEGORIES, random.randrange(3))), 0.6)
    perhaps("authors", _json(random.sample(AUTHOR_NAMES, random.randrange(4))), 0.6)
    perhaps("reading_time", str(random.choice([1, 3, 3, 99999, "soon"])), 0.4)
    perhaps("image", _json(random.choice(COVERS)), 0.4)
    perhaps("redirect_from", _json(random.choice(REDIRECTS)), 0.3)
    perhaps("lang", random.choice(["en", "ja", "zh-Hant"]), 0.3)
    perhaps("excerpt", _json(random.choice(EXCERPTS)), 0.4)
    for key in random.sample(KEYS, random.randrange(8)):
        fields[key] = _value(random, 3)
    matter = "".join(f"{_json(key)}: {value}\n" for key, value in fields.items())
    body = random.choice(BODIES)
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
