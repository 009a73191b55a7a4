"""Open claims drawn at once: the indices against known ones, and who is treated how."""

import importlib

import numpy as np
import pytest
from typer.testing import CliRunner

from twoplustwo.analysis.ask import ask
from twoplustwo.analysis.sensitivity.draws import exchanged, stepped, two_samples
from twoplustwo.analysis.sensitivity.indices import indices
from twoplustwo.base.errors import OptionError, QuestionError
from twoplustwo.doors.cli.main import app

from .parties import with_parties

here = importlib.import_module("twoplustwo.analysis.sensitivity.ask")

# Quick to move; the others keep the flights and flyouts that they have.
FIXED = ("us+set:warhead.reentry_ballistic_coefficient=8000 kg/m2"
         "+set:interceptors.gbi-2.burn_time=138 s+set:satellites.early-warning.cloud_break_altitude"
         "=10 km+set:missiles.ss-18.loft=0 deg+set:missiles.ss-19.loft=0 deg"
         "+set:missiles.ss-25.loft=0 deg+set:engagement.keep_out=130 km"
         "+set:interceptors.gbi-2.burnout_speed=6.3 km/s")  # fmt: skip
READ = ("engagement.min_closing", "engagement.max_flight", "commit.decision_time")


def reduced(function, parameters, count, seed=0, steps=None):
    a, b = two_samples(count, parameters, seed)
    mixed = exchanged(a, b)
    if steps:
        a, b, mixed = (stepped(x, steps) for x in (a, b, mixed))
    return indices(function(a), function(b), np.array([function(m) for m in mixed]), seed)


def ishigami(cube):
    """Ishigami and Homma (1990), a = 7, b = 0.1, on [-pi, pi]^3."""
    x = np.pi * (2.0 * cube - 1.0)
    return np.sin(x[0]) + 7.0 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0])


def test_the_ishigami_function_has_its_known_indices():
    """Values in closed form, as printed by Saltelli and others (2008), sec. 4.5, to 4 digits."""
    found = reduced(ishigami, 3, 4096)
    assert found.first == pytest.approx([0.3139, 0.4424, 0.0], abs=0.02)
    assert found.total == pytest.approx([0.5576, 0.4424, 0.2437], abs=0.02)
    assert np.all(found.total_low <= found.total) and np.all(found.total <= found.total_high)
    for known, low, high in ((0.5576, 0, 0), (0.2437, 2, 2)):
        assert found.total_low[low] - 0.02 < known < found.total_high[high] + 0.02


def test_an_additive_toy_has_the_shares_of_its_slopes():
    slopes = np.array([3.0, 2.0, 1.0, 0.0])
    found = reduced(lambda x: slopes @ x, 4, 1024)
    assert found.first == pytest.approx(slopes**2 / (slopes**2).sum(), abs=0.02)
    assert found.total == pytest.approx(found.first, abs=0.02)
    assert found.first[3] == found.total[3] == 0.0


def test_one_parameter_makes_everything():
    found = reduced(lambda x: x[0] ** 2, 1, 256)
    assert found.first == pytest.approx([1.0], abs=0.05)
    assert found.total == pytest.approx([1.0], abs=0.05)


def test_five_steps_leave_the_indices_where_they_are():
    slopes = np.array([3.0, 2.0, 1.0])
    found = reduced(lambda x: slopes @ x, 3, 1024, steps=5)
    assert found.total == pytest.approx(slopes**2 / 14.0, abs=0.02)
    cube = np.linspace(0.0, 1.0, 100_000, endpoint=False)
    assert np.var(stepped(cube, 5)) == pytest.approx((1.0 - 1.0 / 25.0) / 12.0, rel=1e-3)
    assert sorted(set(stepped(cube, 5))) == pytest.approx([0.1, 0.3, 0.5, 0.7, 0.9], abs=1e-12)


def test_what_does_not_move_or_is_not_answered_has_no_indices():
    assert reduced(lambda x: 0.3 + 0.0 * x[0], 2, 16) is None
    assert reduced(lambda x: np.where(x[0] > 0.5, np.nan, x[1]), 2, 16) is None


def test_a_seed_gives_the_same_and_another_one_others():
    one, again, other = (reduced(ishigami, 3, 64, seed) for seed in (1, 1, 2))
    assert all(np.array_equal(x, y) for x, y in zip(one, again, strict=True))
    assert not np.array_equal(one.total, other.total)


FLAT = ("share_reachable_weighted", "best_margin_s", "median_margin_s")


@pytest.fixture
def toy(monkeypatch):
    """Headlines that are sums over what is set, in place of flights; counts the positions."""
    asked = []

    def values(of, positions, dossier, **where):
        asked.extend(positions)
        rows = [{path: float(text.split()[0]) for path, text in p.sets} for p in positions]
        shares = np.array([
            r["engagement.min_closing"] / 5e3 + 0.5 * r["engagement.max_flight"] / 900.0
            + 0.2 * r["commit.decision_time"] / 15.0 for r in rows
        ])  # fmt: skip
        flat = dict.fromkeys(FLAT, 0.0 * shares + 0.25)
        return {"share_reachable": shares, **flat}

    monkeypatch.setattr(here, "values", values)
    return asked


