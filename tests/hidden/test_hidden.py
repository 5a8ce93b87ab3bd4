"""What the public is answered is what it would be answered without the hidden posts."""

import subprocess
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx2
import pytest
from graphql import build_schema

from tests.server import command, running

from . import questions
from .questions import Question
from .sites import SITES, Site

TOKEN = "a-token-for-these-tests"  # noqa: S105
SCHEMA = build_schema((Path(__file__).parents[2] / "schema" / "schema.graphql").read_text())
FEEDS = ("feed.xml", "feed.json")
FOUND = "query ($typed: String!) { posts(where: { search: $typed }) { nodes { id } } }"
OPTIONS = ("--preview-token", TOKEN, "--federation", "--index-keys", "series,secret")


def ask(client: httpx2.Client, question: Question, **headers: str) -> Any:
    query, variables = question
    body = {"query": query, "variables": variables}
    return client.post("/graphql", json=body, headers=headers).json()


def addresses(known: Any) -> list[str]:
    folders = [
        f"/{folder}/{node['slug']}" for folder in questions.KINDS for node in known[folder]["nodes"]
    ]
    feeds = [f"{folder}/{file}" for folder in ("", *folders) for file in FEEDS]
    return [*feeds, "/sitemap.xml", "/sitemap-1.xml"]


def read(client: httpx2.Client, address: str) -> tuple[int, str]:
    response = client.get(address, headers={"Host": "blog.example.com"})
    return response.status_code, response.text


def health(client: httpx2.Client) -> Any:
    return client.get("/health").json()["content"]


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_hidden_posts_do_not_show_in_any_answer_to_the_public(site: Site, tmp_path: Path) -> None:
    with ExitStack() as stack:
        clients = []
        for name in ("with", "without"):
            place = (str(folder := tmp_path / name / "blog"), "--database", f"{folder}.db")
            # What was there before leaves no trace either.
            site.write(folder, with_hidden=name != "with")
            subprocess.run(command("sync", *place), check=True, capture_output=True)  # noqa: S603
            site.write(folder, with_hidden=name == "with")
            server = running(*place, *OPTIONS)
            address = stack.enter_context(server).address
            clients.append(stack.enter_context(httpx2.Client(base_url=address, timeout=60)))
        hides, lacks = clients
        known = ask(hides, (questions.KNOWN, {}), Authorization=f"Bearer {TOKEN}")["data"]
        assert len(known["posts"]["nodes"]) == len(site.seen) + len(site.hidden)
        for post in known["posts"]["nodes"]:
            question = (FOUND, {"typed": post["title"]})
            found = ask(hides, question, Authorization=f"Bearer {TOKEN}")["data"]["posts"]["nodes"]
            assert {"id": post["id"]} in found
        for question in questions.all_of(SCHEMA, known):
            expected = ask(lacks, question)
            assert list(expected) == ["data"], question
            assert ask(hides, question) == expected, question
        for route in addresses(known):
            assert read(hides, route) == read(lacks, route)
        assert health(hides) == health(lacks)
