"""What every export becomes: frozen values, which are written as a folder."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class Place(StrEnum):
    """Where an article is written."""

    POST = "post"
    DRAFT = "draft"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Article:
    """A post or page. `matter` is its front matter in the order to be written, JSON and datetimes.

    `body` is HTML, or Markdown where `extension` is `.md`. A post has a `date`. `folders` are
    slugs of the pages above a page.
    """

    place: Place
    slug: str
    date: datetime | None
    matter: Mapping[str, Any]
    body: str
    extension: str = ".html"
    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Export:
    """`config` becomes `_config.yml`, each entry of `data` a file of `_data`.

    `articles` can be gone through once, and fill the report while they are.
    """

    config: Mapping[str, Any]
    data: Mapping[str, Mapping[str, Any]]
    articles: Iterable[Article]
