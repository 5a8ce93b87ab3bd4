"""What content becomes: frozen values, which every later layer reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    WARNING = "WARNING"
    ERROR = "ERROR"


@dataclass(frozen=True, slots=True)
class ContentIssue:
    """Something in a file that was not read as its author may have meant it.

    `message` says what is wrong and what to do; `code` is stable, for machines.
    """

    file: str
    code: str
    message: str
    line: int | None = None
    field: str | None = None
    severity: Severity = Severity.WARNING


@dataclass(frozen=True, slots=True)
class Author:
    """`key` identifies the author across posts: the handle in `_data/authors`, else the name."""

    key: str
    name: str
    bio: str | None = None
    url: str | None = None
    avatar: str | None = None


@dataclass(frozen=True, slots=True)
class TermEntry:
    """What a site says of one of its tags or categories, apart from the posts.

    `kind` is 'tag' or 'category'. A post may name it by its `name` or its `key`, a category that
    lies in it also by its `slug`. `parent` names the category that it lies in. `file` and `line`
    are where this is said.
    """

    kind: str
    key: str
    file: str
    name: str | None = None
    slug: str | None = None
    description: str | None = None
    parent: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """One piece of writing in the three formats that clients ask for."""

    markdown: str
    html: str
    plain: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that can be linked to. `depth` is 1 for `h1` to 6 for `h6`; `id` is decoded."""

    id: str
    depth: int
    text: str


@dataclass(frozen=True, slots=True)
class Image:
    """`src` is an absolute URL or a path from the root of the site's host.

    `width` and `height` are in pixels, None where they are not known.
    """

    src: str
    alt: str | None = None
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Seo:
    """What search engines and social networks are told of a post, all of it plain text.

    `open_graph` and `json_ld` are JSON objects. What is not `listed` is for readers alone.
    """

    title: str
    description: str | None
    canonical_url: str
    listed: bool
    open_graph: str
    json_ld: str


@dataclass(frozen=True, slots=True)
class Document:
    """One post, with everything derived that can be derived once.

    `source_path` is relative to the site's root, in POSIX form. `path` is the URL path,
    decoded, beginning with a slash. `reading_time` is in minutes, at least 1. `front_matter`
    holds JSON values only; dates in it stay the text that the author wrote.

    A `draft` is hidden, and so is what is not available yet or any more; `available_from` and
    `available_until` are None where there is no such moment.

    `category_parents` are the categories that others of the post lie in, by their names, where the
    post itself says so. `translation_key` is the same for a post and its translations, None where
    there can be none.

    `locale` is a BCP 47 language tag. `word_count` counts words of scripts that put blanks between
    them and `character_count` every character that is no blank, both without code blocks.
    `ast` is the body as an mdast tree in JSON. `images` are those of the body, each once; `links`
    the URL paths on the same site that it leads to, decoded, with the site's base path, and the
    source paths of files, which begin with no slash.

    `redirect_from` are paths that lead to the post, each with the field that says so;
    `redirect_to` is the path or the URL elsewhere that the post's own path leads to.
    """

    source_path: str
    content_hash: str
    slug: str
    path: str
    title: str
    layout: str | None
    published_at: datetime | None
    updated_at: datetime
    draft: bool
    available_from: datetime | None
    available_until: datetime | None
    tags: tuple[str, ...]
    categories: tuple[str, ...]
    category_parents: Mapping[str, str]
    authors: tuple[Author, ...]
    excerpt: Text
    reading_time: int
    word_count: int
    character_count: int
    locale: str
    translation_key: str | None
    headings: tuple[Heading, ...]
    cover_image: Image | None
    redirect_from: Mapping[str, str]
    redirect_to: str | None
    body: Text
    ast: str
    images: tuple[Image, ...]
    links: tuple[str, ...]
    front_matter: Mapping[str, Any]
    seo: Seo
