"""The benchmark works. How fast anything is depends on the machine, and is no test."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import orjson
import pytest

REPOSITORY = Path(__file__).parent.parent.parent


def test_every_answer_is_the_expected_one_and_every_figure_is_there(tmp_path: Path) -> None:
    if shutil.which("wrk") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("not to be skipped in CI: wrk is not installed")
        pytest.skip("wrk is not installed")
    figures = tmp_path / "figures.json"
    command = [sys.executable, "-m", "tests.benchmarks.run", "--json", str(figures)]
    command += ["--posts", "60", "--seconds", "0.2", "--rounds", "1"]
    # Fails where any server's answer to any query differs from the expected one.
    done = subprocess.run(  # noqa: S603 - as built here
        command, cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "writing 60 posts\nsyncing\nround 1 of 1\n")
    measured = orjson.loads(figures.read_bytes())
    queries = ["list", "page 3", "detail", "excerpts", "nested"]
    servers = ["gateway", "dictionary", "aiosqlite", "sqlite3"]
    assert [each["question"] for each in measured["questions"]] == queries
    assert [list(each["requests_per_second"]) for each in measured["questions"]] == [servers] * 5
    assert [run["name"] for run in measured["syncs"]["runs"]] == [
        "new database",
        "nothing changed",
        "one file changed",
        "changed back",
    ]
    rows = [line.split("|")[1].strip() for line in done.stdout.splitlines() if line[:1] == "|"]
    assert [row for row in rows if row in queries] == queries


def test_every_search_is_answered_whatever_is_typed() -> None:
    command = [sys.executable, "-m", "tests.benchmarks.searching"]
    command += ["--posts", "60", "--each", "3", "--fuzz", "1000"]
    done = subprocess.run(  # noqa: S603 - as built here
        command, cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    kinds = [line.split("|")[1].strip() for line in done.stdout.splitlines() if line[:1] == "|"]
    assert kinds[2:5] == ["1 character", "2 characters, Han", "3 to 6 characters"]
    assert "1,000 random strings answered" in done.stdout
