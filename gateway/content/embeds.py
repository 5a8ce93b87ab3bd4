"""What stands in a page for something that is shown from elsewhere: a link to it.

Tags and shortcodes of many generators embed videos, posts and code; a link works in every
client and lets nobody watch the reader before it is followed.
"""

import re
from html import escape
from urllib.parse import quote

# https://developers.google.com/youtube/player_parameters
YOUTUBE_ID = re.compile(r"(?:(?:v=|youtu\.be/|/embed/|/shorts/)|^)([\w-]{6,20})(?:[?&#/]|$)")


def link(address: str, text: str | None = None) -> str:
    """A link in HTML; nothing where there is no address."""
    if not address:
        return ""
    shown = text or address.removeprefix("https://").removeprefix("http://")
    return f'<a href="{escape(address)}">{escape(shown)}</a>'


def _under(base: str, key: str) -> str:
    return link(base + quote(key, safe="/?=&#%._-~")) if key else ""


def youtube(key: str) -> str:
    """`key` is a video's id or any of its addresses."""
    found = YOUTUBE_ID.search(key)
    return _under("https://www.youtube.com/watch?v=", found[1] if found else key)


def vimeo(key: str) -> str:
    return _under("https://vimeo.com/", key.rstrip("/").rpartition("/")[2])


def gist(key: str) -> str:
    """`key` is an id or `user/id`."""
    return _under("https://gist.github.com/", key.removeprefix("https://gist.github.com/"))


def tweet(key: str, user: str = "i") -> str:
    if key.startswith(("https://", "http://")):
        return link(key)
    return _under("https://twitter.com/", f"{user}/status/{key}" if key else "")


def instagram(key: str) -> str:
    return _under("https://www.instagram.com/p/", key)


def image(
    source: str, alt: str = "", title: str = "", width: str = "", height: str = "", class_: str = ""
) -> str:
    """An image in HTML; nothing where there is no source."""
    if not source:
        return ""
    attributes = {"class": class_, "width": width, "height": height, "title": title}
    written = "".join(f' {name}="{escape(v)}"' for name, v in attributes.items() if v)
    return f'<img src="{escape(source)}" alt="{escape(alt)}"{written}>'


def figure(content: str, caption: str = "", class_: str = "") -> str:
    """Content, both of it and of `caption` being HTML, in a figure."""
    classes = f' class="{escape(class_)}"' if class_ else ""
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f"<figure{classes}>{content}{below}</figure>\n\n"
