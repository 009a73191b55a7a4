"""Several interceptors in one shield: the best of them counts, and each has its own number."""

from dataclasses import replace

import numpy as np
import pytest

from twoplustwo.dossier.models import Thing
from twoplustwo.runs.ask import ask

ONE, OTHER = "interceptors.gbi-2", "interceptors.second"
JOINED = f"us+set:{ONE}.joined_by=second"
PRINTED = {"range": "900 km", "keep_out": "40 km", "ceiling": "1500 km", "mean_speed": "4 km/s"}


@pytest.fixture(scope="module")
def two(europe):
    """The dossier with a second interceptor of the same claims."""
    thing = europe.things["interceptors"]["gbi-2"]
    second = replace(thing, id="second", path=OTHER)
    copies = {
        path.replace(ONE, OTHER): tuple(
            replace(c, parameter=path.replace(ONE, OTHER), key=c.key.replace(ONE, OTHER))
            for c in said
        )
        for path, said in europe.parameters.items()
        if path.startswith(ONE) and not path.endswith("probability")  # which nobody chooses between
    }
    return replace(
        europe,
        things={**europe.things, "interceptors": {"gbi-2": thing, "second": second}},
        parameters={**europe.parameters, **copies},
    )


def settings(**own: str) -> str:
    return "".join(f"+set:{OTHER}.{name}={value}" for name, value in own.items())


def launches(answer):
    return np.nan_to_num(answer.rows.column("latest_launch_s"), nan=-np.inf)


def test_reach_of_a_shield_is_that_of_its_best_layer(two):
    far, printed = settings(site="fort-greely"), settings(**PRINTED)
    positions = ["us", f"us{far}", f"{JOINED}{far}", f"us{printed}", f"{JOINED}{printed}"]
    alone, _, with_far, _, with_printed = ask("icbm-reach", positions, two)
    others = [
        ask("icbm-reach", [f"us{more}"], two, interceptor="second")[0] for more in (far, printed)
    ]
    for joined, other in zip((with_far, with_printed), others, strict=True):
        best = np.maximum(launches(alone), launches(other))
        assert np.array_equal(launches(joined), best)
        assert (launches(other) > launches(alone)).any() == (joined is with_far)
        sooner = np.fmin(*(x.rows.column("earliest_meeting_s") for x in (alone, other)))
        mine = joined.rows.column("earliest_meeting_s")
        assert np.array_equal(mine, sooner, equal_nan=True)
        met = np.isfinite(launches(joined))
        from_other = met & (launches(other) > launches(alone))
        for name in ("closing_speed_m_s", "intercept_lat_deg", "flight_time_s", "meeting_s"):
            column = joined.rows.column(name)
            for who, where in ((other, from_other), (alone, met & ~from_other)):
                assert np.array_equal(column[where], who.rows.column(name)[where], equal_nan=True)
        read = {x.parameter for x in joined.assumptions}
        assert f"{ONE}.joined_by" in read
        assert f"{OTHER}.number" in read
    sites = with_far.tables["sites"]
    homes = sites.column("site")[sites.column("what") == "interceptors"]
    assert [*homes] == ["redzikowo", "fort-greely"]


def test_nobody_stands_in_a_shield_twice_and_an_empty_layer_adds_nothing(two):
    positions = ["us", f"us+set:{ONE}.joined_by=gbi-2", JOINED + settings(number="0")]
    for question in ("icbm-reach", "defended-footprint"):
        alone, itself, empty = ask(question, positions, two)
        for other in (itself, empty):
            assert other.headline.value == alone.headline.value
            assert other.outcomes == alone.outcomes


def test_cover_counts_shots_over_layers_and_their_numbers(two):
    south = settings(site="incirlik")
    one = f"+set:{ONE}.number=1"
    positions = [
        "us",
        f"{JOINED}{south}",
        f"us{one}",
        f"{JOINED}{one}{settings(number='1')}{south}",
    ]
    alone, both, single, pair = (
        x.tables["cells"].column("opportunities") for x in ask("defended-footprint", positions, two)
    )
    assert (np.nan_to_num(both) >= np.minimum(np.nan_to_num(alone), 1)).all()
    assert (both > alone).any()
    assert np.nanmax(single) == 1.0
    assert np.nanmax(pair) == 2.0  # one of each
    (other,) = ask("defended-footprint", [f"us{south}"], two, interceptor="second")
    reach = other.tables["cells"].column("opportunities")
    assert (np.minimum(np.nan_to_num(both), 1) >= np.minimum(np.nan_to_num(reach), 1)).all()


def test_a_layer_that_no_rocket_makes_says_so(two):
    weak = settings(burn_time="400 s", burnout_speed="5 km/s")
    for question in ("icbm-reach", "defended-footprint"):
        (gone,) = ask(question, [JOINED + weak], two)
        said = gone.headline.sentence["en"]
        assert "no equivalent of second makes the held speed of 5 km/s" in said


def test_a_shield_that_lists_them_is_one_that_they_joined(two):
    """Who stands together may be a claim, or how the dossier names the shield."""
    keys = {"interceptors": "gbi-2 second"}
    shield = Thing("shields", "both", "shields.both", {"en": "both"}, keys, "shields/both.yaml", 1)
    named = replace(two, things={**two.things, "shields": {"both": shield}})
    printed = settings(**PRINTED)
    for question in ("icbm-reach", "defended-footprint"):
        (joined,) = ask(question, [f"{JOINED}{printed}"], two)
        (listed,) = ask(question, [f"us{printed}"], named, shield="both")
        assert listed.headline.value == joined.headline.value
        assert listed.outcomes == joined.outcomes
        assert f"{ONE}.joined_by" not in {x.parameter for x in listed.assumptions}
