"""Answers as a notebook has them: they show themselves, and give numbers, frames and figures."""

import re
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, SupportsIndex, overload

from twoplustwo.answers.answer import Answer
from twoplustwo.base.errors import nearest
from twoplustwo.doors import dossiers
from twoplustwo.doors.notebook_errors import UnknownNameError, told_shortly

if TYPE_CHECKING:
    import pandas  # pyright: ignore[reportMissingImports]

    from twoplustwo.doors.notebook_figures import Figures, ShownFigure
    from twoplustwo.dossier.models import Dossier

SHORT, ABOUT = 1400, 300
"""Most letters of an answer as it is printed, and of what else it has."""


class ShownAnswer(Answer):
    """An answer in a notebook: shows itself as sentence, plots and table.

    ``answer[NAME]`` is a headline's number in SI (None where there is none), else the values of
    the column of that name of the rows, else the table of that name. Where a headline and a column
    share a name, the column is ``answer.rows.column(NAME)``.

    Attributes
    ----------
    names : mapping
        Identifier to name, as text or by language.
    borders : Path or None
        The file of coasts and borders that its maps are drawn with.
    dossier_read : Dossier
        Of which it was asked.
    """

    borders: Path | None = None
    names: dict[str, Any]
    dossier_read: "Dossier"

    @classmethod
    def of(cls, answer: Answer, dossier: "Dossier") -> "ShownAnswer":
        """The same answer, with what it takes to draw it."""
        same = cls(**{one.name: getattr(answer, one.name) for one in fields(Answer)})
        object.__setattr__(same, "borders", dossiers.borders(dossier))
        object.__setattr__(same, "names", dossiers.names(dossier))
        object.__setattr__(same, "dossier_read", dossier)
        return same

    def __getitem__(self, name: str) -> Any:
        """A headline's number, a column of the rows, or a table.

        Raises
        ------
        KeyError
            There is none of that name; says the nearest.
        """
        for one in (self.headline, *self.headlines):
            if one.column == name:
                return one.value
        if name in self.rows.names:
            return self.rows.column(name)
        if name == "rows" or name in self.tables:
            return self.table(name)
        raise self._unknown(name)

    def _unknown(self, name: object) -> UnknownNameError:
        heads = dict.fromkeys(one.column for one in (self.headline, *self.headlines))
        known = [*heads, *self.rows.names, "rows", *self.tables]
        tables = [table for table, one in self.tables.items() if name in one.names]
        return UnknownNameError(
            f"{self.question} has no {name!r}",
            f"answer[{name!r}]",
            f"headlines: {', '.join(heads)}; columns of the rows: {', '.join(self.rows.names)}; "
            f"tables: {', '.join(['rows', *self.tables])}",
            f"it is a column of the table {tables[0]}: answer.table({tables[0]!r})"
            f".column({name!r}), or answer.to_frame({tables[0]!r})"
            if tables
            else nearest(str(name), known),
        )

    def _ipython_key_completions_(self) -> list[str]:
        heads = [one.column for one in (self.headline, *self.headlines)]
        return list(dict.fromkeys([*heads, *self.rows.names, "rows", *self.tables]))

    def __str__(self) -> str:
        from twoplustwo.doors import brief

        counted = f"{len(self.rows)} rows in .rows; tables: {', '.join(self.tables) or 'none'}"
        text = "\n".join(brief.lines(self, self.dossier_read))
        return f"{text if len(text) <= SHORT else text[:SHORT] + '…'}\n{counted}"[: SHORT + ABOUT]

    __repr__ = __str__

    def _repr_html_(self) -> str:
        from twoplustwo.doors.notebook_html import show_html

        return show_html([self], self.borders, self.names)

    @told_shortly
    def to_frame(self, table: str | None = None) -> "pandas.DataFrame":
        """The rows, or a named table, as a pandas DataFrame; the first column is the position.

        Numbers are SI as in the table. ``frame.attrs`` has ``units`` and ``means`` (column to
        text), and of the answer its ``question``, ``sentence`` and ``rests`` (whose numbers it
        rests on).

        Parameters
        ----------
        table : str, optional
            Name of a table; ``assumptions`` for every number read, with who said it and how well it
            is known. The rows, if none is named.

        Raises
        ------
        KeyError
            No table has that name; says the nearest.
        ImportError
            pandas is not installed.
        """
        from twoplustwo.doors.notebook_frames import frame

        return frame([self], table)

    def to_pandas(self, table: str | None = None) -> "pandas.DataFrame":
        """The same as `to_frame`."""
        return self.to_frame(table)

    @told_shortly
    def plot(self, view: int | str | None = None) -> "ShownFigure":
        """The figure that the report draws of it, with the report's words over and under it.

        Parameters
        ----------
        view : int or str, optional
            Which: its number (0 is the first), its kind (``map.links``), or its title. The first,
            if none is named.

        Returns
        -------
        ShownFigure
            Shows itself in a notebook; ``.figure`` is matplotlib's, ``.save("NAME.png")`` writes
            it.

        Raises
        ------
        KeyError
            It has no such figure; says which there are.
        """
        from twoplustwo.doors.notebook_figures import figure

        return figure(self, [self], view)


