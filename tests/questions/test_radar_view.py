"""What the radars see: horizons in print, whose numbers hide what, masks, radars taken away."""

import numpy as np
import pytest

from twoplustwo.base.errors import OptionError
from twoplustwo.physics.sphere import angle_and_bearing
from twoplustwo.positions.position import parse_position
from twoplustwo.positions.resolve import resolve
from twoplustwo.questions.radar_view.outlines import altitudes
from twoplustwo.runs.ask import ask
from twoplustwo.runs.headline_values import headline_values

BARE = "+".join(
    [
        "us",
        "set:radars.emr.min_elevation=0 deg",
        *(f"set:nature.refraction.bending_{n}=0 deg" for n in (0, 2, 5)),
    ]
)
# lowest altitude km in view from Brdy at 0 degrees, 400 and 600 km along the path to Washington
# (published-numbers-2.md section 2a)
ALONG = {
    "teykovo": (246, 227),
    "tatishchevo-topol-m": (310, 270),
    "yoshkar-ola": (383, 350),
    "dombarovsky": (732, 660),
}


def flights(answer, radar="emr", **wanted):
    wanted = {"radar": radar, **wanted}
    return [
        r for r in answer.table("flights").records() if all(r[k] == v for k, v in wanted.items())
    ]


def origins(answer, radar="emr"):
    return {(r["origin"], r["missile"]): r for r in answer.rows.records() if r["radar"] == radar}


def head(answer):
    return {h.column: h.value for h in (answer.headline, *answer.headlines)}


@pytest.fixture(scope="module")
def everybody(europe, parties):
    return dict(zip(parties, ask("radar-view", parties, europe), strict=True))


@pytest.fixture(scope="module")
def us(everybody):
    return everybody["us"]


@pytest.mark.parametrize("base", ALONG)
def test_first_sight_is_at_the_horizon_in_print(europe, base):
    """By geometry alone: between the two printed points of the path, or a little past them."""
    (bare,) = ask("radar-view", [BARE], europe)
    (row,) = flights(bare, origin=base, target="washington")
    near, far = ALONG[base]
    assert 0.94 * far <= row["first_sight_altitude_km"] <= near
    assert row["after_burnout_s"] > 0.0


def test_only_the_westernmost_solid_missiles_are_in_view_at_burnout(us):
    """Of solid missiles burning out near 200 km, Vypolzovo's at once, the others later."""
    rows = {r["origin"]: r for r in flights(us, target="washington", missile="ss-25")}
    after = {o: r["after_burnout_s"] for o, r in rows.items() if r["after_burnout_s"] is not None}
    assert min(after, key=lambda o: after[o]) == "vypolzovo"
    assert after["vypolzovo"] < 10.0 < after["teykovo"] < after["yoshkar-ola"]


def test_brdy_sees_no_iranian_missile_at_burnout(us):
    """Lowest altitude in view above Tabriz and Semnan: 710 and 1,181 km (section 2a)."""
    for row in flights(us, **{"from": "launch_area"}):
        assert row["after_burnout_s"] is None or row["after_burnout_s"] > 0.0


def test_gabala_sees_iranian_missiles_on_their_way_up(us):
    """A. Khramchikhin, RIA Novosti, 2007: the Czech radar only high up, Gabala during take-off."""
    gabala = origins(us, "gabala")
    for (area, missile), row in origins(us).items():
        if row["from"] == "launch_area" and row["seen"] and gabala[area, missile]["seen"]:
            early = gabala[area, missile]["first_sight_altitude_km"]
            assert early < row["first_sight_altitude_km"]


def test_gabala_cannot_be_turned_to_russia(everybody):
    """The same source; Obering: it does not do the work of the Czech radar."""
    for answer in everybody.values():
        assert not any(r["seen"] for r in origins(answer, "gabala").values() if r["from"] == "base")


def test_rows_agree_with_flights(us):
    for (origin, missile), row in origins(us).items():
        mine = [
            r
            for r in flights(us, origin=origin, missile=missile)
            if r["outcome"] != "threat_cannot_reach"
        ]
        assert len(mine) == row["flights"]
        assert sum(r["outcome"] == "in_view" for r in mine) == row["seen"]
        share = [r["share_in_view"] for r in mine]
        assert np.median(share) == pytest.approx(row["share_in_view"], abs=1e-12)
        assert (min(share), max(share)) == pytest.approx(
            (row["share_in_view_worst"], row["share_in_view_best"]), abs=1e-12
        )


