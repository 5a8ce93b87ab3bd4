"""What a post has in common with its translations, and with nothing else.

Authors write a key in the front matter, by several names. Else generators go by the source path
without the language in it, and jekyll-polyglot by the address without it:
https://gohugo.io/content-management/multilingual/#bypassing-default-linking and
https://github.com/untra/polyglot#how-to-use-it
"""

import re
import unicodedata
from collections.abc import Callable
from pathlib import PurePosixPath

from gateway.content import languagetag
from gateway.content.derived import language
from gateway.content.entry import Entry
from gateway.content.matter import nodes

KEYS = (
    *("translation_key", "translationKey", "translation_id", "page_id"),
    *("ref", "lang-ref", "lang_ref"),
)


def key(entry: Entry, url_path: str) -> str | None:
    """Equal keys are one post in several languages; None where its site has no such twins."""
    written = (entry.text(KEYS) or "").strip()
    if written:
        return "=" + unicodedata.normalize("NFC", written)  # no path begins so
    return RULES[entry.site.dialect.twins](entry, url_path)


def _by_name(entry: Entry, url_path: str) -> str | None:  # noqa: ARG001
    """Where the site names languages, those are no part of `inner`."""
    return f"{entry.name.collection}:{entry.name.inner}" if entry.site.languages else None


def _by_path(entry: Entry, url_path: str) -> str:  # noqa: ARG001
    _, rest = language.split(entry.source_path, languagetag.of_site(entry.site.settings))
    return rest.removesuffix(PurePosixPath(rest).suffix)


def _by_address(entry: Entry, url_path: str) -> str:
    listed = entry.site.settings.get("languages")
    if not isinstance(listed, list):
        return _by_path(entry, url_path)
    names = "|".join(re.escape(name) for node in listed if (name := nodes.text(node)))
    return re.sub(rf"[/.](?:{names})(?=[/.]|\Z)", "", url_path) if names else url_path


RULES: dict[str, Callable[[Entry, str], str | None]] = {
    "path": _by_path,
    "name": _by_name,
    "address": _by_address,
}
