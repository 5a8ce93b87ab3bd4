"""Dates as they are written, in a site whose time zone is Tokyo's (nine hours ahead of UTC)."""

from zoneinfo import ZoneInfo

import pytest

from gateway.content import dates
from gateway.content.matter.nodes import Scalar

TOKYO = ZoneInfo("Asia/Tokyo")

PLAIN = [
    ("2025-11-07 16:39:06 +0000", "2025-11-07T16:39:06+00:00"),
    ("2025-11-07 16:39:06", "2025-11-07T16:39:06+00:00"),
    ("2025-11-07T16:39:06Z", "2025-11-07T16:39:06+00:00"),
    ("2025-11-07 16:39:06 +09:00", "2025-11-07T16:39:06+09:00"),
    ("2025-11-07 16:39:06.123456789Z", "2025-11-07T16:39:06.123456+00:00"),
    ("2013-11-22 5:00:00", "2013-11-22T05:00:00+00:00"),
    ("2025-11-07 16:39", "2025-11-07T16:39:00+09:00"),
    ("2025-11-07", "2025-11-07T00:00:00+09:00"),
    ("2016-1-29", "2016-01-29T00:00:00+09:00"),
    ("2025/01/06", "2025-01-06T00:00:00+09:00"),
    ("11-9-2017", "2017-09-11T00:00:00+09:00"),
    ("20250107", "2025-01-07T00:00:00+09:00"),
    ("2025年11月7日", "2025-11-07T00:00:00+09:00"),
    ("September 8, 2014", "2014-09-08T00:00:00+09:00"),
    ("8th Sep 2014 3:04 PM", "2014-09-08T15:04:00+09:00"),
    ("8 Sep 2014 12:04 AM", "2014-09-08T00:04:00+09:00"),
    ("2025-01-05 12:00 EDT", "2025-01-05T12:00:00-04:00"),
    ("2014-01-01 12:00-400", "2014-01-01T12:00:00-04:00"),
    ("2014-01-01 10:00 GMT+9", "2014-01-01T10:00:00+09:00"),
    ("2023-01-29 18:30:22 2023 -0800", "2023-01-29T18:30:22-08:00"),
    ("16:39 2025-11-07", "2025-11-07T16:39:00+09:00"),
    ("2025-11-07 24:00", "2025-11-08T00:00:00+09:00"),
    ("2014-02-30", "2014-03-02T00:00:00+09:00"),
    ("2014-13-01", None),
    ("2014-01-32", None),
    ("2014-01-01 25:00", None),
    ("2014-01-01 12:00 +99:00", None),
    ("0999-01-02", "0999-01-02T00:00:00+09:18"),
    ("0000-01-01", None),
    ("9999-12-31 23:00 -0800", None),
    ("banana", None),
    ("2024", None),
    ("12:30-05", None),
    ("1" * 5000, None),
]


@pytest.mark.parametrize(("written", "moment"), PLAIN)
def test_a_date_without_quotes(written: str, moment: str | None) -> None:
    parsed = dates.parse(Scalar(written, written, plain=True), TOKYO)

    assert (parsed.isoformat() if parsed else None) == moment


def test_a_date_in_quotes_is_local_time() -> None:
    parsed = dates.parse(Scalar("2025-11-07 16:39:06", ""), TOKYO)

    assert parsed is not None
    assert parsed.isoformat() == "2025-11-07T16:39:06+09:00"


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2025-11-07", "2025-11-07T00:00:00+09:00"),
        ("2025-1-6", "2025-01-06T00:00:00+09:00"),
        ("25-01-07", "2025-01-07T00:00:00+09:00"),
        ("99-01-07", "1999-01-07T00:00:00+09:00"),
        ("2025-13-01", None),
    ],
)
def test_the_date_of_a_file_name(name: str, day: str | None) -> None:
    parsed = dates.of_name(name, TOKYO)

    assert (parsed.isoformat() if parsed else None) == day
