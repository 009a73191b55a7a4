"""The page on uncertainty, from the recorded studies: what is open, and what decides."""

from collections.abc import Sequence

from twoplustwo.base.outcomes import Outcome
from twoplustwo.dossier import load
from twoplustwo.dossier.find import locate
from twoplustwo.validation.studies.inputs import inputs
from twoplustwo.validation.studies.recorded import DATE, number, read
from twoplustwo.validation.studies.uncertainty import SAMPLES, SWING_S

Rows = list[dict[str, str]]

INTRODUCTION = """# How sure, and what the verdict hangs on

An answer is computed with one value of everything. This page says how far it moves within what is
claimed: first everything at once, each claim within its own interval; then one number at a time,
over all that anybody claims of it. How exact the arithmetic itself is stands in [](accuracy.md).
"""
OPEN = """## What the held intervals leave open

Every claim that is an interval is drawn from it, evenly and independently of the others, for each
party its own ([](questions/sensitivity.md)). That gives no probabilities, for no one claims that
all values are alike. It gives the width of what is claimed.
"""
HANDS = """## Which claim has a hand in it

Sobol's index of total order: the share of the variance in which a parameter has a part, alone or
with others. In brackets where nine in ten resamplings of the draws lie; with few draws that is
wide, and may pass 100 %. What stays under 1 % for everybody is named below each table.
"""
HANGS = """## What the verdict hangs on, base by base

One parameter at a time is moved over everything that anybody claims of it, the others as held
([](questions/hangs-on.md)). Margins are of the pair with Washington: latest launch minus commit, in
seconds, at the low and at the high end; of names, the least and the greatest. **Bold**: the verdict
turns on the way; behind it where, if that was sought. A dash: no such time, since the missile is
out of reach, never tracked, or cannot fly so. A commit later than the latest launch is too late,
whatever its reason.
"""
SEVEN = {
    "interceptors.gbi-2.burnout_speed": "speed",
    "interceptors.gbi-2.speed_reading": "its reading",
    "commit.icbm_delay": "commit: claimed delay or none",
    "commit.boost_cue": "commit: satellite cue",
    "engagement.max_flight": "maximum flight",
    "engagement.min_closing": "minimum closing speed",
    "missiles.*.loft": "path angle of the missile",
    "interceptors.gbi-2.burn_time": "burn time",
}
"""Parameters with a column of their own in the tables by base."""


def page() -> str:
    """The studies as last recorded, in MyST."""
    opened = {question: read(f"open-{question}") for question in SAMPLES}
    hands = {question: read(f"sensitivity-{question}") for question in SAMPLES}
    bases, lines = read("hangs-on-bases"), read("hangs-on-lines")
    days = sorted(
        {r[DATE] for rows in (*opened.values(), *hands.values(), bases, lines) for r in rows}
    )
    told = f"on {days[0]}" if days[0] == days[-1] else f"from {days[0]} to {days[-1]}"
    return "\n".join(
        [
            INTRODUCTION,
            f"Recorded {told} with the dossier `{inputs()['dossier']}`; `python -m "
            "twoplustwo.validation.studies.uncertainty` computes it anew.\n",
            OPEN,
            *_open(opened),
            HANDS,
            *(line for question, rows in hands.items() for line in _hands(question, rows)),
            HANGS,
            *_turned(lines, bases),
            *_by_base(lines, bases),
        ]
    )


def _open(opened: dict[str, Rows]) -> list[str]:
    parts = [
        "| headline | party | as held | nine in ten draws | all draws | test holds in | draws |",
        "|---|---|---|---|---|---|---|",
    ]
    for rows in opened.values():
        for headline in dict.fromkeys(r["headline"] for r in rows):
            for who, mine in _alike([r for r in rows if r["headline"] == headline]):
                (r,) = mine
                cells = (
                    f"`{headline}`",
                    who,
                    _percent(r["as_held"]),
                    _span(r, "low", "high"),
                    _span(r, "least", "greatest"),
                    _percent(r["holds"]),
                    f"{number(r['draws']):.0f}",
                )
                parts.append(f"| {' | '.join(cells)} |")
    return [*parts, ""]


def _hands(question: str, rows: Rows) -> list[str]:
    parts = []
    for headline in dict.fromkeys(r["headline"] for r in rows):
        mine = [r for r in rows if r["headline"] == headline]
        groups = _alike(mine)
        most = {
            p: max(
                (
                    number(r["total_order"])
                    for r in mine
                    if r["parameter"] == p and r["total_order"]
                ),
                default=0.0,
            )
            for p in dict.fromkeys(r["parameter"] for r in mine)
        }
        parts += [
            f"### `{question}`, `{headline}`\n",
            f"| parameter | {' | '.join(who for who, _ in groups)} |",
            "|---|" + "---|" * len(groups),
        ]
        for parameter in sorted(most, key=lambda p: (-most[p], p)):
            if most[parameter] >= 0.01:
                cells = [_index(parameter, some) for _, some in groups]
                parts.append(f"| `{parameter}` | {' | '.join(cells)} |")
        small = sorted(p for p, share in most.items() if share < 0.01)
        parts += ["", f"Under 1 %: {', '.join(f'`{p}`' for p in small) or 'none'}.\n"]
    return parts


