"""What the answer of defended-footprint promises: shares, sums, directions, controls."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from twoplustwo.base.errors import OptionError
from twoplustwo.positions.position import parse_position
from twoplustwo.positions.resolve import resolve
from twoplustwo.runs.ask import ask
from twoplustwo.stages.inputs import Inputs
from twoplustwo.stages.sensors import warnings_suffice

COLUMNS = {"population", "threatened", "defended_1", "defended_2", "area_defended_1"}


def footprint(europe, *positions):
    return ask("defended-footprint", list(positions), europe)


@pytest.fixture(scope="module")
def us(europe):
    return footprint(europe, "us")[0]


def test_rows_are_countries_with_shares_of_the_threatened(us):
    rows = us.rows
    assert set(rows.names) >= COLUMNS
    assert len(set(rows.column("country"))) == len(rows)
    for row in rows.records():
        assert 0.0 <= row["threatened"] <= row["population"] * (1 + 1e-12)
        shares = [row[n] for n in ("defended_1", "defended_2", "area_defended_1")]
        if row["threatened"] == 0.0:
            assert shares[:2] == [None, None]
        else:
            assert 0.0 <= shares[1] <= shares[0] <= 1.0


def test_countries_add_up_to_the_regions(us):
    rows, regions = us.rows, us.table("regions")
    for region in regions.records():
        mine = rows.column("region") == region["region"]
        assert rows.column("population")[mine].sum() == pytest.approx(region["population"])
        threatened = rows.column("threatened")[mine]
        covered = np.nansum(threatened * rows.column("defended_1")[mine])
        assert covered / threatened.sum() == pytest.approx(region["defended_1"], rel=1e-12)


def test_europe_and_the_us_are_separate_headlines(us):
    assert us.headline.column == "coverage_europe"
    assert [h.column for h in us.headlines] == ["coverage_us"]


def test_the_sentence_says_of_how_many_and_whom_it_leaves_out(us):
    """All figures of the sentence out of the rows of the same answer."""
    said = us.headline.sentence
    rows = [r for r in us.rows.records() if r["region"] == "europe"]
    threatened = sum(r["threatened"] for r in rows)
    left = {r["name"]: r["threatened"] * (1 - r["defended_1"]) for r in rows}
    assert f"({len(rows)} countries): of {threatened / 1e6:.0f} million people" in said["en"]
    assert f"({len(rows)} страны): из {threatened / 1e6:.0f} млн человек" in said["ru"]
    assert f"{100 * us.headline.value:.0f} % are covered" in said["en"]
    named = said["en"].partition("Not covered: ")[2]
    for name, people in left.items():
        assert (name in named) == (people > 500), name
    assert f"Turkey ({left['Turkey'] / 1e6:.0f} of 71 million)" in named
    assert "Cyprus (all 0.9 million)" in named
    assert "Турция" in said["ru"] and "Кипр" in said["ru"]


def test_cells_are_at_most_a_degree_and_agree_with_cities(us):
    cells = us.table("cells")
    latitude, longitude = cells.column("lat_deg"), cells.column("lon_deg")
    names = cells.column("cell")
    assert len(set(names)) == len(cells)
    for country in ("DEU", "POL", "TUR"):
        mine = cells.column("country") == country
        squares = set(zip(np.floor(latitude[mine]), np.floor(longitude[mine]), strict=True))
        assert len(squares) >= mine.sum() - 2
    cities = us.table("cities")
    assert set(cities.column("opportunities")[cities.column("threatened")]) <= {0, 1, 2, 3, 4}
    assert np.isnan(cities.column("opportunities")[~cities.column("threatened")]).all()


def test_all_threats_together_are_the_least_of_each(us):
    """No region is better covered against all missiles than against any one of them."""
    together = {r["region"]: r for r in us.table("regions").records()}
    for threat in us.table("threats").records():
        if threat["threatened"] > 0.999 * together[threat["region"]]["threatened"]:
            assert together[threat["region"]]["defended_1"] <= threat["defended_1"] + 1e-9


@pytest.mark.parametrize(
    ("path", "values", "up"),
    [
        ("interceptors.gbi-2.burnout_speed", ("5 km/s", "6.3 km/s", "8 km/s"), True),
        ("engagement.max_flight", ("600 s", "900 s", "1500 s"), True),
        ("engagement.assessment_time", ("10 s", "60 s", "300 s"), False),
        ("commit.decision_time", ("5 s", "30 s", "200 s"), False),
    ],
)
def test_coverage_is_monotone_in_every_cell(europe, path, values, up):
    answers = footprint(europe, *(f"us+set:{path}={v}" for v in values))
    counts = [np.nan_to_num(a.table("cells").column("opportunities"), nan=-1) for a in answers]
    for one, two in pairwise(counts):
        worse = two < one if up else two > one
        assert worse.mean() <= 0.002  # samples along a path: a handful of cells at an edge
    assert not np.array_equal(counts[0], counts[-1])


def test_no_shield_covers_nobody(europe):
    (never,) = footprint(
        europe, "us+set:commit.boost_cue=no+set:commit.radar_track=no+set:commit.remote=no"
    )
    assert never.headline.value == 0.0
    assert never.headlines[0].value == 0.0
    assert "nobody is covered" in never.headline.sentence["en"]
    assert "не прикрыт никто" in never.headline.sentence["ru"]


def test_a_measure_caps_what_a_position_holds(europe):
    free, capped = footprint(europe, "russia", "russia+speed-cap-5")
    assert capped.measures == ("speed-cap-5",)
    assert capped.headlines[0].value < free.headlines[0].value


def test_no_more_shots_than_interceptors(europe):
    many, one, none = footprint(
        europe, "us", *(f"us+set:interceptors.gbi-2.number={n}" for n in (1, 0))
    )
    assert none.headline.value == 0.0
    assert {k for k, n in none.outcomes.items() if n} == {"undefended"}
    assert one.headline.value == many.headline.value > 0.0
    assert np.nanmax(one.table("cells").column("opportunities")) == 1.0
    assert np.nanmax(many.table("cells").column("opportunities")) > 1.0


def test_a_missile_that_a_measure_takes_away_threatens_nobody(europe):
    whole, less, alone = footprint(europe, "us", "us+universal-inf", "russia+universal-inf")
    gone = europe.measures["universal-inf"].does
    names = {action.parameter.removeprefix("missiles.") for action in gone}
    listed = set(whole.table("threats").column("missile"))
    left = set(less.table("threats").column("missile"))
    assert left == listed - names and left and left != listed
    assert (
        less.table("regions").column("threatened")[0]
        <= (whole.table("regions").column("threatened")[0])
    )
    again = footprint(europe, "russia+universal-inf")[0]
    assert again.headline == alone.headline


def test_missiles_that_have_flown_and_none_at_all(europe):
    flown, nobody = ask("defended-footprint", ["us", "us+universal-inf"], europe, missiles="flown")
    existence = {m: t.structure["existence"] for m, t in europe.things["missiles"].items()}
    assert {existence[m] for m in flown.table("threats").column("missile")} == {"flown"}
    assert flown.table("regions").column("threatened")[0] > 0.0
    assert nobody.headline.value is None
    assert {name for name, count in nobody.outcomes.items() if count} == {"not_threatened"}
    assert not len(nobody.table("threats")) and not len(nobody.table("tracks"))
    assert "nobody is threatened and there is no share" in nobody.headline.sentence["en"]
    assert "129 million people are within range, with them 0" in nobody.headline.sentence["en"]


def test_the_sentence_says_whom_missiles_reach_that_have_flown(us, europe):
    """Of 654 million most are within range of missiles that nobody has: the reader is told."""
    (flown,) = ask("defended-footprint", ["us"], europe, missiles="flown")
    reached = flown.table("regions").column("threatened")[0] / 1e6
    said = us.headline.sentence
    assert f"(projected ones included; those that have flown reach {reached:.0f} mi" in said["en"]
    assert f"(вместе с предполагаемыми; летавшие достают до {reached:.0f} млн)" in said["ru"]
    assert "projected" not in flown.headline.sentence["en"]
    (over,) = us.headlines  # of the country that only projected missiles reach
    assert over.column == "coverage_us"
    assert "(all of them projected: none that has flown gets there)" in over.sentence["en"]


def test_the_sentence_says_whether_covered_needs_a_track(us, europe):
    (warned,) = ask("defended-footprint", ["us+set:commit.boost_cue=yes"], europe)
    assert "; no launch without a radar’s track." in us.headline.sentence["en"]
    assert "; пуск только по сопровождению радаром." in us.headline.sentence["ru"]
    for lang, words in (("en", "no radar track is asked for."), ("ru", "радаром не требуется.")):
        assert words in warned.headline.sentence[lang]


def test_a_warning_of_satellites_that_a_measure_takes_away_is_none(europe):
    held = resolve(europe, parse_position("us+set:commit.boost_cue=yes", europe))
    satellites = frozenset(f"satellites.{name}" for name in europe.things["satellites"])
    gone = replace(held, removed=satellites)
    unused = resolve(europe, parse_position("us", europe))
    assert warnings_suffice(Inputs([held, gone, unused]), europe) == [True, False, False]


def test_a_wrong_choice_of_missiles(europe):
    with pytest.raises(OptionError) as wrong:
        ask("defended-footprint", ["us"], europe, missiles="flow")
    for word in (
        "missiles = 'flow' is no choice",
        "--option missiles",
        "expected one of all, flown, projected",
        "did you mean flown?",
    ):
        assert word in str(wrong.value)
