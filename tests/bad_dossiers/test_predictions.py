"""What a dossier declares of its predictions, and what is said of those that do not fit it."""

import pytest

from twoplustwo.dossier import load
from twoplustwo.dossier.predicted import conditions, ranges, same_words

RECORDS = """\
name: the record
until:
  mine: {by: scribes, value: 2040, stated: 2030, source: scribes-notes, status: assumed}
luck:
  means: {en: whether luck held}
  conditions: {lucky: yes, luckless: no}
  mine: {by: scribes, value: no, stated: 2030, source: scribes-notes, status: assumed}
near_south_range:
  means: {en: range that counts as reaching the near south}
  mine: {by: scribes, value: 900 km, stated: 2030, source: scribes-notes, status: assumed}
south_range:
  means: {en: range that counts as reaching the south}
  read_as: [near-south]
  mine: {by: scribes, value: 2000 km, stated: 2030, source: scribes-notes, status: assumed}
"""
PREDICTION = """\
name: Seer, 2030
event: test
region: south
sense: by
launcher: missile
condition: lucky
nuclear: no
words: will
missile: heron
years:
  said: {by: scribes, value: "<= 2035", best: 2035, best_by: scribes, stated: 2030,
    source: scribes-notes, status: read}
"""


@pytest.fixture
def seer(zoo):
    """The good dossier with a prediction in words of its own."""
    zoo.write("records.yaml", RECORDS)
    zoo.write("predictions/seer-2030.yaml", PREDICTION)
    return zoo


def test_a_dossier_declares_places_and_conditions_in_its_own_words(seer):
    assert seer.errors() == []
    dossier = load(seer.root)
    assert list(ranges(dossier.kinds)) == ["near-south", "south"]
    assert conditions(dossier.kinds) == {
        "lucky": ("records.luck", "yes"),
        "luckless": ("records.luck", "no"),
    }
    assert same_words(dossier.kinds, "near-south") == {"near-south", "south"}
    assert dossier.kind_of("records.south_range").means["en"].endswith("reaching the south")
    assert dossier.paths().index("records.luck") < dossier.paths().index("records.will")
    # another dossier's words are not this one's
    assert "records.luck" not in load("europe-2007").paths()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("region: south", "region: suth", ["unknown region suth", "did you mean south?"]),
        ("region: south", "region: moon", ["near-south, south", "moon_range, with `means:`"]),
        ("condition: lucky", "condition: luky", ["unknown condition luky", "did you mean lucky?"]),
        ("condition: lucky", "condition: if-war", ["conditions: {if-war: yes}", "none, lucky"]),
    ],
)
def test_a_prediction_of_what_is_not_declared(seer, said, old, new, words):
    seer.replace("predictions/seer-2030.yaml", old, new)
    said("predictions/seer-2030.yaml", new, *words)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        (
            "  means: {en: range that counts as reaching the south}\n",
            "",
            "south_range:",
            ["records.south_range says nowhere what it means", "write `means: {en: …}`"],
        ),
        ("luckless: no", "luckless: not", "luckless:", ["wants not", "expected one of yes, no"]),
        (
            "[near-south]",
            "[nearsouth]",
            "value: 2000 km",
            ["region, nearsouth", "near-south"],
        ),
        ("  means: {en: whether luck held}\n", "", "luck:", ["unknown key, luck"]),
    ],
)
def test_a_declaration_that_is_wrong(seer, old, new, line, words):
    seer.replace("records.yaml", old, new)
    errors = [one for one in seer.errors() if "records.yaml" in one.where]
    lines = (seer.root / "records.yaml").read_text().splitlines()
    where = [n for n, text in enumerate(lines, 1) if text.strip().startswith(line) or line in text]
    assert any(errors[0].where.endswith(f"records.yaml:{n}") for n in where), errors[0]
    assert all(word in str(errors[0]) for word in words), errors[0]


def test_words_about_a_place_are_read_of_another_only_if_the_dossier_says_so(europe):
    assert same_words(europe.kinds, "us") == {"us"}
    assert same_words(europe.kinds, "europe") == same_words(europe.kinds, "southeast-europe")
