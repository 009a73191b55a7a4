"""Tables of answers as one pandas DataFrame: positions one below another, units beside it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from twoplustwo.answers import assumptions_table as assumed
from twoplustwo.answers.answer import Answer
from twoplustwo.base.errors import nearest
from twoplustwo.base.localized_text import text_in
from twoplustwo.base.table import Column, Table
from twoplustwo.doors.notebook_errors import NotInstalledError, UnknownNameError

if TYPE_CHECKING:
    import pandas  # pyright: ignore[reportMissingImports]

POSITION = "position"


def frame(answers: Sequence[Answer], name: str | None = None) -> "pandas.DataFrame":
    """Tables of the same name of some answers, one below another.

    Parameters
    ----------
    answers : sequence of Answer
    name : str, optional
        The table; the rows, if none is named.

    Returns
    -------
    DataFrame
        First the position, unless the table says it itself; ``attrs`` has ``units``, ``means``,
        ``question``, and ``sentence`` and ``rests``, of several answers by position.

    Raises
    ------
    UnknownNameError
        No answer has such a table.
    NotInstalledError
        pandas is not installed.
    """
    try:
        import pandas  # pyright: ignore[reportMissingImports]
    except ImportError:
        raise NotInstalledError(
            "to_frame needs pandas",
            why="it is not installed",
            fix="pip install 'twoplustwo[notebook]', or take answer.rows.records()",
        ) from None
    tables = _tables(answers, name)
    columns: dict[str, Column] = {}
    for table in tables:
        for one in table.columns:
            columns.setdefault(one.name, one)
    parts = [
        {
            **({} if POSITION in table.names else {POSITION: [answer.label] * len(table)}),
            **{column: _plain(table, column) for column in table.names},
        }
        for answer, table in zip(answers, tables, strict=True)
    ]
    frames = [pandas.DataFrame(one) for one, table in zip(parts, tables, strict=True) if len(table)]
    empty = pandas.DataFrame(columns=list(dict.fromkeys([POSITION, *columns])))
    made = pandas.concat(frames, ignore_index=True) if frames else empty
    made.attrs = {
        "question": answers[0].question if answers else "",
        "units": {one.name: one.unit for one in columns.values() if one.unit},
        "means": {one.name: _english(one.means) for one in columns.values() if one.means},
        "sentence": _by_position(answers, lambda one: dict(one.headline.sentence)),
        "rests": _by_position(answers, lambda one: dict(one.rests.says) if one.rests else {}),
    }
    return made


def _english(means: Any) -> str:
    return means if isinstance(means, str) else text_in(means, "en")


def _by_position(answers: Sequence[Answer], of: Any) -> Any:
    return of(answers[0]) if len(answers) == 1 else {one.label: of(one) for one in answers}


def _tables(answers: Sequence[Answer], name: str | None) -> list[Table]:
    """The table of that name of each; an empty one of a position that has no answer."""
    if name == assumed.NAME:
        return [assumed.table(one) for one in answers]
    if name in (None, "", "rows"):
        return [one.rows for one in answers]
    known = list(dict.fromkeys(["rows", *(table for one in answers for table in one.tables)]))
    if name not in known:
        raise UnknownNameError(
            f"{answers[0].question if answers else 'nothing'} has no table {name!r}",
            f"to_frame({name!r})",
            f"tables: {', '.join([*known, assumed.NAME])}",
            nearest(name, [*known, assumed.NAME]),
        )
    return [one.tables[name] if name in one.tables else Table(()) for one in answers]


def _plain(table: Table, name: str) -> Any:
    """Values of a column in Python's own types, numbers as they are."""
    values = table.column(name)
    if values.dtype != object:
        return values
    return [
        str(one) if isinstance(one, str) else one for one in values.tolist()
    ]  # an outcome is an enum, which is a text and more
