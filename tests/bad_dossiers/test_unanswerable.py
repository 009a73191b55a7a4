"""What an ask lacks is told with the lines to write; written, they make it answerable."""

import re

import pytest

from twoplustwo.dossier import load
from twoplustwo.dossier.kinds import kinds
from twoplustwo.runs.unanswerable import unanswerable_asks

FILLED = {
    "by: …": "by: scribes",
    "source: …": "source: scribes-notes",
    "stated: …": "stated: 2030-01",
    "why: …": "why: nobody else says anything",
    "{en: …}": "{en: Something}",
}
"""What an author writes in place of the blanks."""
ONLY_RANGES = "what-flies-how-far: {question: range-classes}\n" + "".join(
    f"{name}: {{question: {name}, plays: no}}\n"
    for name in ("footprint", "reach", "radar-view", "raid", "threat-timeline")
)


def told(zoo):
    return unanswerable_asks(load(zoo.root))


def about(zoo, name):
    return next(one for one in told(zoo) if f" {name} cannot be answered" in one.what)


def lines_to_write(error):
    """The lines that a message tells to write, by file."""
    files, lines = {}, []
    for line in error.fix.splitlines():
        if found := re.fullmatch(r".*write in (\S+):", line):
            lines = files.setdefault(found[1], [])
        elif line.startswith("  "):
            lines.append(line[2:])
    return files


def write(zoo, files):
    """Do as told, with a number in the middle of what can be for each blank."""
    for file, lines in files.items():
        kind = kinds().get(file.partition("/")[0].removesuffix(".yaml"))
        name, filled = "", []
        for line in lines:
            name = line.partition(":")[0] if not line.startswith(" ") else name
            for blank, text in FILLED.items():
                line = line.replace(blank, text)
            parameter = kind.parameters.get(name) if kind else None
            if parameter is not None and parameter.of:
                line = line.replace("value: …", f"value: {parameter.of[0]}")
            elif parameter is not None and parameter.within:
                line = line.replace("value: …", f"value: {_middle(parameter.within_text)}")
            filled.append(line.replace("NAME:", "told:"))
        path = zoo.root / file
        before = path.read_text(encoding="utf-8") if path.is_file() else ""
        zoo.write(file, before + "\n".join(filled) + "\n")


def _middle(within):
    low, high = (float(one.split()[0]) for one in within.split(".."))
    return f"{0.5 * (low + high):g}"


def test_everything_that_a_question_lacks_is_told_at_once_and_does_when_written(zoo):
    error = about(zoo, "range-classes")
    for path in ("treaty.shorter_from", "warhead.reentry_ballistic_coefficient"):
        assert path in error.what
    assert error.what.endswith("for east, west") and error.where.endswith("good/dossier.yaml")
    files = lines_to_write(error)
    assert {*files} == {"treaty.yaml", "warhead.yaml"}
    assert "    NAME: {by: …, value: … km, stated: …, source: …, status: assumed}" in error.fix
    write(zoo, files)
    assert not [one for one in told(zoo) if "range-classes" in one.what]


def test_it_is_an_error_only_where_nothing_else_can_be_answered(zoo):
    zoo.write("asks.yaml", ONLY_RANGES)
    (error,) = told(zoo)
    assert error.what.startswith("the ask what-flies-how-far cannot be answered: nothing is held")
    assert error.where.endswith("asks.yaml:1") and not error.warning
    write(zoo, lines_to_write(error))
    assert told(zoo) == []
    zoo.write("asks.yaml", ONLY_RANGES.replace("raid, plays: no", "raid"))
    (error,) = told(zoo)
    assert error.what == (
        "the ask raid cannot be answered: nothing says which against and which scale is meant"
    )
    assert error.warning and error.why == "the dossier has no forces"
    assert lines_to_write(error) == {"forces/NAME.yaml": ["name: {en: …}"]}


