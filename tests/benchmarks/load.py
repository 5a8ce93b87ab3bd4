"""wrk, which asks one question over many connections: https://github.com/wg/wrk."""

import shutil
import signal
import subprocess
import time
from pathlib import Path

import httpx2
import orjson

from .workload import Question

CONNECTIONS = 16
SCRIPT = Path(__file__).with_name("post.lua")


def verify(url: str, question: Question) -> None:
    """Raises ValueError where the server's answer differs from the expected one in any byte."""
    headers = {"Content-Type": "application/json"}
    response = httpx2.post(url, content=question.body, headers=headers)
    if response.status_code != httpx2.codes.OK or response.content != question.answer.encode():
        raise ValueError(
            f"{url} has another answer to {question.name}: {response.status_code}\n"
            f"{response.text[:500]}\ninstead of\n{question.answer[:500]}"
        )


def requests_per_second(url: str, body: Path, seconds: float) -> float:
    command = [wrk(), "-t1", f"-c{CONNECTIONS}", "-d1h", "-s", str(SCRIPT), url, "--", str(body)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:  # noqa: S603 - as built here
        time.sleep(seconds)
        # wrk takes no parts of seconds, but reports what it has when it is interrupted.
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate()
    measured = orjson.loads(output.splitlines()[-1])
    if measured["errors"]:
        raise ValueError(f"{measured['errors']} requests to {url} failed")
    return float(measured["requests"] / measured["microseconds"] * 1e6)


def wrk() -> str:
    """Where wrk is. Raises FileNotFoundError when it is not installed."""
    path = shutil.which("wrk")
    if path is None:
        raise FileNotFoundError("wrk is not installed; on Debian: apt install wrk")
    return path
