"""Seconds after launch as moments, for files that know no others: launch is at a made-up moment."""

from datetime import datetime, timedelta

EPOCH = datetime(2000, 1, 1)
"""When every missile is launched in such a file, which means nothing."""


def moment(seconds: float) -> str:
    """So many seconds after launch, by ISO 8601."""
    found = EPOCH + timedelta(seconds=round(seconds, 3))
    return found.isoformat(timespec="milliseconds") + "Z"
