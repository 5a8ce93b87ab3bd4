"""WordPress's shortcodes to HTML.

https://codex.wordpress.org/Shortcode_API
"""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gateway.importers.media import Gallery, figure
from gateway.importers.report import Report
from gateway.importers.verbatim import Verbatim

TOKEN = re.compile(
    r"\[(?P<escaped>\[?)(?P<end>/?)(?P<name>[A-Za-z][\w-]{0,60})"
    r"(?P<attributes>(?:[\s=/][^\[\]]{0,4000})?)\](?P<closed>\]?)"
)
ATTRIBUTE = re.compile(r"""([\w-]{1,60})\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"']+))""")
# A tag with a bracket in it, as in <a title="[sic]">, is no place for a shortcode.
TAG_WITH_BRACKET = re.compile(r"</?[a-zA-Z][^<>\[]*\[[^<>]*>")
IMAGE_AND_CAPTION = re.compile(
    r"\s*((?:<a [^<>]*>\s?)?<img [^<>]*>(?:\s?</a>)?)(.*)", re.DOTALL | re.IGNORECASE
)
OPENING_CODE = re.compile(r"\[(code|sourcecode)([^\[\]]{0,400})\]", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?:/)?/[^\s<>\"']+")
SOURCES = ("src", "mp3", "m4a", "ogg", "wav", "flac", "mp4", "m4v", "webm", "ogv", "url")
DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Shortcode:
    attributes: Mapping[str, str]
    inner: str
    gallery: Gallery


def render(body: str, gallery: Gallery, report: Report) -> str:
    """The body with its shortcodes as HTML, but for code and the attributes of tags.

    Of a shortcode that is not known, what it holds stays, and the report counts it. Text in
    brackets that shows no sign of being a shortcode (`[sic]`) stays as it is.
    """
    if "[" not in body:
        return body
    verbatim = Verbatim("pre|code|script|style|textarea")
    text = verbatim.take(_code(body, verbatim))
    text = TAG_WITH_BRACKET.sub(lambda tag: verbatim.keep(tag[0]), text)
    return verbatim.put_back(_Rendering(text, gallery, report).made())


def _code(body: str, verbatim: Verbatim) -> str:
    """`[code]…[/code]`, whose inside is no HTML."""
    lower = body.lower() if body.isascii() else body
    made: list[str] = []
    position = 0
    ended: set[str] = set()
    while found := OPENING_CODE.search(body, position):
        closing = f"[/{found[1].lower()}]"
        end = -1 if closing in ended else lower.find(closing, found.end())
        if end < 0:
            ended.add(closing)
            made.append(body[position : found.end()])
            position = found.end()
            continue
        attributes = _attributes(found[2])
        language = attributes.get("language") or attributes.get("lang") or ""
        name = f' class="language-{html.escape(language)}"' if language else ""
        # The classic editor keeps some of it escaped and some not.
        code = html.escape(html.unescape(body[found.end() : end]).strip("\r\n"), quote=False)
        made.append(body[position : found.start()])
        made.append(verbatim.keep(f"<pre><code{name}>{code}\n</code></pre>"))
        position = end + len(closing)
    return "".join((*made, body[position:]))


