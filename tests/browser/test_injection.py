"""Nothing in a post comes alive in a reader's browser, whatever its author wrote."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx2
import pytest
from playwright.sync_api import Browser, Page, expect

from gateway.content.markup import markdown
from gateway.graphiql import build
from tests.server import running

from .conftest import unavailable
from .reader import DOCUMENTS, SETTLE, TRIPWIRE, WAYS, Reader, open_reader
from .test_graphiql import run, type_query
from .vectors import VECTORS

QUERY = """
query ($after: String) {
  posts(first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes {
      title
      body { html }
      whole: excerpt(length: null, format: HTML)
      cut: excerpt(length: 30, format: HTML)
      source { path }
      author { name bio }
      tags { nodes { name } }
      categories { nodes { name } }
    }
  }
}
"""


@dataclass
class Shown:
    """One post: `html` is what claims to be safe HTML, `texts` what claims to be text."""

    name: str
    html: list[str]
    texts: list[str]


def post(vector: str) -> str:
    """The vector in the body and in every field that is shown."""
    written = json.dumps(vector, ensure_ascii=False)
    fields = {
        "title": written,
        "excerpt": written,
        "tags": f"[{written}]",
        "categories": f"[{written}]",
        "author": f"{{ name: {written}, bio: {written} }}",
    }
    matter = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\n{matter}---\n{vector}\n"


def write(folder: Path) -> None:
    """Each vector as Markdown, as HTML, and without front matter, so that its head is cut off."""
    posts = folder / "_posts"
    posts.mkdir()
    for name, vector in VECTORS.items():
        (posts / f"2025-01-01-{name}.md").write_text(post(vector), encoding="utf-8")
        (posts / f"2025-01-02-{name}.html").write_text(post(vector), encoding="utf-8")
        (posts / f"2025-01-03-{name}.md").write_text(vector, encoding="utf-8")


def ask(address: str, after: str | None = None) -> Any:
    request = {"query": QUERY, "variables": {"after": after}}
    answer = httpx2.post(f"{address}/graphql", json=request).json()
    assert list(answer) == ["data"], answer
    return answer["data"]["posts"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A gateway with the vectors as its posts."""
    folder = tmp_path_factory.mktemp("vectors")
    write(folder)
    with running(str(folder), "--database", str(folder / "gateway.db")) as opened:
        yield opened.address


@pytest.fixture(scope="module")
def shown(server: str) -> list[Shown]:
    found: list[Shown] = []
    after, more = None, True
    while more:
        page = ask(server, after)
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
        for node in page["nodes"]:
            names = [item["name"] for of in ("tags", "categories") for item in node[of]["nodes"]]
            author = node["author"] or {"name": "", "bio": None}
            found.append(
                Shown(
                    node["source"]["path"],
                    [node["body"]["html"], node["whole"], node["cut"]],
                    [node["title"], author["name"], author["bio"] or "", *names],
                )
            )
    return found


@pytest.fixture
def graphiql_of_vectors(chromium: Browser, server: str) -> Iterator[Page]:
    if build.read_manifest() is None:
        unavailable(f"GraphiQL is not built: {build.COMMAND}")
    with chromium.new_context(viewport={"width": 1400, "height": 900}) as context:
        context.add_init_script(TRIPWIRE)
        page = context.new_page()
        page.goto(server)
        expect(page.locator(".graphiql-query-editor .view-lines")).to_contain_text("ListPage")
        yield page


@pytest.fixture(scope="module")
def reader(chromium: Browser) -> Iterator[Reader]:
    with chromium.new_context() as context:
        yield open_reader(context)


def test_every_vector_is_served(shown: list[Shown]) -> None:
    assert len(shown) == 3 * len(VECTORS)


@pytest.mark.parametrize("way", [*WAYS, *DOCUMENTS])
def test_nothing_in_a_post_comes_alive(reader: Reader, shown: list[Shown], way: str) -> None:
    everything = dict.fromkeys(html for one in shown for html in one.html)
    if reader.show("".join(everything), way):  # only then is it worth asking which of them
        alive = {one.name: found for one in shown if (found := reader.show("".join(one.html), way))}
        assert alive == {}
        pytest.fail("together the posts come alive, and none of them alone")


@pytest.mark.parametrize("way", DOCUMENTS)
def test_what_is_text_is_safe_once_it_is_escaped(
    reader: Reader, shown: list[Shown], way: str
) -> None:
    texts = list(dict.fromkeys(escape(text) for one in shown for text in one.texts))
    in_page = "".join(f'<p title="{text}">{text}</p>' for text in texts)
    assert reader.show(f"<title>{texts[0]}</title>{in_page}", way) == []


def test_most_vectors_come_alive_as_they_were_written(reader: Reader) -> None:
    """What the other tests would see: without it, they could pass because they see nothing."""
    silent = [
        name
        for name, vector in VECTORS.items()
        if not reader.show(markdown.render(vector), "a document")
        and not reader.show(vector, "a document")
        and not reader.show(vector, "innerHTML")
    ]
    assert len(silent) < 0.2 * len(VECTORS), silent


@pytest.mark.parametrize("vector", ["script", "handler-error", "tag-quotes"])
def test_no_page_of_the_gateway_repeats_what_it_is_asked_for(
    chromium: Browser, server: str, vector: str
) -> None:
    text = quote(VECTORS[vector], safe="")
    for address in (f"/{text}", f"/graphql?query={text}", f"/graphiql/{text}", f"/?query={text}"):
        with chromium.new_context() as context:
            context.add_init_script(TRIPWIRE)
            page = context.new_page()
            page.goto(server + address)
            page.evaluate("touch(document)")
            page.evaluate(SETTLE)
            assert page.evaluate("trips") == []


def test_graphiql_shows_posts_as_text(graphiql_of_vectors: Page) -> None:
    type_query(graphiql_of_vectors, "{ posts(last: 100) { nodes { title body { html } } } }")
    run(graphiql_of_vectors)
    graphiql_of_vectors.evaluate(SETTLE)
    assert graphiql_of_vectors.evaluate("trips") == []
