"""The treaty, the missiles it names and the shared radars against what is in print."""

import pytest


def only(europe, path):
    (claim,) = europe.parameters[path]
    return claim


def test_limits_of_the_treaty(europe):
    """Article II, paragraphs 5 and 6: 500, 1,000 and 5,500 km."""
    for name, km in (("shorter_from", 500), ("shorter_to", 1_000), ("intermediate_to", 5_500)):
        assert only(europe, f"treaty.{name}").value.best == pytest.approx(km * 1e3)
        assert only(europe, f"treaty.{name}").undisputed


def test_the_rule_of_range_is_remembered_and_says_so(europe):
    claim = only(europe, "treaty.range_rule")
    assert (claim.value.si, claim.status) == ("tested", "recalled")


def test_one_missile_with_two_ranges(europe):
    """9M729: 1,500 km against 480 km, each by its own side, neither before 2019."""
    claims = europe.parameters["weapons.9m729.claimed_range"]
    said = {europe.speakers[c.by].party: c.value.best for c in claims}
    assert said == {"us": pytest.approx(1_500e3), "russia": pytest.approx(480e3)}
    assert {c.stated[:4] for c in claims} == {"2019"}


def test_no_test_is_claimed_of_a_missile_that_never_flew(europe):
    for kind in ("missiles", "weapons"):
        for thing in europe.things[kind].values():
            if thing.structure["existence"] == "projected":
                assert not europe.parameters.get(f"{thing.path}.tested_range")


@pytest.mark.parametrize(
    ("radar", "published_km", "lat_deg", "lon_deg"),
    [("gabala", 6_000, 40.871, 47.803), ("armavir", 4_000, 44.92511, 40.98389)],
)
def test_shared_radars(europe, radar, published_km, lat_deg, lon_deg):
    """A range in print without a target is not computed with; the one that is says so."""
    import numpy as np

    path = f"radars.{radar}"
    assert europe.things["radars"][radar].structure["chain"] == "joint"
    assert not europe.kind_of(f"{path}.published_reach").computed
    assert only(europe, f"{path}.published_reach").value.best == pytest.approx(published_km * 1e3)
    reach = only(europe, f"{path}.reach")
    assert reach.status == "assumed" and "target" in reach.note
    where = only(europe, f"{path}.location").value.si
    place = np.degrees([where["latitude"], where["longitude"]])
    assert place == pytest.approx([lat_deg, lon_deg], abs=1e-6)
