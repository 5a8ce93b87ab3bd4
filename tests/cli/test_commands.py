"""The `gateway` command, as a user types it."""

import json
import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx2
import pytest

from gateway.schema import subgraph
from gateway.schema.executor import SCHEMA
from tests.conftest import SITE
from tests.server import Server, running

QUERY = "{ posts(first: 1) { nodes { title } } }"
NEWEST = {"data": {"posts": {"nodes": [{"title": "Tables and lists"}]}}}


def test_sync_loads_without_serving(run: Any, tmp_path: Path) -> None:
    database = str(tmp_path / "content.db")
    first = run("sync", str(SITE), "--database", database)
    assert (first.returncode, first.stdout) == (0, "")
    assert first.stderr.startswith("5 posts, 6 tags, 3 categories, 2 authors in ")
    assert first.stderr.splitlines()[0].endswith("5 added, 0 updated, 0 removed")
    again = run("sync", str(SITE), "--database", database)
    assert again.stderr.splitlines()[0].endswith("nothing has changed")
    answer = run("query", QUERY, "--database", database)
    assert (answer.returncode, json.loads(answer.stdout), answer.stderr) == (0, NEWEST, "")


def test_the_keys_that_are_named_have_an_index_until_they_are_named_no_more(
    run: Any, tmp_path: Path
) -> None:
    database = tmp_path / "content.db"
    options = ("sync", str(SITE), "--database", str(database))
    asked = ("query", QUERY, "--content", str(SITE), "--database", str(database))
    for arguments, keys in [
        ((*options, "--index-keys", "series, rating,"), {"rating", "series"}),
        (asked, {"rating", "series"}),
        ((*options, "--rebuild", "--index-keys", "rating"), {"rating"}),
        (options, set()),
    ]:
        assert run(*arguments).returncode == 0
        with closing(sqlite3.connect(database)) as connection:
            found = connection.execute("SELECT key FROM indexed_key")
            assert {key for (key,) in found} == keys


def test_query_answers_from_a_folder(run: Any) -> None:
    answer = run("query", QUERY, "--content", str(SITE))
    assert (answer.returncode, json.loads(answer.stdout), answer.stderr) == (0, NEWEST, "")


def test_query_reads_a_document_from_a_pipe_and_takes_variables(run: Any) -> None:
    document = "query ($n: Int) { posts(first: $n) { nodes { title } } }"
    options = ("--content", str(SITE), "--variables", '{"n": 1}')
    assert json.loads(run("query", "-", *options, stdin=document).stdout) == NEWEST


def test_an_answer_with_errors_is_printed_and_fails(run: Any) -> None:
    answer = run("query", "{ nope }", "--content", str(SITE))
    assert answer.returncode == 1
    assert json.loads(answer.stdout)["errors"][0]["message"].startswith("Cannot query field")


def test_check_says_where_it_looked_for_posts_and_found_none(run: Any, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    (folder / "source" / "_posts").mkdir(parents=True)
    answer = run("check", str(folder))
    assert (answer.returncode, answer.stdout, answer.stderr) == (
        0,
        "",
        (
            "Hexo: 0 posts, 0 tags, 0 categories, 0 authors; 0 errors, 0 warnings\n"
            "no posts are in source/_posts/, source/_drafts/; give the folder that holds them, or"
            " say with --dialect which generator it is for\n"
        ),
    )


def test_check_lists_issues_and_fails_for_errors(run: Any, tmp_path: Path) -> None:
    assert run("check", str(SITE)).returncode == 0
    broken = shutil.copytree(SITE, tmp_path / "broken")
    (broken / "_posts" / "2024-09-01-x.md").write_text("---\ntitle: [a\n---\nText.")
    checked = run("check", str(broken))
    assert checked.returncode == 1
    assert checked.stdout.splitlines()[1].startswith("_posts/2024-09-01-x.md:")
    assert " error " in checked.stdout


def test_schema_is_the_one_that_is_committed(run: Any) -> None:
    committed = (Path(__file__).parents[2] / "schema" / "schema.graphql").read_text()
    assert run("schema").stdout == committed == SCHEMA.as_str() + "\n"
    assert run("schema", "--federation").stdout == subgraph.sdl() + "\n"


def test_every_option_is_an_environment_variable_too(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GATEWAY_DIR", str(SITE))
    monkeypatch.setenv("GATEWAY_DATABASE", str(tmp_path / "content.db"))
    assert run("sync").returncode == 0
    assert json.loads(run("query", QUERY).stdout) == NEWEST


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("sync", "nowhere", "--database", "x.db"), "nowhere does not exist"),
        (("check", __file__), "is a file; give the folder that it is in"),
        (("query", QUERY, "--database", "nowhere.db"), "cannot open the database nowhere.db"),
        (("query", QUERY), "give --database FILE or --content DIR"),
        (
            ("query", QUERY, "--content", str(SITE), "--variables", "{"),
            "--variables is not valid JSON",
        ),
        (
            ("query", QUERY, "--content", str(SITE), "--variables", "[]"),
            "--variables must be a JSON object",
        ),
        (("serve", "--port", "banana"), "Invalid value for '--port'"),
        (("serve", "--host", "999.0.0.1"), "cannot listen on 999.0.0.1 port 8000"),
        (("nonsense",), "No such command 'nonsense'"),
    ],
)
def test_wrong_input_is_one_message_and_exit_status_2(
    run: Any, arguments: tuple[str, ...], expected: str
) -> None:
    failed = run(*arguments)
    message = " ".join(failed.stderr.replace("│", " ").split())
    assert failed.returncode == 2
    assert expected in message
    assert "Traceback" not in failed.stderr
    assert failed.stdout == ""


