"""What statements call for a search."""

import json

import orjson

from gateway.text.search import highlights as search_highlights
from gateway.text.search import query
from gateway.text.search.highlights import Post


def strict(typed: str, languages: str) -> str:
    """The expression for posts with all terms; `languages` is a JSON list."""
    return query.strict(query.parse(typed), orjson.loads(languages))


def relaxed(typed: str, languages: str) -> str:
    """The same for posts with some of them."""
    return query.relaxed(query.parse(typed), orjson.loads(languages))


def highlights(
    typed: str,
    first: int,
    around: int,
    text_format: str,
    title: str,
    tags: str,
    excerpt: str,
    body: str,
    locale: str,
) -> str:
    """What shows why a post was found, as JSON: a list of `{property, fragment, ranges}`.

    `tags` are the names of its tags and categories, a JSON list. The ranges `{start, end}` count
    UTF-16 code units of the fragment in PLAIN, as JavaScript does. No argument may be NULL.
    """
    post = Post(title, json.loads(tags), excerpt, body, locale)
    found = search_highlights.find(typed, post, first, around, text_format)
    shown = (
        highlight._asdict() | {"ranges": [place._asdict() for place in highlight.ranges]}
        for highlight in found
    )
    return json.dumps(list(shown), ensure_ascii=False)
