"""Dates of an export, and the time zone of its site."""

import re
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

LOCAL = re.compile(r"(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?")
LARGEST = timedelta(hours=14)
HOUR = timedelta(hours=1)
STEP = timedelta(minutes=15)
# Zones that are always as far from UTC as this; the names with hours in them count westwards.
PARTS_OF_HOURS = {
    timedelta(hours=3, minutes=30): "Asia/Tehran",
    timedelta(hours=4, minutes=30): "Asia/Kabul",
    timedelta(hours=5, minutes=30): "Asia/Kolkata",
    timedelta(hours=5, minutes=45): "Asia/Kathmandu",
    timedelta(hours=6, minutes=30): "Asia/Yangon",
    timedelta(hours=8, minutes=45): "Australia/Eucla",
    timedelta(hours=9, minutes=30): "Australia/Darwin",
    timedelta(hours=-9, minutes=-30): "Pacific/Marquesas",
}


def local(written: str) -> datetime | None:
    """A date as WordPress's database has it; None for zeros and what is no date."""
    match = LOCAL.match(written)
    if match is None:
        return None
    try:
        return datetime(*(int(part or 0) for part in match.groups()))  # type: ignore[arg-type]  # noqa: DTZ001
    except ValueError:
        return None


def offset(here: datetime | None, utc: datetime | None) -> timedelta | None:
    """How far local time is from UTC, where both say the same moment."""
    if here is None or utc is None:
        return None
    between = here - utc
    return between if abs(between) <= LARGEST and not between % STEP else None


def usual(offsets: Counter[timedelta]) -> timedelta:
    """The offset that most dates have, the smaller one of equals."""
    ranked = sorted(offsets.items(), key=lambda pair: (-pair[1], pair[0]))
    return ranked[0][0] if ranked else timedelta()


def zone_name(between: timedelta) -> str:
    """A name for `timezone` in `_config.yml`."""
    if not between:
        return "UTC"
    if between % HOUR:
        return PARTS_OF_HOURS.get(between, "UTC")
    hours = between // HOUR
    return f"Etc/GMT{-hours:+d}"


def moment(here: str, utc: str, published: str, usual_offset: timedelta) -> datetime | None:
    """A post's date with its offset: of UTC and local time, of local time alone, of the feed."""
    at_home, at_greenwich = local(here), local(utc)
    between = offset(at_home, at_greenwich)
    if between is None:
        between = usual_offset
    zone = timezone(between)
    if at_greenwich is not None:
        return _in_zone(at_greenwich.replace(tzinfo=UTC), zone)
    if at_home is not None:
        return at_home.replace(tzinfo=zone)
    try:
        return _in_zone(parsedate_to_datetime(published), zone)
    except ValueError:
        return None


def _in_zone(when: datetime, zone: timezone) -> datetime | None:
    aware = when if when.tzinfo else when.replace(tzinfo=UTC)
    try:
        # WordPress has the year -1 for posts without a date.
        return aware.astimezone(zone) if aware.year > 1 else None
    except OverflowError:
        return None
