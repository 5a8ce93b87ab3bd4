"""The bytes of a file to text."""

import re

from gateway.content.issues import Issues

UTF16 = (b"\xff\xfe", b"\xfe\xff")
# Neither YAML nor HTML may hold them.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def decode(data: bytes, issues: Issues) -> str | None:
    """UTF-8, with or without a BOM, to text whose lines end in LF; None where it is not UTF-8.

    With CRLF as it is, Jekyll finds no end of the first paragraph and takes all of a post as its
    excerpt; here both kinds of line end give the same document.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        was = "UTF-16" if data.startswith(UTF16) else "not UTF-8"
        issues.error(
            "not-utf-8",
            f"the file is {was} (byte {error.start}), so it was not read; save it as UTF-8",
            line=data.count(b"\n", 0, error.start) + 1,
        )
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    first = CONTROL.search(text)
    if first is None:
        return text
    issues.warn(
        "control-character",
        f"the character U+{ord(first[0]):04X} cannot be shown and was left out; remove it",
        line=text.count("\n", 0, first.start()) + 1,
    )
    return CONTROL.sub("", text)
