"""The many ways a date is written, read as Jekyll and Ruby read them.

https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/utils.rb `parse_date`, which is Ruby's
`Time.parse`. An unquoted `2025-11-07 16:39:06` is UTC, because YAML makes it a time; everything
else without a zone (date alone, without seconds, in quotes) is in the site's time zone.
"""

import re
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta, timezone, tzinfo
from typing import NamedTuple

from gateway.content.matter.nodes import Scalar

YAML_TIME = re.compile(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|\s+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?\s*"
    r"(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?)?"
)
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]*\.?"
YEAR_FIRST = re.compile(r"(?<![0-9])([0-9]{3,4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
DAY_FIRST = re.compile(r"(?<![0-9])([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})(?![0-9])")
MONTH_FIRST = re.compile(r"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?![0-9])")
TWO_DIGIT_YEAR = re.compile(r"([0-9]{2})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])")
COMPACT = re.compile(r"(?<![0-9])([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9])")
JAPANESE = re.compile(r"([0-9]{4})年\s*([0-9]{1,2})月\s*([0-9]{1,2})日")
MONTH_THEN_DAY = re.compile(
    rf"\b{MONTH}\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>[0-9]{{4}})\b", re.IGNORECASE
)
DAY_THEN_MONTH = re.compile(
    rf"\b(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?[\s-]+{MONTH},?[\s-]+(?P<year>[0-9]{{4}})\b",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"(?<![0-9])(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{1,2})(?::(?P<second>[0-9]{1,2})"
    r"(?:[.,](?P<fraction>[0-9]+))?)?(?:\s*(?P<half>[ap])\.?m\b\.?)?",
    re.IGNORECASE,
)
# Right after the clock, or after a year that some programs write there.
OFFSET = re.compile(
    r"\s*(?:[0-9]{4}\s+)?(?:(?:gmt|utc)\s*)?(?P<sign>[-+])(?P<hours>[0-9]{1,2}?)(?::?(?P<minutes>[0-9]{2}))?"
    r"(?::?[0-9]{2})?(?![0-9])",
    re.IGNORECASE,
)
ZONE_NAME = re.compile(r"\s*(?P<name>[a-z]{1,4})\b", re.IGNORECASE)
# Hours east of Greenwich; those that Ruby knows and that people write.
ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2, "eet": 2,
    "eest": 3, "msk": 3, "jst": 9, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7,
    "mdt": -6, "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10,
}  # fmt: skip
LONGEST = 100  # characters of a date
YOUNGEST_1900S = 69  # Ruby reads the years 69 to 99 as 1969 to 1999


class Day(NamedTuple):
    year: int
    month: int
    day: int


def parse(
    written: Scalar, zone: tzinfo, *, utc_times: bool = True, month_first: bool = False
) -> datetime | None:
    """The moment that `written` means, with the offset it was written with; None if none.

    The 30th of February is the 2nd of March, as in Ruby; a month 13 is no date. `utc_times`: a
    time that YAML knows is UTC where it says no zone. `month_first`: `7/8/2022` is in July.
    """
    text = written.text.strip()
    if len(text) > LONGEST:
        return None
    if utc_times and written.plain and YAML_TIME.fullmatch(text):
        zone = UTC
    if month_first:
        text = MONTH_FIRST.sub(r"\3-\1-\2", text)
    return _moment(text, zone)


def of_name(text: str, zone: tzinfo) -> datetime | None:
    """The beginning of the day that a file name gives: `2025-11-07`, `2025-1-6`, `25-01-07`."""
    return _moment(text, zone)


def _moment(text: str, zone: tzinfo) -> datetime | None:
    clock = CLOCK.search(text)
    # The date is looked for beside the time: `12:30-05` holds no date.
    day = _day(text if clock is None else f"{text[: clock.start()]} {text[clock.end() :]}")
    if day is None:
        return None
    try:
        moment = _start(day)
        if clock is not None:
            moment += _since_midnight(clock)
            zone = _zone(text[clock.end() :], zone)
        moment = moment.replace(tzinfo=zone)
        # A fixed offset, so that the value does not hang on a later time zone database; in whole
        # minutes, which is all that RFC 3339 can write, and never earlier than it was: the local
        # mean times of the 19th century have seconds.
        minutes = (moment.utcoffset() or timedelta()) // timedelta(minutes=1)
        return moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    except ValueError:
        return None


def _day(text: str) -> Day | None:
    for pattern in (YEAR_FIRST, DAY_FIRST):
        if match := pattern.search(text):
            first, _, second, third = match.groups()
            if pattern is YEAR_FIRST:
                return Day(int(first), int(second), int(third))
            return Day(int(third), int(second), int(first))
    for pattern in (JAPANESE, COMPACT):
        if match := pattern.search(text):
            return Day(*map(int, match.groups()))
    for pattern in (MONTH_THEN_DAY, DAY_THEN_MONTH):
        if match := pattern.search(text):
            month = MONTHS.index(match["month"].lower()) + 1
            return Day(int(match["year"]), month, int(match["day"]))
    if match := TWO_DIGIT_YEAR.match(text):
        year, month, day = map(int, match.groups())
        return Day(year + (1900 if year >= YOUNGEST_1900S else 2000), month, day)
    return None


def _start(day: Day) -> datetime:
    """Midnight of the day; a day that its month does not have counts on into the next."""
    if not 1 <= day.day <= 31:  # noqa: PLR2004 - no month has more
        raise ValueError(day)
    if not MINYEAR < day.year < MAXYEAR:  # so that every time zone can show it
        raise ValueError(day)
    return datetime(day.year, day.month, 1) + timedelta(days=day.day - 1)  # noqa: DTZ001 - later


def _since_midnight(clock: re.Match[str]) -> timedelta:
    hour, minute, second = int(clock["hour"]), int(clock["minute"]), int(clock["second"] or 0)
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"].lower() == "p" else 0)
    if hour > 24 or minute > 59 or second > 60:  # noqa: PLR2004 - a clock
        raise ValueError(clock[0])
    microsecond = int((clock["fraction"] or "0")[:6].ljust(6, "0"))
    return timedelta(hours=hour, minutes=minute, seconds=second, microseconds=microsecond)


def _zone(text: str, otherwise: tzinfo) -> tzinfo:
    """The zone named after the time: `Z`, `+0900`, `+09:00`, `-400`, `EDT`, `GMT+9`."""
    if match := OFFSET.match(text):
        offset = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
        return timezone(-offset if match["sign"] == "-" else offset)
    if match := ZONE_NAME.match(text):
        hours = ZONES.get(match["name"].lower())
        if hours is not None:
            return timezone(timedelta(hours=hours))
    return otherwise
