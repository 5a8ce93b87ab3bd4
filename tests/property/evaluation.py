"""A second evaluation of operations, which the planner's answers are held against.

Everything here, in `blog` and in `paging` is as simple as it can be: posts and terms are objects
in lists, a field is a line of Python, lists are sorted by Python, and graphql-core's own executor
does the rest (merging, fragments, directives, variables, nulls). It shares no code with the
planner, the schema or the sync; what those promise is said again in its own words.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from html import unescape
from itertools import takewhile
from typing import Any

import pygments
from graphql import DocumentNode, ExecutionResult, GraphQLSchema, execute_sync
from pygments.formatters import HtmlFormatter
from pygments.lexers import HtmlLexer, PythonLexer

from gateway.content.document import ContentIssue, Heading, Image
from gateway.text import excerpts
from gateway.text.search import highlights

from . import navigation, suggesting, telling
from .blog import Blog, Found, Post
from .paging import connection


def excerpt(post: Post, length: int | None, text_format: str | None) -> str:
    """Where a text is cut and how its markup is closed is no simple matter, so this alone is left
    to what the gateway uses; `test_excerpt` holds that against what the schema says of it."""
    text = post.document.excerpt
    whole = {"PLAIN": text.plain, "HTML": text.html, "MARKDOWN": text.markdown}
    name = text_format or "PLAIN"
    return whole[name] if length is None else excerpts.cut(name, text.plain, whole[name], length)


def highlighted(found: Found, arguments: "Arguments") -> list[dict[str, Any]]:
    """Neither is it simple which parts of a text show best why it was found: see
    `tests/text/search/test_highlights`."""
    document, terms = found.post.document, found.post.terms
    names = [term.filed[found.post] for kind in ("Tag", "Category") for term in terms[kind]]
    texts = (document.title, names, document.excerpt.plain, document.body.plain, document.locale)
    defaults: dict[str, Any] = {"first": 3, "around": 80, "format": "HTML"}
    asked = [arguments.get(name) for name in defaults]
    given = [
        default if each is None else each
        for each, default in zip(asked, defaults.values(), strict=True)
    ]
    return [
        {**each._asdict(), "ranges": [place._asdict() for place in each.ranges]}
        for each in highlights.find(found.typed, highlights.Post(*texts), *given)
    ]


BLOCK = re.compile(r'(<pre><code class="language-(python|html)">)(.*?)(</code>)', re.DOTALL)
LEXERS = {"python": PythonLexer, "html": HtmlLexer}


def html(post: Post, heading_ids: bool | None, highlight: bool | None) -> str:  # noqa: FBT001
    text = post.document.body.html
    if heading_ids is False:
        text = re.sub(r'(<h\d[^>]*) id="[^"]*"', r"\1", text)
    if highlight:
        text = BLOCK.sub(
            lambda block: (
                block[1]
                + pygments.highlight(
                    unescape(block[3]),
                    LEXERS[block[2]](stripnl=False, ensurenl=False),
                    HtmlFormatter(nowrap=True),
                )
                + block[4]
            ),
            text,
        )
    return text


def outline(headings: Sequence[Heading], most: int) -> list[dict[str, Any]]:
    """The first heading with the deeper ones up to the next that is not, then the rest alike."""
    if not headings:
        return []
    first, *rest = headings
    inside = list(takewhile(lambda heading: heading.depth > first.depth, rest))
    after = outline(rest[len(inside) :], most)
    if first.depth > most:
        return after
    node = {"id": first.id, "depth": first.depth, "text": first.text}
    return [{**node, "children": outline(inside, most)}, *after]


def image(src: str | None, *details: Any) -> Any:
    return src and dict(zip(["src", "alt", "width", "height"], [src, *details], strict=True))


def shown_image(blog: Blog, written: Image | None) -> Any:
    return written and image(
        blog.image_url(written.src, is_below_site=False),
        *(written.alt, written.width, written.height),
    )


def avatar(blog: Blog, src: str | None) -> Any:
    return image(src and blog.image_url(src, is_below_site=True), None, None, None)


def issues(found: Iterable[ContentIssue]) -> list[dict[str, Any]]:
    return [{**asdict(issue), "severity": issue.severity.value} for issue in found]


def revision(blog: Blog) -> dict[str, Any]:
    return {
        "id": blog.revision.id,
        "loadedAt": blog.revision.loaded_at,
        "postCount": len(blog.posts),
        "issues": issues(blog.issues),
    }


def site_locale(blog: Blog) -> str:
    """The blogs here have fewer posts than are looked at."""
    locales = sorted(post.document.locale for post in blog.posts if post.is_public)
    return blog.site.locale or max(locales, key=locales.count, default="en")


def front_matter(post: Post, key: str | None) -> Any:
    return post.document.front_matter if key is None else post.document.front_matter.get(key)


Arguments = Mapping[str, Any]
Resolver = Callable[[Blog, Any, Arguments], Any]

NODE: dict[str, Resolver] = {
    "id": lambda _, thing, __: thing.id,
    "slug": lambda _, thing, __: thing.slug,
    "path": lambda _, thing, __: thing.path,
    "url": lambda _, thing, __: thing.url,
}
TERM: dict[str, Resolver] = {
    **NODE,
    "name": lambda _, term, __: term.name,
    "description": lambda _, term, __: term.description,
    "postCount": lambda _, term, __: len(term.posts),
    "posts": lambda blog, term, a: blog.page(term.posts, a),
}
FIELDS: dict[str, dict[str, Resolver]] = {
    "Tag": {**TERM, "relatedTags": lambda _, tag, a: navigation.related_tags(tag, a.get("first"))},
    "Category": {
        **TERM,
        "parent": lambda _, category, __: category.parent,
        "children": lambda blog, category, _: blog.term_order(None).arranged(category.children),
    },
    "Author": {
        **TERM,
        "bio": TERM["description"],
        "avatar": lambda blog, author, __: avatar(blog, author.avatar),
    },
    "PostFacets": {
        "tags": lambda _, facets, a: facets.terms("tags", a.get("first")),
        "categories": lambda _, facets, a: facets.terms("categories", a.get("first")),
        "authors": lambda _, facets, a: facets.terms("authors", a.get("first")),
        "archives": lambda _, facets, a: facets.archives(a.get("unit"), a.get("timeZone")),
    },
    "SearchHit": {
        "score": lambda _, found, __: found.hit.score,
        "relaxed": lambda _, found, __: found.hit.relaxed,
        "highlights": lambda _, found, a: highlighted(found, a),
    },
    "PostBody": {
        "markdown": lambda _, post, __: post.document.body.markdown,
        "html": lambda _, post, a: html(post, a.get("headingIds"), a.get("highlight")),
        "text": lambda _, post, __: post.document.body.plain,
        "ast": lambda _, post, __: json.loads(post.document.ast),
        "images": lambda blog, post, __: [
            shown_image(blog, written) for written in post.document.images
        ],
    },
    "Post": {
        **NODE,
        "title": lambda _, post, __: post.document.title,
        "layout": lambda _, post, __: post.document.layout,
        "status": lambda _, post, __: post.status,
        "revision": lambda _, post, __: post.revision,
        "publishedAt": lambda _, post, __: (
            post.document.published_at and post.document.published_at.isoformat()
        ),
        "updatedAt": lambda _, post, __: post.document.updated_at.isoformat(),
        "excerpt": lambda _, post, a: excerpt(post, a.get("length"), a.get("format")),
        "body": lambda _, post, __: post,
        "tableOfContents": lambda _, post, a: outline(
            post.document.headings, a.get("maxDepth") or 6
        ),
        "locale": lambda _, post, __: post.document.locale,
        "wordCount": lambda _, post, __: post.document.word_count,
        "characterCount": lambda _, post, __: post.document.character_count,
        "coverImage": lambda blog, post, __: shown_image(blog, post.document.cover_image),
        "redirectFrom": lambda blog, post, __: [
            blog.base_path + path for path in post.document.redirect_from
        ],
        "readingTime": lambda _, post, __: post.document.reading_time,
        "author": lambda _, post, __: next(iter(post.terms["Author"]), None),
        "authors": lambda _, post, __: post.terms["Author"],
        "tags": lambda blog, post, a: connection(
            post.terms["Tag"], blog.order_of_terms_of_post(a.get("orderBy")), a
        ),
        "categories": lambda blog, post, a: connection(
            post.terms["Category"], blog.order_of_terms_of_post(a.get("orderBy")), a
        ),
        "adjacent": navigation.adjacent,
        "backlinks": navigation.backlinks,
        "translations": lambda blog, post, _: navigation.translations(blog, post),
        "relatedPosts": navigation.related_posts,
        "source": lambda _, post, __: {
            "path": post.document.source_path,
            "contentHash": post.document.content_hash,
            "issues": issues(post.issues),
        },
        "seo": lambda _, post, __: post,
        "frontMatter": lambda _, post, a: front_matter(post, a.get("key")),
    },
    "Seo": {
        "title": lambda _, post, __: telling.line(post.document.title),
        "description": lambda _, post, __: post.document.seo.description,
        "canonicalUrl": lambda _, post, __: post.url,
        "openGraph": lambda blog, post, __: telling.open_graph(blog, post),
        "jsonLd": lambda blog, post, __: telling.json_ld(blog, post),
    },
    "Query": {
        "node": lambda blog, _, a: blog.node(a["id"]),
        "nodes": lambda blog, _, a: [blog.node(each) for each in a["ids"]],
        "contentRevision": lambda blog, _, __: revision(blog),
        "site": lambda blog, _, __: {
            "title": blog.site.title,
            "description": blog.site.description,
            "url": blog.site.url,
            "locale": site_locale(blog),
            "timeZone": str(blog.site.time_zone),
            "menus": blog.site.menus,
            "contentRevision": revision(blog),
        },
        "resolvePath": lambda blog, _, a: blog.addresses.resolved(a["path"]),
        "post": lambda blog, _, a: blog.by("Post", a["by"]),
        "tag": lambda blog, _, a: blog.by("Tag", a["by"]),
        "category": lambda blog, _, a: blog.by("Category", a["by"]),
        "author": lambda blog, _, a: blog.by("Author", a["by"]),
        "suggest": lambda blog, _, a: suggesting.suggest([*blog.terms, *blog.posts], a),
        "posts": lambda blog, _, a: blog.page(blog.posts, a),
        "tags": lambda blog, _, a: blog.term_page("Tag", a),
        "categories": lambda blog, _, a: blog.term_page("Category", a),
        "authors": lambda blog, _, a: blog.term_page("Author", a),
    },
}


def evaluate(
    blog: Blog,
    schema: GraphQLSchema,
    document: DocumentNode,
    operation_name: str | None,
    variables: Mapping[str, Any],
) -> ExecutionResult:
    """The result of an operation, by graphql-core. `schema` is made from the SDL alone."""

    def resolve(source: Any, info: Any, **arguments: Any) -> Any:
        if isinstance(source, dict):
            return source[info.field_name]
        return FIELDS[info.parent_type.name][info.field_name](blog, source, arguments)

    return execute_sync(
        schema,
        document,
        variable_values=dict(variables),
        operation_name=operation_name,
        field_resolver=resolve,
        type_resolver=lambda value, _info, _type: value.type_name,
    )
