"""Where the menus of a site are, and all of them together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from gateway.content import configuration, slug
from gateway.content.dialects.dialect import Dialect
from gateway.content.issues import Issues
from gateway.content.matter import datafile, frontmatter, nodes
from gateway.content.matter.nodes import Node, Scalar
from gateway.content.menus import nesting, shapes
from gateway.content.menus.entries import TITLES, Entry, Reader
from gateway.content.names import HTML, MARKDOWN

MAIN = "main"
NAMED = ("footer", "sidebar")
"""A file or setting with one of these in its name holds that menu, any other the main one."""

TABS = "tabs"
"""A collection whose pages are the menu, by their `order`: so Jekyll's theme Chirpy."""

MOST_TABS = 100
MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Sources:
    """What a site's menus are read from. What is read counts in the fingerprint."""

    row: Dialect
    root: Path
    settings: nodes.Mapping
    fingerprint: blake2b
    issues: Issues

    def menus(self, base_path: str, locale: str) -> Mapping[str, list[Entry]]:
        """The menus by name. Addresses of the site begin with `base_path`.

        Of two with the same name, the second goes by that of its file or setting.
        """
        titles = ("name", *TITLES) if self.row.names_are_titles else TITLES
        reader = Reader(base_path, locale, titles, self._page)
        found: dict[str, list[Entry]] = {}
        read: set[str] = set()
        for source, node in self._nodes():
            default = next((name for name in NAMED if name in source.lower()), MAIN)
            for name, written in shapes.menus(node, default) if source not in read else ():
                entries = reader.entries(written)
                if self.row.weighted_menus:
                    entries = nesting.nested(entries)
                if entries:
                    found.setdefault(source if name in found else name, entries)
                    read.add(source)
        return found

    def _nodes(self) -> Iterator[tuple[str, Node]]:
        """What may hold menus, each by the name of its file or setting."""
        for key in self.row.menus:
            found = nodes.find(self.settings, (key,))
            if found:
                yield key.rpartition(".")[2], found[1]
        for path, field in self.row.menu_files(self.root, self.settings):
            written = self._text(path)
            if written is None:
                continue
            node = datafile.CONFIG_READERS[path.suffix](written, self.issues)
            if field is None:
                yield path.stem, node
            elif isinstance(node, dict) and field in node:
                yield field, node[field]
        if self.row.page_path is not None and (tabs := list(self._tabs())):
            yield TABS, [values for _, values in sorted(tabs, key=lambda tab: tab[0])]

    def _tabs(self) -> Iterator[tuple[float, nodes.Mapping]]:
        folder = self.root / f"_{TABS}"
        for path in sorted(folder.iterdir())[:MOST_TABS] if folder.is_dir() else ():
            values = self._matter(path)
            if values is not None:
                order = nodes.as_json(values.get("order", Scalar("", None)))
                title, url = _title(values, path), nodes.find_text(values, ("permalink",))
                yield (
                    order if isinstance(order, int | float) else float("inf"),
                    values | _node(title, url or f"/{path.stem}/"),
                )

    def _page(self, path: str) -> tuple[str, str] | None:
        """The title and the address of a page: https://jekyllrb.com/docs/pages/."""
        address = self.row.page_path
        if address is None or ".." in path.split("/"):
            return None
        values = self._matter(self.root / path.lstrip("/"))
        if values is None:
            return None
        own = nodes.find_text(values, ("permalink",))
        return _title(values, Path(path)), own or address(self.settings, path)

    def _matter(self, path: Path) -> nodes.Mapping | None:
        """The front matter of a page."""
        if path.suffix.lower() not in MARKDOWN | HTML or not path.is_file():
            return None
        written = self._text(path)
        if written is None:
            return None
        return frontmatter.fields(frontmatter.split(written, self.issues), self.issues)

    def _text(self, path: Path) -> str | None:
        self.issues.file = path.relative_to(self.root).as_posix()
        self.issues.lines = {}
        try:
            if path.stat().st_size > MAX_BYTES:
                return None
        except OSError:
            return None
        return configuration.text(path, self.fingerprint, self.issues)


def _title(values: nodes.Mapping, path: Path) -> str:
    return nodes.find_text(values, ("title",)) or slug.title(path.stem)


def _node(title: str, url: str) -> nodes.Mapping:
    return {"title": Scalar(title, title), "url": Scalar(url, url)}
