"""What makes two names one tag, category or author, and what that is called in an address.

Two spellings are one where they differ in case, width or blanks only: `AI` and `ai` share a page,
as they do in WordPress. `C`, `C++` and `C#` are three.
"""

import re
import unicodedata
from functools import lru_cache

from gateway.store.keys import sortable


@lru_cache(maxsize=10_000)
def identity_of(name: str) -> str:
    return " ".join(sortable(name).split())


@lru_cache(maxsize=10_000)
def slug_of(identity: str) -> str:
    """Letters, marks and digits of any script, with hyphens between; `C++` is `c-plus-plus`."""
    spelt_out = identity.replace("+", "-plus").replace("#", "-sharp")
    kept = (
        character if unicodedata.category(character)[0] in "LMN" else "-"
        for character in unicodedata.normalize("NFC", spelt_out)
    )
    return re.sub("-+", "-", "".join(kept)).strip("-")
