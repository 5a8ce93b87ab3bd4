"""All that is told of a post, in both vocabularies."""

from typing import Any

import orjson

from gateway.content.derived.seo import jsonld, opengraph, told
from gateway.content.document import Document, Seo
from gateway.content.entry import Entry

NOTHING = Seo("", None, "", listed=True, open_graph="{}", json_ld="{}")


def of(entry: Entry, document: Document) -> Seo:
    """Of a document whose own `seo` does not matter."""
    found = told.of(entry, document)
    return Seo(
        title=found.title,
        description=found.description,
        canonical_url=found.url,
        listed=found.listed,
        open_graph=_json(opengraph.of(found)),
        json_ld=_json(jsonld.of(found)),
    )


def _json(values: dict[str, Any]) -> str:
    return orjson.dumps(values).decode()
