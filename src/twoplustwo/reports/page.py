"""The report: one page that opens from disk, with its figures beside it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..answers.answer import Answer
from ..answers.schema import dumps
from ..answers.store import file_name
from ..base import progress
from . import bibliography, cells, frame, labels, palette, pivot, slider
from .geo import Shapes, read_shapes
from .picture import Picture
from .view import Scene, draw, drawable, nothing

NAME = "report.html"


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
    for question, group in groups.items():
        blocks = []
        for number in range(len(group[0].views)):
            blocks.append(_block(group, number, Scene(shapes, names, group), figures))
            done += len(group)
            progress.step("drawing the report", done, total)
        sections.append(
            {
                "question": question,
                "title": _title(question, info),
                "asks": labels.words(info.get("questions", {}).get(question, {}).get("asks")),
                "group": group,
                "blocks": blocks,
                "outcomes": pivot.outcomes(group),
            }
        )
    environment = frame.environment()
    environment.globals.update(words=labels.words, script=_script)
    environment.filters.update(
        name=lambda text: labels.name(text, names),
        number=labels.number,
        title=labels.title,
        style=palette.outcome,
        end=labels.headline,
    )
    return environment.get_template("report.html.j2").render(
        info=info,
        title=labels.words(info.get("title")) or "twoplustwo",
        positions=positions,
        sections=sections,
        keys=[one for one in sections if any(block["slider"] for block in one["blocks"])],
        rest=[one for one in sections if not any(block["slider"] for block in one["blocks"])],
        assumptions=pivot.assumptions(answers, positions),
        left_out=pivot.left_out(answers),
        sources=bibliography.entries(answers),
        made=next((answer.made for answer in answers), {}),
        statuses=[pivot.status(word) for word in pivot.STATUS],
    )


def grouped(answers: Sequence[Answer], info: Mapping[str, Any]) -> dict[str, list[Answer]]:
    """Question to its answers, positions alphabetically, questions by their order."""
    known = info.get("questions", {})
    found: dict[str, list[Answer]] = {}
    for answer in answers:
        found.setdefault(answer.question, []).append(answer)
    ranked = sorted(
        found, key=lambda one: (known.get(one, {}).get("order", 1000), list(found).index(one))
    )
    return {one: sorted(found[one], key=lambda answer: answer.label) for one in ranked}


def _block(group: list[Answer], number: int, scene: Scene, figures: Path | None) -> dict[str, Any]:
    view = group[0].views[number]
    block: dict[str, Any] = {
        "kind": view["kind"],
        "title": labels.words(view.get("title")),
        "note": labels.words(view.get("note")),
        "parts": [],
        "slider": None,
        "side_by_side": None,
        "claims": None,
    }
    if group[0].position is None and view["kind"] == "table":
        return {**block, **_table_of_all(group[0], view, scene)}
    for answer in group:
        mine = answer.views[number] if number < len(answer.views) else view
        part: dict[str, Any] = {"position": answer.label, "picture": "", "table": None, "alt": ""}
        if mine["kind"] == "table" and drawable(answer, mine):
            if not mine.get("dot"):
                part["table"] = cells.shown(answer, mine, scene.names)
        else:
            picture = draw(answer, mine, scene) if mine["kind"] != "table" else nothing(answer)
            if figures is not None and drawable(answer, mine):
                _save(picture, answer, mine, number, figures)
            part["picture"], part["alt"] = picture.address(), picture.alt
            if mine["kind"] == "curve" and answer.position is None:
                block["slider"] = slider.texts(answer, mine, picture)
        block["parts"].append(part)
    if view["kind"] == "table" and view.get("dot") and any(drawable(a, view) for a in group):
        block["side_by_side"] = cells.side_by_side(group, view, scene.names)
    return block


def _table_of_all(answer: Answer, view: Mapping[str, Any], scene: Scene) -> dict[str, Any]:
    """A table about several positions, turned so that they stand side by side."""
    table = answer.table(view.get("table"))
    if {"parameter", "position", "shown"} <= set(table.names):
        return {"claims": pivot.claims(table, answer.positions)}
    if "position" not in table.names:
        part = {"position": answer.label, "picture": "", "alt": ""}
        return {"parts": [{**part, "table": cells.shown(answer, view, scene.names)}]}
    columns = [one for one in cells.chosen(table, view.get("columns")) if one.name != "position"]
    return {
        "parts": [
            {
                "position": position,
                "picture": "",
                "alt": "",
                "table": cells.of_records(
                    columns,
                    [row for row in table.records() if row["position"] == position],
                    scene.names,
                ),
            }
            for position in sorted(answer.positions)
        ]
    }


def _save(picture: Picture, answer: Answer, view: Mapping, number: int, figures: Path) -> None:
    kind = str(view["kind"]).replace(".", "-")
    stem = f"{file_name(answer)}.{number + 1}-{kind}"
    picture.save(figures / stem)


def _title(question: str, info: Mapping[str, Any]) -> str:
    card = info.get("questions", {}).get(question, {})
    return labels.words(card.get("title")) or labels.name(question)


def _script(data: Any) -> str:
    """Data for a script element; no text in it can end the element."""
    return dumps(data).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
