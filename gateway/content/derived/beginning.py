"""The beginning of a post.

https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/excerpt.rb
"""

import re
from collections.abc import Iterator

# What Jekyll knows as blocks of Liquid.
LIQUID_BLOCKS = frozenset(
    {
        *("capture", "case", "comment", "for", "highlight", "if", "ifchanged", "raw", "tablerow"),
        "unless",
    }
)
LIQUID_NAME = re.compile(r"\{%-?\s*(\w+)")
REFERENCE = re.compile(r"^ {0,3}(\[[^\]\n]+\])(:.+)$", re.MULTILINE)


def of_body(body: str, separator: str, *, liquid: bool) -> str:
    """The body before the first separator, else all of it; nothing for an empty separator.

    Definitions of the references it makes (`[name]: address`) are taken along, and where
    the body is `liquid`, blocks that it leaves open get their ends.
    """
    if not separator:
        return ""
    head, _, tail = body.partition(separator)
    if not tail:
        return head
    if liquid and "{%" in head:
        head += _ends(head)
    names = set(_bracketed(head))
    definitions = [name + rest for name, rest in REFERENCE.findall(tail) if name in names]
    return "\n".join((head, "", *definitions)) if definitions else head


def _bracketed(head: str) -> Iterator[str]:
    """What stands in brackets, for each end of it from the first and from the last beginning."""
    for line in head.split("\n"):
        for piece in line.split("]")[:-1]:
            if "[" in piece:
                yield f"{piece[piece.index('[') :]}]"
                yield f"{piece[piece.rindex('[') :]}]"


def _ends(head: str) -> str:
    """An end tag for each Liquid tag that begins a block, unless the head has one of its kind."""
    begun: list[str] = []
    position = 0
    while match := LIQUID_NAME.search(head, position):
        position = head.find("%}", match.end())
        if position < 0:
            break
        begun.append(match[1])
    ended = {name[3:] for name in begun if name.startswith("end")}
    return "".join(
        f"\n{{% end{name} %}}"
        for name in dict.fromkeys(reversed(begun))
        if name in LIQUID_BLOCKS - ended
    )