class _Rendering:
    """One pass over the tokens of a text, with a stack of the shortcodes that are open."""

    def __init__(self, text: str, gallery: Gallery, report: Report) -> None:
        self._text = text
        self._gallery = gallery
        self._report = report
        self._tokens = list(TOKEN.finditer(text))
        self._closing = {token["name"].lower() for token in self._tokens if token["end"]}
        self._opening = {token["name"].lower() for token in self._tokens if not token["end"]}
        self._made: list[str] = []
        self._open: list[tuple[str, str, int]] = []

    def made(self) -> str:
        position = 0
        for token in self._tokens:
            self._made.append(self._text[position : token.start()])
            position = token.end()
            self._take(token)
        while self._open:
            self._never_closed()
        self._made.append(self._text[position:])
        return "".join(self._made)

    def _take(self, token: re.Match[str]) -> None:
        name = token["name"].lower()
        if token["escaped"] and token["closed"]:
            self._made.append(token[0][1:-1])
            return
        outer = "[" if token["escaped"] else "", "]" if token["closed"] else ""
        if not self._is_shortcode(token, name):
            self._made.append(token[0])
            return
        self._made.append(outer[0])
        if token["end"]:
            self._close(name)
        elif _is_void(token) or name not in self._closing or len(self._open) >= DEEPEST:
            self._made.append(self._html(name, token["attributes"], ""))
        else:
            self._made.append("")
            self._open.append((name, token["attributes"], len(self._made)))
        self._made.append(outer[1])

    def _is_shortcode(self, token: re.Match[str], name: str) -> bool:
        if name in KNOWN:
            return True
        if token["end"]:
            return name in self._opening
        return bool(
            name in self._closing
            or _is_void(token)
            or "_" in name
            or ATTRIBUTE.search(token["attributes"])
        )

    def _close(self, name: str) -> None:
        if name not in {opened for opened, _, _ in self._open}:
            return
        while self._open[-1][0] != name:
            self._never_closed()
        _, attributes, start = self._open.pop()
        inner = "".join(self._made[start:])
        del self._made[start:]
        self._made.append(self._html(name, attributes, inner))

    def _never_closed(self) -> None:
        name, attributes, start = self._open.pop()
        self._made[start - 1] = self._html(name, attributes, "")

    def _html(self, name: str, attributes: str, inner: str) -> str:
        render_known = KNOWN.get(name)
        if render_known is None:
            self._report.shortcodes[name] += 1
            return inner
        made = render_known(Shortcode(_attributes(attributes), inner, self._gallery))
        return f"\n\n{made}\n\n" if made else ""


def _is_void(token: re.Match[str]) -> bool:
    return token["attributes"].endswith("/")


def _attributes(written: str) -> dict[str, str]:
    """By name; a value without one has the name ''."""
    if written.startswith("="):  # [youtube=https://…]
        return {"": html.unescape(written[1:]).strip(" \"'")}
    plain = html.unescape(written.replace("“", '"').replace("”", '"').replace("″", '"'))
    found = {
        match[1].lower(): match[2] or match[3] or match[4] or ""
        for match in ATTRIBUTE.finditer(plain)
    }
    bare = ATTRIBUTE.sub("", plain).strip(" =\"'/")
    return {"": bare, **found} if bare else found


def _caption(code: Shortcode) -> str:
    match = IMAGE_AND_CAPTION.match(code.inner)
    if match is None:
        return code.inner
    caption = (code.attributes.get("caption") or match[2]).strip()
    shown = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure class="wp-caption">{match[1]}{shown}</figure>'


def _gallery(code: Shortcode) -> str:
    named = code.attributes.get("ids") or code.attributes.get("include") or ""
    images = code.gallery.named(named) if named else code.gallery.attached()
    inner = "\n".join(figure(image) for image in images)
    return f'<div class="gallery">\n{inner}\n</div>' if inner else ""


def _address(code: Shortcode) -> str:
    named = (code.attributes.get(key) for key in SOURCES)
    found = next((source for source in named if source), None)
    return found or next(iter(ADDRESS.findall(code.inner or code.attributes.get("", ""))), "")


def _player(tag: str) -> Callable[[Shortcode], str]:
    def render_player(code: Shortcode) -> str:
        if not (address := html.escape(_address(code))):
            return ""
        link = f'<a href="{address}">{address}</a>'
        return f'<figure><{tag} controls src="{address}">{link}</{tag}></figure>'

    return render_player


def _link(code: Shortcode) -> str:
    address = html.escape(_address(code))
    return f'<p><a href="{address}">{address}</a></p>' if address else ""


KNOWN: dict[str, Callable[[Shortcode], str]] = {
    "caption": _caption,
    "wp_caption": _caption,
    "gallery": _gallery,
    "audio": _player("audio"),
    "video": _player("video"),
    "embed": _link,
    "youtube": _link,
    "vimeo": _link,
}