def test_flights_say_what_hides_them(us):
    for row in us.table("flights").records():
        seen = row["outcome"] == "in_view"
        assert (row["first_sight_s"] is not None) == seen
        if row["outcome"] == "threat_cannot_reach":
            assert row["time_in_view_s"] is None
            continue
        assert (row["time_in_view_s"] > 0.0) == seen
        assert 0.0 <= row["share_in_view"] <= 1.0 + 1e-9
        assert row["longest_view_s"] <= row["time_in_view_s"] + 1e-9
        if seen:
            assert row["first_sight_s"] >= row["burnout_s"] - 1e-9


def test_target_size_decides_between_the_parties(everybody):
    """One square metre or a hundredth: the same radar sees half of the flights, or none."""
    large, small = head(everybody["us"]), head(everybody["independent"])
    assert 0.4 < large["share_seen_own"] < 0.6
    assert small["share_seen_own"] == 0.0
    assert small["share_seen_areas"] < 0.5 < large["share_seen_areas"]
    assert small["earliest_sight_s"] is None


def test_sight_grows_with_the_target_and_shrinks_with_the_elevation(europe):
    """The directions of the card."""
    sizes = [f"us+set:warhead.radar_cross_section={s} m2" for s in (0.01, 0.1, 1, 10)]
    lows = [f"us+set:radars.emr.min_elevation={e} deg" for e in (0, 2, 6, 12)]
    found = headline_values(
        "radar-view", [parse_position(p, europe) for p in (*sizes, *lows)], europe
    )
    for name in ("share_seen_own", "share_seen", "share_seen_areas"):
        assert (np.diff(found[name][:4]) >= 0.0).all(), name
        assert (np.diff(found[name][4:]) <= 0.0).all(), name
    assert found["share_seen"][0] < found["share_seen"][3]
    assert found["share_seen"][4] > found["share_seen"][7]


def test_a_mask_shortens_views_and_a_radar_taken_away_sees_nothing(europe, us):
    masked, gone = ask("radar-view", ["us+radar-mask-east", "us+gabala-instead"], europe)
    for before, after in zip(flights(us), flights(masked), strict=True):
        if before["time_in_view_s"] is not None:
            assert after["time_in_view_s"] <= before["time_in_view_s"] + 1e-6
    assert head(masked)["share_seen"] < head(us)["share_seen"]
    assert "emr" not in {r["radar"] for r in gone.rows.records()}
    assert head(gone)["share_seen"] == head(gone)["share_seen_own"] == 0.0


def test_other_radars_are_untouched_by_the_mask(europe, us):
    (masked,) = ask("radar-view", ["us+radar-mask-east"], europe)
    assert flights(masked, "globus") == flights(us, "globus")


def test_missiles_taken_away_are_not_flown(europe):
    (answer,) = ask("radar-view", ["us+universal-inf"], europe)
    flown = {r["missile"] for r in answer.rows.records() if r["from"] == "launch_area"}
    assert flown == {"icbm-liquid", "icbm-solid"}


def test_sharing_a_radar_changes_no_view(europe, us):
    from tests.questions.test_neutrality import bits

    (joint,) = ask("radar-view", ["us+gabala-radar"], europe)
    assert bits(joint) == bits(us)


def test_another_radar_may_be_asked_about(europe):
    """What is asked about stands first; what the shield's own radars see comes after it."""
    (answer,) = ask("radar-view", ["us"], europe, radar="globus")
    assert head(answer)["share_seen"] > 0.9
    assert answer.headline.column == "share_seen" and not answer.headline.test
    assert "Globus" in answer.headline.sentence["en"]
    (own,) = (one for one in answer.headlines if one.column == "share_seen_own")
    assert own.test == "share_seen_own = 0 %"


def test_the_median_is_over_those_seen_and_says_how_many_are_not(us):
    mine = [r for r in flights(us, **{"from": "base"}) if r["outcome"] != "threat_cannot_reach"]
    seen = [r["share_in_view"] for r in mine if r["outcome"] == "in_view"]
    (said,) = (one for one in us.headlines if one.column == "median_share_when_seen")
    assert said.value == pytest.approx(np.median(seen), rel=1e-12)
    words = f"{len(seen)} are in view at some time after burnout and {len(mine) - len(seen)} never"
    assert words in said.sentence["en"]
    assert f"{100 * said.value:.0f} % of its unpowered way" in said.sentence["en"]
    assert "(144 pairs are listed; in 24 of them" in said.sentence["en"]


