"""The `gateway` command. Answers go to standard output, all else to standard error.

main      the commands
folders   which folder and which database are meant
serving   `gateway serve`
searching `gateway search`
answering a query, answered without a server
importing `gateway import`
exports   an export that is named where a folder could be
terminal  progress, issues and answers, as a terminal or a pipe wants them
"""


def main() -> None:
    """Runs the command line."""
    # Here, because the processes that load files import this package and need none of it.
    from gateway.cli.main import main as run  # noqa: PLC0415

    run()
