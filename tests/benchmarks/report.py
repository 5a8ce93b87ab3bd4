"""What was measured, for people: Markdown tables that read well as plain text too."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from .stages import Stage, Stages
from .syncing import Syncs

GATEWAY = "gateway"
FLOORS = ("dictionary", "aiosqlite", "sqlite3")
SERVERS = (GATEWAY, *FLOORS)

LIST_GOAL = 500  # requests a second
DEEP_PAGE_GOAL = 1.3  # times the first page's time
SYNC_GOAL = 30  # seconds for 10,000 posts


@dataclass(frozen=True, slots=True)
class Measured:
    """A question, and the requests a second of each server, one figure a round."""

    question: str
    answer_bytes: int
    rounds: dict[str, list[float]]

    def rate(self, server: str) -> float:
        return median(self.rounds[server])

    def ratio(self, floor: str) -> float:
        """The gateway's part of a floor: the median of the rounds, each with both in turn."""
        pairs = zip(self.rounds[GATEWAY], self.rounds[floor], strict=True)
        return median(gateway / other for gateway, other in pairs)


@dataclass(frozen=True, slots=True)
class Report:
    posts: int
    syncs: Syncs
    stages: Stages
    questions: Sequence[Measured]

    def deep_page_ratio(self) -> float:
        """How many times the first page's time a page deep in the list takes."""
        first, deep = (question.rounds[GATEWAY] for question in self.questions[:2])
        return median(one / other for one, other in zip(first, deep, strict=True))

    def goals(self) -> dict[str, tuple[float, bool]]:
        """What was reached of what is to be held, and whether that is enough."""
        listed, deep = self.questions[:2]
        rate, times = listed.rate(GATEWAY), self.deep_page_ratio()
        goals = {
            f"{listed.question}: at least {LIST_GOAL} requests/s": (rate, rate >= LIST_GOAL),
            f"{deep.question}: below {DEEP_PAGE_GOAL} times the time of page 1": (
                times,
                times < DEEP_PAGE_GOAL,
            ),
        }
        seconds = self.syncs.runs[0].seconds
        goals[f"sync into a new database: below {SYNC_GOAL} s for 10,000 posts"] = (
            seconds,
            seconds * 10_000 / self.posts < SYNC_GOAL,
        )
        return goals

    def as_json(self) -> dict[str, Any]:
        return {
            "posts": self.posts,
            "syncs": self.syncs,
            "stages": self.stages,
            "questions": [
                {
                    "question": each.question,
                    "answer_bytes": each.answer_bytes,
                    "requests_per_second": {server: each.rate(server) for server in SERVERS},
                    "ratio_to_floor": {floor: each.ratio(floor) for floor in FLOORS},
                    "rounds": each.rounds,
                }
                for each in self.questions
            ],
            "deep_page_ratio": self.deep_page_ratio(),
            "goals": {
                goal: {"value": value, "reached": reached}
                for goal, (value, reached) in self.goals().items()
            },
        }

    def as_text(self) -> str:
        syncs, runs = self.syncs, self.syncs.runs
        content, database = syncs.content_bytes / 1e6, syncs.database_bytes / 1e6
        seconds = [(run.name, f"{run.seconds:.2f}", f"{run.cpu_seconds:.2f}") for run in runs]
        memory = [f"{run.peak_bytes / 1e6:,.0f}" for run in runs]
        rates = [
            (
                each.question,
                f"{each.answer_bytes:,}",
                *(f"{each.rate(server):,.0f}" for server in SERVERS),
                *(f"{each.ratio(floor):.2f}" for floor in FLOORS),
            )
            for each in self.questions
        ]
        goals = [
            (goal, f"{value:,.2f}", "yes" if reached else "NO")
            for goal, (value, reached) in self.goals().items()
        ]
        return "\n\n".join(
            (
                f"{self.posts:,} posts of {content:,.1f} MB; the database has {database:,.1f} MB",
                table(
                    ("sync", "seconds", "CPU seconds", "peak MB"),
                    [(*row, peak) for row, peak in zip(seconds, memory, strict=True)],
                ),
                _stages("loading a post, on each core", self.stages.loading),
                _stages("writing a post, in one process", self.stages.writing),
                "Requests a second, and the gateway's part of each floor",
                table(
                    ("query", "bytes", *SERVERS, *(f"of {floor}" for floor in FLOORS)),
                    rates,
                ),
                table(("goal", "measured", "reached"), goals),
            )
        )


def _stages(title: str, stages: Sequence[Stage]) -> str:
    total = Stage("total", sum(stage.milliseconds for stage in stages))
    rows = [(stage.name, f"{stage.milliseconds:.3f}") for stage in (*stages, total)]
    return table((title, "CPU ms"), rows)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table: the first column to the left, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(_line(cells, widths) for cells in (head, rule, *rows))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first = cells[0].ljust(widths[0])
    others = (cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True))
    return f"| {' | '.join((first, *others))} |"
