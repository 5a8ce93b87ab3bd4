"""The errors a user is told about: each names the culprit and says what to do.

Anything else that is raised is a bug, and is treated as one.
"""


class GatewayError(Exception):
    """The root of the expected errors; its text is one message for a person."""


class ContentError(GatewayError):
    """A content file that cannot be read as its author meant it."""


class ExportError(GatewayError):
    """A file that is no export of another program, or a place where it cannot be written."""


class StoreError(GatewayError):
    """The database cannot be opened, read or written."""


class StatementTooComplexError(StoreError):
    """The database cannot parse a statement: its query asks for too much at once."""
