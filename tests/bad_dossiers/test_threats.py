"""Wrong threats and shields of a dossier, and what is said of them."""

import pytest

from twoplustwo.dossier import load

GOOD = "name: Herons\nowner: east\nbases: [hill]\n"


def test_a_good_threat_and_a_good_shield(zoo):
    zoo.write("threats/herons.yaml", GOOD)
    zoo.write("shields/one.yaml", "name: One\ninterceptors: [dart]\nradars: []\n")
    assert zoo.errors() == []
    things = load(zoo.root).things
    assert things["threats"]["herons"].structure == {"owner": "east", "bases": "hill"}
    assert things["shields"]["one"].structure == {"interceptors": "dart", "radars": ""}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (
            GOOD.replace("hill", "hall"),
            "bases",
            ["bases of threats.herons names an unknown thing, hall", "did you mean hill?"],
        ),
        (
            GOOD.replace("east", "west"),
            "owner",
            ["owner of threats.herons names an unknown thing, west", "states has east"],
        ),
        (
            GOOD + "regions: [north]\n",
            "regions",
            ["regions of threats.herons names an unknown thing, north", "write regions/north.yaml"],
        ),
        (
            GOOD.replace("bases: [hill]", "bases: []"),
            1,
            ["threats.herons has no place to start from", "a base or a launch area"],
        ),
        (
            GOOD + "missiles: []\n",
            1,
            ["threats.herons has no missile", "give a missile", "or list others"],
        ),
    ],
)
def test_threats_that_lead_nowhere(zoo, said, text, line, words):
    zoo.write("threats/herons.yaml", text)
    said("threats/herons.yaml", line, *words)


def test_a_threat_that_lists_what_is_another_s(zoo, said):
    zoo.write("states/west.yaml", "name: West\n")
    zoo.write("threats/herons.yaml", GOOD.replace("east", "west") + "missiles: [heron]\n")
    said(
        "threats/herons.yaml",
        "missiles",
        "threats.herons lists heron, which is of east",
        "its owner is west",
    )


def test_a_shield_without_interceptors(zoo, said):
    zoo.write("shields/one.yaml", "name: One\n")
    said("shields/one.yaml", 1, "shields.one has no interceptors", "expected one of dart")


def test_a_shield_with_an_empty_list(zoo, said):
    zoo.write("shields/one.yaml", "name: One\ninterceptors: []\n")
    said("shields/one.yaml", 2, "shields.one has no interceptor", "write `interceptors: [NAME, …]`")


@pytest.mark.parametrize(
    ("question", "options", "words"),
    [
        (
            "footprint",
            "threat: herons, owner: west",
            ["ask mine says owner = 'west', but the threat herons is of east"],
        ),
        (
            "reach",
            "shield: one, interceptor: bolt",
            ["ask mine says interceptor = 'bolt' is none of the shield one", "it has dart"],
        ),
    ],
)
def test_an_ask_that_says_another_than_its_threat_or_shield(zoo, said, question, options, words):
    zoo.write("states/west.yaml", "name: West\n")
    zoo.write("threats/herons.yaml", GOOD)
    bolt = (
        "name: Bolt\nburnout_speed:\n  east-2028:\n    by: east-office\n    value: 4 km/s\n"
        "    reading: unstated\n    status: assumed\n"
        "    stated: 2028-03-05\n    source: east-paper\n"
    )
    zoo.write("interceptors/bolt.yaml", bolt)
    zoo.write("shields/one.yaml", "name: One\ninterceptors: [dart]\n")
    zoo.write("asks.yaml", f"mine:\n  question: {question}\n  options: {{{options}}}\n")
    said("asks.yaml", "options", *words, "take one of the two out")
