"""Makes the bundle of the browser IDE, in the package's own `dist` folder.

    python -m gateway.graphiql.build

Standard library only: the build hook loads this file where `gateway` is not installed.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

COMMAND = "python -m gateway.graphiql.build"
HERE = Path(__file__).parent
DIST = HERE / "dist"

SOURCES = ("package.json", "package-lock.json", "build.mjs", "main.jsx", "examples/*.graphql")
MANIFEST = "manifest.json"
NPM_INSTALL = (
    *("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"),
    *("--loglevel=error", "--fetch-retries=1", "--fetch-retry-mintimeout=1000"),
)
TIME_LIMIT = 300  # seconds, for each of the two steps


class BuildError(Exception):
    """The bundle cannot be made here; the text is one line for a person."""


def read_manifest(dist: Path = DIST) -> dict[str, Any] | None:
    """`{"script": file, "style": file, "sources": hash}`, or None where no bundle is built."""
    try:
        text = (dist / MANIFEST).read_text()
    except FileNotFoundError:
        return None
    manifest: dict[str, Any] = json.loads(text)
    return manifest


def build(dist: Path = DIST) -> bool:
    """Make the bundle, unless `dist` holds the one of these sources; whether it had to be made.

    Raises BuildError where Node or npm is missing or fails, OSError where `dist` is not writable.
    """
    stamp = source_hash()
    manifest = read_manifest(dist)
    if manifest is not None and manifest["sources"] == stamp:
        return False
    npm, node = find("npm"), find("node")
    with tempfile.TemporaryDirectory(prefix="content-gateway-graphiql-") as name:
        workshop = Path(name)
        for source in source_files():
            copy = workshop / source.relative_to(HERE)
            copy.parent.mkdir(exist_ok=True)
            shutil.copyfile(source, copy)
        run(workshop, npm, *NPM_INSTALL)
        run(workshop, node, "build.mjs")
        publish(workshop / "dist", dist, stamp)
    return True


def source_files() -> list[Path]:
    return sorted(path for pattern in SOURCES for path in HERE.glob(pattern))


def source_hash() -> str:
    digest = hashlib.sha256()
    for path in source_files():
        digest.update(f"{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def find(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise BuildError(f"{program} is not installed (Node 18 or newer with npm is needed)")
    return path


def run(folder: Path, *command: str) -> None:
    step = " ".join([Path(command[0]).stem, command[1]])
    try:
        done = subprocess.run(  # noqa: S603  # the commands are the two above
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=TIME_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired as expired:
        raise BuildError(f"{step} took longer than {TIME_LIMIT} seconds") from expired
    if done.returncode:
        said = done.stderr.strip().partition("\n")[0]
        raise BuildError(f"{step} failed: {said or f'exit status {done.returncode}'}")


def publish(built: Path, dist: Path, stamp: str) -> None:
    """Replace what `dist` holds, the manifest last, so that a page never names a missing file."""
    manifest = json.loads((built / MANIFEST).read_text())
    (built / MANIFEST).write_text(json.dumps(manifest | {"sources": stamp}))
    files = {path.name for path in built.iterdir()}
    dist.mkdir(exist_ok=True)
    for name in files - {MANIFEST}:
        shutil.copyfile(built / name, dist / name)
    arriving = dist / f"{MANIFEST}.{os.getpid()}"
    shutil.copyfile(built / MANIFEST, arriving)
    arriving.replace(dist / MANIFEST)
    for path in dist.iterdir():
        if path.name not in files:
            path.unlink()


def main() -> int:
    try:
        built = build()
    except (BuildError, OSError) as error:
        sys.stderr.write(f"GraphiQL is not built: {error}\n")
        return 1
    state = "is built" if built else "had been built from these sources already"
    sys.stdout.write(f"GraphiQL {state}: {DIST}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
