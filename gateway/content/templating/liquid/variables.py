"""What `site`, `page` and `jekyll` are in a body."""

from collections.abc import Callable, Iterator
from posixpath import dirname
from typing import Any
from urllib.parse import quote

from gateway.content.matter import nodes
from gateway.content.templating.liquid.library import Library
from gateway.content.templating.liquid.values import Drop
from gateway.content.templating.page import Page

OTHER_FILES = frozenset(
    {
        *("categories", "collections", "documents", "html_files", "html_pages", "pages", "posts"),
        *("related_posts", "static_files", "tags"),
    }
)


class Site(Drop):
    """The configuration, `data` and `time`.

    `time` is the post's own: a post does not change because it is loaded again. Lists of other
    posts and pages are empty, and `missing` is told so.
    """

    def __init__(self, page: Page, library: Library, missing: Callable[[str], None]) -> None:
        site = page.entry.site
        self._values: dict[str, Any] = {
            **site.config,
            "url": site.config.get("url") or "",
            "baseurl": site.config.get("baseurl") or "",
            "data": library.data,
            "time": page.changed_at.astimezone(site.time_zone),
        }
        collections = site.config.get("collections")
        named = collections if isinstance(collections, dict | list) else []
        self._elsewhere = OTHER_FILES.union(str(name) for name in named)
        self._missing = missing

    def __getitem__(self, key: str) -> Any:
        if key in self._elsewhere:
            self._missing(key)
            return []
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def of(page: Page, library: Library, missing: Callable[[str], None]) -> dict[str, Any]:
    return {
        "site": Site(page, library, missing),
        "page": _page(page),
        "jekyll": {"environment": "production", "version": "4.3.1"},
    }


def _page(page: Page) -> dict[str, Any]:
    """https://jekyllrb.com/docs/variables/#page-variables."""
    entry = page.entry
    url = quote(page.path, safe="/:@!$&'()*+,;=-._~")
    values = {key: nodes.as_json(value) for key, value in entry.values.items()}
    if not nodes.is_set(entry.values.get("title")):
        values["title"] = page.title
    date = page.published_at
    return {
        **values,
        "categories": list(page.categories),
        "collection": "posts",
        "date": None if date is None else date.astimezone(entry.site.time_zone),
        "draft": entry.name.is_draft,
        "ext": entry.name.extension,
        "id": f"{dirname(url.rstrip('/')).rstrip('/')}/{page.slug}",
        "path": entry.source_path,
        "relative_path": entry.source_path,
        "slug": page.slug,
        "tags": list(page.tags),
        "url": url,
    }
