"""The language of a post: as it says, as its place says, as the site says, or by its script."""

import re
from pathlib import PurePosixPath

from gateway.content import languagetag
from gateway.content.derived import script
from gateway.content.entry import Entry
from gateway.content.matter import nodes

KEYS = ("lang", "locale", "language")
DEFAULT = "en"

# What a folder or the end of a file's name means where the site's configuration does not say so:
# languages that are no usual name of a subject, as `it`, `cs` and `ml` are.
IN_PATH = re.compile(
    "(?:bg|da|de|en|es|fi|fr|hu|ja|ko|nb|nl|pl|pt|ru|sv|th|tr|vi|zh)"
    "(?:[-_](?:Hans|Hant|Latn|Cyrl))?(?:[-_][A-Z]{2})?",
    re.IGNORECASE,
)


def of(entry: Entry, text: str) -> str:
    """A BCP 47 tag in its canonical case, like `en-US` or `zh-Hant`.

    The site's own language does not hold for a post in a script that is another language's.
    """
    for key in KEYS:
        written = entry.values.get(key)
        if nodes.is_set(written):
            if found := languagetag.of(written):
                return found
            entry.issues.warn(
                "language-invalid",
                f"{nodes.text(written) or 'this'!r} is no language tag, so the language was found"
                " otherwise; write it like en or zh-Hant",
                field=key,
            )
    sites = languagetag.of_site(entry.site.settings)
    found, _ = split(entry.source_path, sites)
    if found:
        return found
    usual = sites[0] if sites else None
    seen = script.judge(text)
    if seen is None:
        return usual or DEFAULT
    if usual and usual.partition("-")[0] in seen.possible:
        return usual
    return seen.language


def split(path: str, sites: tuple[str, ...]) -> tuple[str | None, str]:
    """The language that a folder or the end of a file's name is called after, and the path without
    it; None, and the path as it is, where none is.
    """
    pure = PurePosixPath(path)
    ends = PurePosixPath(pure.stem).suffix
    if tag := _named(ends.removeprefix("."), sites):
        return tag, str(pure.with_name(pure.stem.removesuffix(ends) + pure.suffix))
    for position, name in enumerate(pure.parts[:-1]):
        if tag := _named(name, sites):
            return tag, "/".join((*pure.parts[:position], *pure.parts[position + 1 :]))
    return None, path


def _named(name: str, sites: tuple[str, ...]) -> str | None:
    tag = languagetag.canonical(name)
    return tag if tag and (tag in sites or IN_PATH.fullmatch(name)) else None
