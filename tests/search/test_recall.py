"""In scripts without blanks, every post is found by any part of its text."""

import random
import re
import unicodedata
from pathlib import Path
from typing import Any

import orjson
import pytest

from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import Store, open_store
from gateway.sync.run import sync
from tests.search.relevance import BLOG

EVERYTHING = """
query ($after: String) {
  posts(first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { id title body { text } }
  }
}
"""
SEARCH = """
query ($typed: String!, $after: String) {
  posts(where: { search: $typed }, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { id } search { relaxed } }
  }
}
"""
# Han, hiragana, katakana, Thai.
STRETCH = re.compile("[々〇一-鿿]+|[ぁ-ゖァ-ヺー々一-鿿]+|[ก-ฮะ-ฺเ-์]+")
LENGTHS = (1, 2, 2, 3, 4, 6)
TERMS_OF_EACH = 90

pytestmark = pytest.mark.anyio


async def test_any_part_of_a_text_finds_all_posts_that_have_it(tmp_path: Path) -> None:
    async with open_store(tmp_path / "blog.db") as store:
        await sync(store, open_site(BLOG))
        texts = {
            node["id"]: unicodedata.normalize("NFKC", f"{node['title']}\n{node['body']['text']}")
            for node in await _posts(store)
        }
        terms = sorted(_terms(list(texts.values())))
        missed = {}
        for term in terms:
            pages = await _pages(store, SEARCH, typed=term)
            found = {
                edge["node"]["id"]
                for page in pages
                for edge in page["edges"]
                if not edge["search"]["relaxed"]
            }
            wanted = {each for each, text in texts.items() if term in text}
            if not wanted <= found:
                missed[term] = wanted - found
    assert len(terms) > 4 * TERMS_OF_EACH
    assert missed == {}


async def _answer(store: Store, document: str, **variables: Any) -> Any:
    answer = await GraphQL(store.reader.row).answer(Request(document, variables=variables))
    return orjson.loads(body_of(answer))["data"]["posts"]


async def _posts(store: Store) -> list[Any]:
    return [node for page in await _pages(store, EVERYTHING) for node in page["nodes"]]


async def _pages(store: Store, document: str, **variables: Any) -> list[Any]:
    pages: list[Any] = []
    after = None
    while True:
        pages.append(await _answer(store, document, after=after, **variables))
        if not pages[-1]["pageInfo"]["hasNextPage"]:
            return pages
        after = pages[-1]["pageInfo"]["endCursor"]


def _terms(texts: list[str]) -> set[str]:
    """Parts of stretches of these scripts, of each length as many."""
    chosen = random.Random(5)  # noqa: S311 - the same ones in every run
    stretches = [stretch for text in texts for stretch in STRETCH.findall(text)]
    terms: set[str] = set()
    for length in LENGTHS:
        long_enough = [stretch for stretch in stretches if len(stretch) >= length]
        for stretch in chosen.sample(long_enough, TERMS_OF_EACH):
            start = chosen.randrange(len(stretch) - length + 1)
            terms.add(stretch[start : start + length])
    return terms
