"""Drafts, scheduled and expired posts: who sees them, and when they appear."""

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.server import Server, command, running

TOKEN = "a-token-for-these-tests"  # noqa: S105
PREVIEW = {"Authorization": f"Bearer {TOKEN}"}
POSTS = {
    "seen.md": "date: 2024-05-01\ntags: [Shown]\n",
    "draft.md": "date: 2024-06-01\ndraft: true\ntags: [Shown, Secret]\nreading_time: soon\n",
    "scheduled.md": "date: 2999-01-01\ntags: [shown, shown too]\nauthors: [Nobody]\n",
    "expired.md": "date: 2024-07-01\nexpiryDate: 2024-08-01\n",
}
STATUSES = "{ posts { totalCount nodes { slug status } } }"


def write(folder: Path, name: str, matter: str) -> None:
    path = folder / "content" / "posts" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\ntitle: {name}\n{matter}---\nText of {name}.\n")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("preview")
    (folder / "hugo.toml").write_text('baseURL = "https://blog.example.com/"\n')
    for name, matter in POSTS.items():
        write(folder, name, matter)
    (folder / "content" / "posts" / "elsewhere.md").symlink_to("/etc/hostname")
    database = str(folder / "content.db")
    with running(str(folder), "--database", database, "--preview-token", TOKEN) as started:
        yield started


@pytest.fixture(scope="module")
def client(server: Server) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=server.address) as opened:
        yield opened


def data(client: httpx2.Client, query: str, **headers: str) -> Any:
    body = client.post("/graphql", json={"query": query}, headers=headers).json()
    assert list(body) == ["data"], body
    return body["data"]


def slugs(client: httpx2.Client, **headers: str) -> dict[str, str]:
    nodes = data(client, STATUSES, **headers)["posts"]["nodes"]
    return {node["slug"]: node["status"] for node in nodes}


def test_the_public_sees_published_posts_only(client: httpx2.Client) -> None:
    assert slugs(client) == {"seen": "PUBLISHED"}


def test_a_preview_token_shows_all_posts_with_their_status(client: httpx2.Client) -> None:
    assert slugs(client, **PREVIEW) == {
        "scheduled": "SCHEDULED",
        "expired": "EXPIRED",
        "draft": "DRAFT",
        "seen": "PUBLISHED",
    }


HIDDEN = """{
  bySlug: post(by: { slug: "draft" }) { title }
  byPath: post(by: { path: "/posts/draft/" }) { title }
  byId: post(by: { id: "%(draft)s" }) { title }
  node(id: "%(draft)s") { id }
  nodes(ids: ["%(draft)s", "%(tag)s", "%(author)s"]) { id }
  tag(by: { slug: "secret" }) { name }
  author(by: { slug: "nobody" }) { name }
  tags { totalCount nodes { name postCount posts { totalCount nodes { slug } } } }
  authors { totalCount }
  contentRevision { postCount issues { file } }
}"""


def test_nothing_of_a_hidden_post_reaches_the_public(client: httpx2.Client) -> None:
    ids = data(
        client,
        """{
          post(by: { slug: "draft" }) { id }
          tag(by: { slug: "secret" }) { id }
          author(by: { slug: "nobody" }) { id }
        }""",
        **PREVIEW,
    )
    query = HIDDEN % {
        "draft": ids["post"]["id"],
        "tag": ids["tag"]["id"],
        "author": ids["author"]["id"],
    }
    assert data(client, query) == {
        "bySlug": None,
        "byPath": None,
        "byId": None,
        "node": None,
        "nodes": [None, None, None],
        "tag": None,
        "author": None,
        "tags": {
            "totalCount": 1,
            "nodes": [
                {
                    "name": "Shown",
                    "postCount": 1,
                    "posts": {"totalCount": 1, "nodes": [{"slug": "seen"}]},
                }
            ],
        },
        "authors": {"totalCount": 0},
        "contentRevision": {"postCount": 1, "issues": []},
    }
    preview = data(client, query, **PREVIEW)
    assert preview["bySlug"] == preview["byPath"] == preview["byId"] == {"title": "draft.md"}
    assert preview["tags"] == {
        "totalCount": 3,
        "nodes": [
            {
                "name": "Secret",
                "postCount": 1,
                "posts": {"totalCount": 1, "nodes": [{"slug": "draft"}]},
            },
            {
                "name": "Shown",
                "postCount": 3,
                "posts": {
                    "totalCount": 3,
                    "nodes": [{"slug": "scheduled"}, {"slug": "draft"}, {"slug": "seen"}],
                },
            },
            {
                "name": "shown too",
                "postCount": 1,
                "posts": {"totalCount": 1, "nodes": [{"slug": "scheduled"}]},
            },
        ],
    }
    assert preview["contentRevision"] == {
        "postCount": 4,
        "issues": [{"file": "content/posts/draft.md"}, {"file": "content/posts/elsewhere.md"}],
    }


