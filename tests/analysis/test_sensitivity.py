"""Open claims drawn at once: the indices against known ones, and who is treated how."""

import importlib
from dataclasses import replace

import numpy as np
import pytest

from twoplustwo.analysis.ask import ask
from twoplustwo.analysis.sensitivity.indices import indices
from twoplustwo.dossier.display_names import parameter_name
from twoplustwo.runs.evaluate import Evaluation, Evaluator
from twoplustwo.search.draws import saltelli_matrices, stepped, two_samples
from twoplustwo.validation.studies.recorded import number, read

from .parties import with_parties

here = importlib.import_module("twoplustwo.analysis.sensitivity.drawing")

# Quick to move; the others keep the flights and flyouts that they have.
FIXED = (
    "us+set:warhead.reentry_ballistic_coefficient=8000 kg/m2"
    "+set:interceptors.gbi-2.burn_time=138 s+set:satellites.early-warning.cloud_break_altitude"
    "=10 km+set:missiles.ss-18.loft=0 deg+set:missiles.ss-19.loft=0 deg"
    "+set:missiles.ss-25.loft=0 deg+set:engagement.keep_out=130 km"
    "+set:interceptors.gbi-2.burnout_speed=6.3 km/s"
)
READ = ("engagement.min_closing", "engagement.max_flight", "commit.decision_time")


def reduced(function, parameters, count, seed=0, steps=None):
    a, b = two_samples(count, parameters, seed)
    mixed = saltelli_matrices(a, b)
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


FLAT = (
    "share_reachable_weighted",
    "best_margin_s",
    "median_margin_s",
    "example_margin_s",
    "median_closing_m_s",
)


def evaluator_of(headlines, asked):
    """An evaluator of a made-up question: headlines as a function of what is set."""

    class Toy(Evaluator):
        def at(self, positions, label=""):
            for position in dict.fromkeys(positions):
                if position not in self.known:
                    asked.append(position)
                    row = {path: float(text.split()[0]) for path, text in position.sets}
                    self.known[position] = Evaluation(headlines(row), "", frozenset())
            return [self.known[position] for position in positions]

    return Toy


@pytest.fixture
def toy(monkeypatch):
    """Headlines that are sums over what is set, in place of flights; counts the positions."""
    asked = []

    def headlines(r):
        share = (
            r["engagement.min_closing"] / 5e3
            + 0.5 * r["engagement.max_flight"] / 900.0
            + 0.2 * r["commit.decision_time"] / 15.0
        )
        return {"share_reachable": share, **dict.fromkeys(FLAT, 0.25)}

    monkeypatch.setattr(here, "Evaluator", evaluator_of(headlines, asked))
    return asked


def test_the_answer_tells_who_moves_the_headline_and_how_far(toy, europe):
    (answer,) = ask("sensitivity", ["us"], europe, samples="128", steps="9", headlines="all")
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
    for lang, text in told["share_reachable"].sentence.items():
        assert parameter_name(europe, "engagement.min_closing")[lang] in text
        assert "engagement.min_closing" not in text
    assert answer.options["samples"] == 128 and answer.made["seed"] == "0"


def test_what_moves_nothing_is_not_drawn_and_the_rest_is_as_if_it_were(toy, europe):
    """Screening spares positions and changes no index: what it leaves out has none anyway."""
    (quick,) = ask("sensitivity", ["us"], europe, samples="16")
    few = len(set(toy))
    toy.clear()
    (whole,) = ask("sensitivity", ["us"], europe, samples="16", screen="no")
    assert few < len(set(toy)) / 1.5
    asked = [a.table("headlines").records()[0]["asked"] for a in (quick, whole)]
    assert asked == [few, len(set(toy))]
    shares = [
        {r["parameter"]: (r["total_order"], r["first_order"]) for r in a.rows.records()}
        for a in (quick, whole)
    ]
    for path, pair in shares[0].items():
        assert pair == pytest.approx(shares[1][path], abs=1e-9)
    assert {r["parameter"] for r in quick.rows.records() if r["drawn"]} == {*READ}
    assert all(r["drawn"] for r in whole.rows.records())
    alone = {r["parameter"]: r["moved_alone"] for r in quick.rows.records()}
    # from one end of the interval to the other
    assert alone["engagement.min_closing"] == pytest.approx(1.0, rel=1e-9)
    assert alone["engagement.max_flight"] == pytest.approx(0.5, rel=1e-9)
    assert alone["engagement.settle"] == 0.0
    assert {r["moved_alone"] for r in whole.rows.records()} == {None}
    assert len(quick.table("headlines")) == 1  # the question's own


