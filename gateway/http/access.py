"""Who asks: everybody, or somebody with a token that shows drafts and scheduled posts too."""

import hmac

from starlette.requests import Request

from gateway.schema.executor import Audience

SCHEME = "bearer"


class UnknownTokenError(Exception):
    """A request with a bearer token that is not the one of this server."""


class Access:
    """`preview_token` is the token of the role `preview`; without one nobody has that role."""

    def __init__(self, preview_token: str | None) -> None:
        self._token = preview_token.encode() if preview_token else None

    def audience(self, request: Request) -> Audience:
        """The audience that a request belongs to, by its bearer token.

        https://www.rfc-editor.org/rfc/rfc6750#section-2.1. Raises UnknownTokenError.
        """
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != SCHEME:
            return Audience.PUBLIC
        given = token.strip().encode()
        # Compared in the same time however much of it is right.
        if self._token is None or not hmac.compare_digest(given, self._token):
            raise UnknownTokenError
        return Audience.PREVIEW
