"""When a post was published, and when it is to be seen."""

import re
from collections.abc import Iterable
from datetime import datetime

from gateway.content import dates
from gateway.content.dialects.dialect import Dialect
from gateway.content.entry import Entry
from gateway.content.matter import nodes
from gateway.content.matter.nodes import Node, Scalar

DATE_IN_PATH = re.compile(r"(?:\A|/)([0-9]{4})/([0-9]{2})/([0-9]{2})/")


def published_at(entry: Entry, file_date: datetime) -> datetime | None:
    row, zone = entry.site.dialect, entry.site.time_zone
    named = None
    if entry.name.date is not None:
        named = dates.of_name(entry.name.date, zone)
        if named is None:
            entry.issues.error(
                "name-date-invalid",
                f"the file's name begins with {entry.name.date}, which is no day;"
                " rename it like 2025-11-07-title.md",
            )
    if named is None and entry.name.is_post and entry.name.is_draft:
        named = file_date
    if named is None and (match := DATE_IN_PATH.search(entry.text(row.permalink) or "")):
        named = dates.of_name("-".join(match.groups()), zone)
    instead = "the date of the file's name" if named else "no date"
    if named is not None and row.names_first(entry.site.settings):
        return named
    return _date(entry, row.date, instead, file_date) or named


def updated_at(entry: Entry, file_date: datetime) -> datetime | None:
    keys = entry.site.dialect.updated
    return _date(entry, keys, "the date of publication", file_date)


def available_from(
    entry: Entry, published_at: datetime | None, file_date: datetime
) -> datetime | None:
    if "future" in entry.site.shown:
        return None
    own = _date(entry, entry.site.dialect.available_from, "that of publication", file_date)
    return own or published_at


def available_until(entry: Entry, file_date: datetime) -> datetime | None:
    if "expired" in entry.site.shown:
        return None
    return _date(entry, entry.site.dialect.available_until, "no end", file_date)


def is_draft(entry: Entry) -> bool:
    """Whether its folder or its front matter takes it from the site."""
    row, shown = entry.site.dialect, entry.site.shown
    if entry.name.is_draft and "drafts" not in shown:
        return True
    for key, hides in row.hidden:
        if (key == "draft" and "drafts" in shown) or "unpublished" in shown:
            continue
        found = entry.find((key,))
        if found is not None and _says(found[1], row, hides=hides):
            return True
    return False


def _says(node: Node, row: Dialect, *, hides: bool) -> bool:
    if not isinstance(node, Scalar):
        return False
    if row.quoted_booleans and isinstance(node.value, str):
        return node.text.strip().lower() == str(hides).lower()
    return node.value is hides


def _date(entry: Entry, keys: Iterable[str], instead: str, file_date: datetime) -> datetime | None:
    """The date in the first of the fields that is set; one that is no date is an issue."""
    row = entry.site.dialect
    found = entry.find(keys)
    if found is None or not nodes.is_set(found[1]):
        return None
    field, written = found
    moment = None
    if isinstance(written, Scalar):
        if written.value is True:  # `published: true` says no date
            return None
        if written.text.strip().lower() in row.file_dates:
            return file_date
        moment = dates.parse(
            written, entry.site.time_zone, utc_times=row.utc_times, month_first=row.month_first
        )
    if moment is None:
        shown = repr(written.text) if isinstance(written, Scalar) else "this"
        entry.issues.error(
            "date-invalid",
            f"{shown} is no date, so {instead} is used; write it like 2025-11-07 16:39:06 +0900",
            field=field,
        )
    return moment
