"""Presets that cannot stand."""

import pytest

from twoplustwo.dossier import load

GOOD = """quiet-sky:
  name: {en: A quiet sky, ru: Тихое небо}
  positions: [east]
  measures: [slow-dart]
  set:
    interceptors.dart.burnout_speed: 3 km/s
  note: {en: Nothing flies fast., ru: Ничто не летит быстро.}
"""
BROKEN = {
    "no name": (
        "  name: {en: A quiet sky, ru: Тихое небо}\n",
        "",
        ["preset quiet-sky has no name"],
    ),
    "an unknown key": (
        "positions:",
        "position:",
        ["unknown key, position", "did you mean positions?"],
    ),
    "an unknown party": (
        "[east]",
        "[eats]",
        ["preset quiet-sky names an unknown party, eats", "did you mean east?"],
    ),
    "an unknown measure": (
        "[slow-dart]",
        "[slow-drat]",
        ["preset quiet-sky names an unknown measure, slow-drat", "did you mean slow-dart?"],
    ),
    "an unknown parameter": (
        "burnout_speed",
        "burnout_sped",
        ["names an unknown parameter, interceptors.dart.burnout_sped", "burnout_speed?"],
    ),
    "a value that cannot be": ("3 km/s", "3 kg", ["measures mass, not speed"]),
    "a value out of all bounds": (
        "3 km/s",
        "99 km/s",
        ["cannot be 99 km/s", "expected 1..12 km/s"],
    ),
    "the name of a party": (
        "quiet-sky:",
        "east:",
        ["preset east has the name of a party", "a preset by itself"],
    ),
    "no language": (
        "ru: Тихое небо",
        "heaven: Тихое небо",
        ["is in the unknown language heaven", "such as en, fr or zh-Hant"],
    ),
}


def test_a_good_one_is_read(zoo):
    zoo.write("presets.yaml", GOOD)
    assert zoo.errors() == []
    (preset,) = load(zoo.root).presets.values()
    assert preset.name == {"en": "A quiet sky", "ru": "Тихое небо"}
    assert (preset.positions, preset.measures) == (("east",), ("slow-dart",))
    assert preset.sets == (("interceptors.dart.burnout_speed", "3 km/s"),)


def test_a_dossier_does_without(zoo):
    assert load(zoo.root).presets == {}


def test_presets_count_in_the_hash(zoo):
    before = load(zoo.root).hash
    zoo.write("presets.yaml", GOOD)
    assert load(zoo.root).hash != before


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_one_is_refused(zoo, what):
    old, new, expected = BROKEN[what]
    assert GOOD.count(old) == 1
    zoo.write("presets.yaml", GOOD.replace(old, new))
    said = str(zoo.refusal())
    assert "presets.yaml:" in said
    for part in expected:
        assert part in said


def test_two_of_a_name_are_refused(zoo):
    zoo.write("presets.yaml", GOOD + GOOD)
    assert "quiet-sky" in str(zoo.refusal())