def test_answers_to_a_preview_are_for_no_cache(client: httpx2.Client) -> None:
    public = client.get("/graphql", params={"query": STATUSES})
    preview = client.get("/graphql", params={"query": STATUSES}, headers=PREVIEW)
    assert "cache-control" not in public.headers
    assert preview.headers["cache-control"] == "private, no-store"
    assert public.headers["vary"] == preview.headers["vary"] == "Accept, Authorization"


@pytest.mark.parametrize("token", ["", "another-token-altogether", TOKEN[:-1], f"{TOKEN}é"])
def test_a_token_that_is_not_known_is_refused(client: httpx2.Client, token: str) -> None:
    headers = {b"Authorization": f"Bearer {token}".rstrip().encode()}
    response = client.post("/graphql", json={"query": STATUSES}, headers=headers)
    assert (response.status_code, response.json()) == (
        401,
        {
            "errors": [
                {
                    "message": "The bearer token is not one of this server; "
                    "leave it out to see what is published"
                }
            ]
        },
    )
    assert response.headers["www-authenticate"].startswith("Bearer ")


def test_without_the_setting_no_token_is_known(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "date: 2024-05-01\n")
    database = str(tmp_path / "content.db")
    with (
        running(str(tmp_path / "content"), "--database", database) as server,
        httpx2.Client(base_url=server.address) as client,
    ):
        response = client.post("/graphql", json={"query": STATUSES}, headers=PREVIEW)
    assert response.status_code == 401


@pytest.mark.parametrize(
    "token", ["short", "with a blank in the middle", "日本語の合言葉です、これは"]
)
def test_a_token_that_cannot_be_sent_or_is_guessed_is_refused_at_the_start(token: str) -> None:
    failed = Server.attempt("--preview-token", token)
    assert failed.returncode == 2
    assert "a token is 16 or more of the letters" in " ".join(failed.stderr.split())


def gateway(*arguments: str) -> str:
    done = subprocess.run(  # noqa: S603 - ours
        command(*arguments), capture_output=True, text=True, check=True
    )
    return done.stdout


def test_a_scheduled_post_appears_and_an_expiring_one_goes_at_its_moment(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text('timeZone = "Asia/Tokyo"\n')
    database = str(tmp_path / "content.db")
    query = "{ posts { nodes { slug } } tags { nodes { name postCount } } contentRevision { id } }"
    write(tmp_path, "going.md", "date: 2024-05-01\ntags: [Old]\n")
    gateway("sync", str(tmp_path), "--database", database)
    with (
        running("--database", database) as server,
        httpx2.Client(base_url=server.address) as client,
    ):
        for seconds in (3, 15, 60):  # a busy machine needs longer until all is in place
            moment = datetime.now(UTC) + timedelta(seconds=seconds)
            in_tokyo = (moment + timedelta(hours=9)).strftime("%Y-%m-%dT%H:%M:%S.%f")
            write(tmp_path, "coming.md", f"date: {in_tokyo}\ntags: [New]\n")
            write(tmp_path, "going.md", f"date: 2024-05-01\nexpiryDate: {in_tokyo}\ntags: [Old]\n")
            gateway("sync", str(tmp_path), "--database", database)
            before = data(client, query)
            if datetime.now(UTC) < moment:
                break
        while (after := data(client, query)) == before:
            assert datetime.now(UTC) < moment + timedelta(seconds=60)
        assert datetime.now(UTC) >= moment
    assert (before["posts"], before["tags"]) == (
        {"nodes": [{"slug": "going"}]},
        {"nodes": [{"name": "Old", "postCount": 1}]},
    )
    assert (after["posts"], after["tags"]) == (
        {"nodes": [{"slug": "coming"}]},
        {"nodes": [{"name": "New", "postCount": 1}]},
    )
    assert before["contentRevision"] != after["contentRevision"]
    with closing(sqlite3.connect(database)) as connection:
        latest = "(SELECT max(sequence) FROM change)"
        changes = f"SELECT public_type, path FROM change WHERE sequence = {latest} ORDER BY path"  # noqa: S608
        assert connection.execute(changes).fetchall() == [
            ("CREATED", "/posts/coming/"),
            ("DELETED", "/posts/going/"),
        ]


def test_a_query_without_a_server_lets_a_post_appear_too(tmp_path: Path) -> None:
    moment = datetime.now(UTC) + timedelta(seconds=2)
    write(tmp_path, "coming.md", f"date: {moment.isoformat()}\n")
    database = str(tmp_path / "content.db")
    gateway("sync", str(tmp_path / "content"), "--database", database)
    while datetime.now(UTC) < moment:
        pass
    assert gateway("query", STATUSES, "--database", database) == (
        '{"data":{"posts":{"totalCount":1,"nodes":[{"slug":"coming","status":"PUBLISHED"}]}}}\n'
    )
