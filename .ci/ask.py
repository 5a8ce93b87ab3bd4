"""Asks the server on port 8000 what a new user asks first. Run by `.ci/run`.

ask.py posts PID   posts, GraphiQL and its bundle; waits for the server, while PID is there
ask.py nobody      whether the port is free
"""
# ruff: noqa: INP001 - a script, in no package

import json
import os
import re
import socket
import sys
import time
from urllib.request import Request, urlopen

PORT = 8000
ADDRESS = f"http://127.0.0.1:{PORT}"
QUERY = "{ posts(first: 3) { totalCount nodes { title author { name } } } }"
PATIENCE = 300  # seconds, for the installation too


def fetch(path: str, body: object = None) -> str:
    data = None if body is None else json.dumps(body).encode()
    request = Request(ADDRESS + path, data, {"Content-Type": "application/json"})  # noqa: S310
    with urlopen(request, timeout=10) as response:  # noqa: S310 - the address is our own
        text: str = response.read().decode()
    return text


def expect(holds: object, message: str) -> None:
    if not holds:
        sys.exit(f"ask.py: {message}")


def wait_for(process: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        expect(is_there(process), "the command ended before it served; see above")
        try:
            fetch("/health")
        except OSError:  # also a connection that is reset, where the server fails to start
            time.sleep(0.2)
        else:
            return
    sys.exit(f"ask.py: no server on port {PORT} within {PATIENCE} seconds")


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def posts() -> None:
    answer = json.loads(fetch("/graphql", {"query": QUERY}))
    print(json.dumps(answer, ensure_ascii=False))  # noqa: T201
    expect("errors" not in answer, "the query has errors")
    expect(len(answer["data"]["posts"]["nodes"]) == 3, "no posts come back")  # noqa: PLR2004


def graphiql() -> None:
    page = fetch("/")
    expect("is not built" not in page, "GraphiQL is not built")
    files = re.findall(r'(?:src|href)="(/graphiql/[^"]+)"', page)
    expect({file.rpartition(".")[2] for file in files} == {"js", "css"}, f"no bundle: {files}")
    for file in files:
        print(f"{file}: {len(fetch(file)):,} characters")  # noqa: T201


def nobody() -> None:
    with socket.socket() as probe:
        expect(probe.connect_ex(("127.0.0.1", PORT)), f"something serves on port {PORT} already")


if __name__ == "__main__":
    if sys.argv[1] == "nobody":
        nobody()
    else:
        wait_for(int(sys.argv[2]))
        posts()
        graphiql()
