"""A section's blocks: every view of a group of answers, drawn once a position or for all."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.store import file_name
from twoplustwo.reports import caption, cells, labels, pivot, slider
from twoplustwo.reports.geo import Shapes
from twoplustwo.reports.picture import Picture
from twoplustwo.reports.view import Scene, draw, drawable, nothing

Block = dict[str, Any]
"""What the template prints of one view: texts, tables, and pictures as ``data:`` addresses."""

_ABREAST = 5  # columns of a table that still stands beside those of other positions


def blocks(
    group: Sequence[Answer],
    shapes: Shapes | None,
    info: Mapping[str, Any],
    figures: Path | None = None,
) -> list[Block]:
    """The blocks of the answers to one question, a view each.

    Parameters
    ----------
    group : sequence of Answer
        Shown side by side.
    shapes : Shapes or None
        Coast and borders.
    info : mapping
        ``names`` and ``questions``, as `page.write` takes them.
    figures : Path, optional
        The folder into which the figures go too, each with its caption.

    Returns
    -------
    list of dict
        Plain data, which another process can hand over.
    """
    scene = Scene(shapes, info.get("names", {}), group)
    return [_block(group, i, scene, figures, info) for i in range(len(group[0].views))]


def _block(
    group: Sequence[Answer],
    number: int,
    scene: Scene,
    figures: Path | None,
    info: Mapping[str, Any],
) -> Block:
    view = group[0].views[number]
    block: Block = {
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
