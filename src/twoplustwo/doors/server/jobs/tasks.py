"""What the computing processes do: answers, analyses, points of curves and files."""

import contextlib
import ctypes
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from twoplustwo.doors.request import Request
from twoplustwo.doors.server.dossier_cache import trim_cache
from twoplustwo.doors.server.payload.shape import to_json

if TYPE_CHECKING:
    from twoplustwo.doors.files import File
    from twoplustwo.dossier.models import Dossier

HERE = __name__
REMEMBERED_BYTES = 150e6
"""What the rows that a process remembers of all stages may weigh together."""
_dossiers: "dict[str, Dossier]" = {}


def hold(dossiers: "dict[str, Dossier]") -> None:
    """Store the server's dossiers in this process, by identifier."""
    _dossiers.update(dossiers)


def trim() -> None:
    """Keep what this process remembers within bounds, and give back what it has let go."""
    stages = sys.modules.get("twoplustwo.stages.stage")
    if stages is None:  # nothing was computed yet
        return
    stages.trim(REMEMBERED_BYTES)
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL("libc.so.6").malloc_trim(0)


def dossier_summary(dossier: str, as_of: str, decisive: list[str], stamp: str) -> bytes:
    """All that the page needs of a dossier at a date, as JSON."""
    from twoplustwo.doors.server.payload.dossier_summary import dossier_summary

    return to_json(dossier_summary(_dossier(dossier), as_of, decisive, stamp))


def parameter(dossier: str, path: str, as_of: str) -> bytes:
    """One parameter and who holds what of it at a date, as JSON."""
    from twoplustwo.doors.server.payload.parameter import parameter

    return to_json(parameter(_dossier(dossier), path, as_of))


def marks(dossier: str, path: str, as_of: str | None) -> bytes:
    """What each party holds of a parameter, as JSON."""
    from twoplustwo.doors.server.payload.sliders import marks

    return to_json(marks(_dossier(dossier), path, as_of))


def answer(request: Request, tables: str) -> bytes:
    """One answer of one position, or the one of an analysis, as JSON."""
    from twoplustwo.doors.server.payload.answers import answer

    return to_json(answer(_with_dossier(request), tables))


def point(request: Request, parameter: str, value: float | str) -> bytes:
    """Headlines of a question with one parameter set, as JSON."""
    from twoplustwo.doors.server.payload.curve import point

    return to_json(point(_with_dossier(request), parameter, value))


def move(request: Request) -> None:
    """Ask a question and drop the answer: what it needs is then compiled."""
    from twoplustwo.doors import asking

    asking.ask(_with_dossier(request))


def export(request: Request, form: str, table: str, lang: str) -> "File":
    """A file, its media type and its name."""
    from twoplustwo.doors.server.payload.export import export

    return export(_with_dossier(request), form, table, lang)


def _dossier(name: str) -> "Dossier":
    return trim_cache(_dossiers[name])


def _with_dossier(request: Request) -> Request:
    """A request by which a dossier is only named, with the dossier itself."""
    return replace(request, dossier=_dossier(str(request.dossier)))
