"""Collects what is wrong with one file."""

from gateway.content.document import ContentIssue, Severity


class Issues:
    """The issues of one file, in the order they were found.

    `lines` says on which line of the file each field stands, so that an issue about a field
    gets its line.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[str, int] = {}
        self._found: list[ContentIssue] = []

    def warn(
        self, code: str, message: str, *, field: str | None = None, line: int | None = None
    ) -> None:
        """Report something that was read in a way its author may not have meant."""
        self._add(Severity.WARNING, code, message, field, line)

    def error(
        self, code: str, message: str, *, field: str | None = None, line: int | None = None
    ) -> None:
        """Report something of the author's that was lost."""
        self._add(Severity.ERROR, code, message, field, line)

    def found(self) -> tuple[ContentIssue, ...]:
        return tuple(self._found)

    def _add(
        self, severity: Severity, code: str, message: str, field: str | None, line: int | None
    ) -> None:
        if line is None and field is not None:
            line = self.lines.get(field)
        self._found.append(ContentIssue(self.file, code, message, line, field, severity))
