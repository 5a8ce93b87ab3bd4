"""Where the wanted posts come in what is found: `python -m tests.search.relevance` prints it."""

import asyncio
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any

import orjson

from gateway.content.site import open_site
from gateway.http import responses
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import open_store
from gateway.sync.run import sync
from gateway.sync.schedule import Punctual

HERE = Path(__file__).parent
SITE = HERE / "site"
QUERIES = HERE / "queries.tsv"

DOCUMENT = """
query ($typed: String!, $orderBy: [PostOrder!]) {
  posts(where: { search: $typed }, first: 10, orderBy: $orderBy) { nodes { source { path } } }
}
"""


@dataclass(frozen=True)
class Query:
    """What a reader types in a language, and the posts that the reader may mean."""

    language: str
    typed: str
    wanted: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """`rank` is where the first of the wanted posts came, None where none was among ten."""

    query: Query
    found: Sequence[str]

    @property
    def rank(self) -> int | None:
        wanted = (place for place, each in enumerate(self.found, 1) if each in self.query.wanted)
        return next(wanted, None)


def queries() -> list[Query]:
    lines = [line.split("\t") for line in QUERIES.read_text().splitlines()]
    return [
        Query(language, typed, tuple(f"{language}/{each}" for each in wanted.split("|")))
        for language, typed, wanted in lines
    ]


def name(path: str) -> str:
    """A post by its language and its name without the date."""
    *_, language, file = PurePath(path).parts
    return f"{language}/{file.removesuffix('.md')[len('2024-01-01-') :]}"


async def answers(asked: Iterable[Mapping[str, Any]], document: str = DOCUMENT) -> list[Any]:
    """What a gateway with the posts answers to a document, for each of these variables."""
    with TemporaryDirectory() as folder:
        async with open_store(Path(folder) / "search.db") as store:
            await sync(store, open_site(SITE))
            graphql = GraphQL(Punctual(store).row)
            requests = (Request(document, variables=dict(variables)) for variables in asked)
            bodies = [responses.body_of(await graphql.answer(each)) for each in requests]
    return [orjson.loads(body)["data"] for body in bodies]


async def outcomes(order_by: Sequence[Mapping[str, str]] = ()) -> list[Outcome]:
    every = queries()
    asked = [{"typed": query.typed, "orderBy": list(order_by)} for query in every]
    return [
        Outcome(query, [name(node["source"]["path"]) for node in data["posts"]["nodes"]])
        for query, data in zip(every, await answers(asked), strict=True)
    ]


def reciprocal_rank(some: Sequence[Outcome]) -> float:
    """The mean of 1 ÷ rank: https://en.wikipedia.org/wiki/Mean_reciprocal_rank"""
    return sum(1 / each.rank for each in some if each.rank) / len(some)


def within(some: Sequence[Outcome], most: int) -> int:
    """How many have a wanted post among the first ones."""
    return sum(1 for each in some if each.rank and each.rank <= most)


def table(found: Sequence[Outcome]) -> str:
    """The figures by language, then every query whose wanted post was not first."""
    languages = dict.fromkeys(each.query.language for each in found)
    groups = {
        language: [o for o in found if o.query.language == language] for language in languages
    }
    rows = [("language", "queries", "hit@1", "hit@3", "MRR")]
    for language, some in {**groups, "all": list(found)}.items():
        mean = f"{reciprocal_rank(some):.3f}"
        rows.append((language, f"{len(some)}", f"{within(some, 1)}", f"{within(some, 3)}", mean))
    rows += [("", "", "", "", ""), ("rank", "language", "typed", "wanted", "first")]
    for each in found:
        if each.rank != 1:
            first = each.found[0] if each.found else "-"
            wanted = " ".join(each.query.wanted)
            rows.append(
                (str(each.rank or "-"), each.query.language, each.query.typed, wanted, first)
            )
    return "".join("\t".join(row).rstrip() + "\n" for row in rows)


if __name__ == "__main__":
    sys.stdout.write(table(asyncio.run(outcomes())).expandtabs(12))
