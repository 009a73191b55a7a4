"""Dated predictions: the score in closed form, the record, the switches, equal treatment."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from twoplustwo.doors.cli.main import app
from twoplustwo.question_cards.card import card
from twoplustwo.questions.threat_timeline.crps import Forecast, score
from twoplustwo.runs.ask import ask

YEARS = st.floats(1990.0, 2040.0)
CHANCE = st.floats(0.0, 1.0)


@st.composite
def forecasts(draw):
    first, last = sorted((draw(YEARS), draw(YEARS)))
    peak = draw(st.one_of(st.none(), st.floats(0.0, 1.0)))
    peak = None if peak is None or last - first < 0.1 else first + peak * (last - first)
    return Forecast(first, last if last - first >= 0.1 else first, peak, draw(CHANCE))


def numerical(forecast, happened, start, end):
    """The integral by the midpoint rule."""
    edges = np.linspace(start, end, 20_001)
    x = 0.5 * (edges[1:] + edges[:-1])
    f = forecast.chance * np.array([forecast.below(one) for one in x])
    step = np.zeros_like(x) if happened is None else (x >= happened).astype(float)
    return float(np.sum((f - step) ** 2) * (edges[1] - edges[0]))


@pytest.mark.parametrize("happened", [None, 2001.0, 2007.3, 2012.0, 2030.0])
@pytest.mark.parametrize(
    "forecast",
    [
        Forecast(2005.0, 2010.0),
        Forecast(2005.0, 2010.0, 2006.0, 0.7),
        Forecast(2005.0, 2010.0, 2005.0),
        Forecast(2005.0, 2010.0, 2010.0, 0.3),
        Forecast(2010.0, 2010.0, None, 0.9),
    ],
)
def test_the_closed_form_is_the_integral(forecast, happened):
    found = score(forecast, happened, 2002.0, 2020.0)
    assert found == pytest.approx(numerical(forecast, happened, 2002.0, 2020.0), abs=2e-3)


def test_scores_worked_out_by_hand():
    """One date is wrong by the distance; a uniform interval around its middle by a twelfth."""
    assert score(Forecast(2015.0, 2015.0), 2022.0, 2000.0, 2030.0) == pytest.approx(7.0, rel=1e-12)
    assert score(Forecast(2015.0, 2015.0), None, 2000.0, 2026.5) == pytest.approx(11.5, rel=1e-12)
    middle = score(Forecast(2010.0, 2022.0), 2016.0, 2000.0, 2030.0)
    assert middle == pytest.approx(12.0 / 12.0, rel=1e-12)
    assert score(Forecast(2010.0, 2022.0), None, 2000.0, 2010.0) == 0.0
    assert score(Forecast(2010.0, 2022.0), 2016.0, 2020.0, 2020.0) == 0.0


@given(forecasts(), st.one_of(st.none(), YEARS), st.floats(-30.0, 30.0))
def test_moving_the_calendar_moves_nothing(forecast, happened, shift):
    moved = forecast._replace(
        first=forecast.first + shift,
        last=forecast.last + shift,
        peak=None if forecast.peak is None else forecast.peak + shift,
    )
    later = None if happened is None else happened + shift
    there = score(moved, later, 1995.0 + shift, 2030.0 + shift)
    assert there == pytest.approx(score(forecast, happened, 1995.0, 2030.0), abs=1e-6)


@given(forecasts(), st.one_of(st.none(), YEARS))
def test_a_score_lies_between_nought_and_the_years_of_the_window(forecast, happened):
    found = score(forecast, happened, 1995.0, 2030.0)
    assert 0.0 <= found <= 35.0 + 1e-9


@given(st.floats(2000.0, 2030.0), st.floats(0.0, 8.0), st.floats(0.1, 10.0))
def test_farther_off_is_never_better(happened, gap, more):
    near = Forecast(happened + gap, happened + gap + 3.0)
    far = Forecast(happened + gap + more, happened + gap + more + 3.0)
    assert score(far, happened, 1995.0, 2060.0) > score(near, happened, 1995.0, 2060.0)


@given(forecasts(), YEARS)
def test_not_yet_is_the_same_as_at_the_end(forecast, end):
    assert score(forecast, None, 1980.0, end) == score(forecast, end, 1980.0, end)


@given(
    st.floats(2000.0, 2018.0), st.floats(2.0, 8.0), st.floats(2000.0, 2024.0), st.floats(0.5, 9.0)
)
def test_the_truth_is_expected_to_score_best(first, width, other, other_width):
    """Proper under censoring: events drawn from F score least, on average, with F."""
    truth = Forecast(first, first + width)
    drawn = first + width * (np.arange(400) + 0.5) / 400
    mine = np.mean([score(truth, t, 1990.0, 2015.0) for t in drawn])
    theirs = np.mean(
        [score(Forecast(other, other + other_width), t, 1990.0, 2015.0) for t in drawn]
    )
    assert mine <= theirs + 1e-4


@pytest.fixture(scope="module")
def found(europe, parties):
    return dict(zip(parties, ask("threat-timeline", parties, europe), strict=True))


def by_prediction(*answers):
    return {row["prediction"]: row for answer in answers for row in answer.rows.records()}


def every(europe, parties, **options):
    return by_prediction(*ask("threat-timeline", parties, europe, **options))


def test_the_record_as_the_notes_worked_it_out(found):
    """The back-test of the dossier's notes: who held, who did not, up to the middle of 2026."""
    rows = by_prediction(*found.values())
    outcomes = {name: row["outcome"] for name, row in rows.items()}
    for name in (
        "inr-2002",
        "lavrov-2007",
        "russian-hosts-2007",
        "ewi-2009-europe",
        "iiss-2010-europe",
        "korobushin-2007",
        "nie-2002",
    ):
        assert outcomes[name] == "held", name
    for name in ("bush-2007", "nie-2009", "gates-2007", "northcom-2016", "obering-2008-europe"):
        assert outcomes[name] == "not_by_then", name
    assert outcomes["nasic-2009"] == outcomes["dia-2025"] == "void"
    assert outcomes["trump-2026"] == outcomes["dvorkin-2009"] == "no_date"
    # by 2015, and not by the middle of 2026; the launch of March 2026 against "by 2022"
    assert rows["bush-2007"]["years_wrong"] == pytest.approx(11.5, rel=1e-9)
    assert rows["gates-2007"]["years_wrong"] == pytest.approx(4.22, rel=1e-9)
    assert rows["russian-hosts-2007"]["happened_year"] == pytest.approx(2026.22, rel=1e-9)
    assert rows["lavrov-2007"]["years_wrong"] == 0.0
    assert rows["lavrov-2007"]["years_scored"] == pytest.approx(14.5, rel=1e-2)