class Answers(list[ShownAnswer]):
    """Several answers; a notebook shows them side by side.

    ``answers["NAME"]`` is the answer of the position, or of the party, of that name.
    """

    @overload
    def __getitem__(self, which: SupportsIndex) -> ShownAnswer: ...
    @overload
    def __getitem__(self, which: "slice[Any, Any, Any]") -> "Answers": ...
    @overload
    def __getitem__(self, which: str) -> ShownAnswer: ...
    def __getitem__(self, which: SupportsIndex | str | slice) -> "ShownAnswer | Answers":
        if isinstance(which, slice):
            return Answers(super().__getitem__(which))
        if not isinstance(which, str):
            return super().__getitem__(which)
        found = [one for one in self if one.label == which]
        found = found or [one for one in self if which in _parties(one)]
        if len(found) == 1:
            return found[0]
        labels = [one.label for one in self]
        if found:
            raise UnknownNameError(
                f"{len(found)} answers are of {which}",
                f"answers[{which!r}]",
                f"positions: {'; '.join(one.label for one in found)}",
                "write the whole position, or its number: answers[0]",
            )
        inside = bool(self) and which in self[0]._ipython_key_completions_()
        raise UnknownNameError(
            f"no answer is of {which!r}",
            f"answers[{which!r}]",
            f"positions: {'; '.join(labels) or 'none'}",
            f"of one answer: answers[{labels[0]!r}][{which!r}]; of all: answers.to_frame()"
            if inside
            else nearest(which, labels),
        )

    def _ipython_key_completions_(self) -> list[str]:
        return [one.label for one in self]

    def __str__(self) -> str:
        return "\n\n".join(map(str, self))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        from twoplustwo.doors.notebook_html import show_html

        return show_html(self, self[0].borders, self[0].names) if self else ""

    @told_shortly
    def to_frame(self, table: str | None = None) -> "pandas.DataFrame":
        """The rows of all positions, or a named table of each, one below another.

        As `ShownAnswer.to_frame`; ``sentence`` and ``rests`` in ``attrs`` are by position.
        """
        from twoplustwo.doors.notebook_frames import frame

        return frame(self, table)

    def to_pandas(self, table: str | None = None) -> "pandas.DataFrame":
        """The same as `to_frame`."""
        return self.to_frame(table)

    @told_shortly
    def plot(self, view: int | str | None = None) -> "Figures":
        """The figure of each answer, side by side, in the same frame and scale.

        As `ShownAnswer.plot`.
        """
        from twoplustwo.doors.notebook_figures import Figures, figure

        return Figures(figure(one, self, view) for one in self)


def _parties(answer: Answer) -> set[str]:
    """The party of an answer to one position, without what is laid over it."""
    return set() if answer.position is None else {re.split(r"[+@]", answer.position)[0]}
