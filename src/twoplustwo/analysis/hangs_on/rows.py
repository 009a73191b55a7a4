"""Rows of the analysis: every line at every base, then by base and by parameter."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from twoplustwo.analysis.hangs_on.flips import Case, Known, turns_anywhere
from twoplustwo.analysis.hangs_on.margins import Margins
from twoplustwo.base.outcomes import Outcome
from twoplustwo.base.units import parse_quantity, show, si_unit
from twoplustwo.dossier.fields import LANGUAGES
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.display_names import parameter_of_any, position_name
from twoplustwo.positions.overlay import NONE
from twoplustwo.positions.position import Position
from twoplustwo.search.turning_point import Bracket

COLUMNS = (
    "position base parameter low high margin_low_s margin_high_s flips last flip outcome_low "
    "outcome_high flip_si flip_within_si low_si high_si unit looks"
)
BASES = "position base missile margin_s outcome latest_launch_s commit_delay_s turned_by hangs_on"
PARAMETERS = ("position", "parameter", "bases_turned", "bases", "median_swing_s")
ENDS = ("line", "line_ru", "end_s", "outcome")
SEEN_S = 1.0  # a line shorter than this that turns nothing is not drawn

Row = dict[str, Any]


def case_row(case: Case, known: Known, flip: Bracket | None, dossier: Dossier) -> Row:
    """One base along one line: both ends, whether the verdict turns, and where."""
    held = known[case.position]
    assert isinstance(held, Margins)
    line, missile = case.line, held.missile[case.base]
    kind = dossier.kind_of(line.path(missile))
    made: Row = {
        "position": case.position.text,
        "base": held.base[case.base],
        "line": line.parameter,
        "parameter": line.path(missile),
        "last": "",
        "flip": "",
        "unit": si_unit(kind.unit) if line.hulls else "",
        "looks": float(len(line.samples)),
        "flips": turns_anywhere(case, known, dossier),
    }
    for end, at in zip(("low", "high"), _ends(case, known, dossier), strict=True):
        there = known[line.with_sample(case.position, dossier, at)]
        made[f"margin_{end}_s"] = _margin(there, case.base)
        answered = isinstance(there, Margins)
        made[f"outcome_{end}"] = there.outcome[case.base] if answered else _UNANSWERED
        if isinstance(at, str):
            made[end] = _choice(at, kind.unit)
        else:
            made[f"{end}_si"] = line.value(missile, at)
            made[end] = show(made[f"{end}_si"], kind.unit)
    if flip is not None:
        made["flip_si"], made["flip_within_si"] = flip.high, flip.high - flip.low
        made["last"], made["flip"] = show(flip.low, kind.unit), show(flip.high, kind.unit)
    return made


_UNANSWERED = str(Outcome.NOT_ANSWERABLE)


def _margin(found: Margins | str, base: int) -> float | None:
    value = np.nan if isinstance(found, str) else float(found.margin_s[base])
    return None if np.isnan(value) else value


def _choice(text: str, unit: str) -> str:
    """A choice as people write it: a name, or a number of some unit."""
    return text if text == NONE or not unit else show(parse_quantity(text, unit)[0], unit)


def _ends(case: Case, known: Known, dossier: Dossier) -> tuple[float | str, float | str]:
    """Ends of a hull; of choices those that leave the least and the greatest margin."""
    looks = list(case.line.samples)
    if case.line.hulls:
        return looks[0], looks[-1]

    def margin(at: float | str) -> float:
        found = _margin(known[case.line.with_sample(case.position, dossier, at)], case.base)
        return -np.inf if found is None else found

    looks.sort(key=margin)
    return looks[0], looks[-1]


def sorted_rows(rows: Iterable[Row]) -> list[Row]:
    """Base by base as they come; what turns its verdict first, then what moves its margin most."""
    made = list(rows)
    order = {key: i for i, key in enumerate(dict.fromkeys(map(_place, made)))}
    return sorted(
        made,
        key=lambda one: (
            order[_place(one)],
            not one["flips"],
            -(_swing(one) or 0.0),
            one["parameter"],
        ),
    )


def _place(row: Row) -> tuple[str, str]:
    return row["position"], row["base"]


def base_rows(position: Position, held: Margins | str, rows: Iterable[Row]) -> list[Row]:
    """One row a base: its verdict as held, and what turns it."""
    if isinstance(held, str):
        return []
    turned: dict[str, list[str]] = {base: [] for base in held.base}
    for row in rows:
        if row["position"] == position.text and row["flips"]:
            turned[row["base"]].append(row["parameter"])
    return [
        {
            "position": position.text,
            "base": base,
            "missile": held.missile[i],
            "margin_s": held.margin_s[i],
            "outcome": held.outcome[i],
            "latest_launch_s": held.latest_launch_s[i],
            "commit_delay_s": held.commit_delay_s[i],
            "turned_by": float(len(turned[base])),
            "hangs_on": ", ".join(turned[base]),
        }
        for i, base in enumerate(held.base)
    ]


def parameter_rows(rows: Iterable[Row]) -> list[Row]:
    """How many bases each parameter turns under each position, those that turn most first."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        found.setdefault((row["position"], row["line"]), []).append(row)
    made: list[Row] = []
    for (position, line), mine in found.items():
        swings = [s for one in mine if (s := _swing(one)) is not None]
        made.append(
            {
                "position": position,
                "parameter": line,
                "bases_turned": float(sum(one["flips"] for one in mine)),
                "bases": float(len(mine)),
                "median_swing_s": float(np.median(swings)) if swings else None,
            }
        )
    order = list(dict.fromkeys(one["position"] for one in made))
    return sorted(
        made,
        key=lambda one: (
            order.index(one["position"]),
            -one["bases_turned"],
            -(one["median_swing_s"] or 0.0),
            one["parameter"],
        ),
    )


