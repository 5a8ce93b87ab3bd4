"""The text of an XML file, in pieces, as a parser can take it."""

import codecs
import html
import re
from collections.abc import Iterator
from pathlib import Path

from gateway.errors import ExportError

CHUNK = 1 << 16
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ILLEGAL_REFERENCE = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));", re.IGNORECASE
)
ENCODING = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]{1,40})["']""")
DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
LONGEST_REFERENCE = 40
OPEN = "<![CDATA["
CLOSE = "]]>"
# What follows the end of a CDATA section in an export: the end of its element, or another section.
AFTER_CLOSE = re.compile(
    r"\s{0,99}(?:</(?:[a-z]{2,9}:[a-z_]{2,30}|title|link|category|guid|description)\s?>|<!\[CDATA\[)"
)
LOOKAHEAD = 160
REFERENCE = re.compile(r"&(#\d{1,7};|#x[0-9a-f]{1,6};|[a-z][a-z0-9]{1,30};|)", re.IGNORECASE)
PREDEFINED = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})


def plain(path: Path) -> Iterator[str]:
    """The text without the XML declaration and without characters that XML forbids."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise ExportError(f"{path} cannot be read ({error.strerror}); name an export") from error
    with file:
        data = file.read(CHUNK)
        decoder = _decoder(data)
        text = DECLARATION.sub("", decoder.decode(data).removeprefix("\ufeff")).lstrip()
        rest = ""
        while data:
            text = rest + text
            # A reference that is cut in two is kept for the next piece.
            cut = text.rfind("&", max(len(text) - LONGEST_REFERENCE, 0))
            text, rest = (text[:cut], text[cut:]) if cut >= 0 else (text, "")
            yield ILLEGAL_REFERENCE.sub("", ILLEGAL.sub("", text))
            data = file.read(CHUNK)
            text = decoder.decode(data, final=not data)
        yield ILLEGAL_REFERENCE.sub("", ILLEGAL.sub("", rest + text))


def _decoder(data: bytes) -> codecs.IncrementalDecoder:
    named = ENCODING.match(data)
    name = named[1].decode() if named else "utf-8"
    try:
        return codecs.getincrementaldecoder(name)("replace")
    except LookupError:
        return codecs.getincrementaldecoder("utf-8")("replace")


def repaired(path: Path) -> Iterator[str]:
    """The text, with `]]>` split that does not end its element, and `&` escaped that begins none.

    https://www.w3.org/TR/xml/#sec-cdata-sect
    """
    inside = False
    rest = ""
    for chunk in plain(path):
        text, rest, inside = _repair(rest + chunk, inside=inside, final=False)
        yield text
    yield _repair(rest, inside=inside, final=True)[0]


def _repair(text: str, *, inside: bool, final: bool) -> tuple[str, str, bool]:
    """What is repaired, what has to wait for more text, and whether it ends in a section."""
    made: list[str] = []
    end = len(text) if final else len(text) - LOOKAHEAD
    position = 0
    while position < end:
        mark = CLOSE if inside else OPEN
        found = text.find(mark, position)
        if found < 0 or found >= end:
            # Neither a mark nor a reference may be cut in two.
            cut = max(end, position)
            if not inside and not final:
                ampersand = text.rfind("&", position, cut)
                if ampersand > cut - LONGEST_REFERENCE:
                    cut = max(ampersand, position)
            made.append(text[position:cut] if inside else _escaped(text[position:cut]))
            return "".join(made), text[cut:], inside
        piece = text[position:found]
        position = found + len(mark)
        if not inside:
            made.append(_escaped(piece) + OPEN)
            inside = True
        elif AFTER_CLOSE.match(text, position):
            made.append(piece + CLOSE)
            inside = False
        else:
            made.append(piece + "]]" + CLOSE + OPEN + ">")
    return "".join(made), text[position:], inside


def _escaped(text: str) -> str:
    """References that only HTML knows as characters, and a lone `&` as itself."""
    return REFERENCE.sub(_reference, text) if "&" in text else text


def _reference(match: re.Match[str]) -> str:
    if match[1] in PREDEFINED or match[1].startswith("#"):
        return match[0]
    character = html.unescape(match[0])
    return character if character != match[0] and character not in "&<>" else f"&amp;{match[1]}"
