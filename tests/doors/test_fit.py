"""``twoplustwo fit`` and ``check --fly``: stages for a range in print, and print against flight."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from twoplustwo.base.errors import OptionError
from twoplustwo.dossier import check, load, locate
from twoplustwo.runs.flown_range import far_from_print, flown_ranges_m
from twoplustwo.search.lumped_stages import choose_pattern, fit, patterns


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A copy of the packaged dossier, to be changed."""
    home = locate("europe-2007")
    shutil.copytree(home, tmp_path / "mine")
    shutil.copytree(home.parent / "common", tmp_path / "common")
    return tmp_path / "mine"


def test_the_block_is_pasted_and_flies_as_it_says(command, mine):
    said = command(
        "fit", "--range", "3500 km", "--stages", "2", "--payload", "600 kg", "--burn=110 s"
    )
    assert said.status == 0, said.err
    keys = yaml.load(said.out, yaml.CBaseLoader)
    assert len(keys["stages"]["fitted"]["value"]) == 2
    assert keys["payload"]["fitted"]["value"] == "600 kg"
    burns = [float(s["burn_time"].removesuffix(" s")) for s in keys["stages"]["fitted"]["value"]]
    assert sum(burns) == pytest.approx(110.0, rel=1e-3)
    rest = mine / "missiles/irbm.yaml"
    text = rest.read_text()
    for key in ("stages", "payload", "diameter", "published_range"):
        text = re.sub(rf"(?ms)^{key}:\n.*?(?=^\w|\Z)", "", text)
    (mine / "missiles/new.yaml").write_text(text + said.out)
    assert [one for one in check(mine) if not one.warning] == []
    dossier = load(mine)
    from twoplustwo.positions.position import Position
    from twoplustwo.positions.resolve import resolve

    (flown,) = flown_ranges_m(dossier, "new", [resolve(dossier, Position("us"))])
    assert flown == pytest.approx(3.5e6, rel=0.01)
    assert f"flies {round(flown / 1000)} km" in said.out


def test_the_same_question_has_the_same_answer():
    dossier = load("europe-2007")
    known = patterns(dossier)
    pattern = choose_pattern(known, 2.0e6, 1)
    assert fit(dossier, pattern, 2.0e6) == fit(dossier, pattern, 2.0e6)
    # a longer range takes a heavier missile
    assert fit(dossier, pattern, 1.5e6).launch_mass_kg < fit(dossier, pattern, 2.0e6).launch_mass_kg


def test_the_nearest_printed_range_gives_the_proportions():
    known = patterns(load("europe-2007"))
    for one in known:
        near = choose_pattern(known, one.printed_m, len(one.stages))
        assert near.printed_m == one.printed_m


def test_a_range_that_no_such_missile_has_is_refused_with_what_it_has():
    dossier = load("europe-2007")
    pattern = choose_pattern(patterns(dossier), 1e7, 1)
    with pytest.raises(OptionError) as caught:
        fit(dossier, pattern, 1e7, 1000.0)
    told = str(caught.value)
    assert f"no missile in the proportions of {pattern.missile} flies 10000 km with 1000 kg" in told
    assert re.search(r"at most \d+ km, with \S+ t at launch; such a missile has 1 stage", told)
    assert "take more stages (`--stages`), a smaller payload" in told


def test_a_burn_that_no_missile_has_is_refused(command):
    said = command("fit", "--range", "11200 km", "--stages", "3", "--burn", "20 s")
    assert said.status == 2
    assert "its range jumps from" in said.err and "a longer burn (`--burn`)" in said.err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--range", "11200 kg"], ["measures mass, not length", "--range"]),
        (["--range", "0 km"], ["is not one number above zero", "--range"]),
        (["--range", "1000..2000 km"], ["is not one number above zero"]),
        (["--range", "900 km", "--stages", "5"], ["no missile with 5 stages", "there: 1, 2, 3"]),
        (["--range", "900 km", "--like", "dart"], ["has no missile dart", "--like"]),
        (["--range", "900 km", "--burn", "8 kg"], ["measures mass, not time", "--burn"]),
    ],
)
def test_options_that_cannot_be_are_told(command, options, words):
    said = command("fit", *options)
    assert said.status == 2
    for word in words:
        assert word in said.err


def test_check_flies_missiles_where_it_is_asked_to(command, mine):
    file = mine / "missiles/shahab-3.yaml"
    text = file.read_text()
    line = text[: text.index("published_range:")].count("\n") + 2
    file.write_text(text.replace("1300 km", "3000 km"))
    assert "flies" not in command("check", str(mine)).err
    said = command("check", str(mine), "--fly")
    assert said.status == 0
    assert re.search(r"missiles.shahab-3 flies 12\d\d km, but 3000 km is printed of it", said.err)
    assert f"missiles/shahab-3.yaml:{line}" in said.err
    assert '`twoplustwo fit --range "3000 km"`' in said.err


def test_what_flies_as_printed_is_no_warning():
    warned = {one.what.split()[0] for one in far_from_print(load("europe-2007"))}
    assert warned == {"missiles.icbm-liquid", "missiles.icbm-solid"}


def test_a_dossier_that_lacks_the_missile_yet_takes_its_proportions_elsewhere(command, mine):
    (mine / "missiles/irbm.yaml").unlink()
    said = command("fit", "--range", "2000 km", "--stages", "1", "-d", str(mine))
    assert said.status == 0 and "in europe-2007" in said.out
    assert said.err.startswith(f"note: {mine} is not right yet, so the missiles of europe-2007")
    assert "names an unknown" in said.err
    said = command("fit", "--range", "2000 km", "-d", str(mine / "nowhere"))
    assert said.status == 2 and "no dossier named" in said.err
