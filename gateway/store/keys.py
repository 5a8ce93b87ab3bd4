"""Sort keys: texts that sort as what they stand for. A sync writes them, filters compare them."""

import unicodedata
from datetime import UTC, datetime


def key_of(moment: datetime | None) -> str:
    """A text that sorts as the moment does; nothing sorts before every moment."""
    if moment is None:
        return ""
    moment = moment.astimezone(UTC)
    return moment.isoformat(timespec="microseconds" if moment.microsecond else "seconds")[:-6]


def sortable(text: str) -> str:
    """The text without regard to case and width."""
    return unicodedata.normalize("NFKC", text).casefold()


def nfc(text: str) -> str:
    """The text in the one of its spellings that is compared: https://unicode.org/reports/tr15/"""
    return unicodedata.normalize("NFC", text)
