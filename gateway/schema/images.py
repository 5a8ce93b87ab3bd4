"""Images: covers, avatars, and those in a text."""

import strawberry

from gateway.planner.reading import column
from gateway.schema.field import reads
from gateway.schema.scalars import URL


@strawberry.type(description="An image.")
class Image:
    src: URL = reads(column("src"), "Its address.")
    alt: str | None = reads(
        column("alt"), "What it shows, in words; null where the author did not say."
    )
    width: int | None = reads(column("width"), "Its width in pixels, where it is known.")
    height: int | None = reads(column("height"), "Its height in pixels, where it is known.")