def test_each_side_has_its_own_words_and_what_it_adopts(found, europe):
    for party, answer in found.items():
        for row in answer.rows.records():
            own = europe.speakers[row["by"]].party == party
            assert row["how"] == ("own" if own else "adopted")
    assert by_prediction(found["russia"])["korobushin-2007"]["how"] == "adopted"
    cited = {c["id"] for c in found["russia"].citations}
    assert {"mcclatchy-2007", "ireland-live-2026"} <= cited


def test_the_switches_change_how_predictions_fare(europe, parties, found):
    def scores(**options):
        answers = ask("threat-timeline", parties, europe, **options)
        pairs = [row for one in answers for row in one.table("pairs").records()]
        return next(
            (row["wrong_here"], row["wrong_other"])
            for row in pairs
            if row["prediction"] == "gates-2007" and row["other"] == "russian-hosts-2007"
        )

    gates, hosts = scores()
    assert hosts < gates
    gates, hosts = scores(target="southeast-europe")
    assert gates < hosts
    rows = every(europe, parties, success="required")
    assert rows["russian-hosts-2007"]["outcome"] == "still_open"
    assert every(europe, parties, payload="known")["lavrov-2007"]["happened_year"] is None
    assert every(europe, parties, launchers="missiles")["gates-2007"]["happened_year"] is None
    counted = every(europe, parties, launchers="any", event="test")
    assert counted["bush-2007"]["happening"] == "safir-2009"
    assert counted["iiss-2010-us"]["outcome"] == "already_happened"
    assert every(europe, parties, nuclear="ignored")["nie-2009"]["compared"] > 2


def test_nothing_is_compared_across_events(found):
    pairs = [row for one in found.values() for row in one.table("pairs").records()]
    rows = by_prediction(*found.values())
    assert len(pairs) > 20
    for pair in pairs:
        one, two = rows[pair["prediction"]], rows[pair["other"]]
        for column in ("event", "region", "nuclear", "launcher"):
            assert one[column] == two[column]
        assert pair["pair_from_year"] < pair["pair_to_year"] <= 2026.5
    both = {(p["prediction"], p["other"]): (p["wrong_here"], p["wrong_other"]) for p in pairs}
    for (one, two), (here, there) in both.items():
        assert both[two, one] == (there, here)


