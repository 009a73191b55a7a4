"""The report: one page that opens from disk, with its figures beside it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from twoplustwo.answers import weakest
from twoplustwo.answers.answer import Answer, Headline
from twoplustwo.answers.schema import dumps
from twoplustwo.answers.store import file_name
from twoplustwo.base import progress
from twoplustwo.reports import (
    bibliography,
    caption,
    cells,
    first_page,
    frame,
    labels,
    palette,
    pivot,
    slider,
)
from twoplustwo.reports.geo import Shapes, read_shapes
from twoplustwo.reports.picture import Picture
from twoplustwo.reports.tested import tested
from twoplustwo.reports.view import Scene, draw, drawable, nothing

NAME = "report.html"

_ABREAST = 5  # columns of a table that still stands beside those of other positions


def write(
    answers: Sequence[Answer],
    out_dir: Path,
    basemap_path: Path | None = None,
    run_info: Mapping[str, Any] | None = None,
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
    figures = out_dir / "figures"
    figures.mkdir(exist_ok=True)
    shapes = read_shapes(basemap_path) if basemap_path is not None else None
    page = out_dir / NAME
    page.write_text(render(answers, shapes, info, figures), encoding="utf-8")
    return page


def render(
    answers: Sequence[Answer],
    shapes: Shapes | None,
    info: Mapping[str, Any],
    figures: Path | None = None,
) -> str:
    """The page as text; figures go to the folder `figures` too, where one is given."""
    names = info.get("names", {})
    groups = grouped(answers, info)
    positions = sorted({one.position for one in answers if one.position is not None})
    total = sum(len(group) * len(group[0].views) for group in groups.values())
    sections, done = [], 0
    for section, group in groups.items():
        blocks = []
        for number in range(len(group[0].views)):
            blocks.append(_block(group, number, Scene(shapes, names, group), figures, info))
            done += len(group)
            progress.step("drawing the report", done, total)
        sections.append(
            {
                "id": section,
                "title": _title(group[0], info),
                "asks": labels.words(
                    info.get("questions", {}).get(group[0].question, {}).get("asks")
                ),
                "group": group,
                "whole": group[0].position is None,
                "blocks": blocks,
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


def _block(
    group: list[Answer], number: int, scene: Scene, figures: Path | None, info: Mapping[str, Any]
) -> dict[str, Any]:
    view = group[0].views[number]
    block: dict[str, Any] = {
        "kind": view["kind"],
        "whole": group[0].position is None,
        "alike": False,
        "title": labels.words(view.get("title")),
        "note": labels.words(view.get("note")),
        "parts": [],
        "slider": None,
        "stacked": False,
        "side_by_side": None,
        "claims": None,
    }
    if group[0].position is None and view["kind"] == "table":
        return {**block, **_table_of_all(group[0], view, scene)}
    drawn: list[tuple[Answer, Picture]] = []
    for answer in group:
        mine = answer.views[number] if number < len(answer.views) else view
        part = _part(answer.label)
        if mine["kind"] == "table" and drawable(answer, mine):
            if not mine.get("dot"):
                part["table"] = cells.shown(answer, mine, scene.names)
        else:
            picture = _again(answer, mine, drawn)
            if picture is None:
                picture = draw(answer, mine, scene) if mine["kind"] != "table" else nothing(answer)
            drawn.append((answer, picture))
            if figures is not None and drawable(answer, mine):
                stem = figures / _figure(answer, mine, number)
                caption.save(picture, caption.of(answer, info, mine), stem)
            part |= {"picture": picture.address(), "alt": picture.alt, "width": picture.width}
            if mine["kind"] == "curve" and answer.position is None and mine.get("slider", True):
                block["slider"] = slider.texts(answer, mine, picture)
        block["parts"].append(part)
    shown = [part["table"] for part in block["parts"]]
    if len(shown) > 1 and shown[0] and all(table == shown[0] for table in shown):
        block |= {"whole": True, "alike": True, "parts": block["parts"][:1]}
    block["stacked"] = any(table and len(table["heads"]) > _ABREAST for table in shown)
    if view["kind"] == "table" and view.get("dot") and any(drawable(a, view) for a in group):
        block["side_by_side"] = cells.side_by_side(group, view, scene.names)
    return block


def _again(answer: Answer, view: Mapping, drawn: list[tuple[Answer, Picture]]) -> Picture | None:
    """The picture of an answer with the very same numbers, if one is drawn already."""
    for other, picture in drawn:
        if drawable(answer, view) and drawable(other, view) and same_numbers(answer, other):
            alt = picture.alt.replace(f"under {other.label}", f"under {answer.label}")
            return replace(picture, alt=alt)
    return None


def same_numbers(one: Answer, two: Answer) -> bool:
    """Whether two answers have the same tables, bit for bit."""
    if one.tables.keys() != two.tables.keys() or one.options != two.options:
        return False
    pairs = [(one.rows, two.rows), *((one.tables[name], two.tables[name]) for name in one.tables)]
    return all(
        a.columns == b.columns
        and len(a) == len(b)
        and all(
            a.column(name).tolist() == b.column(name).tolist()
            if a.column(name).dtype == object
            else a.column(name).tobytes() == b.column(name).tobytes()
            for name in a.names
        )
        for a, b in pairs
    )


def _table_of_all(answer: Answer, view: Mapping[str, Any], scene: Scene) -> dict[str, Any]:
    """A table about several positions, turned so that they stand side by side."""
    table = answer.table(view.get("table"))
    if {"parameter", "position", "shown"} <= set(table.names):
        return {"claims": pivot.claims(table, answer.positions)}
    columns = cells.chosen(table, view.get("columns"))
    apart = "position" in table.names and {*table.column("position")} <= {*answer.positions}
    if not apart or len(columns) > _ABREAST:
        shown = {**view, "columns": [one.name for one in columns]}
        if "position" in table.names:  # too wide to stand side by side: one below another
            shown["columns"] = ["position", *(one for one in shown["columns"] if one != "position")]
        table_of_all = cells.shown(answer, shown, scene.names)
        return {"parts": [{**_part(answer.label), "table": table_of_all}]}
    columns = [one for one in columns if one.name != "position"]
    return {
        "whole": False,
        "parts": [
            {
                **_part(position),
                "table": cells.of_records(
                    columns,
                    [row for row in table.records() if row["position"] == position],
                    scene.names,
                ),
            }
            for position in sorted(answer.positions)
        ],
    }


def _part(position: str) -> dict[str, Any]:
    return {"position": position, "picture": "", "table": None, "alt": "", "width": 0}


def _figure(answer: Answer, view: Mapping, number: int) -> str:
    """The name of a view's files, without their endings."""
    kind = str(view["kind"]).replace(".", "-")
    return f"{file_name(answer)}.{number + 1}-{kind}"


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
