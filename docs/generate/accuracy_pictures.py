"""The pictures of the page on accuracy, from the recorded studies: run it after recording."""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.lines import Line2D

from twoplustwo.reports.palette import FAINT, INK, SERIES
from twoplustwo.validation.studies.inputs import inputs
from twoplustwo.validation.studies.recorded import number, read

PICTURES = Path(__file__).parents[1] / "pictures"
PROMISE_M = 100.0
SIZE = (7.2, 4.2)


def step_sizes() -> None:
    """Error of impact against steps, all phases at once."""
    rows = [r for r in read("steps") if r["phase"] == "all"]
    figure, axes = plt.subplots(figsize=SIZE, layout="constrained")
    names = list(dict.fromkeys(r["flight"] for r in rows))
    for name, style in zip(names, SERIES, strict=False):
        for air in ("yes", "no"):
            mine = [r for r in rows if r["flight"] == name and r["air"] == air]
            axes.plot(
                [number(r["steps"]) for r in mine],
                [number(r["error_m"]) for r in mine],
                color=style.color,
                marker=style.marker,
                markersize=6,
                linewidth=1.4,
                linestyle="solid" if air == "yes" else (0, (4, 2)),
                markerfacecolor=style.color if air == "yes" else "white",
            )
    axes.axhline(PROMISE_M, color=INK, linewidth=1.0)
    axes.text(8.0, PROMISE_M * 1.15, "promised: 100 m", ha="right", va="bottom", color=INK)
    axes.axvline(1.0, color=FAINT, linewidth=1.0, linestyle=(0, (1, 2)))
    axes.set_xscale("log", base=2)
    axes.set_yscale("log")
    ticks = sorted({number(r["steps"]) for r in rows})
    axes.set_xticks(ticks, ["in use" if t == 1 else f"× {t:g}" for t in ticks])
    axes.set_xlabel("steps")
    axes.set_ylabel("error of impact, m")
    flights = [
        Line2D([], [], color=s.color, marker=s.marker, linestyle="none", label=_missile(n))
        for n, s in zip(names, SERIES, strict=False)
    ]
    airs = [
        Line2D([], [], color=INK, linestyle="solid", marker="o", label="with air"),
        Line2D(
            [],
            [],
            color=INK,
            linestyle=(0, (4, 2)),
            marker="o",
            markerfacecolor="white",
            label="without: order 4",
        ),
    ]
    axes.legend(handles=[*flights, *airs], frameon=False, loc="lower left")
    _save(figure, axes, "step-sizes.png")


def effects() -> None:
    """How far each effect moves the impact; the larger of two flights orders them."""
    rows = [r for r in read("neglected") if r["impact_km"]]
    sizes: dict[str, dict[str, float]] = {}
    for r in rows:
        label = f"{r['effect']} ({r['kept']})"
        sizes.setdefault(label, {})[r["flight"]] = number(r["impact_km"])
    order = sorted(sizes, key=lambda label: max(sizes[label].values()))
    figure, axes = plt.subplots(figsize=(SIZE[0], 0.30 * len(order) + 1.0), layout="constrained")
    names = list(dict.fromkeys(r["flight"] for r in rows))
    for name, style in zip(names, SERIES, strict=False):
        there = [(sizes[label][name], i) for i, label in enumerate(order) if name in sizes[label]]
        axes.plot(
            *zip(*there, strict=True),
            color=style.color,
            marker=style.marker,
            markersize=6,
            linestyle="none",
            label=_missile(name),
        )
    axes.set_xscale("log")
    axes.set_yticks(range(len(order)), order, fontsize=8.5)
    axes.grid(axis="y", color=FAINT, linewidth=0.3)
    axes.set_xlabel("how far the impact moves, km")
    axes.legend(frameon=False, loc="lower right")
    _save(figure, axes, "effects.png")


def _missile(flight: str) -> str:
    return inputs()["flights"][flight]["missile"]


def _save(figure, axes, name: str) -> None:
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    figure.savefig(PICTURES / name, dpi=150, metadata={"Software": None})
    plt.close(figure)


if __name__ == "__main__":
    step_sizes()
    effects()
