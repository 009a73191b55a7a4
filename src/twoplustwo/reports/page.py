"""The report: one page that opens from disk, with its figures beside it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from twoplustwo.answers import weakest
from twoplustwo.answers.answer import Answer, Headline
from twoplustwo.answers.schema import dumps
from twoplustwo.base import progress
from twoplustwo.reports import bibliography, first_page, frame, labels, palette, pivot
from twoplustwo.reports.block import Block, blocks
from twoplustwo.reports.geo import Shapes, read_shapes
from twoplustwo.reports.tested import tested

NAME = "report.html"
Draw = Callable[[Sequence[Answer]], list[Block]]


def write(
    answers: Sequence[Answer],
    out_dir: Path,
    basemap_path: Path | None = None,
    run_info: Mapping[str, Any] | None = None,
    draw: Draw | None = None,
) -> Path:
    """Draw every view of the answers and write the page.

    Parameters
    ----------
    answers : sequence of Answer
        In any order; the page shows positions alphabetically, each with the same blocks.
    out_dir : Path
        An existing folder; gets ``report.html`` and ``figures/*.png, *.svg``.
    basemap_path : Path, optional
        TopoJSON of countries; without it maps have no coast.
    run_info : mapping, optional
        What ``run.json`` says, and beside it ``title``, ``names`` (identifier to name, as text
        or by language) and ``questions`` (identifier to ``title``, ``order``).

    Returns
    -------
    Path
        The page.
    """
    info = dict(run_info or {})
    figures = figures_in(out_dir)
    # another who draws reads the shapes too
    shapes = read_shapes(basemap_path) if basemap_path is not None and draw is None else None

    def drawn(group: Sequence[Answer]) -> list[Block]:
        return blocks(group, shapes, info, figures)

    page = out_dir / NAME
    page.write_text(render(answers, shapes, info, draw or drawn), encoding="utf-8")
    return page


def figures_in(out_dir: Path) -> Path:
    """The folder of the figures of a report, made where there is none."""
    figures = out_dir / "figures"
    figures.mkdir(exist_ok=True)
    return figures


def render(
    answers: Sequence[Answer],
    shapes: Shapes | None,
    info: Mapping[str, Any],
    draw: Draw | None = None,
) -> str:
    """The page as text; its blocks are drawn by `draw`, or else here, and kept in no file."""
    names = info.get("names", {})
    groups = grouped(answers, info)
    positions = sorted({one.position for one in answers if one.position is not None})
    sections = []
    for done, (section, group) in enumerate(groups.items()):
        progress.step("drawing the report", done, len(groups))
        sections.append(
            {
                "id": section,
                "title": _title(group[0], info),
                "asks": labels.words(
                    info.get("questions", {}).get(group[0].question, {}).get("asks")
                ),
                "group": group,
                "whole": group[0].position is None,
                "blocks": draw(group) if draw else blocks(group, shapes, info),
                "outcomes": pivot.outcomes(group),
                "counted": labels.words(
                    info.get("questions", {}).get(group[0].question, {}).get("counted")
                ),
                "assumptions": pivot.assumptions(group, [one.label for one in group]),
                "positions": [one.label for one in group],
                "sources": bibliography.entries(group),
            }
        )
    environment = frame.environment()
    environment.globals.update(words=labels.words, script=_script, status_of=pivot.status)
    environment.globals.update(called=partial(_called, info), tested=partial(tested, info))
    environment.filters.update(
        name=lambda text: labels.name(text, names),
        number=labels.number,
        title=labels.title,
        style=palette.outcome,
        end=labels.headline,
        ends=labels.ends,
    )
    environment.globals["in_russian"] = _in_russian(info)
    sources = bibliography.entries(answers)
    environment.globals["cited"] = {one["id"]: one for one in sources}
    return environment.get_template("report.html.j2").render(
        info=info,
        title=labels.words(info.get("title")) or "twoplustwo",
        positions=positions,
        sections=sections,
        first_page=first_page.parts(groups, info),
        left_out=pivot.left_out(answers),
        sources=sources,
        weakest=weakest.weakest(answers),
        hangs=weakest.hangs,
        made=next((answer.made for answer in answers), {}),
        statuses=[pivot.status(word) for word in pivot.STATUS],
    )


def _in_russian(info: Mapping[str, Any]) -> bool:
    """Whether texts of the second language stand below: without a title in it, half would lack."""
    title = info.get("title")
    return not isinstance(title, Mapping) or "ru" in title


def _called(info: Mapping[str, Any], answer: Answer, one: Headline) -> str:
    """What a headline counts, in words; an analysis has headlines of the question it is of."""
    cards = [
        info.get("questions", {}).get(which, {})
        for which in (answer.question, answer.options.get("of", ""))
    ]
    calls = next((c["calls"] for c in cards if one.column in c.get("calls", {})), {})
    return labels.words(calls.get(one.column)) or one.column.replace("_", " ")


def grouped(answers: Sequence[Answer], info: Mapping[str, Any]) -> dict[str, list[Answer]]:
    """Section to its answers, positions alphabetically, questions by their order.

    An analysis that was asked of several questions (option ``of``) has a section for each.
    """
    known = info.get("questions", {})
    found: dict[tuple[str, str], list[Answer]] = {}
    for answer in answers:
        about = str(answer.options.get("of") or "")
        found.setdefault((answer.question, about), []).append(answer)
    asked = list(found)
    ranked = sorted(
        asked, key=lambda one: (known.get(one[0], {}).get("order", 1000), asked.index(one))
    )
    alone = Counter(question for question, _ in asked)
    return {
        question if alone[question] == 1 else f"{question}-{about}": sorted(
            found[question, about], key=lambda answer: answer.label
        )
        for question, about in ranked
    }


def _title(answer: Answer, info: Mapping[str, Any]) -> str:
    cards = info.get("questions", {})
    title = labels.words(cards.get(answer.question, {}).get("title"))
    other = str(answer.options.get("of") or "")
    about = labels.words(cards.get(other, {}).get("title")) or other
    title = title or labels.name(answer.question)
    return f"{title}: {about}" if about else title


def _script(data: Any) -> str:
    """Data for a script element; no text in it can end the element."""
    return dumps(data).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
