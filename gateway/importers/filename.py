"""Names of files that every operating system takes."""

import re
import unicodedata

FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|\s\u200b-\u200f\u2028-\u202e\ufeff]+')
# Windows has these as devices, whatever extension they carry.
DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
LONGEST = 180  # bytes; 255 are allowed, and a date, a number and an extension are added


def of_slug(slug: str) -> str:
    """A name without extension, or '' where nothing of the slug can stand in one."""
    name = FORBIDDEN.sub("-", unicodedata.normalize("NFC", slug))
    name = name.encode("utf-8", "ignore")[:LONGEST].decode("utf-8", "ignore")
    name = name.strip(" .-_#~")
    return DEVICE.sub(lambda match: f"{match[0]}-", name)
