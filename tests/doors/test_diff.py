"""``twoplustwo diff``: what two dossiers say differently, and which answers that moves."""

import json
import shutil
from pathlib import Path

import pytest

from twoplustwo.dossier import load
from twoplustwo.dossier.difference import differences

GOOD = Path(__file__).parents[1] / "bad_dossiers" / "good"


@pytest.fixture
def mine(tmp_path: Path):
    """A copy of the small good dossier, in which texts can be replaced."""
    for name in ("good", "good-common"):
        shutil.copytree(GOOD.parent / name, tmp_path / name)

    class Mine:
        root = tmp_path / "good"

        def replace(self, file, old, new):
            text = (self.root / file).read_text()
            assert text.count(old) == 1
            (self.root / file).write_text(text.replace(old, new))

        def changes(self):
            return differences(load(GOOD), load(self.root))

    return Mine()


def told(changes):
    return [(c.sort, c.way, c.name, c.key, c.before, c.after) for c in changes]


def test_a_dossier_does_not_differ_from_itself(command, mine):
    assert mine.changes() == []
    said = command("diff", str(GOOD), str(mine.root))
    assert (said.status, said.out) == (0, "no differences\n")


def test_a_claim_that_changed_and_who_holds_it(mine):
    mine.replace("interceptors/dart.yaml", "best: 4.5 km/s", "best: 4.6 km/s")
    changes = mine.changes()
    key = "interceptors.dart.burnout_speed@east-2028"
    assert told(changes) == [
        (
            *("claim", "changed", key, "value"),
            *("4.1..4.7 km/s, best 4.5 km/s", "4.1..4.7 km/s, best 4.6 km/s"),
        ),
        (
            *("held", "changed", "east holds interceptors.dart.burnout_speed", ""),
            *(
                "4.1..4.7 km/s, best 4.5 km/s (east-2028)",
                "4.1..4.7 km/s, best 4.6 km/s (east-2028)",
            ),
        ),
    ]
    assert changes[0].where.endswith("good/interceptors/dart.yaml:4")


def test_of_stages_the_numbers_that_changed_are_told(mine):
    mine.replace("missiles/heron.yaml", "propellant: 2.5 t", "propellant: 2.6 t")
    first, held = mine.changes()
    assert (first.before, first.after) == ("2: propellant 2500 kg", "2: propellant 2600 kg")
    assert held.name == "east, west hold missiles.heron.stages"


def test_claims_added_and_gone(mine):
    file = mine.root / "engagement.yaml"
    file.write_text(
        "max_flight:\n"
        "  own: {by: scribes, value: 700 s, stated: 2030, source: scribes-notes, status: assumed}\n"
    )
    added, held = mine.changes()
    assert (added.way, added.name) == ("added", "engagement.max_flight@own")
    assert added.after == "700 s (by scribes, 2030, assumed)"
    assert (held.before, held.after) == (
        "500..900 s, best 800 s (scribes)",
        "700 s (own)",
    )
    assert told(differences(load(mine.root), load(GOOD)))[0][:3] == (
        *("claim", "gone"),
        "engagement.max_flight@own",
    )


def test_adoptions_status_and_things(mine):
    mine.replace("missiles/heron.yaml", "existence: projected", "existence: flown")
    mine.replace("parties/west.yaml", "nothing of its own was printed", "it prints nothing")
    (mine.root / "sites/bay.yaml").write_text("name: Bay\n")
    mine.replace("dossier.yaml", "as_of: 2029-06", "as_of: 2029-07")
    ways = {(sort, way, name, key) for sort, way, name, key, _, _ in told(mine.changes())}
    assert ("thing", "added", "sites.bay", "") in ways
    assert ("thing", "changed", "missiles.heron", "existence") in ways
    assert ("file", "changed", "dossier", "as_of") in ways
    adopts = "west adopts interceptors.dart.burn_time@east-2028"
    assert ("adoption", "changed", adopts, "why") in ways


def test_it_is_printed_as_json_too(command, mine):
    mine.replace("interceptors/dart.yaml", "best: 4.5 km/s", "best: 4.6 km/s")
    body = json.loads(command("diff", str(GOOD), str(mine.root), "-f", "json").out)
    assert body["schema"] == "twoplustwo.diff/1"
    assert [one["sort"] for one in body["changes"]] == ["claim", "held"]
    assert "answers" not in body


def test_answers_that_moved_are_told_with_by_how_much(command, tmp_path: Path):
    home = load("europe-2007").root
    shutil.copytree(home, tmp_path / "mine")
    shutil.copytree(home.parent / "common", tmp_path / "common")
    raid = tmp_path / "mine/interceptors/gbi-2.yaml"
    text = raid.read_text()
    before, at, after = text.partition("number:\n")
    raid.write_text(before + at + after.replace("value: 10\n", "value: 12\n", 1))
    said = command("diff", "europe-2007", str(tmp_path / "mine"), "--answers")
    assert said.status == 0, said.err
    assert "~ interceptors.gbi-2.number@" in said.out and "value: 10 → 12" in said.out
    moved = said.out.partition("\nanswers\n")[2]
    assert "raid, us, " in moved and "→" in moved and " points)" in moved
    assert "range-classes" not in moved


def test_a_folder_that_is_no_dossier(command, tmp_path: Path):
    said = command("diff", "europe-2007", str(tmp_path))
    assert said.status == 2 and "the folder has no dossier.yaml" in said.err
    said = command("diff", "europe-2007", "europe-2007", "-f", "csv")
    assert (
        said.status == 2 and "diff has no form 'csv' (--format csv)\nforms: table, json" in said.err
    )
