"""What type a plain YAML scalar has, by the rules of the YAML reader that Jekyll uses.

https://github.com/dtao/safe_yaml/tree/1.0.5/lib/safe_yaml/transform
Dates stay text here: `gateway.content.dates` reads them where a date is wanted. So do numbers
in base 60, which nobody who writes `12:30` means.
"""

import math
import re

WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "true": True,
    "yes": True,
    "on": True,
    "false": False,
    "no": False,
    "off": False,
}
LONGEST_WORD = max(map(len, WORDS))
STARTS_A_NUMBER = frozenset("+-.0123456789")
INTEGERS = (
    (re.compile(r"[-+]?(?:0|[1-9][0-9_,]*)"), 10),
    (re.compile(r"[-+]?0[0-7_,]+"), 8),
    (re.compile(r"[-+]?0x[0-9a-fA-F_,]+"), 16),
    (re.compile(r"[-+]?0b[01_,]+"), 2),
)
FLOAT = re.compile(r"[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+]?[0-9]+)?")
LARGEST_INTEGER = 2**63 - 1  # what the stores and JSON readers of other languages hold
LONGEST_NUMBER = 40


def resolve(text: str) -> str | int | float | bool | None:
    """The value of a scalar that was written without quotes."""
    if len(text) <= LONGEST_WORD:
        word = text.lower()
        if word in WORDS:
            return WORDS[word]
    if text[0] not in STARTS_A_NUMBER or len(text) > LONGEST_NUMBER:
        return text
    for pattern, base in INTEGERS:
        if pattern.fullmatch(text):
            return _integer(text, base)
    return _float(text) if FLOAT.fullmatch(text) else text


def _integer(text: str, base: int) -> int | str:
    digits = text.replace("_", "").replace(",", "")
    try:
        number = int(digits, base)
    except ValueError:  # a prefix with nothing but separators after it
        return text
    return number if -LARGEST_INTEGER <= number <= LARGEST_INTEGER else text


def _float(text: str) -> float | str:
    try:
        number = float(text.replace("_", "").replace(",", ""))
    except ValueError:  # a dot without a digit
        return text
    return number if math.isfinite(number) else text
