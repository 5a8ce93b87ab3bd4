"""An export of Ghost to articles.

https://docs.ghost.org/migration/custom
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from gateway.errors import ExportError
from gateway.importers import lexical, mobiledoc
from gateway.importers.export import Article, Export, Place
from gateway.importers.htmltext import plain
from gateway.importers.report import Report

Row = Mapping[str, Any]

ADDRESS = "__GHOST_URL__"
PUBLISHED, SCHEDULED, PUBLIC = "published", "scheduled", "public"
TITLE_UNKNOWN = "(Untitled)"
UNFINISHED = frozenset({"draft"})
MILLISECONDS = 1000
HTML, MARKDOWN = ".html", ".md"
TABLES = ("posts", "posts_meta", "tags", "users", "posts_tags", "posts_authors", "settings")


def read(paths: Sequence[Path], report: Report, *, pages: bool, url: str | None) -> Export:
    """The posts of these files. Without the site's `url` its own files get addresses from `/`."""
    sites = [_Site(path, report, (url or "").rstrip("/")) for path in sorted(paths)]
    first = sites[0]
    return Export(
        config={
            "title": first.setting("title"),
            "description": first.setting("description"),
            "url": url or "",
            "lang": first.setting("locale")
            or first.setting("lang")
            or first.setting("default_locale"),
            "timezone": first.setting("timezone") or first.setting("active_timezone") or "UTC",
            "permalink": "/:title/",
        },
        data={
            "authors": {key: value for site in sites for key, value in site.authors()},
            "tags": {key: value for site in sites for key, value in site.tag_data()},
        },
        articles=(article for site in sites for article in site.articles(pages=pages)),
    )


class _Site:
    """The tables of one export. What is not a list of objects counts as empty."""

    def __init__(self, path: Path, report: Report, url: str) -> None:
        self._path = path
        self._report = report
        self._url = url
        tables = _tables(path)
        self._posts, metas, tags, users, *others = (_rows(tables, name) for name in TABLES)
        posts_tags, posts_authors, settings = others
        self._settings = {_text(row, "key"): row.get("value") for row in settings}
        self._metas = {_key(row, "post_id"): row for row in metas}
        self._tags = {_key(row, "id"): row for row in tags}
        self._users = {_key(row, "id"): row for row in users}
        self._tags_of = _related(posts_tags, "tag_id")
        self._authors_of = _related(posts_authors, "author_id")

    def setting(self, key: str) -> str:
        value = self._settings.get(key)
        return self._local(value) if isinstance(value, str) else ""

    def authors(self) -> Iterator[tuple[str, dict[str, str]]]:
        for row in self._users.values():
            if handle := _handle(row):
                yield (
                    handle,
                    {
                        "name": _text(row, "name") or handle,
                        "bio": _text(row, "bio"),
                        "url": _text(row, "website"),
                        "avatar": self._local(_text(row, "profile_image") or _text(row, "image")),
                    },
                )

    def tag_data(self) -> Iterator[tuple[str, dict[str, str]]]:
        for row in self._tags.values():
            if (slug := _text(row, "slug")) and not _is_internal(row):
                values = {"name": _text(row, "name"), "description": _text(row, "description")}
                yield slug, values

    def articles(self, *, pages: bool) -> Iterator[Article]:
        for row in self._posts:
            is_page = _text(row, "type") == "page" or row.get("page") in (1, True)
            if is_page and not pages:
                self._report.skipped["a page (--pages writes them)"] += 1
            else:
                yield self._article(row, is_page=is_page)

    def _article(self, row: Row, *, is_page: bool) -> Article:
        date = self._date(row, "published_at")
        status = _text(row, "status") or PUBLISHED
        created = self._date(row, "created_at")
        if is_page:
            place = Place.PAGE
        elif status in UNFINISHED or (date or created) is None:
            place = Place.DRAFT
        else:
            place, date = Place.POST, date or created
        slug = _text(row, "slug") or f"post-{_key(row, 'id')}"
        body, extension = self._body(row)
        matter = self._matter(row, slug, date, status)
        return Article(place, slug, date, matter, body, extension)

    def _matter(self, row: Row, slug: str, date: datetime | None, status: str) -> dict[str, Any]:
        meta = self._metas.get(_key(row, "id"), {})
        visibility = _text(row, "visibility") or PUBLIC
        is_public = status in (PUBLISHED, SCHEDULED) and visibility == PUBLIC
        title = plain(_text(row, "title"))
        for field in ("codeinjection_head", "codeinjection_foot"):
            if _text(row, field):
                self._report.skipped["injected code of a post"] += 1
        return {
            "title": None if title == TITLE_UNKNOWN else title,
            "date": date,
            "last_modified_at": self._date(row, "updated_at"),
            "slug": slug,
            "published": None if is_public else False,
            "ghost_status": None if status == PUBLISHED else status,
            "ghost_visibility": None if visibility == PUBLIC else visibility,
            "authors": self._authors(row),
            "tags": self._post_tags(row),
            "featured": True if row.get("featured") in (1, True) else None,
            "image": self._image(row, meta),
            "excerpt": _text(row, "custom_excerpt"),
            "seo_title": _text(meta, "meta_title") or _text(row, "meta_title"),
            "description": _text(meta, "meta_description") or _text(row, "meta_description"),
            "canonical_url": _text(row, "canonical_url"),
            "lang": _text(row, "locale"),
            "ghost_id": _key(row, "id"),
        }

    def _post_tags(self, row: Row) -> list[str]:
        """The primary tag first; those that begin with `#` are for the theme, not for readers."""
        rows = (self._tags.get(key) for key in self._tags_of.get(_key(row, "id"), ()))
        return [_text(tag, "name") for tag in rows if tag is not None and not _is_internal(tag)]

    def _authors(self, row: Row) -> list[str]:
        keys = self._authors_of.get(_key(row, "id")) or [_key(row, "author_id")]
        return [_handle(self._users[key]) for key in keys if key in self._users]

    def _image(self, row: Row, meta: Row) -> dict[str, str]:
        address = self._local(_text(row, "feature_image") or _text(row, "image"))
        if not address:
            return {}
        values = {
            "path": address,
            "alt": _text(meta, "feature_image_alt"),
            "caption": plain(_text(meta, "feature_image_caption")),
        }
        return {name: value for name, value in values.items() if value}

    def _body(self, row: Row) -> tuple[str, str]:
        """HTML as Ghost has rendered it, else the editor's document."""
        if written := _text(row, "html"):
            return _first_paragraph_apart(self._local(written)), HTML
        for column, editor in (("lexical", lexical), ("mobiledoc", mobiledoc)):
            if written := _text(row, column):
                alone = editor.only_markdown(written)
                if alone is not None:
                    return self._local(alone), MARKDOWN
                made = editor.render(written, self._report)
                if made is not None:
                    return self._local(made), HTML
                self._problem(row, f"its {column} is malformed, so it has no body")
        return self._local(_text(row, "markdown")), MARKDOWN if _text(row, "markdown") else HTML

    def _local(self, written: str) -> str:
        return written.replace(ADDRESS, self._url)

    def _date(self, row: Row, field: str) -> datetime | None:
        value = row.get(field)
        if value in (None, ""):
            return None
        try:
            if isinstance(value, int | float):
                return datetime.fromtimestamp(value / MILLISECONDS, UTC)
            moment = datetime.fromisoformat(str(value))
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (ValueError, OverflowError, OSError):
            self._problem(row, f"{field} {value!r} is no date and was left out")
            return None

    def _problem(self, row: Row, message: str) -> None:
        name = _text(row, "title") or _text(row, "slug") or _key(row, "id")
        self._report.problem(f"{self._path.name}: {name}", message)


