"""The questions, each with the statement that answers it and the answer that all must give."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import orjson

from gateway.schema.executor import GraphQL, Request
from gateway.store.sqlite import Reader, open_store

QUERIES = Path(__file__).parent / "queries"
PAGE = 20
DEEP_PAGE = 400
LARGEST_PAGE = 100
FIND_SLUG = "{ posts(first: 1) { nodes { slug } } }"
FIND_CURSOR = """query Skip($first: Int!, $after: String) {
  posts(first: $first, after: $after) { pageInfo { endCursor } }
}"""


@dataclass(frozen=True, slots=True)
class Question:
    """`query` and `variables` are asked; `sql` with `parameters` yields the parts of `answer`."""

    name: str
    query: str
    variables: Mapping[str, str | None]
    sql: str
    parameters: Sequence[str | int]
    answer: str

    @property
    def body(self) -> bytes:
        return orjson.dumps({"query": self.query, "variables": self.variables})


def write(questions: Sequence[Question], file: Path) -> None:
    file.write_bytes(orjson.dumps([asdict(question) for question in questions]))


def read(file: Path) -> list[Question]:
    return [Question(**question) for question in orjson.loads(file.read_bytes())]


class Asking:
    """Answers without a server, and keeps the statements that this takes."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._statements: list[tuple[str, Sequence[Any]]] = []
        self._graphql = GraphQL(self._row)

    async def _row(self, sql: str, parameters: Sequence[Any] = ()) -> Sequence[Any] | None:
        self._statements.append((sql, parameters))
        return await self._reader.row(sql, parameters)

    async def question(
        self, name: str, query: str, variables: Mapping[str, str | None]
    ) -> Question:
        answer = await self._answer(query, variables)
        ((sql, parameters),) = self._statements
        return Question(name, query, variables, sql, list(parameters), answer.decode())

    async def value(self, query: str, **variables: Any) -> Any:
        """The first value found by following the first key at every level."""
        found = orjson.loads(await self._answer(query, variables))
        while isinstance(found, dict | list):
            found = next(iter(found.values() if isinstance(found, dict) else found))
        return found

    async def _answer(self, query: str, variables: Mapping[str, Any]) -> bytes:
        self._statements.clear()
        result = await self._graphql.answer(Request(query, variables=variables))
        if result.errors:
            raise result.errors[0]
        return orjson.dumps({"data": result.data})


async def prepare(database: Path, posts: int) -> list[Question]:
    """The questions to a database that holds so many posts, at least 2 pages of them."""
    deep = min(DEEP_PAGE, posts // PAGE)
    async with open_store(database, readers=1, read_only=True) as store:
        asking = Asking(store.reader)
        slug = await asking.value(FIND_SLUG)
        cursor = await _cursor(asking, PAGE * (deep - 1))
        asked: list[tuple[str, str, dict[str, str | None]]] = [
            ("list", "list", {"after": None}),
            (f"page {deep}", "list", {"after": cursor}),
            ("detail", "detail", {"slug": slug}),
            ("excerpts", "excerpts", {}),
            ("nested", "nested", {}),
        ]
        return [
            await asking.question(name, (QUERIES / f"{file}.graphql").read_text("utf-8"), variables)
            for name, file, variables in asked
        ]


async def _cursor(asking: Asking, position: int) -> str:
    """The cursor of the post at a position, counted from 1, by walking there."""
    cursor = None
    while position:
        step = min(position, LARGEST_PAGE)
        cursor = await asking.value(FIND_CURSOR, first=step, after=cursor)
        position -= step
    assert isinstance(cursor, str)
    return cursor
