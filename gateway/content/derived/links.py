"""The pages of the same site that a post links to."""

import posixpath
import re
import unicodedata
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from gateway.content import names
from gateway.content.site import Site

LINK = re.compile(r'<a (?:[^>]* )?href="([^"]+)"')
WHOLE = re.compile(r"https?://", re.IGNORECASE)
INDEX = "/index.html"
NOWHERE = "http://site.invalid"
"""Where a site is that does not say it: https://www.rfc-editor.org/rfc/rfc6761#section-6.4"""


def internal(site: Site, source: str, path: str, html: str) -> tuple[str, ...]:
    """What the sanitised HTML of the post at `path` links to on the same site, each once, in order.

    URL paths are as a post's `path` is stored: decoded, beginning with the site's base path,
    without query, fragment and `index.html`. A link to a file of Markdown is that file's path from
    the site's root, without a slash at its beginning; `source` is the post's own. Links to the post
    itself and to files that are no pages are left out.
    """
    if "<a " not in html:
        return ()
    own = site.base_path + path
    home = urlsplit(site.url or NOWHERE)
    page = f"{home.scheme}://{home.netloc}{quote(own)}"
    hrefs = map(unescape, dict.fromkeys(LINK.findall(html)))
    targets = (_target(site, source, home.netloc, page, href) for href in hrefs)
    return tuple(dict.fromkeys(each for each in targets if each and each not in {own, source}))


def _target(site: Site, source: str, host: str, page: str, href: str) -> str | None:
    if href.startswith("#"):
        return None
    href = href.strip()
    try:
        written = urlsplit(href)
        parts = written if WHOLE.match(href) else urlsplit(urljoin(page, href))
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or parts.netloc.lower() != host.lower():
        return None
    suffix = PurePosixPath(parts.path).suffix.lower()
    if suffix in site.markdown_extensions and not (written.scheme or written.netloc):
        return _file(site, source, written)
    path = unicodedata.normalize("NFC", unquote(parts.path))
    if path.endswith(INDEX):
        path = path.removesuffix(INDEX) + "/"
    if not path.startswith(f"{site.base_path}/"):
        return None
    return None if suffix in names.NOT_WRITING else path


def _file(site: Site, source: str, written: SplitResult) -> str | None:
    """The file that a post names from its own folder, or from where the site's addresses begin."""
    path = unquote(written.path)
    folder = site.place(source).base if path.startswith("/") else posixpath.dirname(source)
    file = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
    return None if file.startswith("..") else file
