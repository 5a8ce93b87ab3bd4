"""What the posts of a list have in common: how many are under each term, and of each time."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from .paging import folded

MOST = 20

KINDS = {"tags": "Tag", "categories": "Category", "authors": "Author"}

PARTS = {"YEAR": 1, "MONTH": 2, "DAY": 3}


@dataclass(frozen=True)
class Facets:
    """Of the posts of a list, which pass `where`. `zone` is the site's time zone."""

    posts: Sequence[Any]
    where: Mapping[str, Any]
    zone: tzinfo
    type_name: str = "PostFacets"

    def terms(self, field: str, first: int | None) -> list[dict[str, Any]]:
        """The terms with most posts first."""
        selected = set(_selected(self.where, field))
        counts = Counter(term for post in self.posts for term in post.terms[KINDS[field]])
        ranked = sorted(counts, key=lambda term: (-counts[term], folded(term.name), term.id))
        return [
            {
                "slug": term.slug,
                "label": term.name,
                "count": counts[term],
                "selected": term.slug in selected,
            }
            for term in ranked[: MOST if first is None else first]
        ]

    def archives(self, unit: str | None, zone_name: str | None) -> list[dict[str, Any]]:
        """The newest first."""
        zone = _zone(zone_name) if zone_name else self.zone
        parts = PARTS[unit or "MONTH"]
        dates = (post.document.published_at for post in self.posts)
        counts = Counter(_period(date, parts, zone) for date in dates if date)
        return [
            {
                "key": start.date().isoformat()[: (4, 7, 10)[parts - 1]],
                "start": _written(start),
                "end": _written(_next(start, parts)),
                "count": counts[start],
            }
            for start in sorted(counts, reverse=True)
        ]


def _selected(where: Mapping[str, Any], field: str) -> Iterator[str]:
    asked = where.get(field) or {}
    for name in ("any", "all"):
        yield from asked.get(name) or ()
    for each in where.get("and") or ():
        yield from _selected(each, field)


def _zone(name: str) -> tzinfo:
    if name[0] in "+-":
        return datetime.fromisoformat(f"2000-01-01T00:00{name}").tzinfo or ZoneInfo(name)
    return ZoneInfo(name)


def _start(date: datetime, parts: int) -> datetime:
    """The midnight with which the year, the month or the day of a date begins."""
    year, month, day = (*(date.year, date.month, date.day)[:parts], 1, 1)[:3]
    return datetime(year, month, day, tzinfo=date.tzinfo)


def _next(start: datetime, parts: int) -> datetime:
    return _start(start + timedelta(days=(366, 31, 1)[parts - 1]), parts)


def _period(date: datetime, parts: int, zone: tzinfo) -> datetime:
    """The start of the period that a date is in: where a day comes twice, of the first one."""
    start = _start(date.astimezone(zone), parts)
    periods = (_start(start - timedelta(days=1), parts), start, _next(start, parts))
    return next(
        each
        for each in periods
        if each.astimezone(UTC) <= date < _next(each, parts).astimezone(UTC)
    )


def _written(moment: datetime) -> str:
    """With an offset in whole minutes, which those before there were time zones are not."""
    offset = moment.utcoffset() or timedelta()
    minutes = timezone(timedelta(minutes=round(offset / timedelta(minutes=1))))
    return moment.astimezone(minutes).isoformat()