def _tables(path: Path) -> Row:
    """Raises `ExportError` where there are no posts in the file."""
    try:
        document = orjson.loads(path.read_bytes())
    except OSError as error:
        raise ExportError(f"{path} cannot be read ({error.strerror}); name an export") from error
    except orjson.JSONDecodeError as error:
        raise ExportError(
            f"{path}:{error.lineno} is not JSON ({error.msg.partition(':')[0]}); export it again"
        ) from None
    root = document if isinstance(document, dict) else {}
    databases = root.get("db")
    if isinstance(databases, list) and databases and isinstance(databases[0], dict):
        root = databases[0]
    tables = root.get("data")
    if not isinstance(tables, dict) or not isinstance(tables.get("posts"), list):
        raise ExportError(
            f"{path} is JSON but no export of Ghost; write one with Settings, Import/Export"
        )
    return tables


def _first_paragraph_apart(written: str) -> str:
    """Ghost's HTML is one line; a blank line after the first paragraph makes it the excerpt."""
    head, end, tail = written.partition("</p>")
    return f"{head}{end}\n\n{tail.lstrip()}" if tail.strip() else written


def _rows(tables: Row, name: str) -> list[Row]:
    rows = tables.get(name)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _text(row: Row, key: str) -> str:
    value = row.get(key)
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else ""


def _key(row: Row, key: str) -> str:
    """An id, which is a number in old exports and a text in new ones."""
    value = row.get(key)
    return "" if value is None else str(value)


def _handle(row: Row) -> str:
    return _text(row, "slug") or _text(row, "name")


def _is_internal(tag: Row) -> bool:
    return _text(tag, "visibility") == "internal" or _text(tag, "name").startswith("#")


def _related(rows: Sequence[Row], column: str) -> dict[str, list[str]]:
    """The ids of `column` by post, in their order."""
    ordered = sorted(rows, key=lambda row: _order(row.get("sort_order")))
    found: dict[str, list[str]] = {}
    for row in ordered:
        found.setdefault(_key(row, "post_id"), []).append(_key(row, column))
    return found


def _order(value: Any) -> int:
    return value if isinstance(value, int) else 0