def end_rows(rows: Sequence[Row], base: str, dossier: Dossier) -> list[Row]:
    """Both ends of every line worth drawing at one base, the longest of each position first."""
    order = list(dict.fromkeys(row["position"] for row in rows))
    here = [row for row in rows if row["base"] == base]
    mine = [one for one in here if one["flips"] or (_swing(one) or 0.0) >= SEEN_S]
    mine.sort(key=lambda one: (order.index(one["position"]), -(_swing(one) or 0.0)))
    return [
        {
            "line": _line(one, dossier, "en"),
            "line_ru": _line(one, dossier, "ru"),
            "end_s": one[f"margin_{end}_s"],
            "outcome": one[f"outcome_{end}"],
        }
        for one in mine
        for end in ("low", "high")
    ]


def _line(row: Row, dossier: Dossier, lang: str) -> str:
    whose = position_name(row["position"], dossier, lang)
    return f"{whose}: {parameter_of_any(row['parameter'], dossier, lang)}"


def sentence_slots(
    positions: Sequence[Position], bases: Sequence[Row], counted: Sequence[Row], dossier: Dossier
) -> Mapping[str, str]:
    """For the card's sentence, by language: bases that turn, and what turns most of them."""
    found: dict[str, str] = {}
    for lang in LANGUAGES:
        told, most = [], []
        for position in positions:
            who = position_name(position.text, dossier, lang)
            mine = [one for one in bases if one["position"] == position.text]
            turned = sum(one["turned_by"] > 0 for one in mine)
            told.append(OF[lang].format(who=who, some=turned, all=len(mine)))
            lines = [one for one in counted if one["position"] == position.text]
            each = [
                TURNS[lang].format(
                    what=parameter_of_any(one["parameter"], dossier, lang),
                    bases=f"{one['bases_turned']:.0f}",
                )
                for one in lines[:_NAMED]
                if one["bases_turned"]
            ]
            most.append(f"{who}: {'; '.join(each) or NOTHING[lang]}")
        found |= {f"bases_{lang}": "; ".join(told), f"most_{lang}": ". ".join(most)}
    return found


OF = {"en": "{who}: {some} of {all}", "ru": "{who}: {some} из {all}"}
TURNS = {"en": "{what} (bases: {bases})", "ru": "{what} (баз: {bases})"}
NOTHING = {"en": "nothing", "ru": "ничто"}
_NAMED = 3  # parameters in the sentence


def _swing(row: Row) -> float | None:
    if row["margin_low_s"] is None or row["margin_high_s"] is None:
        return None
    return abs(row["margin_high_s"] - row["margin_low_s"])
