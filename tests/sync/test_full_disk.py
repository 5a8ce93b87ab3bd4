"""Where there is no room to write, there is one error, and the content from before is served."""

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server import command
from tests.sync import versions

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the limits are those of Unix")

MEGABYTE = 1 << 20


def sync(folder: Path, database: Path, largest: int = -1) -> subprocess.CompletedProcess[str]:
    """`gateway sync` in a process that cannot make files larger than so many bytes."""
    limits = (largest, largest)
    return subprocess.run(  # noqa: S603 - ours
        command("sync", str(folder), "--database", str(database)),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limits),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)]
    try:
        subprocess.run(mount, check=True, capture_output=True)  # noqa: S603 - ours
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this user may mount no file system")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)  # noqa: S603, S607 - ours


def without_progress(errors: str) -> str:
    """What is printed, but for how far a slow machine has come."""
    lines = errors.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("read "))


def test_a_full_disk_is_one_error_and_the_old_content_stays(
    tmp_path: Path, small_disk: Path
) -> None:
    folder, database = tmp_path / "site", small_disk / "content.db"
    versions.write(folder, "old", 20)
    assert sync(folder, database).returncode == 0
    versions.write(folder, "new", 20, size=MEGABYTE)
    failed = sync(folder, database)
    assert (failed.returncode, without_progress(failed.stderr)) == (
        2,
        f"error: cannot write the database {database}: the disk is full; make room on it\n",
    )
    assert versions.stored(database) == [("old", 20)]
    versions.write(folder, "small again", 20)
    assert sync(folder, database).returncode == 0
    assert versions.stored(database) == [("small again", 20)]


def test_a_quota_is_one_error_and_the_old_content_stays(tmp_path: Path) -> None:
    folder, database = tmp_path / "site", tmp_path / "content.db"
    versions.write(folder, "old", 20)
    assert sync(folder, database).returncode == 0
    versions.write(folder, "new", 20, size=MEGABYTE)
    failed = sync(folder, database, largest=4 * MEGABYTE)
    reason = "the disk refuses it; look at its quota and its health"
    assert (failed.returncode, without_progress(failed.stderr)) == (
        2,
        f"error: cannot write the database {database}: {reason}\n",
    )
    assert versions.stored(database) == [("old", 20)]