def settings(toy_of, monkeypatch):
    """A headline that is any function of what is set."""

    toy = evaluator_of(lambda row: {"share_reachable": toy_of(row)}, [])
    monkeypatch.setattr(here, "Evaluator", toy)


def spread(path, row, low, high):
    return (row[path] - low) / (high - low)


def test_what_shows_only_where_something_else_was_moved_is_found(monkeypatch, europe):
    """As held nothing but the first moves; its partner shows from the other's far end only."""
    settings(
        lambda r: (
            spread("engagement.min_closing", r, 0.0, 5e3)
            * (1.0 + spread("engagement.settle", r, 0.0, 30.0))
        ),
        monkeypatch,
    )
    (answer,) = ask("sensitivity", ["us"], europe, samples="64")
    rows = {r["parameter"]: r for r in answer.rows.records()}
    assert rows["engagement.min_closing"]["held"] == "0 km/s"
    assert rows["engagement.settle"]["drawn"] and rows["engagement.settle"]["total_order"] > 0.05


def test_what_moves_little_is_checked_all_together(monkeypatch, europe):
    """Six small hands and a large one: the index of the six together is what they make."""
    large, small = (
        "engagement.min_closing",
        (
            "engagement.settle",
            "engagement.kv_min",
            "engagement.keep_out",
            "commit.track_time",
            "commit.decision_time",
            "interceptors.gbi-2.burn_time",
        ),
    )
    ends = {
        large: (0.0, 5e3),
        "engagement.settle": (0.0, 30.0),
        "engagement.kv_min": (10.0, 60.0),
        "engagement.keep_out": (1e5, 2e5),
        "commit.track_time": (15.0, 30.0),
        "commit.decision_time": (15.0, 30.0),
        "interceptors.gbi-2.burn_time": (120.0, 160.0),
    }
    weight = 0.1
    settings(
        lambda r: (
            spread(large, r, *ends[large]) + weight * sum(spread(p, r, *ends[p]) for p in small)
        ),
        monkeypatch,
    )
    (answer,) = ask("sensitivity", ["us"], europe, samples="64")
    assert [r["parameter"] for r in answer.rows.records() if r["drawn"]] == [large]
    (told,) = answer.table("headlines").records()
    assert told["left_out_draws"] == 8.0
    known = 6 * weight**2 / (1.0 + 6 * weight**2)
    assert 0.3 * known < told["left_out"] < 3.0 * known  # eight draws
    (again,) = ask("sensitivity", ["us"], europe, samples="64")
    assert again.rows.records() == answer.rows.records()


def test_who_is_stuck_as_held_is_looked_at_elsewhere(monkeypatch, europe):
    """All is met as held, whatever one claim alone does; from a corner it is seen who moves."""
    both = ("engagement.min_closing", "engagement.settle")
    settings(lambda r: float(r[both[0]] > 2.5e3 and r[both[1]] > 15.0), monkeypatch)
    (answer,) = ask("sensitivity", ["us"], europe, samples="64")
    assert {r["parameter"] for r in answer.rows.records() if r["drawn"]} == {*both}


