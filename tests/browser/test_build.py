import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from graphql import build_schema, parse, validate

from gateway.graphiql import build

SCHEMA = Path(__file__).parents[2] / "schema" / "schema.graphql"
EXAMPLES = sorted((build.HERE / "examples").glob("*.graphql"))


def stamped(dist: Path, stamp: str) -> Path:
    (dist / "manifest.json").write_text(json.dumps({"script": "", "style": "", "sources": stamp}))
    return dist


@pytest.fixture
def without_node(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.usefixtures("without_node")
def test_a_bundle_of_the_same_sources_is_not_built_again(tmp_path: Path) -> None:
    assert build.build(stamped(tmp_path, build.source_hash())) is False


@pytest.mark.usefixtures("without_node")
def test_a_bundle_of_other_sources_is_built_again(tmp_path: Path) -> None:
    with pytest.raises(build.BuildError, match="npm is not installed"):
        build.build(stamped(tmp_path, "the hash of other sources"))


@pytest.mark.usefixtures("without_node")
def test_without_node_the_command_says_so_in_one_line(tmp_path: Path) -> None:
    package = tmp_path / "graphiql"
    shutil.copytree(build.HERE, package, ignore=shutil.ignore_patterns("dist", "node_modules"))
    done = subprocess.run(  # noqa: S603  # ours
        [sys.executable, package / "build.py"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "GraphiQL is not built: npm is not installed (Node 18 or newer with npm is needed)\n"
    )
    assert not (package / "dist").exists()


def test_a_new_bundle_replaces_the_old_one(tmp_path: Path) -> None:
    built, dist = tmp_path / "built", tmp_path / "dist"
    built.mkdir()
    (built / "manifest.json").write_text('{"script": "main-NEW.js", "style": "style.css"}')
    (built / "main-NEW.js.gz").write_bytes(b"new")
    dist.mkdir()
    (dist / "main-OLD.js.gz").write_bytes(b"old")
    build.publish(built, dist, "the hash")
    assert {path.name for path in dist.iterdir()} == {"main-NEW.js.gz", "manifest.json"}
    assert build.read_manifest(dist) == {
        "script": "main-NEW.js",
        "style": "style.css",
        "sources": "the hash",
    }


def test_every_dependency_has_one_exact_version() -> None:
    package = json.loads((build.HERE / "package.json").read_text())
    versions = [*package["dependencies"].values(), *package["devDependencies"].values()]
    assert [version for version in versions if not version.replace(".", "").isdigit()] == []


def test_the_lock_file_says_nothing_of_where_packages_come_from() -> None:
    lock = json.loads((build.HERE / "package-lock.json").read_text())
    assert [name for name, entry in lock["packages"].items() if "resolved" in entry] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_valid_by_the_schema(example: Path) -> None:
    schema = build_schema(SCHEMA.read_text())
    assert validate(schema, parse(example.read_text())) == []
