"""The page on accuracy, from the recorded studies: step sizes, samplings, effects, witnesses."""

from twoplustwo.validation.studies.inputs import inputs, reasons
from twoplustwo.validation.studies.recorded import DATE, number, read

INTRODUCTION = """# How accurate, and what is left out

Three things can be wrong with a number of ours: the arithmetic, the physics that the arithmetic
stands for, and the claims that go in. This page is about the first two. Claims are in the dossier,
and each answer says how far it hangs on them; the page on validation sets results of others beside
ours.

What is promised of every flight is an impact within 100 m and 0.1 s of what the equations give. The
equations themselves leave things out; how much that matters stands below, in kilometres at impact
and in seconds of *latest launch*, the moment until which an interceptor can still leave.
"""
STEPS = """## Step sizes

Flights are integrated on fixed grids by the classical Runge–Kutta method, which is of the fourth
order: twice the steps, a sixteenth of the error. Without air that is what comes out. With air the
equations have corners, at the layers of the standard atmosphere and the nodes of the drag table,
and the error falls more slowly; it is then a few metres. Errors are distances of the impact from
that on sixteen times the steps, the largest of three arcs (least energy, and both ends of the
claimed loft).

```{image} ../pictures/step-sizes.png
:alt: Error of impact against step size, for three missiles, with air and without
```
"""
SAMPLINGS = """## Sampling of flyouts

When an interceptor can be where is read off a table of its flyouts. The samplings of that table,
and of the threat's path, are halved and doubled here, one by one and all at once. A pair of base
and target stands on the *cliff* where 0.05 km/s of speed move its latest launch by more than 30 s;
there a metre a second is about a second of latest launch, whatever the sampling.
"""
ARRIVALS = """Random flyouts, flown on their own, are found again in the table:
"""
EFFECTS = """## What each effect is worth

What the engine has is switched off, what it has not is put in, what is assumed is changed. Unless
the last column says otherwise the launch stays as it was aimed with everything in use, so the first
column says how far the missile would miss. Nobody would fly so: whoever launches knows the drag of
his missile and aims with it. What counts for a defence is the change of latest launch.

```{image} ../pictures/effects.png
:alt: How far each effect moves the impact of an IRBM and of an ICBM, from a decimetre to 1,000 km
```
"""
NOTES = """- *Sphere, Earth rotation*: a launch that is aimed on a turning ellipsoid goes
  elsewhere on another Earth, so that no latest launch is given.
- *Aimed anew*: the least-energy arc is flat, and a table is read for it, so that a missile aimed
  anew may fly a slightly other arc: some tenths of a second of latest launch.
- *Vertical rise of the interceptor*: a fast interceptor that turns late is fast already. The pitch
  programme then needs kicks far beyond the horizontal to fly flat, and beyond 150° the model lets
  none be. What is lost there is lost to the programme, not to physics; a real one would be steered.
- *Wind going up*: the drag of the air that moves sideways, summed along the powered path. A missile
  that is steered takes most of it out again.
- Not put in, since too small to show here: tides of the solid Earth, precession, pressure of
  sunlight, relativity.
"""
WITNESSES = """## Witnesses

Programs of others, asked the same question in the tests (`tests/witness`, `tests/physics`):

| witness | speaks to | agrees within |
|---|---|---|
| DOP853 (SciPy), equations written anew | whole flights, 300 to 10,000 km | 100 m, 0.1 s |
| Kepler's orbits in closed form | flight without air | metres |
| RocketPy | made-up rockets of one and two stages, apogee to 75 km | 0.2 % of apogee, 0.2 s |
| ambiance | air up to 81 km | 1 part in 100,000 |
| PROJ | places on and above the ellipsoid, heights | 1 micrometre |
| geographiclib | distances on the sphere on which aims are searched | 0.25 % |
| pint | the list of units | every factor |
| two public Orion motors | latest launch of a rocket with real stages, off the cliff | 20 s |
"""


def page() -> str:
    """The studies as last recorded, in MyST."""
    tables = {name: read(name) for name in ("steps", "aims", "samplings", "arrivals", "neglected")}
    days = sorted({row[DATE] for table in tables.values() for row in table})
    return "\n".join(
        [
            INTRODUCTION,
            f"Recorded {_days(days)}; `python -m twoplustwo.validation.studies` computes it anew "
            "in a few minutes, `python docs/generate/accuracy_pictures.py` draws the pictures.\n",
            STEPS,
            *_steps(tables["steps"]),
            *_aims(tables["aims"]),
            SAMPLINGS,
            *_samplings(tables["samplings"]),
            ARRIVALS,
            *_arrivals(tables["arrivals"]),
            EFFECTS,
            *_effects(tables["neglected"]),
            NOTES,
            *_sizes(),
            WITNESSES,
        ]
    )


