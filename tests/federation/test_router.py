"""The gateway behind a router, beside another subgraph: three servers, which talk over HTTP.

The router is Hive Gateway, by `npm install --no-package-lock` in `tests/federation`, as `.ci/run`
does.
"""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.conftest import SITE
from tests.federation import comments
from tests.server import running

HERE = Path(__file__).parent
NODE = shutil.which("node")

pytestmark = [
    pytest.mark.skipif(NODE is None, reason="Node is not installed"),
    pytest.mark.skipif(
        not (HERE / "node_modules").is_dir(),
        reason=f"npm install has not been run in {HERE.name}",
    ),
]


@contextmanager
def routed(**subgraphs: str) -> Iterator[str]:
    """The address of a router before subgraphs, whose addresses are given by their names."""
    assert NODE is not None
    named = [f"{name}={address}" for name, address in subgraphs.items()]
    with subprocess.Popen(  # noqa: S603 - the script beside this test
        [NODE, "router.mjs", *named], cwd=HERE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            address = process.stdout.readline().strip()
            assert address, "the subgraphs could not be composed, see above"
            yield address
        finally:
            process.kill()  # it would wait for connections that stay open


@pytest.fixture(scope="module")
def router(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    database = tmp_path_factory.mktemp("federation") / "content.db"
    with (
        running(str(SITE), "--database", str(database), GATEWAY_FEDERATION="true") as blog,
        comments.running() as other,
        routed(blog=f"{blog.address}/graphql", comments=other) as address,
    ):
        yield address


def ask(router: str, query: str) -> Any:
    return httpx2.post(router, json={"query": query}, timeout=60).json()


def test_a_post_has_what_another_subgraph_knows_of_it(router: str) -> None:
    query = """{
      posts(first: 3) {
        nodes { title author { name followers } comments { text } }
        pageInfo { hasNextPage }
      }
    }"""
    assert ask(router, query) == {
        "data": {
            "posts": {
                "nodes": [
                    {
                        "title": "Tables and lists",
                        "author": {"name": "Ken", "followers": 3},
                        "comments": [
                            {"text": "Which of them is quicker?"},
                            {"text": "Thank you."},
                        ],
                    },
                    {"title": "Nobody wrote this", "author": None, "comments": []},
                    {
                        "title": "日本語の記事：検索と一覧",
                        "author": {"name": "Ken", "followers": 3},
                        "comments": [{"text": "検索も速いですか。"}],
                    },
                ],
                "pageInfo": {"hasNextPage": True},
            }
        }
    }


def test_another_subgraph_refers_to_posts_by_id_and_to_authors_by_slug(router: str) -> None:
    query = """{
      comments {
        nodes {
          text
          post { title tags(first: 1) { nodes { name } } }
          answeredBy { name postCount }
        }
        pageInfo { hasNextPage }
      }
    }"""
    tables = {"title": "Tables and lists", "tags": {"nodes": [{"name": "Python"}]}}
    search = {"title": "日本語の記事：検索と一覧", "tags": {"nodes": [{"name": "日本語"}]}}
    assert ask(router, query) == {
        "data": {
            "comments": {
                "nodes": [
                    {
                        "text": "Which of them is quicker?",
                        "post": tables,
                        "answeredBy": {"name": "Ken", "postCount": 3},
                    },
                    {"text": "検索も速いですか。", "post": search, "answeredBy": None},
                    {
                        "text": "Thank you.",
                        "post": tables,
                        "answeredBy": {"name": "佐藤ミナ", "postCount": 2},
                    },
                ],
                "pageInfo": {"hasNextPage": False},
            }
        }
    }


def test_a_reference_to_nothing_is_null_and_one_that_is_none_has_an_error(router: str) -> None:
    query = "{ reports { reason post { title } } }"
    answer = ask(router, query)
    assert answer["data"] == {
        "reports": [
            {"reason": "Spam", "post": {"title": "Tables and lists"}},
            {"reason": "Gone", "post": None},
            {"reason": "Broken", "post": None},
        ]
    }
    # The router's own: it asks for the title of a post, which is never null.
    gone = "Cannot return null for non-nullable field Post.title."
    broken = 'Argument "representations" of "_entities": "banana" is not an id of this server.'
    assert [(error["path"], error["message"]) for error in answer["errors"]] == [
        (["reports", 1, "post", "title"], gone),
        (["reports", 2, "post", "title"], broken),
    ]
