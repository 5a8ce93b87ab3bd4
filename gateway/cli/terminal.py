"""Progress, issues and answers, as a terminal or a pipe wants them."""

import math
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext

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
from gateway.content.site import Site
from gateway.errors import GatewayError
from gateway.sync.following import News
from gateway.sync.report import Counts, Report
from gateway.sync.run import Progress as ReportProgress

messages = Console(stderr=True, highlight=False, soft_wrap=True)
answers = Console(highlight=False, soft_wrap=True)

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow"}


NAMED = 3
"""How many files of a sync are named."""

MAX_NEW_ISSUES = 20

LONG = 1.0
"""Seconds after which work is worth a progress bar."""

PLAIN_EVERY = 5.0
"""Seconds between two lines where there is no terminal to draw a bar on."""


@contextmanager
def progress() -> Iterator[ReportProgress]:
    """For work of more than a second: a bar on a terminal, now and then a line elsewhere."""
    with _bar() if messages.is_terminal else nullcontext(_lines()) as report:
        yield report


@contextmanager
def _bar() -> Iterator[ReportProgress]:
    columns = (
        TextColumn("Reading posts"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]} a second"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=messages, transient=True) as bar:
        task = bar.add_task("", total=None, visible=False, rate="")
        started = time.monotonic()

        def report(done: int, total: int) -> None:
            passed = time.monotonic() - started
            rate = f"{done / passed:,.0f}"
            bar.update(task, completed=done, total=total, rate=rate, visible=passed > LONG)

        yield report


def _lines() -> ReportProgress:
    started = last = time.monotonic()

    def report(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last > PLAIN_EVERY and done < total:
            last = now
            rate = done / (now - started)
            messages.print(
                f"read {done:,} of {total:,} posts, {rate:,.0f} a second;"
                f" {math.ceil((total - done) / rate):,} s left"
            )

    return report


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
    return f"{plural(counts.hidden, 'post')}: drafts, scheduled, or expired"


def nowhere(site: Site) -> str:
    """Where posts were looked for, of a site that has none."""
    places = ", ".join(f"{place.folder}/" for place in site.places if place.folder)
    return (
        f"no posts are in {places or site.folder}; give the folder that holds them, or say with"
        " --dialect which generator it is for"
    )


def changes(report: Report) -> str:
    """What a sync did, on one line."""
    if not report.changes:
        return "nothing has changed"
    return f"{report.added} added, {report.updated} updated, {report.removed} removed"


def synced(report: Report, seconds: float) -> None:
    """Prints what a sync did while the content is served."""
    named = ", ".join(change.source for change in report.changes[:NAMED])
    more = f", and {len(report.changes) - NAMED:,} more" if len(report.changes) > NAMED else ""
    which = f" ({named}{more})" if named else ""
    messages.print(
        f"{time.strftime('%H:%M:%S')} synced in {seconds * 1000:,.0f} ms: "
        f"{escape(changes(report) + which)}"
    )


def told(news: News | GatewayError) -> None:
    """Prints what became of a change of the files."""
    if isinstance(news, GatewayError):
        error(news)
        return
    synced(news.report, news.seconds)
    show_issues(news.issues[:MAX_NEW_ISSUES], messages)
    if len(news.issues) > MAX_NEW_ISSUES:
        messages.print(f"and {plural(len(news.issues) - MAX_NEW_ISSUES, 'issue')} more")


def error(found: GatewayError) -> None:
    messages.print(f"[bold red]error:[/] {escape(str(found))}")


def show_issues(issues: Sequence[ContentIssue], console: Console = answers) -> None:
    for issue in issues:
        place = f"{issue.file}:{issue.line}" if issue.line else issue.file
        field = f"{issue.field}: " if issue.field else ""
        style = STYLES[issue.severity]
        severity = issue.severity.value.lower()
        console.print(
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
