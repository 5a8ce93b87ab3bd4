"""The GraphQL query that asks for a feed, and how its answer is read.

A feed is asked for as any client would ask: it shows what the public may see, from one statement.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from gateway.feeds import addresses
from gateway.feeds.feed import Category, Entry, Feed, Person

MOST = 20
"""Entries in a feed: the newest. Undated posts come after all others, as in every list."""

MINTED = 2026
"""The year in the ids of feeds and entries, which are tag URIs: https://www.rfc-editor.org/rfc/rfc4151.

An address would be the usual id, but addresses change: with a slug, with the site's `permalink`,
with `https`. Readers would then show every post once more as new. A tag URI is made of what stays,
the site's host and the global id; its year is one in which the host was the site's already.
"""

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without entries was changed, as it has to say."""

Answer = Mapping[str, Any]

_SITE = "site { title description url locale }"
_LIST = f"posts(first: {MOST}) {{ nodes {{ ...Entry }} }}"
_ENTRY = """
fragment Entry on Post {
  id url title locale publishedAt updatedAt
  excerpt(length: null)
  body { html }
  coverImage { src }
  authors { name url avatar { src } }
  categories(first: 100) { nodes { slug name url } }
  tags(first: 100) { nodes { slug name url } }
}
"""
_OF_ALL = f"query Feed {{ {_SITE} {_LIST} }} {_ENTRY}"
_OF_ONE = f"""
query Feed($slug: String!) {{
  {_SITE}
  subject: %s(by: {{ slug: $slug }}) {{ id name description: %s url {_LIST} }}
}}
{_ENTRY}
"""

DOCUMENTS = {
    "tags": _OF_ONE % ("tag", "description"),
    "categories": _OF_ONE % ("category", "description"),
    "authors": _OF_ONE % ("author", "bio"),
    "": _OF_ALL,
}
"""By the folder of the pages that have such a feed. All but the last ask for a `slug`."""


def read(answer: Answer, origin: str) -> Feed | None:
    """The feed that a query's answer holds, or None where it is of nothing that there is.

    `origin` is the address without a path that the site has where it does not say its own.
    """
    site = answer["site"]
    address = site["url"] or origin
    title = site["title"] or address
    whole = "subject" not in answer
    subject = {**site, **answer, "id": "", "url": f"{address}/"} if whole else answer["subject"]
    if subject is None:
        return None
    entries = tuple(_entry(post, address) for post in subject["posts"]["nodes"])
    changes = (datetime.fromisoformat(entry.updated) for entry in entries)
    return Feed(
        id=_id(address, subject["id"]),
        title=title if whole else f"{subject['name']} – {title}",
        description=subject["description"],
        language=site["locale"],
        home=addresses.joined(subject["url"], address),
        updated=max(changes, default=NEVER).isoformat(),
        publisher=Person(title, f"{address}/"),
        entries=entries,
    )


def _entry(post: Answer, address: str) -> Entry:
    url = addresses.joined(post["url"], address)
    image = post["coverImage"]
    return Entry(
        id=_id(address, post["id"]),
        url=url,
        title=post["title"],
        language=post["locale"],
        published=post["publishedAt"] and _moment(post["publishedAt"]),
        updated=_moment(post["updatedAt"]),
        summary=post["excerpt"],
        html=addresses.absolute(post["body"]["html"], url),
        image=image and addresses.joined(image["src"], url),
        authors=tuple(_person(author, address) for author in post["authors"]),
        categories=tuple(
            _category(term, address)
            for terms in (post["categories"], post["tags"])
            for term in terms["nodes"]
        ),
    )


def _person(author: Answer, address: str) -> Person:
    avatar = author["avatar"]
    return Person(
        author["name"],
        addresses.joined(author["url"], address),
        avatar and addresses.joined(avatar["src"], address),
    )


def _category(term: Answer, address: str) -> Category:
    page = addresses.joined(term["url"], address)
    return Category(addresses.joined("..", page), term["slug"], term["name"])


def _id(address: str, name: str) -> str:
    parts = urlsplit(address)
    return f"tag:{parts.hostname},{MINTED}:{parts.path}/{name}"


def _moment(text: str) -> str:
    """A moment whose offset has no seconds: RFC 3339 knows none, the 19th century does."""
    moment = datetime.fromisoformat(text)
    offset = moment.utcoffset()
    in_minutes = offset is None or not offset.seconds % 60
    return (moment if in_minutes else moment.astimezone(UTC)).isoformat()
