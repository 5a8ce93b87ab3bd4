"""JSON-LD: a BlogPosting of schema.org.

https://schema.org/BlogPosting and
https://developers.google.com/search/docs/appearance/structured-data/article
"""

from typing import Any

from gateway.content.derived.seo.told import Told


def of(told: Told) -> dict[str, Any]:
    """What is not known is left out."""
    image, publisher = told.image, told.publisher
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "BlogPosting",
            "headline": told.headline,
            "description": told.description,
            "datePublished": told.published,
            "dateModified": told.updated,
            "author": [
                _known({"@type": "Person", "name": author.name, "url": author.url})
                for author in told.authors
            ],
            "image": image
            and _image(
                image.src, {"width": image.width, "height": image.height, "caption": image.alt}
            ),
            "url": told.url,
            "mainEntityOfPage": {"@type": "WebPage", "@id": told.url},
            "publisher": _known(
                {
                    "@type": "Organization",
                    "name": publisher.name,
                    "url": publisher.url,
                    "logo": publisher.logo and _image(publisher.logo, {}),
                }
            ),
            "inLanguage": told.locale,
            "keywords": told.tags,
            "articleSection": told.categories,
            "wordCount": told.words,
        }
    )


def _image(url: str, more: dict[str, Any]) -> dict[str, Any]:
    return _known({"@type": "ImageObject", "url": url, **more})


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}