def test_the_answer_tells_who_moves_the_headline_and_how_far(toy, europe):
    (answer,) = ask("sensitivity", ["us"], europe, samples="128", steps="9")
    rows = [r for r in answer.rows.records() if r["headline"] == "share_reachable"]
    assert [r["parameter"] for r in rows[:3]] == list(READ)
    total = {r["parameter"]: r["total_order"] for r in rows}
    slopes = np.array([1.0, 0.5, 0.2])
    shares = [total[path] for path in READ]
    # a relative error of a tenth or so is what 128 draws leave
    assert shares == pytest.approx(slopes**2 / (slopes**2).sum(), abs=0.15)
    assert {r["total_order"] for r in rows[3:]} == {0.0}
    assert {r["first_order"] for r in rows[3:]} == {0.0}
    assert rows[0]["interval"] == "0..5 km/s"
    assert rows[0]["claim"] == "engagement.min_closing@compilers"

    spans = {r["headline"]: r for r in answer.table("headlines").records()}
    moving, still = spans["share_reachable"], spans["share_reachable_weighted"]
    assert moving["draws"] == 128 * (len(rows) + 2)
    assert len(toy) < moving["draws"]  # draws that are the same position are asked once
    assert moving["least"] < moving["low"] < moving["median"] < moving["high"] < moving["greatest"]
    assert still["low"] == still["high"] == 0.25
    constant = [r for r in answer.rows.records() if r["headline"] == "share_reachable_weighted"]
    assert {r["total_order"] for r in constant} == {None}

    assert answer.headline.value == rows[0]["total_order"]
    told = {h.column: h for h in answer.headlines}
    assert told["share_reachable"].low == moving["low"]
    assert "engagement.min_closing" in told["share_reachable"].sentence["ru"]
    assert answer.options["samples"] == 128 and answer.made["seed"] == "0"


def test_draws_stay_inside_the_own_interval_and_spare_what_is_set(toy, europe):
    ask("sensitivity", ["us+set:engagement.settle=10 s"], europe, samples="8")
    for position in toy:
        sets = dict(position.sets)
        assert sets.pop("engagement.settle") == "10 s"
        assert 6.0e3 < float(sets["interceptors.gbi-2.burnout_speed"].split()[0]) < 6.5e3
        assert "warhead.radar_cross_section" not in sets  # alternatives, no interval


def told(answer):
    found = {}
    for row in answer.rows.records():
        found.setdefault(row.pop("position"), []).append(row)
    return found


def test_neither_order_nor_name_of_the_parties_matters(toy, europe, parties):
    (answer,) = ask("sensitivity", parties, europe, samples="8")
    (backwards,) = ask("sensitivity", parties[::-1], europe, samples="8")
    assert told(answer) == told(backwards)
    (alone,) = ask("sensitivity", ["us"], europe, samples="8")
    assert told(alone)["us"] == told(answer)["us"]
    (renamed,) = ask("sensitivity", ["zz"], with_parties(europe, {"us": "zz"}), samples="8")
    assert told(renamed)["zz"] == told(answer)["us"]


def test_a_position_without_intervals_or_without_an_answer_has_its_headline_only(toy, europe):
    (answer,) = ask("sensitivity", [FIXED + "".join(
        f"+set:{path}" for path in ("engagement.max_flight=900 s", "engagement.min_closing=0 km/s",
                                    "engagement.settle=0 s", "engagement.kv_min=30 s",
                                    "commit.track_time=20 s", "commit.decision_time=20 s"))],
        europe, samples="8")  # fmt: skip
    assert len(answer.rows) == 0 and toy == []
    spans = answer.table("headlines").records()
    assert [s["draws"] for s in spans] == [0.0] * (1 + len(FLAT))
    assert np.isfinite(spans[0]["as_held"]) and answer.headline.value is None


def test_with_the_engine_itself(europe):
    """Two draws of six quick parameters: the real headlines, inside what is possible."""
    (answer,) = ask("sensitivity", [FIXED], europe, samples="2")
    (again,) = ask("sensitivity", [FIXED], europe, samples="2")
    assert answer.rows.records() == again.rows.records()
    assert answer.id == again.id
    span = answer.table("headlines").records()[0]
    assert span["draws"] == 2 * (6 + 2) and span["unanswered"] == 0.0
    assert 0.0 <= span["least"] <= span["median"] <= span["greatest"] <= 1.0
    assert span["holds"] in (0.0, 0.25, 0.5, 0.75, 1.0)
    assert {r["parameter"] for r in answer.rows.records()} == {
        "commit.decision_time", "commit.track_time", "engagement.kv_min", "engagement.max_flight",
        "engagement.min_closing", "engagement.settle",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"of": "icbm-reech"}, QuestionError, ["icbm-reech", "did you mean icbm-reach"]),
        ({"of": "speed-curve"}, OptionError, ["speed-curve", "analysis", "defended-footprint"]),
        ({"samples": "48"}, OptionError, ["samples = 48", "power of two", "samples=32"]),
        ({"samples": "-8"}, OptionError, ["samples = -8", "2 or more"]),
        ({"samples": "1"}, OptionError, ["samples = 1", "2 or more"]),
        ({"samples": "many"}, OptionError, ["many", "whole number"]),
        ({"seed": "-1"}, OptionError, ["seed = -1", "0 or more"]),
        ({"steps": "1"}, OptionError, ["steps = 1", "2 or more"]),
        ({"smaples": "8"}, OptionError, ["smaples", "did you mean samples"]),
    ],
)
def test_wrong_options_say_what_is_right(europe, options, error, words):
    with pytest.raises(error) as caught:
        ask("sensitivity", ["us"], europe, **options)
    for word in words:
        assert word in str(caught.value)


def test_the_command_line_ends_with_status_2():
    said = CliRunner().invoke(app, ["ask", "sensitivity", "-p", "us", "-o", "samples=48"])
    assert said.exit_code == 2
    assert "power of two" in said.stderr and "--option samples" in said.stderr
    assert said.stdout == ""
