"""Moments as clients write them, and the units of the calendar in time zones."""

import json
from datetime import UTC, datetime, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.store import moments
from gateway.store.keys import key_of

ZONES = sorted(available_timezones() - {"Factory", "localtime"})


@pytest.mark.parametrize(
    ("written", "zone", "key"),
    [
        ("2025-11-07T16:39:06Z", "Asia/Tokyo", "2025-11-07T16:39:06"),
        ("2025-11-07t16:39:06.250+09:00", "UTC", "2025-11-07T07:39:06.250000"),
        ("2025-11-07 16:39", "Asia/Tokyo", "2025-11-07T07:39:00"),
        ("2025-11-07", "Asia/Tokyo", "2025-11-06T15:00:00"),
        ("2025-11-07", "-03:30", "2025-11-07T03:30:00"),
        # In the hour that comes twice, the first one.
        ("2025-11-02T01:30:00", "America/New_York", "2025-11-02T05:30:00"),
        # In the hour that does not come, as if the clock had not gone forward yet.
        ("2025-03-09T02:30:00", "America/New_York", "2025-03-09T07:30:00"),
        ("0001-01-01", "Asia/Tokyo", "0001-01-01T00:00:00"),
        ("9999-12-31T23:59:59", "America/New_York", "9999-12-31T23:59:59"),
    ],
)
def test_a_moment_has_the_key_of_its_time(written: str, zone: str, key: str) -> None:
    assert moments.utc_key(written, zone) == key


@pytest.mark.parametrize(
    "written",
    ["", "now", "2025", "2025-11", "2025-02-30", "2025-11-07T25:00:00Z", "2025-11-07T16:39:06+9"],
)
def test_what_is_no_moment_is_named(written: str) -> None:
    with pytest.raises(
        ValueError, match=f'^"{written}" is no date-time; write one like '.replace("+", r"\+")
    ):
        moments.parse(written)


@pytest.mark.parametrize("name", ["", "Tokyo", "../UTC", "/etc/passwd", "+25:00", "+09", "Asia"])
def test_what_is_no_time_zone_is_named(name: str) -> None:
    with pytest.raises(ValueError, match=r"^there is no time zone "):
        moments.zone(name)


@given(
    st.datetimes(datetime(1850, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001 - made UTC below
    st.sampled_from(ZONES),
    st.sampled_from(sorted(moments.UNITS)),
)
def test_every_moment_is_in_one_unit_and_units_follow_each_other(
    moment: datetime, zone: str, unit: str
) -> None:
    key = f"{key_of(moment.replace(tzinfo=UTC))} a.md"
    found = json.loads(str(moments.bucket(key, unit, zone)))
    assert found["first"] <= key < found["last"]
    assert datetime.fromisoformat(found["start"]) < datetime.fromisoformat(found["end"])
    following = json.loads(str(moments.bucket(f"{found['last']}a.md", unit, zone)))
    assert (following["first"], following["start"]) == (found["last"], found["end"])
    start = datetime.fromisoformat(found["start"])
    assert start.astimezone(moments.zone(zone)).date().isoformat().startswith(found["key"]) or (
        # A clock that is set back over midnight shows the day before once more.
        (start + timedelta(days=1)).date().isoformat().startswith(found["key"])
    )
