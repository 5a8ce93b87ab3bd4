"""A folder of Markdown files of no generator."""

from pathlib import Path

from gateway.content.dialects.dialect import Dialect


def recognise(_root: Path) -> bool:
    return True


ROW = Dialect(name="plain", title="plain folder", recognise=recognise)