def _index(parameter: str, rows: Rows) -> str:
    found = next((r for r in rows if r["parameter"] == parameter), None)
    if found is None:
        return "no interval held"
    if not found["total_order"]:
        return "does not move"
    return f"{_percent(found['total_order'])} ({_span(found, 'total_low', 'total_high')})"


def _turned(lines: Rows, bases: Rows) -> list[str]:
    """How many bases each parameter turns."""
    groups = _alike(lines)
    count = len({r["base"] for r in bases})
    hang = [f"{who} {sum(1 for r in rows if r['hangs_on'])}" for who, rows in _alike(bases)]
    turned: dict[str, list[int]] = {}
    for i, (_, rows) in enumerate(groups):
        for r in rows:
            numbers = turned.setdefault(_shared(r["parameter"]), [0] * len(groups))
            numbers[i] += r["flips"] == "True"
    parts = [
        f"Bases of {count} whose verdict hangs on one parameter or more: {'; '.join(hang)}. "
        "Each parameter turns so many:\n",
        f"| moved | from | to | {' | '.join(who for who, _ in groups)} |",
        "|---|---|---|" + "---|" * len(groups),
    ]
    for parameter in sorted(turned, key=lambda p: (-sum(turned[p]), p)):
        ends = next((r["low"], r["high"]) for r in lines if _shared(r["parameter"]) == parameter)
        if any(turned[parameter]):
            parts.append(
                f"| `{parameter}` | {ends[0]} | {ends[1]} | "
                f"{' | '.join(map(str, turned[parameter]))} |"
            )
    rest = sorted(p for p, numbers in turned.items() if not any(numbers))
    return [
        *parts,
        "",
        f"No verdict turns with {', '.join(f'`{p}`' for p in rest)}; what moves no "
        f"margin by {SWING_S:.0f} s is not listed.\n",
    ]


def _by_base(lines: Rows, bases: Rows) -> list[str]:
    parts = []
    for who, mine in _alike([*bases, *lines]):
        moved = [r for r in mine if "parameter" in r]
        parts += [
            f"### {who}\n",
            f"| base | as held | latest launch | {' | '.join(SEVEN.values())} | besides |",
            "|---|---|---|" + "---|" * (len(SEVEN) + 1),
        ]
        for base in (r for r in mine if "parameter" not in r):
            here = {_shared(r["parameter"]): r for r in moved if r["base"] == base["base"]}
            unmoved = "same" if base["margin_s"] else "–"
            cells = [_cell(here[p]) if p in here else unmoved for p in SEVEN]
            besides = [f"`{p}`" for p, r in here.items() if p not in SEVEN and r["flips"] == "True"]
            named = (base["base"], _held(base), _seconds(base["latest_launch_s"]))
            parts.append(f"| {' | '.join((*named, *cells, ', '.join(besides)))} |")
        parts.append("")
    return parts


def _held(base: dict[str, str]) -> str:
    if base["outcome"] == Outcome.MET:
        return f"{_seconds(base['margin_s'])}, in time"
    margin = f"{_seconds(base['margin_s'])}, " if base["margin_s"] else ""
    return margin + base["outcome"].replace("_", " ")


def _cell(row: dict[str, str]) -> str:
    ends = f"{_seconds(row['margin_low_s'])} … {_seconds(row['margin_high_s'])}"
    if row["flips"] != "True":
        return ends
    return f"**{ends}**" + (f" at {row['flip']}" if row["flip"] else "")


def _alike(rows: Rows) -> list[tuple[str, Rows]]:
    """Parties by name, those whose rows are all the same together; the rows of one of them."""
    parties = load(locate(inputs()["dossier"])).parties
    found: dict[tuple, tuple[list[str], Rows]] = {}
    for position in dict.fromkeys(r["position"] for r in rows):
        mine = [r for r in rows if r["position"] == position]
        key = tuple(tuple(v for k, v in r.items() if k not in ("position", DATE)) for r in mine)
        found.setdefault(key, ([], mine))[0].append(parties[position].name["en"])
    return [(", ".join(names), mine) for names, mine in found.values()]


def _shared(parameter: str) -> str:
    if not parameter.startswith("missiles."):
        return parameter
    return f"missiles.*.{parameter.rpartition('.')[2]}"


def _span(row: dict[str, str], low: str, high: str) -> str:
    if not row[low]:
        return "–"
    ends: Sequence[str] = [
        f"{100.0 * number(row[end]):.0f}".replace("-", "−") for end in (low, high)
    ]
    return f"{ends[0]} to {ends[1]} %" if ends[0] != ends[1] else f"{ends[0]} %"


def _percent(text: str) -> str:
    return "–" if not text else f"{100.0 * number(text):.0f} %".replace("-", "−")


def _seconds(text: str) -> str:
    return "–" if not text else f"{number(text):.0f}".replace("-", "−")
