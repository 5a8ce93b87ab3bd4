"""The pages of the same site that a post links to."""

import re
import unicodedata
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit

from gateway.content import names
from gateway.content.site import Site

LINK = re.compile(r'<a (?:[^>]* )?href="([^"]+)"')
WHOLE = re.compile(r"https?://", re.IGNORECASE)
INDEX = "/index.html"
NOWHERE = "http://site.invalid"
"""Where a site is that does not say it: https://www.rfc-editor.org/rfc/rfc6761#section-6.4"""


def internal(site: Site, path: str, html: str) -> tuple[str, ...]:
    """The URL paths that the sanitised HTML of the post at `path` links to, each once, in order.

    They are as a post's `path` is stored: decoded, beginning with the site's base path, without
    query, fragment and `index.html`. Links to the post itself and to files that are no pages are
    left out.
    """
    if "<a " not in html:
        return ()
    own = site.base_path + path
    home = urlsplit(site.url or NOWHERE)
    page = f"{home.scheme}://{home.netloc}{quote(own)}"
    hrefs = map(unescape, dict.fromkeys(LINK.findall(html)))
    targets = (_target(site, home.netloc, page, href) for href in hrefs)
    return tuple(dict.fromkeys(target for target in targets if target and target != own))


def _target(site: Site, host: str, page: str, href: str) -> str | None:
    if href.startswith("#"):
        return None
    href = href.strip()
    try:
        parts = urlsplit(href if WHOLE.match(href) else urljoin(page, href))
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or parts.netloc.lower() != host.lower():
        return None
    path = unicodedata.normalize("NFC", unquote(parts.path))
    if path.endswith(INDEX):
        path = path.removesuffix(INDEX) + "/"
    if not path.startswith(f"{site.base_path}/"):
        return None
    return None if PurePosixPath(path).suffix.lower() in names.NOT_WRITING else path
