"""Sites whose hidden posts have everything in common with those that are to be seen."""

from dataclasses import dataclass
from pathlib import Path

TEXT = "Text with a [link](/2024/secret/) and [another](/open/one/)."


@dataclass(frozen=True)
class Site:
    """`seen` and `hidden` are the posts by path; `rest` are the other files."""

    name: str
    rest: dict[str, str]
    seen: dict[str, str]
    hidden: dict[str, str]

    def write(self, folder: Path, *, with_hidden: bool) -> None:
        for path in self.hidden:
            (folder / path).unlink(missing_ok=True)
        for path, text in (self.rest | self.seen | (self.hidden if with_hidden else {})).items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)


def post(matter: str, text: str = TEXT) -> str:
    return f"---\n{matter}\n---\n{text}\n"


JEKYLL = Site(
    "jekyll",
    {
        "_config.yml": "url: https://blog.example.com\ntimezone: Asia/Tokyo\n"
        "permalink: /open/:title/\ntitle: Blog\n",
        "_data/authors.yml": "taro: {name: Taro, bio: Writes.}\n",
        "_data/tags.yml": "secret tag: Told of a secret.\nshared: Told of what is shared.\n"
        "only-a-key: {description: A description.}\n",
        "_data/categories.yml": "- {name: Child, slug: child, parent: Hidden parent}\n"
        "- {name: Inner, parent: upper}\n- {slug: upper, parent: top-most}\n"
        "- {slug: top-most}\n",
    },
    {
        "_posts/2024-01-01-one.md": post(
            "title: One\ntags: [Shared, Odd]\ncategories: [Web, Child]\nauthor: taro\nref: same\n"
            "lang: en\nredirect_from: [/old/one/, /both/]\nseries: first\nweight: 1",
            "To [two](/open/two/), to [a draft](/open/draft/), {% post_url 2024-01-02-two %}.",
        ),
        "_posts/2024-01-02-two.md": post(
            "title: Two\ntags: [shared, Other]\ncategories: [web]\nauthors: [taro, Ann]\n"
            "ref: same\nlang: ja\nredirect_from: /open/scheduled/\nseries: first\nweight: 2",
            "Back to [one](/old/one/), to [gone](/gone/).",
        ),
        "_posts/2024-01-03-three.md": post(
            "title: Three\ntags: [Other]\ncategories: [Inner]\nauthor: {name: Ann}\n"
            "redirect_to: /both/\nlayout: none\nreading_time: soon"
        ),
        "_posts/2024-01-04-four.md": post("title: Four\ntags: [other, Odd, c++]\nlang: en\nref: x"),
        "_posts/2024-01-05-five.md": post("title: Five\nredirect_to: /gone/\ntags: [C]"),
    },
    {
        "_drafts/draft.md": post(
            "title: Draft\ndate: 2024-01-02\ntags: [SHARED, ODD, Secret tag, C++, C#]\n"
            "categories: [WEB, Hidden Parent, UPPER, Top-Most]\nauthors: [{name: ANN, bio: Secret}"
            ", {name: Nobody, bio: Hides.}]\nref: same\nlang: fr\n"
            "redirect_from: [/old/one/, /gone/]\nseries: first\nsecret: true\nreading_time: soon"
        ),
        "_posts/2024-01-06-one.md": post(
            "title: One\npublished: false\ntags: [SHARED, SHARED too]\ncategories: [WEB]\n"
            "author: taro\nref: same\nlang: en\nredirect_from: /both/\nweight: 9",
        ),
        "_posts/2024-01-07-away.md": post(
            "title: Away\npublished: false\npermalink: /open/two/\nredirect_to: /open/four/\n"
            "ref: x\nlang: ja\nredirect_from: /open/three/"
        ),
        "_posts/2999-01-01-scheduled.md": post(
            "title: Scheduled\ntags: [Shared, shared, Other]\ncategories: [Inner]\nauthor: Ann\n"
            "lang: ja\nref: x\nredirect_from: /open/five/"
        ),
    },
)

