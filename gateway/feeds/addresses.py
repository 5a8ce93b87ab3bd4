"""Addresses in the HTML of a post, made absolute: a feed is read far from the site.

Atom has `xml:base` for this, but many readers do not heed it, and JSON Feed has nothing.
"""

import re
from collections.abc import Callable
from html import escape, unescape
from urllib.parse import urljoin

# The HTML is sanitised: every `<` and `>` belongs to a tag, and every value is in `"`. All
# attributes are matched, so that what looks like one inside a value is passed over with it.
_TAG = re.compile(r'<[a-z][a-z0-9]*(?: [^\s=>"]+="[^"]*")+>')
_ATTRIBUTE = re.compile(r' ([^\s=>"]+)="([^"]*)"')
_IMAGE = re.compile(r"([^\s,]\S*+)((?:(?<!,)\s[^,]*+)?)")
"""One image of a `srcset`: https://html.spec.whatwg.org/multipage/images.html#parse-a-srcset-attribute"""


def absolute(html: str, base: str) -> str:
    """Sanitised HTML in which each link and each file has an absolute address."""

    def attribute(found: re.Match[str]) -> str:
        name, value = found.groups()
        if name not in _READERS:
            return found[0]
        return f' {name}="{escape(_READERS[name](unescape(value), base))}"'

    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(attribute, tag[0]), html)


def joined(address: str, base: str) -> str:
    """The address as seen from the page at `base`; itself where it is none."""
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return address


def _images(srcset: str, base: str) -> str:
    def image(found: re.Match[str]) -> str:
        # Commas at its end are none of the address: another image follows.
        address = found[1].rstrip(",")
        return joined(address, base) + found[1][len(address) :] + found[2]

    return _IMAGE.sub(image, srcset)


_READERS: dict[str, Callable[[str, str], str]] = {
    "cite": joined,
    "href": joined,
    "poster": joined,
    "src": joined,
    "srcset": _images,
}
