"""What the computing processes do: answers, analyses, points of curves and files."""

from typing import TYPE_CHECKING, Any

import orjson

from twoplustwo.doors.server.memo import trim_cache

if TYPE_CHECKING:
    from twoplustwo.dossier.models import Dossier

HERE = __name__
_held: "dict[str, Dossier]" = {}


def hold(dossiers: "dict[str, Dossier]") -> None:
    """Take in the dossiers, so that a process knows exactly those that the server knows."""
    _held.update(dossiers)


def dossier_summary(dossier: str, as_of: str, decisive: list[str]) -> bytes:
    """All that the page needs of a dossier at a date, as JSON."""
    from twoplustwo.doors.server.payload.dossier_summary import dossier_summary as made

    return _json(made(_dossier(dossier), as_of, decisive))


def parameter(dossier: str, path: str, as_of: str) -> bytes:
    """One parameter and who holds what of it at a date, as JSON."""
    from twoplustwo.doors.server.payload.parameter import parameter as made

    return _json(made(_dossier(dossier), path, as_of))


def marks(dossier: str, path: str, as_of: str | None) -> bytes:
    """What each party holds of a parameter, as JSON."""
    from twoplustwo.doors.server.payload.sliders import marks as made

    return _json(made(_dossier(dossier), path, as_of))


def answer(
    question: str,
    position: str,
    dossier: str,
    options: dict[str, str],
    interval: bool,
    tables: str,
) -> bytes:
    """One answer of one position, as JSON."""
    from twoplustwo.doors.server.payload import answers

    found = answers.answer(question, position, _dossier(dossier), options, interval, tables)
    return _json(found)


def analysis(
    question: str, positions: list[str], dossier: str, options: dict[str, str], tables: str
) -> bytes:
    """The one answer of an analysis, as JSON."""
    from twoplustwo.doors.server.payload import answers

    return _json(answers.analysis(question, positions, _dossier(dossier), options, tables))


def point(
    question: str,
    position: str,
    dossier: str,
    parameter: str,
    value: str,
    options: dict[str, str],
) -> bytes:
    """Headlines of a question with one parameter set, as JSON."""
    from twoplustwo.doors.server.payload import curve

    return _json(curve.point(question, position, _dossier(dossier), parameter, value, options))


def move(question: str, dossier: str, setting: str, measures: list[str]) -> None:
    """Ask a question of every party with something set; for what is compiled on the way."""
    from twoplustwo.doors import asking

    asking.ask(question, _dossier(dossier), sets=[setting], measures=measures)


def export(
    question: str,
    positions: list[str],
    dossier: str,
    options: dict[str, str],
    form: str,
    table: str,
    lang: str,
) -> tuple[bytes, str, str]:
    """A file, its media type and its name."""
    from twoplustwo.doors.server.payload import export as files

    return files.export(question, positions, _dossier(dossier), options, form, table, lang)


def _dossier(name: str) -> "Dossier":
    return trim_cache(_held[name])


def _json(thing: Any) -> bytes:
    return orjson.dumps(thing, option=orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_NON_STR_KEYS)
