"""What searches take, by kind of what is typed, beside the bare index in the same run.

    python -m tests.benchmarks.searching --posts 10000

`statement` is the one statement of `posts(where: { search }, first: 10)`, run by sqlite3; `index`
is FTS5 alone, finding and scoring the same posts; `answer` is GraphQL in this process. Then come
random strings, which must all be answered.
"""

import argparse
import asyncio
import re
import sqlite3
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from gateway.content.site import open_site
from gateway.store.functions import registrations
from gateway.store.sqlite import open_store
from gateway.sync.run import sync
from gateway.text.search import runs

from . import blog
from .report import table
from .workload import Asking

SEED = 20_000
EACH = 100
"""Searches of a kind."""

QUERY = """query ($typed: String!) {
  posts(where: { search: $typed }, first: 10) { edges { search { score } node { title slug } } }
}"""
INDEX = """SELECT rowid, bm25(post_search, 10, 6, 3, 1, 0) FROM post_search
WHERE post_search MATCH search_strict(?, (SELECT languages FROM search_index))
ORDER BY 2 LIMIT 10"""

HAN, KATAKANA = (re.compile(f"[{script}]{{2,}}") for script in (runs.HAN, runs.KATAKANA))
DENSE = re.compile(f"[{runs.HAN}{runs.HIRAGANA}{runs.KATAKANA}]{{6,}}")
LATIN = re.compile("[A-Za-z]{3,}")
NONSENSE = "qzxv"
PIECES = (
    *"のはをにがア東株", *"\"'*-+^:(){}[]<>#.,|&/\\~`%_?!;=@$0", "京都", "データ", "サーバー",
    "the", "c++", "C#", "OR", "AND", "NOT", "NEAR", "NEAR(", "title:", "{title body}", " ", "　",
    "”", "“", "・", "ー", "ｶﾞ", "검색", "ไทย", "é", "́", "\0", "\u200b", "😀", "''", '""', "--",
)  # fmt: skip


class Taken(NamedTuple):
    """Milliseconds that one search took in each place."""

    statement: float
    bare: float
    answer: float


class Drawing:
    """Draws what is typed from the texts of posts."""

    def __init__(self, random: Random, texts: Sequence[str]) -> None:
        self._random = random
        self._texts = texts
        self.kinds: Mapping[str, Callable[[], str]] = {
            "1 character": lambda: self._part(DENSE, 1),
            "2 characters, Han": lambda: self._part(HAN, 2),
            "3 to 6 characters": lambda: self._part(DENSE, random.randint(3, 6)),
            "katakana": lambda: self._whole(KATAKANA),
            "Latin": lambda: self._whole(LATIN),
            "prefix": lambda: f"{self._whole(LATIN)[:2]}*",
            "several terms": lambda: f"{self._part(HAN, 2)} {self._whole(KATAKANA)}",
            "either": lambda: f"{self._part(HAN, 2)} OR {self._whole(LATIN)}",
            "phrase": lambda: f'"{self._part(DENSE, 6)}"',
            "without": lambda: f"{self._part(HAN, 2)} -{self._whole(KATAKANA)}",
            "relaxed": lambda: f"{self._part(DENSE, 6)} {self._whole(LATIN)} {NONSENSE}",
        }

    def _whole(self, pattern: re.Pattern[str]) -> str:
        while True:
            text = self._random.choice(self._texts)
            if found := pattern.search(text, self._random.randrange(len(text) + 1)):
                return found[0]

    def _part(self, pattern: re.Pattern[str], length: int) -> str:
        whole = self._whole(pattern)
        place = self._random.randint(0, max(0, len(whole) - length))
        return whole[place : place + length]


def noise(random: Random) -> str:
    return "".join(random.choices(PIECES, k=random.randint(1, 12)))


async def measure(database: Path, each: int, fuzz: int) -> str:
    random = Random(SEED)  # noqa: S311 - the same searches each time
    address = f"{database.as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        for registration in registrations():
            connection.create_function(*registration, deterministic=True)
        texts = [
            text for (text,) in connection.execute("SELECT plain FROM post_body ORDER BY post")
        ]
        drawing = Drawing(random, texts)
        async with open_store(database, readers=1, read_only=True) as store:
            asking = Asking(store.reader)
            rows = []
            for kind, draw in drawing.kinds.items():
                taken = [await _taken(asking, connection, draw()) for _ in range(each)]
                rows.append((kind, *_figures(taken)))
            answers = [(await _answer(asking, noise(random)))[0] for _ in range(fuzz)]
    head = ("kind", "statement p50 ms", "p99", "answer p50 ms", "p99", "index p50 ms", "ratio")
    fuzzed = (
        f"{fuzz:,} random strings answered: p50 {_at(answers, 0.5)} ms, p99 {_at(answers, 0.99)} ms"
    )
    return f"{len(texts):,} posts\n\n{table(head, rows)}\n\n{fuzzed}"


async def _answer(asking: Asking, typed: str) -> tuple[float, Any]:
    started = time.perf_counter()
    question = await asking.question("search", QUERY, {"typed": typed})
    return (time.perf_counter() - started) * 1000, question


async def _taken(asking: Asking, connection: sqlite3.Connection, typed: str) -> Taken:
    answer, question = await _answer(asking, typed)
    statement = _run(connection, question.sql, question.parameters)
    return Taken(statement, _run(connection, INDEX, [typed]), answer)


def _run(connection: sqlite3.Connection, sql: str, parameters: Sequence[Any]) -> float:
    started = time.perf_counter()
    connection.execute(sql, parameters).fetchall()
    return (time.perf_counter() - started) * 1000


def _figures(taken: Sequence[Taken]) -> Sequence[str]:
    statements, bare, answers = zip(*taken, strict=True)
    found = [_at(column, place) for column in (statements, answers) for place in (0.5, 0.99)]
    ratio = median(each.statement / each.bare for each in taken)
    return *found, _at(bare, 0.5), f"{ratio:.1f}"


def _at(figures: Sequence[float], place: float) -> str:
    return f"{sorted(figures)[int(place * (len(figures) - 1))]:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.searching")
    add = parser.add_argument
    add("--posts", type=int, default=10_000, help="how many posts the blog has")
    add("--blog", type=Path, help="a blog to take instead, of any generator")
    add("--database", type=Path, help="a synced database to take instead")
    add("--each", type=int, default=EACH, help="searches of each kind")
    add("--fuzz", type=int, default=20_000, help="random strings to search for")
    options = parser.parse_args()
    with TemporaryDirectory() as scratch:
        database = options.database or _synced(Path(scratch), options.blog, options.posts)
        measured = asyncio.run(measure(database.absolute(), options.each, options.fuzz))
    sys.stdout.write(f"{measured}\n")


def _synced(scratch: Path, folder: Path | None, posts: int) -> Path:
    if folder is None:
        folder = scratch / "blog"
        blog.write(posts, folder)
    database = scratch / "gateway.db"
    asyncio.run(_sync(folder, database))
    return database


async def _sync(folder: Path, database: Path) -> None:
    async with open_store(database) as store:
        await sync(store, open_site(folder))


if __name__ == "__main__":
    main()
