"""The URLs of a site's pages and images."""

import re
from typing import Protocol
from urllib.parse import quote, urljoin

URL_SAFE = "/-._~!$&'()*+,;=:@"
"""What stays unescaped in the path of a URL: RFC 3986, section 3.3."""


ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
"""What begins a URL that says its host."""


class Home(Protocol):
    """Where a site is: see `Site`."""

    @property
    def url(self) -> str | None: ...

    @property
    def base_path(self) -> str: ...


def url_of(site: Home, path: str) -> str:
    """The absolute URL of a path below the site, or only the path where the site has no URL."""
    return (site.url or site.base_path) + quote(path, safe=URL_SAFE)


def image_url(site: Home, src: str) -> str:
    """The absolute URL of an image; encoded, which `src` may be already.

    What is no URL at all, such as `http://[/`, stays as it was written.
    """
    encoded = quote(src, safe=URL_SAFE + "%?#[]")
    try:
        return urljoin(f"{site.url}/", encoded) if site.url else encoded
    except ValueError:
        return encoded


def absolute(site: Home, written: str) -> str:
    """The absolute URL of what is an address, or else a path below the site."""
    if not ADDRESS.match(written):
        written = f"{site.base_path}/{written.lstrip('/')}"
    return image_url(site, written)
