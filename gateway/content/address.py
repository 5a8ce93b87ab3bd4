"""The URLs of a site's pages and images."""

from typing import Protocol
from urllib.parse import quote, urljoin

URL_SAFE = "/-._~!$&'()*+,;=:@"
"""What stays unescaped in the path of a URL: RFC 3986, section 3.3."""


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
    """The absolute URL of an image; encoded, which `src` may be already."""
    encoded = quote(src, safe=URL_SAFE + "%?#[]")
    return urljoin(f"{site.url}/", encoded) if site.url else encoded
