"""The dossier that `twoplustwo new` writes: whole, explained, of nowhere, and with answers."""

import re
import shutil

import pytest

from twoplustwo.analysis.ask import ask
from twoplustwo.analysis.claims.bind import problems as propositions_unbound
from twoplustwo.dossier import check, load
from twoplustwo.dossier.find import packaged
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.runs.ask import ask as questions
from twoplustwo.runs.flown_range import far_from_print
from twoplustwo.runs.unanswerable import unanswerable_asks
from twoplustwo.search.worst.find import worst
from twoplustwo.search.worst.search import CORNERS


def texts(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".yaml", ".csv")
    }


def test_nothing_is_wrong_with_it(islands, islands_folder):
    assert check(islands_folder) == []
    assert propositions_unbound(islands) == [] and unanswerable_asks(islands) == []
    assert far_from_print(islands) == []
    assert islands.id == "my-dispute"


def test_every_file_says_what_it_is_for_and_points_to_its_schema(islands_folder):
    for path, text in texts(islands_folder).items():
        if not path.endswith(".yaml"):
            continue
        first, second = text.splitlines()[:2]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert found and (islands_folder / path).parent.joinpath(found[1]).is_file(), path
        assert re.match(r"# [A-Z]", second), path


def test_it_names_nothing_that_another_dossier_or_a_map_does(islands, islands_folder):
    known = set()
    for root in packaged().values():
        other = load(root)
        groups = (*other.things.values(), other.parties, other.speakers, other.regions)
        for group in groups:
            for key, one in group.items():
                known |= {key, *one.name.values()}
        (said,) = other.parameters["population.countries"]
        table = other.table(said.value.si)
        for column in ("name", "name_ru"):
            known |= {str(one) for one in table.column(column)}
    # what common brings to every dossier, or is a word of the language
    known -= {one.id for group in islands.things.values() for one in group.values()}
    whole = "\n".join(texts(islands_folder).values()).casefold()
    words = {one for one in known if len(one) > 3 and re.search(r"[A-ZА-Я-]", one)}
    found = [one for one in words if re.search(rf"\b{re.escape(one.casefold())}\b", whole)]
    assert not found


@pytest.mark.parametrize(
    ("name", "values"),
    [
        # all six cells; only the one behind the site, over which missiles pass on their way there
        ("who-is-covered", {"orrin": (1.0, True), "sesk": (0.05, False)}),
        ("what-the-radar-sees", {"orrin": (226.7, True), "sesk": (104.9, False)}),
    ],
)
def test_each_side_has_an_answer_of_its_own(islands, name, values):
    for answer in ask(name, ["orrin", "sesk"], islands):
        value, holds = values[answer.position]
        assert answer.headline.value == pytest.approx(value, rel=2e-3)
        assert answer.headline.holds is holds


def test_what_one_side_said_is_true_by_its_own_numbers(islands):
    (answer,) = ask("claims", ["orrin", "sesk"], islands)
    own = {row["position"]: row["own"] for row in answer.rows.records()}
    assert own == {"orrin": "fails", "sesk": "holds"}


def test_the_worst_case_is_that_of_the_test_wherever_its_region_stands(islands_folder, tmp_path):
    """A region whose name comes first in the alphabet takes no guarantee away."""
    shutil.copytree(islands_folder, tmp_path / "mine")
    window = "{south: -48, north: -47, west: -126, east: -123}"
    north = tmp_path / "mine/regions/north.yaml"
    north.write_text(f"name: The north\ncountries: [XOR]\nwindow: {window}\n")
    mine = load(tmp_path / "mine")
    (answer,) = ask("certainty", ["orrin", "sesk"], mine, effort="corners")
    assert "half of the people of Orrin" in answer.headline.sentence["en"]
    assert answer.rows.records()[0]["column"] == "coverage_orrin"


def test_two_sides_may_want_opposite_things_of_one_number(islands_folder, tmp_path):
    """What a quarrel is: one accepts at most half, the ask's own test wants at least half."""
    folder = tmp_path / "quarrel"
    shutil.copytree(islands_folder, folder)
    party = folder / "parties/sesk.yaml"
    text = party.read_text("utf-8")
    one = re.search(r"accepts:\n  - question: [\w-]+\n    test: .+\n", text)
    assert one
    wants = "accepts:\n  - question: who-is-covered\n    test: coverage_orrin <= 50 %\n"
    party.write_text(text.replace(one[0], wants), encoding="utf-8")
    quarrel = load(folder)
    (answer,) = ask("common-ground", sorted(quarrel.parties), quarrel)
    names = answer.rows.names
    assert len({*names}) == len(names)
    assert {"worst_coverage_orrin_most", "worst_coverage_orrin_least"} <= {*names}
    told = " ".join(h.sentence["en"] for h in (answer.headline, *answer.headlines))
    assert "(at most)" in told and "(at least)" in told


def test_a_threat_and_a_shield_say_enough(islands_folder, tmp_path):
    """An ask that names them knows its owner and its interceptor, and analyses ask it too."""
    folder = tmp_path / "layers"
    shutil.copytree(islands_folder, folder)
    for kind, text in (
        ("threats", "name: Arms\nowner: sesk\n"),
        ("shields", "name: Both\ninterceptors: [parry]\n"),
    ):
        (folder / kind).mkdir()
        (folder / kind / "all.yaml").write_text(text, encoding="utf-8")
    asks = folder / "asks.yaml"
    text = asks.read_text("utf-8")
    was = "options: {interceptor: parry, owner: sesk}"
    assert was in text
    asks.write_text(text.replace(was, "options: {threat: all, shield: all}"), encoding="utf-8")
    (folder / "states/third.yaml").write_text("name: Third\n", encoding="utf-8")
    parry = (folder / "interceptors/parry.yaml").read_text("utf-8")
    (folder / "interceptors/other.yaml").write_text(parry, encoding="utf-8")
    layers = load(folder)
    card = card_of(layers, "who-is-covered")
    assert card.unaided
    assert (card.options["owner"]["default"], card.options["interceptor"]["default"]) == (
        "sesk",
        "parry",
    )
    (why,) = ask("divergence", sorted(layers.parties), layers, of="who-is-covered")
    assert why.headline.value is not None


@pytest.mark.parametrize("most", [True, False])
@pytest.mark.parametrize("name", ["who-is-covered", "what-the-radar-sees"])
def test_the_worst_case_is_no_better_than_what_somebody_holds(islands, name, most):
    """Claims whose intervals do not touch are alternatives, each of them to be tried."""
    column = card_of(islands, name).headline["column"]
    parties = sorted(islands.parties)
    held = [one.headline.value for one in questions(name, parties, islands)]
    for party in parties:
        found = worst(name, Position(party), islands, column=column, most=most, effort=CORNERS)
        assert found.value >= max(held) if most else found.value <= min(held), party
