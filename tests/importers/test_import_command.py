"""`gateway import` and `gateway serve EXPORT`, as a user types them."""

import json
import subprocess
from pathlib import Path
from typing import Any

import httpx2
import orjson
import pytest

from tests.importers.exports import HEAD, SITE, TAIL, category, item, named, written
from tests.server import command, running

QUERY = {"query": "{ posts(first: 5) { nodes { title path } } }"}
MESSY = item(content__encoded='[map port="7"]Here[/map]') + item(
    wp__post_id="8", wp__post_type="page"
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs a command in the test's folder, with a cache directory of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def run_command(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603
            command(*arguments),
            capture_output=True,
            text=True,
            cwd=tmp_path,
            timeout=60,
            check=False,
        )

    return run_command


def test_an_import_ends_with_a_report_and_its_folder_has_no_issues(
    run: Any, tmp_path: Path
) -> None:
    (tmp_path / "export.xml").write_text(HEAD + SITE + MESSY + TAIL)
    done = run("import", "wordpress", "export.xml", "--to", "blog", "--report", "report.json")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "1 post, 0 drafts, 0 pages in blog; 0 files stay where they are on the old site\n"
        "left out: a page (--pages writes them) (1)\n"
        "unknown shortcodes, only their text was kept: map (1)\n"
    )
    assert json.loads((tmp_path / "report.json").read_text()) == {
        "posts": 1,
        "drafts": 0,
        "pages": 0,
        "media": 0,
        "skipped": {"a page (--pages writes them)": 1},
        "unknownShortcodes": {"map": 1},
        "blocksWithoutContent": {},
        "problems": [],
    }
    checked = run("check", "blog")
    assert (checked.returncode, checked.stdout) == (0, "")
    again = run("import", "wordpress", "export.xml", "--to", "blog")
    assert again.returncode == 2
    assert again.stderr.startswith("error: blog is not empty; name another folder")
    assert run("import", "wordpress", "export.xml", "--to", "blog", "--force").returncode == 0


def test_categories_of_wordpress_lie_in_each_other(run: Any, tmp_path: Path) -> None:
    boats = item(named("category", "boats", "Boats"))
    terms = category("trips", "Trips") + category("boats", "Boats", "trips")
    (tmp_path / "export.xml").write_text(HEAD + SITE + terms + boats + TAIL)
    assert run("import", "wordpress", "export.xml", "--to", "blog").returncode == 0
    query = '{ category(by: { slug: "boats" }) { name parent { name postCount } } }'
    asked = run("query", "--content", "blog", query)
    assert json.loads(asked.stdout)["data"] == {
        "category": {"name": "Boats", "parent": {"name": "Trips", "postCount": 0}}
    }
    assert run("check", "blog").stdout == ""


def test_an_export_of_ghost_is_imported(run: Any, tmp_path: Path) -> None:
    post = {"id": "1", "title": "Fog", "slug": "fog", "html": "<p>Fog.</p>"}
    tables = {"posts": [post | {"published_at": "2024-05-06T07:30:00Z"}]}
    (tmp_path / "export.json").write_bytes(orjson.dumps({"db": [{"data": tables}]}))
    done = run("import", "ghost", "export.json", "--to", "blog", "--url", "https://fog.example")
    assert (done.returncode, done.stdout) == (0, "")
    assert list(written(tmp_path / "blog")) == ["_config.yml", "_posts/2024-05-06-fog.html"]


@pytest.mark.parametrize(
    ("kind", "file", "message"),
    [
        ("wordpress", "none.xml", "none.xml cannot be read (No such file or directory)"),
        ("wordpress", "ghost.json", "run gateway import ghost ghost.json --to DIR"),
        ("ghost", "export.xml", "run gateway import wordpress export.xml --to DIR"),
        ("ghost", "ghost.json", "ghost.json is JSON but no export of Ghost"),
    ],
)
def test_what_cannot_be_imported_is_one_message(
    run: Any, tmp_path: Path, kind: str, file: str, message: str
) -> None:
    (tmp_path / "ghost.json").write_text("{}")
    (tmp_path / "export.xml").write_text(HEAD + TAIL)
    done = run("import", kind, file, "--to", "blog")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: ")
    assert message in done.stderr
    assert not (tmp_path / "blog").exists()


def test_an_export_is_served_and_imported_again_only_when_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    export = tmp_path / "export.xml"
    first = {"title": "Morning ferry", "path": "/blog/2024/05/06/morning-ferry/"}
    export.write_text(HEAD + SITE + item() + TAIL)
    assert served(export) == [first]
    (made,) = (tmp_path / "cache").rglob("*.html")
    before = made.stat().st_ino
    assert served(export) == [first]
    assert made.stat().st_ino == before
    export.write_text(HEAD + SITE + item(title="Evening ferry") + TAIL)
    assert served(export) == [first | {"title": "Evening ferry"}]


def served(export: Path) -> Any:
    with running(str(export)) as server:
        answer = httpx2.post(f"{server.address}/graphql", json=QUERY).json()
    return answer["data"]["posts"]["nodes"]
