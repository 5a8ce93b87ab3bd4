"""The images of a post."""

from gateway.content import nodes
from gateway.content.document import Image
from gateway.content.nodes import Mapping

COVER_KEYS = ("image", "cover", "thumbnail", "feature_image", "og_image")
SOURCE_KEYS = ("path", "src", "url", "feature", "image")


def cover(values: Mapping) -> Image | None:
    """The image that the front matter names: an address, or a mapping with one and its `alt`."""
    for key in COVER_KEYS:
        node = values.get(key)
        inner = node if isinstance(node, dict) else {key: node} if node is not None else {}
        for name in (key, *SOURCE_KEYS):
            if written := nodes.text(inner.get(name)):
                return Image(written, nodes.text(inner.get("alt")))
    return None
