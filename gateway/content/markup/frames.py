"""Frames of other sites that a post may hold: videos, slides, maps, music.

Only addresses of this table, and every frame is built anew, so that no attribute of the author's
gives it more rights. It can run its own scripts on its own site, which its player needs, but not
take the reader to another page, ask for the camera, or submit a form.
"""

import re
from html import escape, unescape
from typing import NamedTuple

# What the path of an embedded page begins with, by host.
HOSTS = {
    "archive.org": "/embed/",
    "asciinema.org": "/a/",
    "bandcamp.com": "/EmbeddedPlayer/",
    "clips.twitch.tv": "/embed",
    "codepen.io": "/",
    "codesandbox.io": "/embed/",
    "docs.google.com": "/presentation/d/",
    "embed.music.apple.com": "/",
    "embed.nicovideo.jp": "/watch/",
    "embed.ted.com": "/talks/",
    "embed.zenn.studio": "/",
    "hatenablog-parts.com": "/embed",
    "jsfiddle.net": "/",
    "open.spotify.com": "/embed",
    "player.bilibili.com": "/player.html",
    "player.twitch.tv": "/",
    "player.vimeo.com": "/video/",
    "speakerdeck.com": "/player/",
    "stackblitz.com": "/",
    "w.soundcloud.com": "/player",
    "www.dailymotion.com": "/embed/",
    "www.google.com": "/maps/embed",
    "www.loom.com": "/embed/",
    "www.openstreetmap.org": "/export/embed.html",
    "www.slideshare.net": "/slideshow/embed_code/",
    "www.youtube-nocookie.com": "/embed/",
    "www.youtube.com": "/embed/",
    "youtube.com": "/embed/",
}
FIXED = (
    ' loading="lazy"'
    # YouTube plays only where it is told the site that embeds it.
    ' referrerpolicy="strict-origin-when-cross-origin"'
    ' sandbox="allow-popups allow-popups-to-escape-sandbox allow-presentation allow-same-origin'
    ' allow-scripts" allow="encrypted-media" allowfullscreen=""'
)

# Nothing that parsers of addresses disagree on: no user, port, backslash, blank or letter beyond
# ASCII, and no `..`, also not encoded, to leave the path by.
ADDRESS = re.compile(r"(?:https?:)?//(?P<host>[a-zA-Z0-9.-]+)(?P<rest>/[!#-;=?-Z_a-z~]*)")
DOTS = re.compile(r"/(?:\.|%2e){1,2}(?:[/?#]|$)", re.IGNORECASE)
LENGTH = re.compile(r"[0-9]{1,5}%?")

# In the sanitised HTML every `<` and `>` stands for a tag.
FRAME = re.compile(r"<iframe([^>]*)>.*?</iframe>", re.DOTALL)
ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')


class Rebuilt(NamedTuple):
    """`refused` are the addresses of the frames that were left out."""

    html: str
    refused: list[str]


def rebuild(html: str) -> Rebuilt:
    """The sanitised HTML, with its frames built anew or left out."""
    refused: list[str] = []

    def frame(match: re.Match[str]) -> str:
        written = {name: unescape(value) for name, value in ATTRIBUTE.findall(match[1])}
        source = address(written.get("src", ""))
        if source is None:
            refused.append(written.get("src", ""))
            return ""
        kept = f' src="{escape(source)}"'
        if "title" in written:
            kept += f' title="{escape(written["title"])}"'
        for name in ("width", "height"):
            if LENGTH.fullmatch(written.get(name, "")):
                kept += f' {name}="{written[name]}"'
        return f"<iframe{kept}{FIXED}></iframe>"

    return Rebuilt(FRAME.sub(frame, html), refused)


def address(written: str) -> str | None:
    """The address of a frame, always https, if it is one of the table."""
    match = ADDRESS.fullmatch(written.strip())
    if match is None:
        return None
    host, rest = match["host"].lower(), match["rest"]
    begins = HOSTS.get(host)
    if begins is None or not rest.startswith(begins) or DOTS.search(rest.partition("?")[0]):
        return None
    return f"https://{host}{rest}"
