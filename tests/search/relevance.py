"""Runs the queries of `queries.tsv`, and prints how well they find what is wanted."""

import asyncio
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson

from gateway.content.site import open_site
from gateway.http.responses import body_of
from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import Store, open_store
from gateway.sync.run import sync

HERE = Path(__file__).parent
BLOG = HERE / "blog"
QUERIES = HERE / "queries.tsv"
REPORT = HERE / "relevance.txt"

SEARCH = """query Search($text: String!, $orderBy: [PostOrder!]) {
  posts(where: { search: $text }, orderBy: $orderBy, first: 10) { nodes { slug locale } }
}"""


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader of a language types, and the posts that answer it, as `language/slug`."""

    language: str
    text: str
    wanted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a query found, as `language/slug`: the first ten."""

    query: Query
    found: tuple[str, ...]

    @property
    def place(self) -> int | None:
        """Where the first wanted post is, from 1 on."""
        places = (at for at, post in enumerate(self.found, 1) if post in self.query.wanted)
        return next(places, None)


def queries() -> Iterator[Query]:
    for line in QUERIES.read_text("utf-8").splitlines():
        language, text, wanted = line.split("\t")
        posts = (post if "/" in post else f"{language}/{post}" for post in wanted.split("|"))
        yield Query(language, text, tuple(posts))


async def results(store: Store, order_by: Sequence[Mapping[str, str]] = ()) -> list[Result]:
    """What each query finds in a store of the blog, by relevance where nothing else is asked."""
    graphql = GraphQL(store.reader.row)
    found = []
    for query in queries():
        request = Request(SEARCH, variables={"text": query.text, "orderBy": list(order_by)})
        answer = orjson.loads(body_of(await graphql.answer(request)))
        nodes = answer["data"]["posts"]["nodes"]
        found.append(Result(query, tuple(f"{node['locale']}/{node['slug']}" for node in nodes)))
    return found


def shares(results: Sequence[Result]) -> tuple[float, float, float]:
    """How many find a wanted post first and among three, of all, and the mean of 1/place."""
    first = _count(results, lambda place: place == 1) / len(results)
    among_three = _count(results, lambda place: place <= 3) / len(results)
    return first, among_three, _mean(results)


def report(results: Sequence[Result]) -> str:
    """The figures of each language, and the queries whose wanted post does not come first."""
    languages = sorted({result.query.language for result in results})
    rows = [
        _row(name, [result for result in results if result.query.language == name])
        for name in languages
    ]
    head = f"{'language':<10}{'queries':>8}{'hit@1':>8}{'hit@3':>8}{'MRR':>8}"
    misses = [_miss(result) for result in results if result.place != 1]
    return "\n".join(
        [head, *rows, _row("all", results), "", "Where another post comes first:", *misses, ""]
    )


def _row(name: str, results: Sequence[Result]) -> str:
    first = _count(results, lambda place: place == 1)
    among_three = _count(results, lambda place: place <= 3)
    mean = _mean(results)
    return f"{name:<10}{len(results):>8}{first:>8}{among_three:>8}{mean:>8.3f}"


def _mean(results: Sequence[Result]) -> float:
    return sum(1 / result.place for result in results if result.place) / len(results)


def _count(results: Iterable[Result], counts: Callable[[int], bool]) -> int:
    return sum(1 for result in results if result.place and counts(result.place))


def _miss(result: Result) -> str:
    first = result.found[0] if result.found else "nothing"
    wanted = " or ".join(result.query.wanted)
    place = result.place or "-"
    return f"{place:>2}  {result.query.language}: {result.query.text} | {wanted} | {first}"


async def measured(folder: Path, order_by: Sequence[Mapping[str, str]] = ()) -> list[Result]:
    """What is found on the blog, synced into a folder."""
    async with open_store(folder / "blog.db") as store:
        await sync(store, open_site(BLOG))
        return await results(store, order_by)


if __name__ == "__main__":
    with TemporaryDirectory() as made:
        table = report(asyncio.run(measured(Path(made))))
    if "--write" in sys.argv:
        REPORT.write_text(table, "utf-8")
    sys.stdout.write(table)
