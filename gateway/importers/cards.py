"""Ghost's cards, which stand between paragraphs, to HTML.

https://github.com/TryGhost/Koenig/tree/main/packages/kg-default-nodes
"""

import html
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from gateway.content.markup import markdown
from gateway.importers.report import Report

Card = Mapping[str, Any]


def render(name: str, card: Card, report: Report) -> str:
    """HTML of a card, '' for one that is no content; a card that is not known is counted."""
    kind = name.removeprefix("card-").removeprefix("extended-")
    if kind in NOT_CONTENT:
        return ""
    make = CARDS.get(kind)
    if make is None:
        report.skipped[f"a card that is not known: {kind}"] += 1
        return ""
    return make(card)


def text(card: Card, key: str) -> str:
    """A value as it stands, '' where it is no text."""
    value = card.get(key)
    return value if isinstance(value, str) else ""


def attribute(card: Card, key: str) -> str:
    return html.escape(text(card, key))


def element(tag: str, inner: str, attributes: str = "") -> str:
    return f"<{tag}{attributes}>{inner}</{tag}>" if inner else ""


def link(address: str, inner: str) -> str:
    """`address` and `inner` are HTML already."""
    return f'<a href="{address}">{inner or address}</a>' if address else inner


def _figure(inner: str, caption: str) -> str:
    return element("figure", f"{inner}{element('figcaption', caption)}") if inner else ""


def _picture(card: Card) -> str:
    """An image with its size, where Ghost knows it, and its link."""
    source = attribute(card, "src")
    if not source:
        return ""
    size = "".join(
        f' {name}="{value}"'
        for name in ("width", "height")
        if isinstance(value := card.get(name), int)
    )
    title = f' title="{attribute(card, "title")}"' if text(card, "title") else ""
    image = f'<img src="{source}" alt="{attribute(card, "alt")}"{title}{size}>'
    return link(attribute(card, "href"), image)


def _image(card: Card) -> str:
    return _figure(_picture(card), text(card, "caption"))


def _gallery(card: Card) -> str:
    images = card.get("images")
    listed: Sequence[Any] = images if isinstance(images, list) else ()
    pictures = (
        _picture({**image, "src": text(image, "src")})
        for image in listed
        if isinstance(image, dict)
    )
    return _figure("\n".join(filter(None, pictures)), text(card, "caption"))


def _bookmark(card: Card) -> str:
    found = card.get("metadata")
    about: Card = found if isinstance(found, dict) else card
    address = attribute(card, "url") or attribute(about, "url")
    title = attribute(about, "title") or attribute(card, "title")
    description = element("p", attribute(about, "description"))
    body = f"<p>{link(address, title)}</p>{description}" if address or title else ""
    return _figure(body, text(card, "caption"))


def _embed(card: Card) -> str:
    """The code of the other site, which is made safe when it is loaded, and a link to it."""
    address = attribute(card, "url")
    shown = text(card, "html")
    return _figure(shown or element("p", link(address, address)), text(card, "caption"))


def _code(card: Card) -> str:
    language = attribute(card, "language")
    name = f' class="language-{language}"' if language else ""
    code = html.escape(text(card, "code"), quote=False).rstrip("\n")
    block = f"<pre><code{name}>{code}\n</code></pre>"
    caption = text(card, "caption")
    return _figure(block, caption) if caption else block


def _callout(card: Card) -> str:
    emoji = element("span", attribute(card, "calloutEmoji"))
    return element("aside", f"{emoji} {text(card, 'calloutText')}".strip(), ' class="callout"')


def _toggle(card: Card) -> str:
    heading = text(card, "heading")
    return f"<details><summary>{heading}</summary>\n{text(card, 'content')}\n</details>"


def _button_of(card: Card, label: str, url: str) -> str:
    words = attribute(card, label)
    return element("p", link(attribute(card, url), words)) if words else ""


def _button(card: Card) -> str:
    return _button_of(card, "buttonText", "buttonUrl")


def _header(card: Card) -> str:
    heading = element("h2", text(card, "heading") or text(card, "header"))
    below = element("p", text(card, "subheading") or text(card, "subheader"))
    button = _button(card) if card.get("buttonEnabled") else ""
    return "\n".join(filter(None, (heading, below, button)))


def _player(tag: str) -> Callable[[Card], str]:
    def render_player(card: Card) -> str:
        source = attribute(card, "src")
        name = attribute(card, "title") or attribute(card, "fileName")
        player = f'<{tag} controls src="{source}">{link(source, name)}</{tag}>' if source else ""
        caption = text(card, "caption") or (attribute(card, "title") if tag == "audio" else "")
        return _figure(player, caption)

    return render_player


def _file(card: Card) -> str:
    name = attribute(card, "fileTitle") or attribute(card, "fileName")
    caption = text(card, "fileCaption")
    return element("p", " ".join(filter(None, (link(attribute(card, "src"), name), caption))))


def _product(card: Card) -> str:
    picture = _picture({"src": text(card, "productImageSrc"), "alt": text(card, "productTitle")})
    button = _button_of(card, "productButton", "productUrl")
    parts = (
        element("figure", picture),
        element("h4", text(card, "productTitle")),
        text(card, "productDescription"),
        button if card.get("productButtonEnabled") else "",
    )
    return "\n".join(filter(None, parts))


def _call_to_action(card: Card) -> str:
    button = _button(card) if card.get("showButton") else ""
    return element("aside", text(card, "textValue") + button, ' class="callout"')


CARDS: dict[str, Callable[[Card], str]] = {
    "audio": _player("audio"),
    "bookmark": _bookmark,
    "button": _button,
    "call-to-action": _call_to_action,
    "callout": _callout,
    "code": _code,
    "codeblock": _code,
    "embed": _embed,
    "file": _file,
    "gallery": _gallery,
    "header": _header,
    "horizontalrule": lambda _: "<hr>",
    "hr": lambda _: "<hr>",
    "html": lambda card: text(card, "html"),
    "image": _image,
    "markdown": lambda card: markdown.render(text(card, "markdown")).rstrip("\n"),
    "product": _product,
    "toggle": _toggle,
    "video": _player("video"),
}
# What asks readers for something, or is only sent by mail.
NOT_CONTENT = frozenset({"email", "email-cta", "paywall", "signup"})
