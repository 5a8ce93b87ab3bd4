"""Pieces of HTML that tags and shortcodes come to, in every generator the same.

Videos become frames, which `sanitise` judges as those that authors write themselves; posts and
code of other sites become links, because what shows them there is a script.
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


def _frame(address: str, title: str) -> str:
    return f'<iframe src="{escape(address)}" title="{title}"></iframe>'


def youtube(key: str) -> str:
    """`key` is a video's id or any of its addresses; the frame sets no cookie before it plays."""
    found = YOUTUBE_ID.search(key)
    if found is None:
        return link(key)
    return _frame(f"https://www.youtube-nocookie.com/embed/{found[1]}", "YouTube")


def vimeo(key: str) -> str:
    """`key` is a video's id or its address."""
    number = key.rstrip("/").rpartition("/")[2]
    if not (number.isascii() and number.isdigit()):
        return link(key)
    return _frame(f"https://player.vimeo.com/video/{number}", "Vimeo")


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