def test_serve_without_a_folder_serves_the_sample_blog(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with running("--database", str(tmp_path / "sample.db")) as server:
        assert "  content   the sample blog\n" in server.printed
        body = {"query": "{ posts { totalCount } }"}
        answer = httpx2.post(f"{server.address}/graphql", json=body).json()
        assert answer == {"data": {"posts": {"totalCount": 12}}}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_server_that_is_stopped_closes_its_database(
    tmp_path: Path, number: signal.Signals
) -> None:
    database = tmp_path / "content.db"
    with running(str(SITE), "--database", str(database)) as server:
        assert server.stop(number) == 0
    assert list(tmp_path.iterdir()) == [database]


@pytest.mark.parametrize("name", ["_posts", "content"])
def test_serve_without_a_folder_serves_the_one_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    shutil.copytree(SITE / "_posts", tmp_path / name)
    monkeypatch.chdir(tmp_path)
    with running("--database", str(tmp_path / "sample.db")) as server:
        assert any(line.strip().startswith("loaded    5 posts") for line in server.printed)


def test_a_database_that_is_named_alone_is_served_as_it_is(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    database = str(tmp_path / "content.db")
    run("sync", str(SITE), "--database", database)
    with running("--database", database) as server:
        answer = httpx2.post(f"{server.address}/graphql", json={"query": QUERY}).json()
        assert answer == NEWEST


def test_a_sync_shows_in_a_running_server_at_once(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    database = str(tmp_path / "content.db")
    folder = shutil.copytree(SITE, tmp_path / "site")
    run("sync", str(folder), "--database", database)
    with running("--database", database) as server:
        body = {"query": "{ posts { totalCount } }"}
        assert httpx2.post(f"{server.address}/graphql", json=body).json() == {
            "data": {"posts": {"totalCount": 5}}
        }
        (folder / "_posts" / "2024-09-01-new.md").write_text("New.")
        assert run("sync", str(folder), "--database", database).returncode == 0
        assert httpx2.post(f"{server.address}/graphql", json=body).json() == {
            "data": {"posts": {"totalCount": 6}}
        }


def test_the_content_from_before_is_served_while_a_sync_waits(run: Any, tmp_path: Path) -> None:
    database = tmp_path / "content.db"
    folder = shutil.copytree(SITE, tmp_path / "site")
    run("sync", str(folder), "--database", str(database))
    (folder / "_posts" / "2024-09-01-new.md").write_text("New.")
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with running(str(folder), "--database", str(database)) as server:
            assert any(line.startswith("  syncing   ") for line in server.printed)
            assert count(server) == 5
            other.execute("ROLLBACK")
            while count(server) == 5:
                pass
            assert count(server) == 6


def test_serve_makes_a_database_anew_while_it_serves_the_old_one(run: Any, tmp_path: Path) -> None:
    database = tmp_path / "content.db"
    run("sync", str(SITE), "--database", str(database))
    with closing(sqlite3.connect(database)) as other:
        other.execute("DELETE FROM post")
        other.commit()
    with running(str(SITE), "--database", str(database), "--rebuild") as server:
        while count(server) == 0:
            pass
        assert count(server) == 5


def test_sync_makes_a_database_anew(run: Any, tmp_path: Path) -> None:
    database = str(tmp_path / "content.db")
    run("sync", str(SITE), "--database", database)
    rebuilt = run("sync", str(SITE), "--database", database, "--rebuild")
    assert "5 added, 0 updated, 0 removed\n" in rebuilt.stderr


def count(server: Server) -> int:
    body = {"query": "{ posts { totalCount } }"}
    answer = httpx2.post(f"{server.address}/graphql", json=body).json()
    return int(answer["data"]["posts"]["totalCount"])