def test_a_compilers_assumption_that_decides_and_nobody_disputes_is_named(monkeypatch, europe):
    """No dispute lists the settle time; in a dossier that lists it, it is in dispute."""
    settings(
        lambda r: (
            spread("engagement.settle", r, 0.0, 30.0)
            + 0.4 * spread("engagement.max_flight", r, 600.0, 1500.0)
        ),
        monkeypatch,
    )
    (answer,) = ask("sensitivity", ["us"], europe, samples="64")
    rows = {r["parameter"]: r for r in answer.rows.records()}
    settle, flight = rows["engagement.settle"], rows["engagement.max_flight"]
    assert (settle["by"], settle["by_party"], settle["status"]) == ("compilers", "", "assumed")
    assert settle["decisive"] and flight["decisive"] and not rows["engagement.kv_min"]["decisive"]
    assert (settle["dispute"], flight["dispute"]) == ("", "interceptor-flight")
    told = {h.column: h for h in answer.headlines}
    assert told["decisive"].value == 2.0 and told["undisputed"].value == 1.0
    named = told["undisputed"].sentence
    assert "undisputed, but decisive" in named["en"] and "не оспорено, но решает" in named["ru"]
    for part in ("0 to 30 s", "the compilers", "assumed", "sampling error of the estimate"):
        assert part in named["en"]
    assert "от 0 до 30 с" in named["ru"] and "ошибка оценки по выборке" in named["ru"]
    assert "how long may" not in named["en"].lower()
    assert "“How long may the interceptor fly?”" in told["decisive"].sentence["en"]
    listed = europe.disputes["interceptor-flight"]
    widened = replace(listed, parameters=(*listed.parameters, "engagement.settle"), slider=None)
    aloud = replace(europe, disputes={**europe.disputes, listed.id: widened})
    (answer,) = ask("sensitivity", ["us"], aloud, samples="64")
    assert "undisputed" not in {h.column for h in answer.headlines}


def test_draws_stay_inside_the_own_interval_and_spare_what_is_set(toy, europe):
    ask("sensitivity", ["us+set:engagement.settle=10 s"], europe, samples="8")
    for position in toy:
        sets = dict(position.sets)
        assert sets.pop("engagement.settle") == "10 s"
        assert 6.0e3 <= float(sets["interceptors.gbi-2.burnout_speed"].split()[0]) <= 6.5e3
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
    own = [{**r, "by_party": r["by_party"].replace("zz", "us")} for r in told(renamed)["zz"]]
    assert own == told(answer)["us"]


def test_a_position_without_intervals_or_without_an_answer_has_its_headline_only(toy, europe):
    (answer,) = ask(
        "sensitivity",
        [
            FIXED
            + "".join(
                f"+set:{path}"
                for path in (
                    "engagement.max_flight=900 s",
                    "engagement.min_closing=0 km/s",
                    "engagement.settle=0 s",
                    "engagement.kv_min=30 s",
                    "commit.track_time=20 s",
                    "commit.decision_time=20 s",
                )
            )
        ],
        europe,
        samples="8",
        headlines="all",
    )
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
        "commit.decision_time",
        "commit.track_time",
        "engagement.kv_min",
        "engagement.max_flight",
        "engagement.min_closing",
        "engagement.settle",
    }


def test_who_decides_reach_is_who_decides_it_in_the_whole_design(europe):
    """Against the indices recorded of the whole design, 128 draws of everything that is open."""
    (answer,) = ask("sensitivity", ["us"], europe, samples="16")
    rows = {r["parameter"]: r for r in answer.rows.records()}
    recorded = {
        r["parameter"]: number(r["total_order"])
        for r in read("sensitivity-icbm-reach")
        if (r["position"], r["headline"]) == ("us", "share_reachable")
    }
    leading = sorted(recorded, key=lambda p: -recorded[p])[:2]
    assert leading == ["engagement.min_closing", "interceptors.gbi-2.burnout_speed"]
    assert [r["parameter"] for r in answer.rows.records()][:2] == leading
    for path, total in recorded.items():
        assert rows[path]["drawn"] or total < 0.02, path
        low, high = rows[path]["total_low"], rows[path]["total_high"]
        assert low - 0.15 <= total <= high + 0.15, path
    (span,) = answer.table("headlines").records()
    assert span["left_out"] < 0.05 and span["asked"] < span["draws"]
