"""Sites in a folder of their own, written by the test that reads them."""

from collections.abc import Mapping
from pathlib import Path

from gateway.content.loader import Loaded, load
from gateway.content.site import Site, open_site

POST = "_posts/2025-11-07-sample.md"


def write(folder: Path, files: Mapping[str, str | bytes]) -> Site:
    """The site of these files, by path."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return open_site(folder)


def read(
    folder: Path,
    post: str | bytes,
    path: str = POST,
    config: str = "",
    others: Mapping[str, str] | None = None,
) -> Loaded:
    """What becomes of one post."""
    files = {path: post, "_config.yml": config, **(others or {})}
    return load(write(folder, files), path)


def problems(loaded: Loaded) -> list[tuple[str, str, int | None, str | None]]:
    """The issues without their wording."""
    return [(str(i.severity), i.code, i.line, i.field) for i in loaded.issues]
