"""A sync that is killed leaves the old content or the new, never a mixture."""

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests.sync import versions

POSTS = 300
KILLS = 20

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork are Unix's")


def test_a_sync_killed_at_any_moment_leaves_one_version(tmp_path: Path) -> None:
    folder, database = tmp_path / "site", tmp_path / "content.db"
    versions.write(folder, "first", POSTS)
    command = [sys.executable, "-m", "tests.sync.killing", str(folder), str(database)]
    random = Random(20)  # noqa: S311 - nobody is to be kept from guessing
    with subprocess.Popen(  # noqa: S603 - ours
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as killer:
        assert killer.stdin is not None
        assert killer.stdout is not None

        def sync(seconds: float) -> str:
            killer.stdin.write(f"{seconds}\n")  # type: ignore[union-attr]
            killer.stdin.flush()  # type: ignore[union-attr]
            return killer.stdout.readline().strip()  # type: ignore[union-attr]

        whole = 0.25
        while sync(whole) == "killed":
            whole *= 1.5
        before = "first"
        for number in range(KILLS):
            after = f"version{number}"
            versions.write(folder, after, POSTS)
            sync(random.uniform(0, whole))
            ((found, count),) = versions.stored(database)
            assert found in {before, after}
            assert count == POSTS
            before = found
        killer.stdin.close()
