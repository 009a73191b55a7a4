"""How long a command will take, told before it begins where that is long.

What a command took here is kept, and is what the same one is expected to take. Before there is
that, the seconds of `usual_seconds.yaml` count: of a machine that keeps nothing yet, so at most.
"""

import contextlib
import time
from collections.abc import Hashable, Iterator, Mapping
from functools import cache
from importlib import resources

import yaml

from twoplustwo.base.digest import digest
from twoplustwo.base.kept_files import KeptFiles, cache_root
from twoplustwo.doors.cli.failures import echo

LEAST_S = 10.0
"""What takes no longer begins without a word."""
KEPT_FROM_S = 2.0
"""What was quicker is kept only where it was longer before."""
MOST_BYTES = 1_000_000
ENDING = ".seconds"
MINUTE_S = 60.0


@contextlib.contextmanager
def estimated(what: str, name: str, *kind: Hashable, share: float = 1.0) -> Iterator[None]:
    """Say how long the block will take, if that is long; then keep how long it took.

    Parameters
    ----------
    what : str
        What is computed, for people.
    name : str
        What it is in `usual_seconds.yaml`.
    *kind : hashable
        What it depends on besides: dossier, options, how many positions.
    share : float
        How much of the usual it is.
    """
    key = digest("seconds", name, *(str(one) for one in kind))[:32]
    # a folder of its own: what is kept is thrown away by age in the folder above that of its files
    kept = KeptFiles([cache_root() / "seconds" / "1"], ENDING, MOST_BYTES)
    last = _number(kept.get(key))
    expected = last if last is not None else usual_seconds().get(name, 0.0) * share
    if expected > LEAST_S:
        known = f"about {said(expected)}, as it took here before"
        most = f"up to about {said(expected)}, less where flights are kept"
        echo(f"{what}: {known if last is not None else most}", label="")
    begun = time.monotonic()
    yield
    took_s = time.monotonic() - begun
    if took_s > KEPT_FROM_S or last is not None:
        kept.put(key, f"{took_s:.1f}".encode())


@cache
def usual_seconds() -> Mapping[str, float]:
    """Seconds by command or question, for every party, with nothing kept."""
    text = (resources.files(__package__ or "") / "usual_seconds.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)


def said(seconds: float) -> str:
    """A time as one says it: in steps of five seconds, of half a minute, or of minutes."""
    if seconds < MINUTE_S:
        return f"{max(5.0 * round(seconds / 5.0), 5.0):.0f} s"
    minutes = seconds / MINUTE_S
    return f"{round(2.0 * minutes) / 2.0:g} min" if minutes < 5.0 else f"{minutes:.0f} min"


def _number(data: bytes | None) -> float | None:
    try:
        return None if data is None else float(data)
    except ValueError:
        return None
