"""A threat that no missile of it could carry out is told, with the way and the range."""

from dataclasses import replace

import pytest

from twoplustwo.dossier.models import Thing
from twoplustwo.runs.threat_range import too_far


def with_threat(europe, **keys):
    threat = Thing(
        "threats", "it", "threats.it", {"en": "it"}, keys, "europe-2007/threats/it.yaml", 1
    )
    return replace(europe, things={**europe.things, "threats": {"it": threat}})


@pytest.mark.parametrize(
    ("keys", "tells"),
    [
        ({"owner": "iran", "missiles": "shahab-3", "bases": "", "targets": "washington"}, True),
        ({"owner": "iran", "missiles": "shahab-3", "regions": "us"}, True),
        ({"owner": "iran", "missiles": "shahab-3", "regions": "europe"}, False),
        ({"owner": "russia", "bases": "vypolzovo", "targets": "washington"}, False),
    ],
)
def test_missiles_that_fly_too_short(europe, keys, tells):
    said = [str(one) for one in too_far(with_threat(europe, **keys))]
    assert bool(said) == tells
    if tells:
        assert len(said) == 1
        assert "no missile of threats.it flies so far" in said[0]
        assert "the nearest aim is" in said[0]
        assert "list other missiles" in said[0]
