"""The command: python -m tests.benchmarks.run; --help lists its options."""

import argparse
import asyncio
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson

from . import blog, load, servers, stages, syncing, workload
from .report import FLOORS, GATEWAY, Measured, Report
from .workload import PAGE, Question


def main() -> None:
    options = _options()
    load.wrk()  # is missed now, not after the sync
    with TemporaryDirectory() as scratch:
        folder = options.blog or Path(scratch) / "blog"
        if not (folder / "_posts").is_dir():
            _say(f"writing {options.posts:,} posts")
            blog.write(options.posts, folder)
        measured = measure(folder, Path(scratch), options.seconds, options.rounds)
    sys.stdout.write(measured.as_text() + "\n")
    if options.json:
        options.json.write_bytes(orjson.dumps(measured.as_json(), option=orjson.OPT_INDENT_2))


def measure(folder: Path, scratch: Path, seconds: float, rounds: int) -> Report:
    database = scratch / "gateway.db"
    posts = len(list((folder / "_posts").iterdir()))
    _say("syncing")
    syncs = syncing.measure(folder, database)
    timed = stages.measure(folder)
    questions = asyncio.run(workload.prepare(database, posts))
    with _servers(scratch, database, questions) as urls:
        rates = _rates(urls, questions, scratch, seconds, rounds)
    return Report(posts, syncs, timed, rates)


@contextmanager
def _servers(
    scratch: Path, database: Path, questions: Sequence[Question]
) -> Iterator[Mapping[str, str]]:
    """The gateway and the floors, all running: the address of each."""
    file = scratch / "workload.json"
    workload.write(questions, file)
    gateway, floors = servers.free_port(), servers.free_port()
    python = (sys.executable, "-m")
    served = ("gateway", "serve", "--database", str(database), "--port", str(gateway))
    floor = ("tests.benchmarks.floors", str(floors), str(file), str(database))
    with ExitStack() as stack:
        for command, port in ((served, gateway), (floor, floors)):
            log = scratch / f"{port}.log"
            stack.enter_context(servers.running((*python, *command), port, log))
        addresses = {name: f"http://127.0.0.1:{floors}/{name}" for name in FLOORS}
        yield {GATEWAY: f"http://127.0.0.1:{gateway}/graphql"} | addresses


def _rates(
    urls: Mapping[str, str],
    questions: Sequence[Question],
    scratch: Path,
    seconds: float,
    rounds: int,
) -> list[Measured]:
    """Every server in turn, so that what else the machine does meets all of them alike."""
    measured = []
    bodies = []
    for question in questions:
        for url in urls.values():
            load.verify(url, question)
        answer_bytes = len(question.answer.encode())
        measured.append(Measured(question.name, answer_bytes, {server: [] for server in urls}))
        bodies.append(scratch / f"{question.name}.json")
        bodies[-1].write_bytes(question.body)
    for number in range(1, rounds + 1):
        _say(f"round {number} of {rounds}")
        for figures, body in zip(measured, bodies, strict=True):
            for server, url in urls.items():
                rate = load.requests_per_second(url, body, seconds)
                figures.rounds[server].append(rate)
    return measured


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.run")
    add = parser.add_argument
    add("--posts", type=int, default=10_000, help="how many posts the blog has")
    add("--seconds", type=float, default=3, help="for each server, query and round")
    add("--rounds", type=int, default=5, help="how often each server has its turn")
    add("--blog", type=Path, help="a folder to write the blog to, or to find it in")
    add("--json", type=Path, help="a file for the figures")
    options = parser.parse_args()
    if options.posts < 2 * PAGE:
        parser.error(f"--posts must be at least {2 * PAGE}: two pages")
    return options


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main()
