"""Dates as they are written: a day, a month or a year."""

import calendar
import re
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def last_day(text: str) -> date | None:
    """The day that a date counts from: its last; None if it is no date.

    ``2007`` is 2007-12-31, ``2007-09`` is 2007-09-30.
    """
    match = _DATE.fullmatch(text.strip())
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        month = month if match[2] else 12
        return date(year, month, day if match[3] else calendar.monthrange(year, month)[1])
    except (ValueError, calendar.IllegalMonthError):
        return None


def first_day(text: str) -> date | None:
    """The first day of a date as written; None if it is no date."""
    match = _DATE.fullmatch(text.strip())
    if not match or last_day(text) is None:
        return None
    return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
