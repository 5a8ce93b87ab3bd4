"""What is told of a post of these blogs, which have no titles and addresses of their own for it."""

import re
from typing import Any

from gateway.content.document import Image

from .blog import Blog, Post

TERRITORIES = {"en": "en_US", "ja": "ja_JP", "zh": "zh_CN", "zh-Hant": "zh_TW", "ko": "ko_KR"}


def line(text: str) -> str:
    """The text on one line; of HTML the blogs have `<b>` alone."""
    return " ".join(re.sub("</?b>", "", text).split())


def common(blog: Blog, post: Post) -> dict[str, Any]:
    document, cover = post.document, post.document.cover_image
    return {
        "title": line(document.title),
        "description": document.seo.description,
        "published": document.published_at and document.published_at.isoformat(),
        "updated": document.updated_at.isoformat(),
        "site": line(blog.site.title),
        "authors": [author.name for author in document.authors],
        "tags": [name for name in map(line, document.tags) if name],
        "categories": list(map(line, document.categories)),
        "image": cover and blog.image_url(cover.src, is_below_site=False),
        "cover": cover or Image(""),
    }


def known(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def open_graph(blog: Blog, post: Post) -> dict[str, Any]:
    told = common(blog, post)
    return known(
        {
            "og:type": "article",
            "og:title": told["title"],
            "og:description": told["description"],
            "og:url": post.url,
            "og:site_name": told["site"],
            "og:locale": TERRITORIES[post.document.locale],
            "article:published_time": told["published"],
            "article:modified_time": told["updated"],
            "article:author": told["authors"],
            "article:section": next(iter(told["categories"]), None),
            "article:tag": told["tags"],
            "og:image": told["image"],
            "og:image:width": told["cover"].width,
            "og:image:height": told["cover"].height,
            "og:image:alt": told["cover"].alt,
            "twitter:card": "summary_large_image" if told["image"] else "summary",
        }
    )


def json_ld(blog: Blog, post: Post) -> dict[str, Any]:
    told, document = common(blog, post), post.document
    image = {
        "@type": "ImageObject",
        "url": told["image"],
        "width": told["cover"].width,
        "height": told["cover"].height,
        "caption": told["cover"].alt,
    }
    publisher = {"@type": "Organization", "name": told["site"], "url": blog.url}
    # Longer words than 12 letters on average are none: the text has no blanks between its words.
    counts = document.word_count * 12 >= document.character_count
    return known(
        {
            "@context": "https://schema.org",
            "@type": "BlogPosting",
            "headline": told["title"],
            "description": told["description"],
            "datePublished": told["published"],
            "dateModified": told["updated"],
            "author": [{"@type": "Person", "name": name} for name in told["authors"]],
            "image": told["image"] and known(image),
            "url": post.url,
            "mainEntityOfPage": {"@type": "WebPage", "@id": post.url},
            "publisher": known(publisher),
            "inLanguage": document.locale,
            "keywords": told["tags"],
            "articleSection": told["categories"],
            "wordCount": document.word_count if counts else None,
        }
    )
