"""The same answers from Starlette and uvicorn, with everything but the necessary left out.

    python -m tests.benchmarks.floors PORT WORKLOAD DATABASE

/dictionary  the finished bytes, from a dictionary by the request's body
/aiosqlite   the statement that the gateway would run, through aiosqlite
/sqlite3     the same, without a thread for the database
"""

import asyncio
import sqlite3
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiosqlite
import orjson
import uvicorn
import uvloop
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gateway.store.functions import registrations

from . import workload
from .workload import Question

JSON = "application/json; charset=utf-8"

Handler = Callable[[Request], Awaitable[Response]]
Fetch = Callable[[str, Sequence[Any]], Awaitable[Sequence[Any]]]


async def serve(port: int, questions: Sequence[Question], database: Path) -> None:
    uri = f"file:{quote(str(database))}?mode=ro"
    async with aiosqlite.connect(uri, uri=True, isolation_level=None) as connection:
        with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as direct:
            for registration in registrations():
                direct.create_function(*registration, deterministic=True)
                await connection.create_function(*registration, deterministic=True)

            async def by_aiosqlite(sql: str, parameters: Sequence[Any]) -> Sequence[Any]:
                (row,) = await connection.execute_fetchall(sql, parameters)
                return row

            async def by_sqlite3(sql: str, parameters: Sequence[Any]) -> Sequence[Any]:
                (row,) = direct.execute(sql, parameters).fetchall()
                return tuple(row)

            handlers = {
                "/dictionary": _finished({each.body: each.answer.encode() for each in questions}),
                "/aiosqlite": _statements(questions, by_aiosqlite),
                "/sqlite3": _statements(questions, by_sqlite3),
            }
            routes = [Route(path, handler, methods=["POST"]) for path, handler in handlers.items()]
            # As `gateway serve` has it.
            config = uvicorn.Config(
                Starlette(routes=routes), port=port, lifespan="off", log_level="warning"
            )
            await uvicorn.Server(config).serve()


def _finished(answers: Mapping[bytes, bytes]) -> Handler:
    async def handler(request: Request) -> Response:
        return Response(answers[await request.body()], media_type=JSON)

    return handler


def _statements(questions: Sequence[Question], fetch: Fetch) -> Handler:
    known = {
        (each.query, *each.variables.values()): (
            each.sql,
            each.parameters,
            list(orjson.loads(each.answer)["data"]),
        )
        for each in questions
    }

    async def handler(request: Request) -> Response:
        asked = orjson.loads(await request.body())
        sql, parameters, keys = known[asked["query"], *asked["variables"].values()]
        row = await fetch(sql, parameters)
        data = {key: orjson.Fragment(json) for key, json in zip(keys, row, strict=True)}
        return Response(orjson.dumps({"data": data}), media_type=JSON)

    return handler


if __name__ == "__main__":
    port, file, database = sys.argv[1:]
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve(int(port), workload.read(Path(file)), Path(database)))