def test_a_question_that_a_dossier_does_not_ask_may_be_set_aside(zoo):
    zoo.write("asks.yaml", ONLY_RANGES.replace("raid: {question: raid, plays: no}\n", ""))
    error = next(one for one in told(zoo) if "the question raid" in one.what)
    files = lines_to_write(error)
    assert files.pop("asks.yaml") == ["raid: {question: raid, plays: no}"]
    write(zoo, {"asks.yaml": ["raid: {question: raid, plays: no}"]})
    assert not [one for one in told(zoo) if "raid" in one.what]


def test_what_only_one_side_says_can_be_adopted_by_the_other(zoo):
    write(zoo, lines_to_write(about(zoo, "range-classes")))
    zoo.write("asks.yaml", ONLY_RANGES)
    assert told(zoo) == []
    zoo.replace("parties/east.yaml", "adopts:\n  - claim: missiles.heron.payload@west-2029\n", "")
    zoo.replace("parties/east.yaml", "    source: east-paper\n    status: read\n", "")
    (error,) = told(zoo)
    assert "nothing is held of missiles.heron.payload; so for east" in error.what
    assert "missiles.heron.payload: no speaker of east says anything" in error.why
    assert error.warning  # west has its answer
    assert lines_to_write(error) == {
        "parties/east.yaml": [
            "adopts:",
            "  - {claim: missiles.heron.payload@west-2029, status: assumed, why: …}",
        ]
    }
    write(zoo, lines_to_write(error))
    assert told(zoo) == []


def test_lines_are_told_once_and_named_again(zoo):
    zoo.write("asks.yaml", "one: {question: range-classes}\ntwo: {question: range-classes}\n")
    first, second = (about(zoo, name) for name in ("one", "two"))
    assert first.what.replace("one", "") == second.what.replace("two", "")
    assert lines_to_write(second)["warhead.yaml"] == ["reentry_ballistic_coefficient:  # as above"]


def test_of_several_things_one_is_to_be_named(zoo):
    zoo.write("states/north.yaml", "name: North\n")
    zoo.write("asks.yaml", ONLY_RANGES)  # other options of an ask are said again
    error = told(zoo)[0]
    assert "nothing says which owner is meant" in error.what
    assert error.why == "states has east, north"
    assert lines_to_write(error) == {
        "asks.yaml": [
            "what-flies-how-far:",
            "  question: range-classes",
            "  options: {owner: east}",
        ]
    }


@pytest.mark.parametrize(
    ("gone", "name", "words"),
    [
        ("interceptors/dart.yaml", "footprint", "the dossier has no interceptors"),
        ("states/east.yaml", "range-classes", "the dossier has no states"),
    ],
)
def test_a_kind_that_is_missing_is_told_with_a_whole_file(zoo, gone, name, words):
    (zoo.root / gone).unlink()
    zoo.replace("missiles/heron.yaml", "owner: east\n", "")
    for file in ("disputes.yaml", "measures/slow-dart.yaml", "measures/promise.yaml"):
        (zoo.root / file).unlink()
    number = "interceptors.dart.number"
    chooses = f"chooses: {{{number}: {number}@west-early}}\n" if "dart" not in gone else ""
    zoo.write("parties/west.yaml", f"name: West\n{chooses}")
    (zoo.root / "missiles/heron.yaml").unlink()
    (zoo.root / "bases/hill.yaml").unlink()
    zoo.write("parties/east.yaml", "name: East\n")
    error = about(zoo, name)
    assert words in error.why
    (file,) = (one for one in lines_to_write(error) if one.startswith(gone.partition("/")[0]))
    assert file == f"{gone.partition('/')[0]}/NAME.yaml"
    assert lines_to_write(error)[file][0] == "name: {en: …}"


def test_a_region_is_asked_for_where_there_is_none(zoo):
    error = about(zoo, "footprint")
    assert "the dossier has no regions/NAME.yaml" in error.what
    assert lines_to_write(error)["regions/NAME.yaml"][1].startswith("countries: […]")


def test_an_analysis_that_a_dossier_names_says_what_it_is_about(zoo):
    zoo.write("asks.yaml", "hinge: {question: hangs-on, plays: yes}\n")
    error = about(zoo, "hinge")
    assert error.what.endswith("hinge does not know which capital is meant")
    assert error.where.endswith("asks.yaml:1") and error.fix == "write targets/NAME.yaml"