HUGO_CONFIG = """\
baseURL = "https://blog.example.com/sub/"
title = "Blog"
timeZone = "Europe/Berlin"
defaultContentLanguage = "en"
[languages.en]
weight = 1
[languages.de]
weight = 2
[[menus.main]]
name = "Posts"
pageRef = "/posts"
"""
HUGO = Site(
    "hugo",
    {
        "hugo.toml": HUGO_CONFIG,
        "content/tags/shared/_index.md": post("title: Shared!\ndescription: Shared."),
        "content/tags/secret/_index.md": post("title: Secret!\ndescription: Secret."),
    },
    {
        "content/posts/one.md": post(
            "title: One\ndate: 2024-03-01\ntags: [shared, go]\ncategories: [a]\naliases: [/uno/]\n"
            "series: [s]\nauthors: [Ann]\nmenu: main",
            '[two]({{< ref "two" >}}) [draft](/sub/posts/same/) [x](/sub/posts/expired/)',
        ),
        "content/posts/one.de.md": post("title: Eins\ndate: 2024-03-02\ntags: [shared]"),
        "content/posts/two.md": post(
            "title: Two\ndate: 2024-03-03\ntags: [Go, web]\ncategories: [b]\naliases: [/due/, /x/]"
            "\nslug: same\ntranslationKey: key\nauthor: Ann"
        ),
        "content/posts/ends.md": post(
            "title: Ends\ndate: 2024-03-05\nexpiryDate: 2999-01-01\ntags: [go]\nweight: 3"
        ),
        "content/posts/three.md": post(
            "title: Three\nlastmod: 2024-01-01\ntags: [web]\ntranslationKey: key\nlang: de"
        ),
    },
    {
        "content/posts/draft.md": post(
            "title: Draft\ndate: 2024-03-04\ndraft: true\ntags: [Shared, secret, GO, GO!]\n"
            "categories: [a, b, c]\naliases: [/uno/, /posts/ends/]\nslug: same\nseries: [s]\n"
            "authors: [ANN, Nobody]\nmenu: main\ntranslationKey: key\nweight: 1"
        ),
        "content/posts/draft.de.md": post("title: Entwurf\ndraft: true\ntags: [WEB, WEB]"),
        "content/posts/expired.md": post(
            "title: Expired\ndate: 2024-03-04\nexpiryDate: 2024-04-01\ntags: [Web, shared, go]\n"
            "aliases: [/x/, /y/]\nurl: /posts/three/"
        ),
        "content/posts/planned.md": post(
            "title: Planned\ndate: 2024-03-04\npublishDate: 2999-04-01\ntags: [WEB, GO]\n"
            "authors: [ann]\ntranslationKey: key\ndate_broken: 2024-13-45\nlastmod: never"
        ),
    },
)

HEXO = Site(
    "hexo",
    {
        "_config.yml": "url: https://blog.example.com\ntitle: Blog\npermalink: :title/\n"
        "category_map: {Deep: deep-down}\ntag_map: {secret: geheim}\n",
        "source/_data/categories.yml": "deep: {name: Deep, description: Deep., parent: Sunken}\n",
    },
    {
        "source/_posts/one.md": post(
            "title: One\ndate: 2024-05-01 12:00:00\ntags: [x, y]\n"
            "categories:\n  - [Upper, Lower]\n  - [Other]"
        ),
        "source/_posts/two.md": post(
            "title: Two\ndate: 2024-05-02 12:00:00\ntags: [Y]\ncategories:\n  - [Deep]\n  - [Other]"
        ),
    },
    {
        "source/_posts/hidden.md": post(
            "title: Hidden\ndate: 2024-05-03 12:00:00\npublished: false\ntags: [X, X y]\n"
            "categories:\n  - [Other, Lower]\n  - [Sunken, Upper]\n  - [LOWER, Deep]"
        ),
        "source/_posts/hidden2.md": post(
            "title: Hidden\ndate: 2024-05-04 12:00:00\npublished: false\ntags: [X, Y]\n"
            "categories:\n  - [OTHER, LOWER, Deep]\n  - [SUNKEN]"
        ),
        "source/_drafts/two.md": post("title: Two\ntags: [y]\ncategories:\n  - [Other, Upper]"),
    },
)
SITES = (JEKYLL, HUGO, HEXO)
