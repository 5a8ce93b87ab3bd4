import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.server import command


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs a command in an empty folder, with a cache directory of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "work").mkdir()

    def run_command(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603
            command(*arguments),
            input=stdin,
            capture_output=True,
            text=True,
            cwd=tmp_path / "work",
            timeout=60,
            check=False,
        )

    return run_command
