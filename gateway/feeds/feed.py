"""What a feed says, whatever its format. Every address is absolute, every moment RFC 3339."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    url: str
    avatar: str | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """A tag or a category. `scheme`, the folder of such pages, and `term` are its address."""

    scheme: str
    term: str
    label: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A post. `published` is None for one without a date; `summary` is plain text."""

    id: str
    url: str
    title: str
    language: str
    published: str | None
    updated: str
    summary: str
    html: str
    image: str | None = None
    authors: tuple[Person, ...] = ()
    categories: tuple[Category, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """`home` is the page that it is of; in that folder it lives itself, in each of its formats.

    `publisher` stands for the author of what has none.
    """

    id: str
    title: str
    description: str | None
    language: str
    home: str
    updated: str
    publisher: Person
    entries: tuple[Entry, ...]
