"""`gateway serve` in a process of its own, on a port that is free."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread

ADDRESS = re.compile(r"(http://\S+)/graphql")


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "gateway", *arguments]


@dataclass
class Server:
    """A running server: its address, and what it has printed so far."""

    process: subprocess.Popen[str]
    address: str = ""
    printed: list[str] = field(default_factory=list)

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(timeout=10)

    @staticmethod
    def attempt(*arguments: str) -> subprocess.CompletedProcess[str]:
        """A server that is expected not to start."""
        return subprocess.run(  # noqa: S603
            command("serve", *arguments), capture_output=True, text=True, timeout=60, check=False
        )


@contextmanager
def running(*arguments: str, **environment: str) -> Iterator[Server]:
    """A server with these arguments to `gateway serve`, until the block ends."""
    process = subprocess.Popen(  # noqa: S603
        command("serve", "--port", "0", *arguments),
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | environment,
    )
    assert process.stderr is not None
    server = Server(process)
    try:
        for line in process.stderr:
            server.printed.append(line)
            if line.lstrip().startswith("GraphiQL"):
                break
            if found := ADDRESS.search(line):
                server.address = found[1]
        assert server.address, "".join(server.printed)
        # Read on, so that a server that prints much is not held up by a full pipe.
        Thread(target=lambda: server.printed.extend(process.stderr or ()), daemon=True).start()
        yield server
    finally:
        if process.poll() is None:
            server.stop()
        process.stderr.close()
