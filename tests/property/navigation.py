"""From a post or a tag to others."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import takewhile
from typing import Any

from .blog import Blog, Post
from .paging import folded, published
from .terms import Term

RELATED_POSTS = 5
RELATED_TAGS = 10
RELEVANCE = "s"

TAG = 20
COMMON = 5
SMALL = 25


def adjacent(blog: Blog, post: Post, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The posts beside a post in a list, whether or not it is in the list itself."""
    where = arguments.get("where") or {}
    others = [each for each in blog.posts if each is not post and blog.passes(each, where)]
    order = blog.post_order(arguments.get("orderBy"), where=where)
    if post in order.everything:
        ranked = order.arranged([*others, post])
    else:
        # Its place is known only as far as it is not by how well it fits.
        known = list(takewhile(lambda each: each[0].letter != RELEVANCE, order.asked))
        apart = [
            each for each in others if any(key.value(each) != key.value(post) for key, _ in known)
        ]
        ranked = replace(order, asked=known, ties=[]).arranged([*order.arranged(apart), post])
    place = ranked.index(post)
    return {
        "previous": ranked[place - 1] if place else None,
        "next": ranked[place + 1] if place + 1 < len(ranked) else None,
    }


def related_posts(blog: Blog, post: Post, arguments: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Posts that share words or tags. Each counts the more, the fewer posts have it."""
    where = arguments.get("where") or {}
    words, tags = _words(blog, post), dict.fromkeys(post.terms["Tag"], TAG)
    rarity = {word: _rarity(blog, blog.keyword_counts[word]) for word in words}
    rarity |= {tag: _rarity(blog, len(tag.posts)) for tag in tags}
    own = words | tags
    found: list[dict[str, Any]] = []
    for other in blog.posts:
        theirs = _words(blog, other) | dict.fromkeys(other.terms["Tag"], TAG)
        shared = sum(min(own[each], theirs[each]) * rarity[each] for each in own.keys() & theirs)
        if shared and other is not post and blog.passes(other, where):
            whole = sum(count * rarity[each] for each, count in own.items())
            both = sorted(tags.keys() & other.terms["Tag"], key=_by_name)
            score = _rounded(Fraction(shared, whole))
            found.append({"post": other, "score": score, "sharedTags": both})
    found.sort(key=lambda each: published(each["post"]), reverse=True)
    found.sort(key=lambda each: each["score"], reverse=True)
    first = arguments.get("first")
    return found[: RELATED_POSTS if first is None else first]


def _words(blog: Blog, post: Post) -> dict[Any, int]:
    """How much each word counts that not too many posts have."""
    most = max(len(blog.posts), SMALL) // COMMON
    words = blog.keywords[post]
    return {word: count for word, count in words.items() if blog.keyword_counts[word] <= most}


def _rarity(blog: Blog, count: int) -> int:
    return (len(blog.posts) // count).bit_length()


def _rounded(score: Any) -> float:
    exact = Decimal(score.numerator) / Decimal(score.denominator)
    return float(exact.quantize(Decimal("1e-6"), ROUND_HALF_UP))


def _by_name(term: Term) -> tuple[str, str]:
    return folded(term.name), term.id


def related_tags(tag: Term, first: int | None) -> list[Term]:
    """The other tags of a tag's posts, those on most of them first."""
    counts = Counter(other for post in tag.posts for other in post.terms["Tag"])
    del counts[tag]
    ranked = sorted(counts, key=lambda other: (-counts[other], *_by_name(other)))
    return ranked[: RELATED_TAGS if first is None else first]


def backlinks(blog: Blog, post: Post, arguments: Mapping[str, Any]) -> dict[str, Any]:
    return blog.page(blog.addresses.linking_to(post), arguments)


def translations(blog: Blog, post: Post) -> list[Post]:
    """In each other language the newest."""
    key, own = post.document.translation_key, post.document.locale
    found = {}
    for each in sorted(blog.posts, key=published):
        if key is not None and each.document.translation_key == key:
            found[each.document.locale] = each
    return [found[locale] for locale in sorted(found) if locale != own]
