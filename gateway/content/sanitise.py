"""HTML to safe HTML; the only module that knows nh3.

Authors are trusted with what a page says, not with running programs in a reader's browser:
a gateway's HTML is shown by pages and apps that did not write it. No script, no style, no frames.
"""

import re

import nh3

TAGS = nh3.ALLOWED_TAGS | {
    "audio", "dd", "del", "details", "dl", "dt", "figcaption", "figure", "input", "ins", "mark",
    "picture", "s", "section", "source", "summary", "track", "video",
}  # fmt: skip
EVERYWHERE = {"class", "dir", "id", "lang", "role", "title"}
ATTRIBUTES = {
    **nh3.ALLOWED_ATTRIBUTES,
    "*": EVERYWHERE,
    "a": {"href", "hreflang", "name", "rel"},
    "audio": {"controls", "loop", "muted", "preload", "src"},
    "details": {"open"},
    "img": {"align", "alt", "decoding", "height", "loading", "sizes", "src", "srcset", "width"},
    "input": {"checked", "disabled"},
    "ol": {"reversed", "start", "type"},
    "source": {"media", "sizes", "src", "srcset", "type"},
    "track": {"default", "kind", "label", "src", "srclang"},
    "video": {"controls", "height", "loop", "muted", "playsinline", "poster", "preload", "src",
              "width"},
}  # fmt: skip
CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    tag_attribute_values={"a": {"target": {"_blank"}}, "input": {"type": {"checkbox"}}},
    # Browsers have treated target=_blank as noopener since 2021, and authors use rel.
    link_rel=None,
    url_schemes={"http", "https", "mailto", "tel"},
)

# Those among the refused that a reader misses; of comments and unknown tags nobody is told.
REFUSED = re.compile(r"<(script|style|iframe|object|embed|form|svg|math)\b", re.IGNORECASE)


# What stands in it is for readers without scripts, and here all are.
NOSCRIPT = re.compile(r"</?noscript\b[^>]*>", re.IGNORECASE)


def refused(html: str) -> list[str]:
    """The elements, like `<iframe>`, that `clean` takes out of the HTML."""
    return sorted({f"<{name.lower()}>" for name in REFUSED.findall(html)})


def clean(html: str) -> str:
    """The HTML without anything that could run, load a frame or restyle the page around it."""
    return CLEANER.clean(NOSCRIPT.sub("", html) if "noscript" in html else html)