def test_first_sight_is_counted_from_launch_as_column_value_and_sentence_say(us):
    (said,) = (one for one in us.headlines if one.column == "earliest_sight_s")
    rows = flights(us, **{"from": "base"})
    first = min((r for r in rows if r["first_sight_s"]), key=lambda r: r["first_sight_s"])
    assert said.value == first["first_sight_s"] and said.unit == said.show == "s"
    assert f"{said.value:.0f} s after its launch" in said.sentence["en"]
    assert f"через {said.value:.0f} с после её старта" in said.sentence["ru"]
    assert "the end of its powered flight" in said.sentence["en"]  # seen at burnout
    assert first["after_burnout_s"] == pytest.approx(0.0, abs=0.5)


def test_sentences_begin_with_a_capital(us):
    for one in (us.headline, *us.headlines):
        assert one.sentence["ru"][0].isupper() and one.sentence["en"][0].isupper()


# read, and rightly without effect
IDLE = {
    "radars.emr.sector": "without a boresight a radar looks all round",
    "radars.globus.sector": "without a boresight a radar looks all round",
}
# a sixth of the range; where nothing is said, half of the value
PUSHED = {"reach.range": 0.18, "reach.target_size": 1e3, "reach.dwell": 999.0, "dwell": 1.01e-3}


def test_every_number_of_a_radar_moves_some_column_or_is_listed(europe, us):
    """Read is declared: each number of each radar, and of its range, pushed."""
    numbers = [
        a.parameter
        for a in us.assumptions
        if a.parameter.startswith("radars.") and isinstance(a.value, float)
    ]
    numbers += [
        f"radars.{r}.reach.{n}"
        for r in europe.things["radars"]
        for n in ("range", "target_size", "dwell")
    ]
    assert len(numbers) > 25
    held = {a.parameter: (a.value, a.unit) for a in us.assumptions}
    reach = {
        f"radars.{r}.reach.{n}": (c[0].value.si[n], unit)
        for r in europe.things["radars"]
        for c in [europe.parameters[f"radars.{r}.reach"]]
        for n, unit in (("range", "m"), ("target_size", "m2"), ("dwell", "s"))
    }
    moved = []
    for path in numbers:
        value, unit = (held | reach)[path]
        factor = PUSHED.get(path.partition(".")[2].partition(".")[2], 0.5)
        moved.append(f"us+set:{path}={factor * value!r} {unit}".rstrip())
    before = us.table("flights").records()
    idle = set()
    for path, answer in zip(numbers, ask("radar-view", moved, europe), strict=True):
        if answer.table("flights").records() == before:
            idle.add(path)
    assert idle == set(IDLE), idle ^ set(IDLE)


def outlines(answer, radar="emr", altitude="200 km"):
    rings = {}
    for row in answer.tables["outlines"].records():
        if (row["radar"], row["altitude"]) == (radar, altitude):
            rings.setdefault(row["ring"], []).append((row["lat_deg"], row["lon_deg"]))
    return {name: np.array(points) for name, points in rings.items()}


def test_outlines_lie_around_their_radar_and_grow_with_altitude(us):
    sites = {row["site"]: row for row in us.tables["sites"].records()}
    assert set(us.tables["outlines"].column("radar")) <= set(sites)
    (low,), (high,) = (outlines(us, altitude=h).values() for h in ("200 km", "500 km"))
    for ring, near in ((low, 8.0), (high, 8.0)):
        assert len(ring) == 72
        assert ring[:, 0].min() < sites["emr"]["lat_deg"] - near
        assert ring[:, 0].max() > sites["emr"]["lat_deg"] + near
    assert high[:, 0].max() > low[:, 0].max()
    assert {*us.tables["outlines"].column("altitude_km")} == {200.0, 500.0}


def test_a_smaller_target_is_outlined_nearer(europe, everybody):
    """The independent analysts hold a target of a hundredth the size."""
    big, small = (outlines(everybody[p]) for p in ("us", "independent"))
    reach = [ring[:, 0].max() for rings in (big, small) for ring in rings.values()]
    assert len(reach) == 2
    assert reach[1] < reach[0]


def test_outlines_honour_sectors_masks_and_what_is_taken_away(europe):
    position = parse_position("us", europe).with_measures(["radar-mask-east"], europe)
    (masked,) = ask("radar-view", [position], europe, altitude="300 km")
    (free,) = ask("radar-view", ["us"], europe, altitude="300 km")
    (whole,) = outlines(free, altitude="300 km").values()
    (cut,) = outlines(masked, altitude="300 km").values()
    site = next(r for r in free.tables["sites"].records() if r["site"] == "emr")
    assert cut[0] == pytest.approx([site["lat_deg"], site["lon_deg"]], abs=1e-9)
    ((low, high),) = resolve(europe, position).masks["radars.emr.boresight"]

    def behind_the_mask(ring):
        place = np.radians((site["lat_deg"], site["lon_deg"]))
        _, bearing = angle_and_bearing(*place, *np.radians(ring).T)
        inside = np.mod(bearing - low, 2 * np.pi)
        return ((inside > 0.02) & (inside < high - low - 0.02)).sum()

    assert behind_the_mask(whole) > 10
    assert behind_the_mask(cut[1:]) == 0
    gone = parse_position("us", europe).with_measures(["gabala-instead"], europe)
    (nobody,) = ask("radar-view", [gone], europe)
    assert "emr" not in set(nobody.tables["outlines"].column("radar"))
    assert "emr" not in set(nobody.tables["sites"].column("site"))


