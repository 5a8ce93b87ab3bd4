"""What a theme writes for an entry of a menu, to the same keys for all of them.

The names are those of Jekyll's, Hugo's, Zola's, Hexo's and Eleventy's themes.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from gateway.content.matter import nodes
from gateway.content.matter.nodes import Mapping, Node, Scalar

Entry = dict[str, Any]
"""`title` and `url`, either of which may be None, `children`, and the other keys as written."""

TITLES = ("title", "name", "text", "label", "header", "titles", "subtitle", "identifier")
URLS = ("url", "href", "link", "path", "permalink", "pageRef", "subhref")
CHILDREN = (
    *("children", "links", "items", "entries", "submenu", "sub_menu", "submenus", "menu", "sub"),
    *("sublinks", "sub_links", "subitems", "sub_items", "subcategories", "subfolders", "subpages"),
    *("dropdown", "options", "pages", "nav", "nav_items", "folderitems", "subfolderitems"),
    "menuItems",
)
OWN_URL = "default"
"""Among the entries of a submenu, the address of the submenu: so Hexo's theme NexT."""

DEEPEST = 8
ADDRESS = re.compile(r"(?:[/#?]|\./|https?:|mailto:|\$BASE_URL)\S*", re.IGNORECASE)
BASE = re.compile(r"\$BASE_URL|\{\{[^{}]{0,60}base_?url[^{}]{0,60}\}\}", re.IGNORECASE)
FILE = re.compile(r"\A@|(?:_index)?\.md\Z")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|[#?]", re.IGNORECASE)
SCRIPTS = re.compile(r"\s*(?:javascript|vbscript|data):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reader:
    """How a site's entries are read: `titles` are the keys in the order in which they count.

    `page` finds the title and the address of the page in a file of the site.
    """

    base_path: str
    locale: str
    titles: tuple[str, ...]
    page: Callable[[str], tuple[str, str] | None]

    def entries(self, node: Node | None, depth: int = 0) -> list[Entry]:
        """The entries in a list, or in a mapping of titles; what is no entry is left out."""
        if depth == DEEPEST:
            return []
        found: list[Entry | None] = []
        if isinstance(node, list):
            for item in node:
                if isinstance(item, dict) and len(item) == 1 and not is_entry(item):
                    found += self._pairs(item, depth)
                else:
                    found.append(self._entry(item, depth))
        elif isinstance(node, dict):
            found += self._pairs(node, depth)
        return [entry for entry in found if entry]

    def _pairs(self, values: Mapping, depth: int) -> Iterator[Entry | None]:
        """Entries that are written `title: address`, or `title:` over what is below it."""
        for key, value in values.items():
            if key == OWN_URL:
                continue
            title, icon = _split(key)
            if isinstance(value, dict) and is_entry(value):
                entry = self._entry(value, depth)
                yield entry and {**entry, "title": entry["title"] or title}
            elif isinstance(value, Scalar):
                written, own_icon = _split(value.text if nodes.is_set(value) else "")
                if written:
                    yield _made(title, self._address(written), [], own_icon or icon)
            else:
                own = value.get(OWN_URL) if isinstance(value, dict) else None
                written, own_icon = _split(nodes.text(own) or "")
                address = self._address(written) if written else None
                yield _made(title, address, self.entries(value, depth + 1), own_icon or icon)

    def _entry(self, node: Node, depth: int) -> Entry | None:
        if isinstance(node, Scalar):
            return self._of_text(node.text) if nodes.is_set(node) else None
        if not isinstance(node, dict):
            return None
        title, url, children = _key(node, self.titles), _key(node, URLS), _children(node)
        used = {title, url, children}
        entry: Entry = {
            "title": self._title(node[title]) if title else None,
            "url": self._url(url, node[url]) if url else None,
            "children": self.entries(node[children], depth + 1) if children else [],
        }
        if not any(entry.values()):
            return None
        others = node.keys() - used - entry.keys()
        return entry | {key: nodes.as_json(node[key]) for key in node if key in others}

    def _of_text(self, written: str) -> Entry | None:
        """A page of the site by its file, or `title || address || icon`."""
        if "||" in written:
            title, address, *icon = (part.strip() for part in written.split("||"))
            return _made(title, self._address(address), [], icon[0] if icon else None)
        page = self.page(written)
        return _made(page[0], self._address(page[1]), [], None) if page else None

    def _title(self, node: Node) -> str | None:
        if isinstance(node, dict):  # a title for each language
            texts = {key: text for key, value in node.items() if (text := nodes.text(value))}
            own = texts.get(self.locale) or texts.get(self.locale.partition("-")[0])
            return own or next(iter(texts.values()), None)
        return (nodes.text(node) or "").strip() or None

    def _url(self, key: str, node: Node) -> str | None:
        written = nodes.text(node) if nodes.is_set(node) else None
        if written is None:
            return None
        if key.lower() == "pageref" or written.startswith("@/"):
            written = FILE.sub("", written).rstrip("/") + "/"
        return self._address(_split(written)[0])

    def _address(self, written: str) -> str | None:
        """An address as it is, a path of the site from the root of its host."""
        written = BASE.sub("", written).strip()
        if SCRIPTS.match(written):
            return None
        if SCHEME.match(written):
            return written
        path = "/" + written.removeprefix("./").lstrip("/")
        is_below = path == self.base_path or path.startswith(f"{self.base_path}/")
        return path if is_below else self.base_path + path


def is_entry(values: Mapping) -> bool:
    """Whether a mapping is one entry; else its keys are titles, and `Link` may be one of them."""
    if any(key in values for key in (*TITLES, "url", "href")):
        return True
    return bool(_key(values, TITLES) and _key(values, URLS))


def is_address(node: Node) -> bool:
    return isinstance(node, Scalar) and ADDRESS.fullmatch(_split(node.text)[0]) is not None


def _key(values: Mapping, keys: tuple[str, ...]) -> str | None:
    """The name that the author used for the first of these fields."""
    found = nodes.find(values, keys, caseless=True)
    return found[0] if found else None


def _children(values: Mapping) -> str | None:
    found = (_key(values, (key,)) for key in CHILDREN)
    return next((key for key in found if key and isinstance(values[key], list | dict)), None)


def _split(written: str) -> tuple[str, str | None]:
    """Hexo's themes write an icon after two bars."""
    text, _, icon = written.partition("||")
    return text.strip(), icon.strip() or None


def _made(title: str, url: str | None, children: list[Entry], icon: str | None) -> Entry | None:
    if not (title and (url or children)):
        return None
    entry: Entry = {"title": title, "url": url, "children": children}
    return entry | ({"icon": icon} if icon else {})
