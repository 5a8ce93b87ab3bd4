"""Text for a URL, by Jekyll's rules.

https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/utils.rb `slugify`
"""

import re
import unicodedata

PRETTY = frozenset("._~!$&'()+,;=@")
LETTER_MARK_OR_DIGIT = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd"})
ASCII_RUNS = {
    frozenset[str](): re.compile(r"[^A-Za-z0-9]+"),
    PRETTY: re.compile(r"[^A-Za-z0-9._~!$&'()+,;=@]+"),
}
HYPHEN_AT_AN_END = re.compile(r"^-|-$")


def slugify(text: str, *, keep: frozenset[str] = frozenset(), cased: bool = False) -> str:
    """Every run of characters but letters, marks, digits and `keep` becomes one hyphen.

    `keep=PRETTY, cased=True` is what `:title` stands for in a permalink, the default `:slug`.
    """
    hyphened = ASCII_RUNS[keep].sub("-", text) if text.isascii() else _hyphen(text, keep)
    slug = HYPHEN_AT_AN_END.sub("", hyphened)
    return slug if cased else slug.lower()


def _hyphen(text: str, keep: frozenset[str]) -> str:
    kept: list[str] = []
    for character in text:
        if character in keep or unicodedata.category(character) in LETTER_MARK_OR_DIGIT:
            kept.append(character)
        elif not kept or kept[-1]:
            kept.append("")  # stands for the whole run
    return "".join(character or "-" for character in kept)


def title(slug: str) -> str:
    """A title made of a slug: `no-title` becomes `No Title`."""
    return " ".join(word.capitalize() for word in slug.split("-"))
