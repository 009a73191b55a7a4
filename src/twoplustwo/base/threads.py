"""How many threads a computation may use at a time.

Work is cut into the same pieces and put together in the same order whatever their number, so no
result depends on it.
"""

import os

from twoplustwo.base.errors import OptionError

THREADS = "TWOPLUSTWO_THREADS"
"""Environment variable: the number of threads, where one a core is not wanted."""


def thread_count() -> int:
    """One thread for each core, or as many as the environment says.

    Raises
    ------
    OptionError
        If the environment says something that is no whole number of at least one.
    """
    said = os.environ.get(THREADS, "")
    if not said:
        return os.cpu_count() or 1
    if not (said.isdecimal() and int(said)):
        raise OptionError(
            f"{said!r} is no number of threads",
            THREADS,
            "It must be a whole number of at least 1.",
            "Without it there is one thread for each core.",
        )
    return int(said)
