"""Progress, issues and answers, as a terminal or a pipe wants them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.json import JSON
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from gateway.content.document import ContentIssue, Severity
from gateway.sync.report import Counts, Report
from gateway.sync.run import Progress as ReportProgress

messages = Console(stderr=True, highlight=False, soft_wrap=True)
answers = Console(highlight=False, soft_wrap=True)

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow"}


@contextmanager
def progress() -> Iterator[ReportProgress | None]:
    """A progress bar on a terminal, and nothing elsewhere."""
    if not messages.is_terminal:
        yield None
        return
    columns = (
        TextColumn("Reading posts"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=messages, transient=True) as bar:
        task = bar.add_task("", total=None)

        def report(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield report


def plural(number: int, noun: str) -> str:
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"


def holds(counts: Counts) -> str:
    """What is in the store, on one line."""
    return (
        f"{plural(counts.posts, 'post')}, {plural(counts.tags, 'tag')}, "
        f"{plural(counts.categories, 'category')}, {plural(counts.authors, 'author')}"
    )


def hidden(counts: Counts) -> str:
    return f"{plural(counts.hidden, 'post')}: not published, or dated in the future"


def changes(report: Report) -> str:
    """What a sync did, on one line."""
    if not report.changes:
        return "nothing has changed"
    return f"{report.added} added, {report.updated} updated, {report.removed} removed"


def show_issues(issues: Sequence[ContentIssue]) -> None:
    for issue in issues:
        place = f"{issue.file}:{issue.line}" if issue.line else issue.file
        field = f"{issue.field}: " if issue.field else ""
        style = STYLES[issue.severity]
        severity = issue.severity.value.lower()
        answers.print(
            f"[bold]{escape(place)}[/] [{style}]{severity}[/] "
            f"{escape(field + issue.message)} [dim]({escape(issue.code)})[/]"
        )


def answer(text: str) -> None:
    """Prints a text as it is."""
    answers.print(text, markup=False)


def answer_json(body: bytes) -> None:
    """Prints JSON: in colours and indented on a terminal, else on one line."""
    if answers.is_terminal:
        answers.print(JSON(body.decode(), ensure_ascii=False))
    else:
        answer(body.decode())
