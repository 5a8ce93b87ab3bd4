"""The image that the front matter of a post names as its own.

The names are those of Jekyll's, Hugo's, Zola's, Hexo's, Eleventy's and Astro's themes. An image
in the body is never taken for one: an author who wants a cover says so, and a client that wants
the first image of the body can ask for it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gateway.content.matter import nodes
from gateway.content.matter.nodes import Mapping, Node, Scalar

# The more of a cover the name promises, the earlier.
KEYS = (
    *("cover", "cover_image", "coverImage", "image", "featured_image", "featuredImage"),
    *("feature_image", "featureImage", "featured", "feature", "hero", "hero_image", "heroImage"),
    *("header", "banner", "banner_image", "eyecatch", "top_img", "images", "resources"),
    *("thumbnail", "thumb", "teaser", "og_image", "ogImage", "photos"),
)
SOURCE_KEYS = (
    *("path", "src", "url", "image", "feature", "overlay_image", "teaser", "file", "filename"),
    *("thumbnail", "thumb"),
)
ALT_KEYS = ("alt", "image_description", "description")
CONTAINERS = ("extra", "params", "seo")
"""Mappings in which some generators want everything that is the theme's, not theirs."""

ADDRESS = re.compile(r"\S*[/.]\S.*", re.DOTALL)
RESOURCE = re.compile("feature|cover|thumbnail")
PIXELS = re.compile("[1-9][0-9]{0,5}")


class Named(NamedTuple):
    """An image as the front matter has it; `field` is the key at the top of it."""

    field: str
    src: str
    alt: str | None
    width: int | None
    height: int | None


def named(values: Mapping) -> Named | None:
    """The first image that the front matter names as the post's."""
    for container in (None, *CONTAINERS):
        inner = values if container is None else values.get(container)
        if not isinstance(inner, dict):
            continue
        for key in KEYS:
            for found in _images(key, inner.get(key)):
                outside = (f"{key}_alt", f"{key}Alt", "image_alt", f"{key}_description")
                alt = found.alt or _first(inner, outside)
                return found._replace(field=container or key, alt=alt)
    return None


def is_resource(name: str) -> bool:
    """Whether a file beside a post is its cover by name, as it is for Hugo's own templates.

    https://gohugo.io/templates/embedded/#open-graph
    """
    return RESOURCE.search(name) is not None


def _images(key: str, node: Node | None) -> Iterator[Named]:
    if isinstance(node, Scalar):
        if isinstance(node.value, str) and ADDRESS.fullmatch(node.text.strip()):
            yield Named(key, node.text.strip(), None, None, None)
    elif isinstance(node, list):
        for item in node:
            if key != "resources" or (isinstance(item, dict) and _is_cover(item)):
                yield from _images(key, item)
    elif node is not None:
        for source in SOURCE_KEYS:
            for found in _images(key, node.get(source)):
                yield found._replace(
                    alt=found.alt or _first(node, ALT_KEYS),
                    width=found.width or _pixels(node.get("width")),
                    height=found.height or _pixels(node.get("height")),
                )


def _is_cover(resource: Mapping) -> bool:
    """https://gohugo.io/content-management/page-resources/#metadata"""
    name, source = (nodes.text(resource.get(key)) or "" for key in ("name", "src"))
    return "*" not in source and (is_resource(name) or is_resource(source))


def _first(values: Mapping, keys: tuple[str, ...]) -> str | None:
    return next((text for key in keys if (text := nodes.text(values.get(key)))), None)


def _pixels(node: Node | None) -> int | None:
    written = nodes.text(node) or ""
    return int(written) if PIXELS.fullmatch(written) else None
