"""Hexo's tags, https://hexo.io/docs/tag-plugins."""

import re
from collections.abc import Iterator
from html import escape

from gateway.content.markup import codeblock
from gateway.content.markup.verbatim import Verbatim
from gateway.content.templating import snippets
from gateway.content.templating.page import Page
from gateway.content.templating.shortcodes import calls
from gateway.content.templating.shortcodes.calls import Call, Render, Tag

TAG = re.compile(
    r"\{%-?\s*(?P<end>end)?(?P<name>[a-z_]\w*)(?P<arguments>(?:[^{}%]|%(?!\}))*)%\}", re.IGNORECASE
)
RAW = re.compile(r"\{%\s*raw\s*%\}")
END_OF_RAW = re.compile(r"\{%\s*endraw\s*%\}")
WORD = re.compile(r"\"([^\"]*)\"|'([^']*)'|([^\s\"']+)")
NUMBER = re.compile(r"\d+(?:px|%)?")
POSTS = "source/_posts"


def expand(text: str, page: Page) -> str:
    return calls.expand(text, page, _tags(text), TAGS) if "{%" in text else text


def _tags(text: str) -> Iterator[Tag]:
    verbatim = Verbatim(text)
    position = 0
    never_closed = False
    while match := TAG.search(text, position):
        start, position = match.span()
        if verbatim.holds(start):
            continue
        if not never_closed and RAW.fullmatch(match[0]):
            end = END_OF_RAW.search(text, position)
            if end is not None:
                yield Tag(start, end.end(), "", literal=text[position : end.start()])
                position = end.end()
                continue
            never_closed = True
        words = [
            next(filter(None, groups), "")
            for groups in WORD.findall(match["arguments"].rstrip("-"))
        ]
        yield Tag(
            start,
            position,
            match["name"],
            f"{{% {match['name']} %}}",
            words,
            closes=match["end"] is not None,
        )


def code(call: Call) -> str:
    language = next(
        (word.partition(":")[2] for word in call.words if word.startswith(("lang:", "language:"))),
        None,
    )
    return codeblock.html((call.written or "").strip("\n"), language)


def blockquote(call: Call) -> str:
    """`[author[, source]] [link] [title]`, of which what is no address stands below."""
    quoted = "\n".join(f"> {line}".rstrip() for line in (call.inner or "").strip().split("\n"))
    by = " ".join(word for word in call.words if not word.startswith(("http://", "https://")))
    source = next((word for word in call.words if word.startswith(("http://", "https://"))), "")
    cited = snippets.link(source, by or None) if source else escape(by)
    return f"\n\n{quoted}\n" + (f">\n> — {cited}\n" if cited else "") + "\n"


def image(call: Call) -> str:
    """`[class] source [width] [height] ["title" ["alt"]]`; a file beside the post has its name."""
    words = list(call.words)
    source = next((word for word in words if "." in word or "/" in word), "")
    after = words[words.index(source) + 1 :] if source else []
    sizes = [word for word in after[:2] if NUMBER.fullmatch(word)]
    texts = after[len(sizes) :]
    width, height = (*sizes, "", "")[:2]
    title = texts[0] if len(texts) == 1 else " ".join(texts[:-1])
    return snippets.image(source, texts[-1] if texts else "", title, width, height)


def _post(page: Page, name: str) -> str:
    path = f"{POSTS}/{name.removesuffix('.md')}.md"
    address = None if ".." in path else page.address(path)
    page.depends.add(path)
    return page.entry.site.base_path + (address or f"/{name}/")


def post_link(call: Call) -> str:
    name = call.argument("", 0)
    shown = " ".join(word for word in call.words[1:] if word not in {"true", "false"})
    return snippets.link(_post(call.page, name), shown or name) if name else ""


def link(call: Call) -> str:
    """`text address [external] [title]`."""
    address = next((word for word in call.words if "/" in word), "")
    before = call.words[: call.words.index(address)] if address else []
    return snippets.link(address, " ".join(before) or None)


TAGS: dict[str, Render] = {
    "asset_img": image,
    "asset_link": lambda call: snippets.link(
        call.argument("", 0), " ".join(call.words[1:]) or None
    ),
    "asset_path": lambda call: call.argument("", 0),
    "blockquote": blockquote,
    "code": code,
    "codeblock": code,
    "gist": lambda call: snippets.gist(call.argument("", 0)),
    "iframe": lambda call: snippets.link(call.argument("", 0)),
    "image": image,
    "img": image,
    "link": link,
    "post_link": post_link,
    "post_path": lambda call: _post(call.page, call.argument("", 0)),
    "pullquote": lambda call: blockquote(Call(call.page, [], {}, call.inner, call.written)),
    "quote": blockquote,
    "vimeo": lambda call: snippets.vimeo(call.argument("", 0)),
    "youtube": lambda call: snippets.youtube(call.argument("", 0)),
}
