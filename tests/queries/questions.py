"""The queries that lie in this folder: `NAME.graphql`, with `NAME.variables.json`."""

from pathlib import Path

import orjson

from gateway.schema.executor import Request

HERE = Path(__file__).parent
QUERIES = sorted(path.stem for path in HERE.glob("*.graphql"))


def request_of(name: str, folder: Path = HERE) -> Request:
    variables = folder / f"{name}.variables.json"
    return Request(
        (folder / f"{name}.graphql").read_text(),
        variables=orjson.loads(variables.read_bytes()) if variables.exists() else None,
    )
