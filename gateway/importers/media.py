"""Pictures and other files that an export names."""

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Media:
    """A file of the old site, under the address it has there. `parent` is its post's id."""

    url: str
    title: str
    alt: str
    caption: str
    parent: str
    order: int


@dataclass(frozen=True, slots=True)
class Gallery:
    """The media of an export by id, and the ids of those attached to one post."""

    media: Mapping[str, Media]
    attachments: Sequence[str] = ()

    def named(self, ids: str) -> list[Media]:
        """Those of a list such as `12, 15`; an id that the export does not hold is left out."""
        names = (name.strip() for name in ids.split(","))
        return [self.media[name] for name in names if name in self.media]

    def attached(self) -> list[Media]:
        return [self.media[name] for name in self.attachments if name in self.media]


def figure(media: Media) -> str:
    caption = f"<figcaption>{media.caption}</figcaption>" if media.caption else ""
    image = f'<img src="{html.escape(media.url)}" alt="{html.escape(media.alt)}">'
    return f"<figure>{image}{caption}</figure>"