def test_nobody_is_ranked(found):
    """No column names a winner, and the sentence of the mean says that means do not compare."""
    for answer in found.values():
        names = {*answer.rows.names, *answer.table("pairs").names}
        assert not names & {"better", "nearer", "winner", "rank"}
        (mean,) = (one for one in answer.headlines if one.column == "mean_years_wrong")
        wrong = [r["years_wrong"] for r in answer.rows.records() if r["years_wrong"] is not None]
        assert f"Years wrong of {len(wrong)} predictions" in mean.sentence["en"]
        assert "cannot be compared between sides" in mean.sentence["en"]
        assert "сравнивать эти средние между сторонами нельзя" in mean.sentence["ru"]
        assert mean.unit == "years" and mean.value == pytest.approx(np.mean(wrong), rel=1e-12)


def test_an_event_in_doubt_is_named_with_how_many_rest_on_it(found, europe):
    """A launch that failed, by a launcher in dispute, decides some of the predictions."""
    for answer in found.values():
        (share,) = (one for one in answer.headlines if one.column == "share_scored")
        scored = [r for r in answer.rows.records() if r["years_wrong"] is not None]
        rest = [r for r in scored if r["happening"] == "diego-garcia-2026"]
        assert all(r["happening_success"] == "no" for r in rest)
        if rest:
            assert f"In {len(rest)} of them the event is one" in share.sentence["en"]
            assert "Two missiles fired at Diego Garcia" in share.sentence["en"]
    (plain,) = ask("threat-timeline", ["russia"], europe, success="required")
    (share,) = (one for one in plain.headlines if one.column == "share_scored")
    assert "dispute" not in share.sentence["en"]


def test_predictions_count_whatever_the_day_and_the_sentence_says_so(europe):
    (early,) = ask("threat-timeline", ["us@2007-10"], europe)
    (share,) = (one for one in early.headlines if one.column == "share_scored")
    assert "said from Jan 2002 to Feb 2026 and listed whatever the day" in share.sentence["en"]
    assert "no date is held" in early.headline.sentence["en"]


def test_half_years_are_said(europe):
    (set_,) = ask("threat-timeline", ["us+set:missiles.irbm.available=2010.5"], europe)
    assert "by the date held: mid-2010." in set_.headline.sentence["en"]
    assert "по принятой дате: середина 2010." in set_.headline.sentence["ru"]
    assert set_.headline.unit == "year"


def test_a_year_that_nobody_said_is_not_told_as_a_date(found):
    """Of an interval the ends are told, and which year of it is taken: its middle, or a chosen."""
    middle = found["us"].headline
    assert middle.value == 2010.5
    taken = "2010 to 2011, computed with the middle, mid-2010, which nobody said."
    assert middle.sentence["en"].endswith(f"by the date held: {taken}")
    assert (
        "от 2010 до 2011, в расчёте середина интервала (середина 2010), её" in middle.sentence["ru"]
    )
    chosen = found["russia"].headline
    assert chosen.value == 2022.0
    assert chosen.sentence["en"].endswith("by the date held: 2022 to 2027, computed with 2022.")
    assert chosen.sentence["ru"].endswith("по принятой дате: от 2022 до 2027, в расчёте 2022.")


def test_the_cut_off_and_the_conditions_are_claims(europe, parties):
    before = every(europe, parties, until="2014")
    assert before["bush-2007"]["outcome"] == "still_open"
    assert before["bush-2007"]["years_wrong"] is None
    positions = [
        "us+set:records.foreign_help=yes+set:records.until=2020",
        "independent+set:records.foreign_help=yes",
    ]
    rows = by_prediction(*ask("threat-timeline", positions, europe))
    assert rows["nasic-2009"]["years_wrong"] == pytest.approx(5.0, rel=1e-9)
    assert rows["ewi-2009-us"]["outcome"] == "void"


