"""Missiles, bases, targets and sites against the numbers in print."""

import pytest

# launch mass in t, as published or recalled
LAUNCH_T = {
    "shahab-3": 15.6,
    "ghadr-1": 17.2,
    "sejjil-2": 21.2,
    "irbm": 25.8,
    "icbm-liquid": 102.0,
    "icbm-solid": 45.1,
    "ss-25": 45.1,
    "ss-19": 105.6,
    "ss-18": 211.1,
}
THRUST_KN = {
    "shahab-3": [285],
    "ghadr-1": [310],
    "sejjil-2": [491, 226],
    "irbm": [625, 280],
    "icbm-liquid": [1588, 435],
    "icbm-solid": [1078, 458, 231],
    "ss-25": [1073, 470, 216],
    "ss-19": [2045, 253],
    "ss-18": [3574, 765],
}
G0 = 9.80665


def only(europe, path):
    (claim,) = europe.parameters[path]
    return claim.value


@pytest.mark.parametrize("missile", LAUNCH_T)
def test_launch_mass_and_thrust(europe, missile):
    stages = only(europe, f"missiles.{missile}.stages").si
    # the two notional ICBMs were fitted with 1,000 kg; what they would carry is another claim
    fitted = 1000.0 if missile.startswith("icbm") else None
    payload = fitted or only(europe, f"missiles.{missile}.payload").best
    mass = payload + sum(s["propellant"] + s["structure"] for s in stages)
    assert mass / 1000 == pytest.approx(LAUNCH_T[missile], rel=0.005)
    for stage, thrust in zip(stages, THRUST_KN[missile], strict=True):
        mean = stage["propellant"] * G0 * stage["isp_vacuum"] / stage["burn_time"]
        assert mean / 1000 == pytest.approx(thrust, rel=0.005)


def test_missiles_say_whether_they_flew(europe):
    things = europe.things["missiles"]
    assert set(things) == set(LAUNCH_T)
    projected = {i for i, t in things.items() if t.structure["existence"] == "projected"}
    assert projected == {"irbm", "icbm-liquid", "icbm-solid"}
    russian = {i for i, t in things.items() if t.structure["owner"] == "russia"}
    assert russian == {"ss-25", "ss-19", "ss-18"}


def test_bases_of_2007(europe):
    """Counts by type add up to those remembered for mid-2007: 76, 123, 243 and 44 in silos."""
    counts: dict[str, float] = {}
    for base in europe.things["bases"]:
        missile = only(europe, f"bases.{base}.missile").si
        number = only(europe, f"bases.{base}.deployed").best
        counts[missile] = counts.get(missile, 0) + number
        where = only(europe, f"bases.{base}.location").si
        assert 0.87 < where["latitude"] < 1.03  # 50 to 59 degrees north, in rad
    assert counts == {"ss-18": 76, "ss-19": 123, "ss-25": 243 + 44}
    assert "barnaul" in europe.things["bases"]
    assert not {"kansk", "krasnoyarsk", "aleysk", "kartaly"} & set(europe.things["bases"])


def test_twelve_cities_are_aimed_at(europe):
    assert len(europe.things["targets"]) >= 12
    assert "washington" in europe.things["targets"]


def test_the_site_and_its_radar(europe):
    site = only(europe, "sites.redzikowo.location").si
    radar = only(europe, "radars.emr.location").si
    assert site["latitude"] == pytest.approx(0.95073, abs=1e-4)
    assert radar["latitude"] == pytest.approx(0.86630, abs=1e-4)
    assert radar["altitude"] == pytest.approx(718.8)


def test_the_public_stack_makes_about_ten_km_s_without_losses(europe):
    """Two stages with 100 kg: 9.8 km/s ideal, as worked out from the catalogues."""
    import math

    stack = only(europe, "interceptors.gbi-2.public_stack").si
    mass, speed = 100.0, 0.0
    for stage in reversed(stack):
        empty = mass + stage["structure"]
        speed += stage["isp_vacuum"] * G0 * math.log((empty + stage["propellant"]) / empty)
        mass = empty + stage["propellant"]
    assert speed == pytest.approx(9800, rel=0.01)
    burn = only(europe, "interceptors.gbi-2.burn_time").best
    assert burn == pytest.approx(sum(s["burn_time"] for s in stack))
