"""Claims that lack a key or a source, and those that do not stand together."""

import pytest

HERON = "missiles/heron.yaml"


@pytest.mark.parametrize("key", ["by", "value", "stated", "source", "status"])
def test_a_claim_lacks_a_key(zoo, said, key):
    text = (zoo.root / "sites/cape.yaml").read_text()
    lines = [one for one in text.splitlines() if not one.startswith(f"    {key}:")]
    zoo.write("sites/cape.yaml", "\n".join(lines))
    said("sites/cape.yaml", "  almanac:", f"claim sites.cape.location@almanac has no {key}")


def test_missing_source_says_what_to_do(zoo, said):
    zoo.replace("sites/cape.yaml", "    source: almanac-2029\n", "")
    said("sites/cape.yaml", "  almanac:", "every value has a source", "name the notes")


def test_undisputed_though_another_party_has_its_own(zoo, said):
    zoo.replace(
        HERON,
        "diameter:\n",
        "diameter:\n  west: {by: west-minister, value: 2 m, stated: 2029, source: west-speech, "
        "status: read}\n",
    )
    said(
        HERON, "undisputed: yes", "is marked undisputed, but west has its own", "take the mark away"
    )


def test_four_stages(zoo, said):
    stage = (
        "      - {propellant: 1 t, structure: 1 t, isp_vacuum: 300 s, isp_sea_level: 250 s, "
        "burn_time: 9 s}\n"
    )
    zoo.replace(HERON, "    value:\n", "    value:\n" + 2 * stage)
    said(HERON, 8, "missiles.heron.stages has 4 items", "expected at most 3")
