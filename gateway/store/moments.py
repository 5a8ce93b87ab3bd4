"""Moments as clients write them, and the years, months and days of a time zone."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import orjson

from gateway.store.keys import key_of

MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"([Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?([Zz]|[-+][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?)?"
)
OFFSET = re.compile(r"([-+])([01][0-9]|2[0-3]):([0-5][0-9])")


def parse(text: str) -> datetime:
    """The moment in RFC 3339; a date, or a time without an offset, has no time zone yet.

    Raises ValueError saying what to write.
    """
    try:
        if MOMENT.fullmatch(text):
            return datetime.fromisoformat(text.upper())
    except ValueError:
        pass  # a 30th of February
    raise ValueError(
        f'"{text}" is no date-time; write one like 2025-11-07T16:39:06+09:00,'
        " or a date like 2025-11-07"
    )


@lru_cache(maxsize=1_000)
def zone(name: str) -> tzinfo:
    """The time zone `Asia/Tokyo`, `UTC` or `+09:00`. Raises ValueError where there is none."""
    if offset := OFFSET.fullmatch(name):
        sign, hours, minutes = offset.groups()
        east = timedelta(hours=int(hours), minutes=int(minutes))
        return timezone(-east if sign == "-" else east)
    try:
        return UTC if name == "UTC" else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(
            f'there is no time zone "{name}"; write one like Asia/Tokyo or +09:00'
        ) from None


def utc_key(text: str, zone_name: str) -> str:
    """The sort key of a moment that `parse` reads, which is in that zone where it says none."""
    moment = parse(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone(zone_name))
    try:
        return key_of(moment)
    except OverflowError:  # no post is dated in the first and the last year that there are
        return key_of(moment.replace(tzinfo=UTC))


class Unit(NamedTuple):
    """`label` is how much of a date names the unit."""

    label: int
    start: Callable[[date], date]
    following: Callable[[date], date]


UNITS: Mapping[str, Unit] = {
    "YEAR": Unit(4, lambda day: day.replace(month=1, day=1), lambda day: _in(day, days=366)),
    "MONTH": Unit(7, lambda day: day.replace(day=1), lambda day: _in(day, days=31)),
    "DAY": Unit(10, lambda day: day, lambda day: _in(day, days=1)),
}


def _in(day: date, days: int) -> date:
    return day + timedelta(days)


def bucket(key: str | None, unit: str, zone_name: str) -> str | None:
    """The year, month or day of a sort key that begins with a moment, as JSON.

    Its `key` is 2025, 2025-11 or 2025-11-07; `start` and `end` are RFC 3339; the sort keys in it
    are those from `first` to before `last`.
    """
    if key is None:
        return None
    name, start, following = UNITS[unit]
    local = zone(zone_name)
    moment = datetime.fromisoformat(key.partition(" ")[0]).replace(tzinfo=UTC)
    first = start(moment.astimezone(local).date())
    last = start(following(first))
    # Where a clock is set back over midnight, a date comes twice; the first midnight counts.
    if moment >= _midnight(last, local):
        first, last = last, start(following(last))
    elif moment < _midnight(first, local):
        first, last = start(_in(first, days=-1)), first
    begin, end = _midnight(first, local), _midnight(last, local)
    return orjson.dumps(
        {
            "key": first.isoformat()[:name],
            "start": _shown(begin, local),
            "end": _shown(end, local),
            "first": f"{key_of(begin)} ",
            "last": f"{key_of(end)} ",
        }
    ).decode()


def _midnight(day: date, local: tzinfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=local).astimezone(UTC)


def _shown(moment: datetime, local: tzinfo) -> str:
    """RFC 3339 has offsets in minutes, which the local mean times of the 19th century are not."""
    offset = moment.astimezone(local).utcoffset() or timedelta()
    minutes = round(offset / timedelta(minutes=1))
    return moment.astimezone(timezone(timedelta(minutes=minutes))).isoformat()
