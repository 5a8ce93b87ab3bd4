"""The beginning of a post.

https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/excerpt.rb
"""

import re

REFERENCE = re.compile(r"^ {0,3}(\[[^\]\n]+\])(:.+)$", re.MULTILINE)


def of_body(body: str, separator: str) -> str:
    """The body before the first separator, else all of it; nothing for an empty separator.

    Definitions of the references it makes (`[name]: address`) are taken along.
    """
    if not separator:
        return ""
    head, _, tail = body.partition(separator)
    if not tail:
        return head
    definitions = [name + rest for name, rest in REFERENCE.findall(tail) if name in head]
    return "\n".join((head, "", *definitions)) if definitions else head
