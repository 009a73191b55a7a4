"""Measures, propositions and couplings that cannot stand."""

import pytest

COUPLED = """hardly-both:
  propositions: [no-catch, some-catch]
  why: {en: One denies the other., ru: Одно отрицает другое.}
  by: scribes
  source: almanac-2029
  status: derived
"""
SECOND = """text: {en: Some dart catches a heron., ru: Какой-то дротик догонит цаплю.}
question: reach
test: share_reachable > 0 %
"""
SILENT = "text: {en: Darts are rude., ru: Дротики грубы.}\nhandle: none\nnote: a matter of taste\n"

MEASURES = {
    "an unknown bound": (
        "slow-dart",
        "bounds: speed",
        "bounds: sped",
        "bounds:",
        [
            "measure slow-dart has the unknown bounds sped",
            "speed, number, place, view",
            "did you mean speed?",
        ],
    ),
    "no bound": ("slow-dart", "bounds: speed\n", "", 1, ["measure slow-dart has no bounds"]),
    "physical and idle": (
        "promise",
        "bounds: nothing physical",
        "bounds: view",
        "bounds:",
        [
            "measure promise bounds view and does nothing",
            "says why",
            "add `why:`",
            "or bound knowledge or nothing physical",
        ],
    ),
    "verified by nothing": (
        "slow-dart",
        "verified_by: [display]",
        "verified_by: [displya]",
        0,
        ["measure slow-dart names an unknown measure, displya", "did you mean display?"],
    ),
    "read nowhere": (
        "promise",
        "status: assumed",
        "status: read",
        "status:",
        ["measure promise has no source", "or is `status: assumed`"],
    ),
    "too many words": (
        "promise",
        "does: []",
        "does: []\nsays: a b c d e f g h i j k l m n o p",
        "says:",
        ["measure promise quotes 16 words", "at most 15"],
    ),
}

PROPOSITIONS = {
    "a test with no question": (
        "question: reach\n",
        "handle: none\nnote: none\n",
        "test:",
        ["proposition no-catch has test and no question", "add `question:`"],
    ),
    "a question with a handle": (
        "question: reach\n",
        "question: reach\nhandle: none\n",
        "handle:",
        ["has a question and a handle", "take one of them away"],
    ),
    "rows picked by nothing": (
        "question: reach\n",
        "question: reach\nwhere: base ~ hill\n",
        "where:",
        ["'base ~ hill' picks no rows", "COLUMN = NAME"],
    ),
    "rows neither every nor some": (
        "question: reach\n",
        "question: reach\nrows: most\n",
        "rows:",
        ["the unknown rows most", "expected one of every, some"],
    ),
    "an unknown measure laid over": (
        "question: reach\n",
        "question: reach\nmeasures: [slow-drat]\n",
        0,
        ["names an unknown measure, slow-drat", "did you mean slow-dart?"],
    ),
    "an unknown parameter set": (
        "question: reach\n",
        "question: reach\nset:\n  interceptors.dart.nmber: 3\n",
        0,
        [
            "names an unknown parameter, interceptors.dart.nmber",
            "did you mean interceptors.dart.number?",
        ],
    ),
    "a parameter set in the wrong unit": (
        "question: reach\n",
        "question: reach\nset:\n  interceptors.dart.burnout_speed: 3 kg\n",
        0,
        ["'3 kg' measures mass, not speed"],
    ),
}


@pytest.mark.parametrize("case", MEASURES, ids=[case.replace(" ", "-") for case in MEASURES])
def test_measures(zoo, said, case):
    name, old, new, line, words = MEASURES[case]
    zoo.replace(f"measures/{name}.yaml", old, new)
    if line == 0:
        assert all(word in str(zoo.refusal()) for word in words), zoo.refusal()
    else:
        said(f"measures/{name}.yaml", line, *words)


@pytest.mark.parametrize("case", PROPOSITIONS, ids=[c.replace(" ", "-") for c in PROPOSITIONS])
def test_propositions(zoo, said, case):
    old, new, line, words = PROPOSITIONS[case]
    zoo.replace("propositions/no-catch.yaml", old, new)
    if line == 0:
        assert all(word in str(zoo.refusal()) for word in words), zoo.refusal()
    else:
        said("propositions/no-catch.yaml", line, *words)


def test_what_is_not_physical_says_so_and_why(zoo):
    zoo.write("propositions/rude.yaml", SILENT.replace("handle: none\n", ""))
    assert "proposition rude has no handle" in str(zoo.refusal())
    zoo.write("propositions/rude.yaml", SILENT.replace("note: a matter of taste\n", ""))
    assert "proposition rude has neither question nor note" in str(zoo.refusal())
    zoo.write("propositions/rude.yaml", SILENT)
    assert zoo.errors() == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "some-catch",
            "sum-catch",
            ["names an unknown proposition, sum-catch", "did you mean some-catch?"],
        ),
        ("[no-catch, some-catch]", "[no-catch, no-catch]", ["names 1 proposition", "at least two"]),
        ("by: scribes", "by: scribblers", ["coupling hardly-both names an unknown speaker"]),
    ],
)
def test_couplings(zoo, old, new, words):
    zoo.write("propositions/some-catch.yaml", SECOND)
    zoo.write("couplings.yaml", COUPLED)
    assert zoo.errors() == []
    zoo.replace("couplings.yaml", old, new)
    assert all(word in str(zoo.refusal()) for word in words), zoo.refusal()
