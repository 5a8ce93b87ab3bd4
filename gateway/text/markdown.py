"""Markdown that is nothing but text."""

import re

# What would be read as Markdown, within a line and at its beginning.
# https://spec.commonmark.org/0.31.2/ and https://kramdown.gettalong.org/syntax.html, which knows
# no `\~` and no `\&`. Some renderers find an address for themselves, with backslashes and all.
_MARKUP = re.compile(
    r"(?P<address>https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*[A-Za-z0-9/])|(?P<sign>~|&(?=#?\w+;))"
    r"|[\\`*\[\]{<|]|(?<![^\W_])_|_(?![^\W_])"
)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_AT_START = re.compile(r"^([ \t]*)(?=[#>+=:-])|^([ \t]*\d+)(?=[.)])", re.MULTILINE)


def escape(text: str) -> str:
    """Markdown that is read as this text."""
    return _AT_START.sub(r"\1\2\\", _MARKUP.sub(_as_text, text))


def _as_text(found: re.Match[str]) -> str:
    if found["address"]:
        return f"<{_ENTITY.sub('&amp;', found[0])}>"
    return f"&#{ord(found[0])};" if found["sign"] else f"\\{found[0]}"