@pytest.mark.parametrize("text", ["200", "0 km", "-3 km", "high", "200 kg", "1..2 km", "9e9 km"])
def test_a_wrong_altitude_is_told(europe, text):
    with pytest.raises(OptionError, match="altitude") as wrong:
        ask("radar-view", ["us"], europe, altitude=text)
    assert "200 km 500 km" in str(wrong.value)


def test_altitudes_are_read_in_any_unit_and_order():
    assert altitudes("500 km, 200000 m 200 km") == (200e3, 500e3)
    with pytest.raises(OptionError, match="at most 6"):
        altitudes(" ".join(f"{n} km" for n in range(1, 8)))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (" , ", "altitude is empty"),
        ("0 km", "altitude: 0 km is no altitude of a target"),
        ("50000 km", "altitude: 50000 km is no altitude of a target"),
        ("200", "has no unit"),
    ],
)
def test_what_is_no_altitude_is_named(text, what):
    with pytest.raises(OptionError) as wrong:
        altitudes(text)
    assert what in wrong.value.what and wrong.value.where == "--option altitude"


def test_one_city_may_be_asked_about(us, europe):
    """Its flights are those that all cities give, and no others."""
    (one,) = ask("radar-view", ["us"], europe, target="washington")
    mine = flights(one, **{"from": "base"})
    assert {r["target"] for r in mine} == {"washington"}
    assert mine == flights(us, **{"from": "base"}, target="washington")
    seen = [r["outcome"] == "in_view" for r in mine if r["outcome"] != "threat_cannot_reach"]
    assert head(one)["share_seen_own"] >= np.mean(seen)
    assert {r["target"] for r in flights(one, **{"from": "launch_area"})} == {"washington"}


def test_what_one_radar_sees_and_others_do_not(us, europe):
    """Flight by flight from the rows; without others beside it nothing is said of it."""
    (alone,) = ask("radar-view", ["us"], europe, radar="globus", beside="emr, gabala")
    assert "share_seen_alone" not in head(us)
    seen = {
        radar: {
            (r["origin"], r["target"])
            for r in flights(alone, radar, **{"from": "base"})
            if r["outcome"] == "in_view"
        }
        for radar in ("emr", "gabala", "globus")
    }
    flown = [r for r in flights(alone, **{"from": "base"}) if r["outcome"] != "threat_cannot_reach"]
    mine = seen["globus"] - seen["emr"] - seen["gabala"]
    assert 0 < len(mine) < len(seen["globus"])
    assert head(alone)["share_seen_alone"] == pytest.approx(len(mine) / len(flown), rel=1e-12)
    (said,) = (one for one in alone.headlines if one.column == "share_seen_alone")
    assert f"{len(mine)} of {len(flown)} flights" in said.sentence["en"]
    assert "Gabala" in said.sentence["en"] and "Brdy" in said.sentence["en"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("gabla", "unknown radar, gabla"), ("emr", "names emr, the radar that is asked about")],
)
def test_radars_beside_must_be_others_of_the_dossier(europe, text, words):
    with pytest.raises(OptionError, match=words) as wrong:
        ask("radar-view", ["us"], europe, beside=text)
    assert "--option beside" in str(wrong.value)


def test_a_range_against_warheads_is_scaled_by_nothing(europe):
    """It stands in place of the range by size and dwell, whatever the size held."""
    reach = "set:radars.emr.warhead_range=900 km"
    sized = "set:radars.emr.reach.range=900 km+set:radars.emr.reach.target_size={0} m2"
    small, large, same = ask(
        "radar-view",
        [
            f"us+{reach}+set:warhead.radar_cross_section=0.01 m2",
            f"us+{reach}+set:warhead.radar_cross_section=1 m2",
            "us+set:warhead.radar_cross_section=0.01 m2+set:radars.emr.dwell=0.1 s+"
            + sized.format("0.01"),
        ],
        europe,
    )
    shares = [[r["share_in_view"] for r in flights(one)] for one in (small, large, same)]
    assert shares[0] == shares[1] == shares[2]