def _days(days: list[str]) -> str:
    return f"on {days[0]}" if days[0] == days[-1] else f"from {days[0]} to {days[-1]}"


def _steps(rows: list[dict[str, str]]) -> list[str]:
    head = [
        "| flight | air | phase | a quarter | half | in use | twice | four times | order |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    lines = []
    for key in dict.fromkeys((r["flight"], r["air"], r["phase"]) for r in rows):
        mine = {r["steps"]: r for r in rows if (r["flight"], r["air"], r["phase"]) == key}
        errors = [_metres(mine[s]["error_m"]) for s in ("0.25", "0.5", "1", "2", "4")]
        order = mine["1"]["order"]
        told = f"{number(order):.1f}" if order and number(mine["1"]["error_m"]) > 1e-3 else ""
        lines.append(f"| {key[0]} | {key[1]} | {key[2]} | {' | '.join(errors)} | {told} |")
    return [*head, *lines, "", "Errors in metres; order from the steps in use to twice as many.\n"]


def _aims(rows: list[dict[str, str]]) -> list[str]:
    most, fine = (max(number(r[c]) for r in rows) for c in ("miss_m", "miss_on_finest_m"))
    return [
        f"The aim solver stops near enough: it leaves these flights at most {most:.0f} m from "
        f"their aim, {fine:.0f} m when the same launches are flown on the finest grids.\n"
    ]


def _samplings(rows: list[dict[str, str]]) -> list[str]:
    head = [
        "| what | in use | samples | speed, km/s | median, s | largest, s | on the cliff, s |",
        "|---|---|---|---|---|---|---|",
    ]
    lines = [
        f"| {r['what']} | {r['in_use']} | × {r['finer']} | {_km_s(r['speed_m_s'])} | "
        f"{_seconds(r['median_s'])} | {_seconds(r['largest_s'])} | "
        f"{_seconds(r['cliff_largest_s'])} |"
        for r in rows
    ]
    return [*head, *lines, ""]


def _arrivals(rows: list[dict[str, str]]) -> list[str]:
    head = ["| speed, km/s | flyouts | median error, s | 95 of 100 below, s |", "|---|---|---|---|"]
    lines = [
        f"| {_km_s(r['speed_m_s'])} | {r['flyouts']} | {_seconds(r['median_s'])} | "
        f"{_seconds(r['most_s'])} |"
        for r in rows
    ]
    return [*head, *lines, ""]


def _effects(rows: list[dict[str, str]]) -> list[str]:
    speeds = [f"{v / 1e3:g} km/s" for v in inputs()["speeds_m_s"]]
    latest = " | ".join(f"latest launch at {v}, s" for v in speeds)
    parts = []
    for flight in dict.fromkeys(r["flight"] for r in rows):
        parts += [
            f"### {_flight(flight)}\n",
            f"| effect | impact, km | time, s | {latest} | | how |",
            "|---|---|---|---|---|---|---|---|",
        ]
        parts += [
            f"| {r['effect']} | {_km(r['impact_km'])} | {_seconds(r['time_s'])} | "
            + " | ".join(_seconds(r[f"latest_{s}_s"]) for s in ("slow", "cliff", "fast"))
            + f" | {r['kept']} | {r['how']} |"
            for r in rows
            if r["flight"] == flight
        ]
        parts.append("")
    return parts


def _flight(name: str) -> str:
    way = inputs()["flights"].get(name)
    if way is None:
        return name.capitalize()
    ends = [way[key].partition(".")[2] for key in ("from", "to")]
    return f"`{way['missile']}` from {ends[0].capitalize()} to {ends[1].capitalize()}"


def _sizes() -> list[str]:
    """Where the sizes of the effects come from."""
    parts = ["Where the sizes come from (`validation/studies/inputs.yaml`):\n"]
    parts += [f"- *{name.replace('_', ' ')}*: {why.strip()}" for name, why in reasons().items()]
    return [*parts, ""]


def _metres(text: str) -> str:
    value = number(text)
    return "0" if value < 1e-3 else f"{value:.3g}"


def _seconds(text: str) -> str:
    if not text:
        return ""
    value = number(text)
    return "0" if abs(value) < 5e-3 else f"{value:.2g}" if abs(value) < 10 else f"{value:.0f}"


def _km(text: str) -> str:
    if not text:
        return ""
    value = number(text)
    return "0" if value < 5e-4 else f"{value:.2g}" if value < 10 else f"{value:.0f}"


def _km_s(text: str) -> str:
    return f"{number(text) / 1e3:g}"
