"""Answers that a client may hold already: https://www.rfc-editor.org/rfc/rfc9110#section-13.

There is no `Last-Modified`: what the files say of their changes is not when an answer became
another one.
"""

import re
from hashlib import blake2b

from starlette.requests import Request
from starlette.responses import Response

# A client may keep an answer, and asks each time whether it is still the same.
HEADERS = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}

TAG = re.compile(r'(?:W/)?("[\x21\x23-\x7e\x80-\xff]*")')


def answer(request: Request, body: bytes, media_type: str) -> Response:
    """The body with its entity tag, or 304 where the client names that tag."""
    tag = f'"{blake2b(body, digest_size=16).hexdigest()}"'
    headers = HEADERS | {"ETag": tag}
    if is_held(", ".join(request.headers.getlist("if-none-match")), tag):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type=f"{media_type}; charset=utf-8")


def is_held(if_none_match: str, tag: str) -> bool:
    """Whether the header names the tag, compared weakly, as RFC 9110 asks for it."""
    return if_none_match.strip() == "*" or tag in TAG.findall(if_none_match)
