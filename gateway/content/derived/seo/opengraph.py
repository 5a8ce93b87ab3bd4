"""Open Graph: `property` and `content` of meta tags.

https://ogp.me/#type_article and https://developer.x.com/en/docs/x-for-websites/cards
"""

from typing import Any

from gateway.content.derived.seo import territory
from gateway.content.derived.seo.told import Told


def of(told: Told) -> dict[str, Any]:
    """What is not known is left out; a list stands for one tag each.

    An author is a URL, as the protocol wants it, or else the name.
    """
    image = told.image
    properties = {
        "og:type": "article",
        "og:title": told.title,
        "og:description": told.description,
        "og:url": told.url,
        "og:site_name": told.publisher.name,
        "og:locale": territory.with_territory(told.locale),
        "article:published_time": told.published,
        "article:modified_time": told.updated,
        "article:author": [author.url or author.name for author in told.authors],
        "article:section": told.categories[0] if told.categories else None,
        "article:tag": told.tags,
        "og:image": image and image.src,
        "og:image:width": image and image.width,
        "og:image:height": image and image.height,
        "og:image:alt": image and image.alt,
        "twitter:card": "summary_large_image" if image else "summary",
    }
    return {name: content for name, content in properties.items() if content}