def test_words_as_probabilities_make_could_cheaper_than_will(europe, parties):
    sure, said = every(europe, parties), every(europe, parties, probability="by-words")
    assert said["bush-2007"]["years_wrong"] == pytest.approx(11.5 * 0.25, rel=1e-9)
    assert said["gates-2007"]["years_wrong"] == sure["gates-2007"]["years_wrong"]
    # seven parts in ten sure that it would not be: a little is lost although it was not
    assert 0.0 < said["inr-2002"]["years_wrong"] < 0.1 * said["inr-2002"]["years_scored"]


def test_the_date_moves_neither_the_record_nor_its_scores(europe):
    late, early = ask("threat-timeline", ["us", "us@2007-10"], europe)
    for name in late.rows.names:
        assert list(map(str, late.rows.column(name))) == list(map(str, early.rows.column(name)))
    assert late.headline.value == pytest.approx(2010.5, rel=1e-12)
    assert early.headline.value is None  # nobody of this side had named a year for Europe yet
    assert early.headlines[0].value == pytest.approx(2015.0, rel=1e-12)


def test_a_removed_missile_is_marked_in_the_rows(europe):
    (answer,) = ask("threat-timeline", ["us+universal-inf"], europe)
    rows = by_prediction(answer)
    assert rows["gates-2007"]["outcome"] == "removed_by_measure"
    assert rows["gates-2007"]["years_wrong"] is None
    assert rows["bush-2007"]["outcome"] == "not_by_then"
    assert answer.headline.value is None
    assert "taken away by a measure" in answer.headline.sentence["en"]


def test_where_one_statement_is_held_and_recorded_both_agree(europe):
    linked = 0
    for thing in europe.things["predictions"].values():
        key = thing.structure.get("held_as")
        if not key:
            continue
        linked += 1
        (said,) = europe.parameters[f"predictions.{thing.id}.years"]
        held = europe.claim(key)
        assert (said.by, said.stated, said.source) == (held.by, held.stated, held.source)
        if thing.structure["sense"] == "window":
            assert (said.value.low, said.value.high) == (held.value.low, held.value.high)
        elif thing.structure["sense"] == "by":
            assert said.value.best == held.value.high
        else:
            assert said.value.low == held.value.low
    assert linked == 8


def told(answer):
    return [row | {"how": ""} for row in answer.rows.records()], answer.outcomes


def test_neither_order_nor_name_of_the_parties_matters(europe, parties, found):
    speakers = {
        k: replace(s, party="zz" if s.party == "us" else s.party)
        for k, s in europe.speakers.items()
    }
    people = {
        "zz" if k == "us" else k: replace(p, id="zz" if k == "us" else k)
        for k, p in europe.parties.items()
    }
    renamed = replace(europe, speakers=speakers, parties=people)
    (answer,) = ask("threat-timeline", ["zz"], renamed)
    assert told(answer) == told(found["us"])
    assert [h.value for h in answer.headlines] == [h.value for h in found["us"].headlines]
    backwards = ask("threat-timeline", parties[::-1], europe)
    assert [told(a) for a in backwards] == [told(found[p]) for p in parties[::-1]]


def test_a_changed_record_is_another_answer(europe, found):
    path = "predictions.bush-2007.years"
    (claim,) = europe.parameters[path]
    moved = replace(claim, value=replace(claim.value, high=2016.0, text="<= 2016"), shown="2016")
    changed = replace(europe, parameters={**europe.parameters, path: (moved,)})
    (answer,) = ask("threat-timeline", ["us"], changed)
    assert answer.id != found["us"].id
    assert by_prediction(answer)["bush-2007"]["years_wrong"] == pytest.approx(10.5, rel=1e-9)


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (
            "event=tset",
            ["event = 'tset' is no choice", "as-said, test, deploy, use", "did you mean test?"],
        ),
        ("until=soon", ["until = 'soon' is no year", "until=2026.5"]),
        ("until=2010..2012", ["is not one year"]),
        ("shape=normal", ["expected one of uniform, triangular"]),
        ("europe=irbn", ["did you mean irbm?"]),
        ("untill=2012", ["did you mean until?"]),
    ],
)
def test_wrong_options_say_what_is_right(option, words):
    said = CliRunner().invoke(app, ["ask", "threat-timeline", "-o", option])
    assert said.exit_code == 2 and said.stdout == ""
    for word in words:
        assert word in said.stderr


def test_counts_of_predictions_are_not_to_be_compared_between_sides():
    counted = card("threat-timeline").counted
    assert "not to be compared between sides" in counted["en"]
    assert "между сторонами не сравнивать" in counted["ru"]
