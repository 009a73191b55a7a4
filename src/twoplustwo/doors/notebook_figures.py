"""The report's figures of an answer, by themselves: with its captions, to show and to save."""

from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from twoplustwo.base.errors import OptionError, OutputError, nearest
from twoplustwo.doors import dossiers
from twoplustwo.doors.notebook_errors import UnknownNameError, told_shortly

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from twoplustwo.doors.notebook_answers import ShownAnswer
    from twoplustwo.reports.caption import Caption
    from twoplustwo.reports.geo import Shapes
    from twoplustwo.reports.picture import Picture

FORMS = ("png", "svg")


class ShownFigure:
    """A figure of an answer as the report draws it.

    Attributes
    ----------
    figure : matplotlib.figure.Figure
        To change and save as one likes.
    alt : str
        What it shows, for those who cannot see it.
    words : tuple of str
        What was asked, whose numbers it stands on, and what came out; the report prints it over and
        under the figure.
    """

    def __init__(self, picture: "Picture", caption: "Caption") -> None:
        self._picture, self._caption = picture, caption
        self.figure: Figure = picture.figure
        self.alt: str = picture.alt
        self.words: tuple[str, ...] = caption.lines

    def __repr__(self) -> str:
        return f"{self.alt}\n{'; '.join(self.words[:2])}"

    def _repr_html_(self) -> str:
        verdicts = "".join(f"<br>{escape(one)}" for one in self._caption.verdicts)
        foot = "<br>".join(escape(one) for one in self._caption.foot)
        return (
            f"<figure><p><b>{escape(self._caption.title)}</b>{verdicts}</p>"
            f'<img alt="{escape(self.alt)}" src="{self._picture.address()}" width="100%">'
            f"<figcaption><small>{foot}</small></figcaption></figure>"
        )

    @told_shortly
    def save(self, path: str | Path, force: bool = False) -> Path:
        """Write it with its captions, whole or not at all.

        Parameters
        ----------
        path : str or Path
            Ends in ``.png`` or ``.svg``.
        force : bool
            Whether a file that is there already is written over.

        Raises
        ------
        OptionError
            The name has another ending.
        OutputError
            It cannot be written, or something stands there already.
        """
        from twoplustwo.doors.files import File, write
        from twoplustwo.reports import caption

        target = Path(path)
        form = target.suffix.lower().removeprefix(".")
        if form not in FORMS:
            raise OptionError(
                f"no figure of the form {form!r}",
                f"save({str(path)!r})",
                f"forms: {', '.join(FORMS)}",
                nearest(form, FORMS) or "for others: .figure.savefig",
            )
        picture, words = self._picture, self._caption
        data = caption.svg(picture.svg(), words)
        if form == "png":
            data = caption.png(picture.pixels(), words)
        try:
            write(File(data, "", target.name), target, force)
        except OutputError as error:
            error.why = error.why.replace("--force", "force=True")
            error.fix = error.fix.replace(" with --out", "").replace("--force", "force=True")
            raise
        return target


class Figures(list[ShownFigure]):
    """Figures of several answers; a notebook shows them side by side."""

    def _repr_html_(self) -> str:
        parts = "".join(
            f'<div style="flex:1;min-width:20em">{one._repr_html_()}</div>' for one in self
        )
        return f'<div style="display:flex;flex-wrap:wrap;gap:1em">{parts}</div>'


def figure(
    answer: "ShownAnswer", group: Sequence["ShownAnswer"], which: int | str | None
) -> ShownFigure:
    """One figure of an answer.

    Parameters
    ----------
    answer : ShownAnswer
    group : sequence of ShownAnswer
        The answers beside it, which share frame and scale.
    which : int, str or None
        Number, kind or title of the view; the first, if None.

    Raises
    ------
    UnknownNameError
        It has no such figure.
    """
    from twoplustwo.reports import caption
    from twoplustwo.reports.view import Scene, draw

    view = _view(answer, which)
    scene = Scene(_shapes(answer.borders), answer.names, group)
    info = {"names": answer.names, "questions": dossiers.questions(answer.dossier_read)}
    return ShownFigure(draw(answer, view, scene), caption.of(answer, info, view))


@cache
def _shapes(borders: Path | None) -> "Shapes | None":
    from twoplustwo.reports.geo import read_shapes

    return read_shapes(borders) if borders is not None else None


def _view(answer: "ShownAnswer", which: int | str | None) -> Mapping[str, Any]:
    from twoplustwo.reports.labels import words

    views = [one for one in answer.views if one["kind"] != "table"]
    titles = [words(one.get("title")) for one in views]
    if isinstance(which, str):
        found = [
            one
            for one, title in zip(views, titles, strict=True)
            if which in (one["kind"], title, one.get("table"))
        ]
    else:
        at = which or 0
        found = views[at : at + 1 or None] if -len(views) <= at < len(views) else []
    if found:
        return found[0]
    listed = "; ".join(
        f"{at}: {one['kind']} ({title})" if title else f"{at}: {one['kind']}"
        for at, (one, title) in enumerate(zip(views, titles, strict=True))
    )
    known = [*(str(one["kind"]) for one in views), *titles]
    raise UnknownNameError(
        f"{answer.question} has no figure {which!r}"
        if views
        else f"{answer.question} has no figure",
        f"plot({'' if which is None else repr(which)})",
        f"figures: {listed}" if views else "its numbers stand in tables alone",
        nearest(str(which), known) if views else "take answer.to_frame()",
    )
