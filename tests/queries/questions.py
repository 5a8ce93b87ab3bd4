"""The queries that lie in this folder: `NAME.graphql`, with `NAME.variables.json`."""

from pathlib import Path

import orjson

from gateway.schema.executor import Request

HERE = Path(__file__).parent
QUERIES = sorted(path.stem for path in HERE.glob("*.graphql"))


def request_of(name: str) -> Request:
    variables = HERE / f"{name}.variables.json"
    return Request(
        (HERE / f"{name}.graphql").read_text(),
        variables=orjson.loads(variables.read_bytes()) if variables.exists() else None,
    )
