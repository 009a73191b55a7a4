"""Exact Shapley shares of twelve disputes about icbm-reach: compiled, nothing remembered.

The dossier is made up (`synthetic.py`), its disputes are of the kind that sides argue about most:
speed, what counts as a meeting, what is seen and decided. Measured where a process has compiled
and then forgotten every row, as in a server or a notebook; and in a new process, which finds the
compiled code on disk, traces it anew, and finds no row kept. Then the whole answer, flips and
tables included, in that same process, which remembers.
"""

import tempfile
from pathlib import Path

import fresh
from row import Row

ORDER = 6
TITLE = "Exact Shapley shares of 12 disputes about icbm-reach: compiled, nothing remembered"
TARGET = "at most 6 s"
WALL_S, PATIENCE_S = 6.0, 300.0


def run() -> list[Row]:
    """Compile in one process, measure in two others."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        fresh.python(SCRIPT, str(home / "warm"), "compile", patience_s=PATIENCE_S)
        fresh.forget_rows()
        done = fresh.python(SCRIPT, str(home / "again"), "compile", patience_s=PATIENCE_S)
        fresh.forget_rows()
        new = fresh.python(SCRIPT, str(home / "new"), "", patience_s=PATIENCE_S)
    if done is None or new is None:
        return [
            Row("compiled", {"wall_s": None}, TARGET, False, f"given up after {PATIENCE_S:.0f} s")
        ]
    columns = ("mixtures", "wall_s", "cpu_s", "peak_gb")
    whole = {**new, "wall_s": new["whole_wall_s"], "cpu_s": new["whole_cpu_s"]}
    return [
        Row("compiled", {name: done[name] for name in columns}, TARGET, done["wall_s"] <= WALL_S),
        Row("in a new process", {name: new[name] for name in columns}),
        Row("then the whole answer", {name: whole[name] for name in columns}),
    ]


SCRIPT = """
import gc, json, pathlib, resource, sys, time
import fresh, synthetic
folder = pathlib.Path(sys.argv[1])
folder.mkdir()
dossier = synthetic.disputed(folder, synthetic.ARGUED)
from twoplustwo.analysis.ask import ask
from twoplustwo.analysis.divergence import coalitions as game, options
from twoplustwo.question_cards.card import card
from twoplustwo.runs.headline_values import values
from twoplustwo.positions.resolve import hold
from twoplustwo.stages.stage import Stage
from twoplustwo.positions.position import Position
given = {name: rule["default"] for name, rule in card("divergence").options.items()}
want = options.chosen(given, dossier)
ends = [Position(party) for party in synthetic.PARTIES]
def clocked(run):
    wall, cpu = time.perf_counter(), time.process_time()
    return run(), time.perf_counter() - wall, time.process_time() - cpu
def split():
    played = game.play(*(hold(dossier, one) for one in ends), dossier, want)
    played.shares("share_reachable")
    return len(played.mixtures)
if sys.argv[2]:
    values("icbm-reach", ends, dossier)
    fresh.forget_rows()
    for stage in [one for one in gc.get_objects() if isinstance(one, Stage)]:
        stage.forget()
count, wall, cpu = clocked(split)
_, all_wall, all_cpu = clocked(lambda: ask("divergence", ends, dossier))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
print(json.dumps({"mixtures": count, "wall_s": wall, "cpu_s": cpu, "peak_gb": peak,
                  "whole_wall_s": all_wall, "whole_cpu_s": all_cpu}))
"""
