"""Claims that cannot stand: each refused with file, line, and what would do."""

import pytest

DART = "interceptors/dart.yaml"
HERON = "missiles/heron.yaml"

# What to break: file, old, new; then a text on the line to be named, and the words said.
CASES = {
    "unknown kind key": (
        DART,
        "burn_time:",
        "burn_tyme:",
        "burn_tyme:",
        ["interceptors.dart has an unknown key, burn_tyme", "did you mean burn_time?"],
    ),
    "unknown claim key": (
        HERON,
        "    undisputed: yes",
        "    undisputable: yes",
        "undisputable",
        ["has an unknown key, undisputable", "did you mean undisputed?"],
    ),
    "unknown unit": (
        DART,
        "value: 95 s",
        "value: 95 sec",
        "95 sec",
        [
            "interceptors.dart.burn_time: '95 sec' has an unknown unit, 'sec'",
            "expected time, in s, min, h",
        ],
    ),
    "a unit of elsewhere is converted": (
        HERON,
        "value: 1.3 m",
        "value: 51 inch",
        "51 inch",
        ["unknown unit, 'inch'", "in m, km", "1 inch is 0.0254 m"],
    ),
    "wrong dimension": (
        DART,
        "value: 95 s",
        "value: 95 km",
        "95 km",
        ["'95 km' measures length, not time", "expected time, in s, min, h"],
    ),
    "no unit": (
        DART,
        "value: 95 s",
        "value: 95",
        "value: 95",
        ["'95' has no unit", "such as 2 s or 2..3.5 s"],
    ),
    "not a number": (
        DART,
        "value: 95 s",
        "value: long",
        "value: long",
        ["'long' is not a quantity"],
    ),
    "thousands": (
        HERON,
        "propellant: 9000 kg",
        "propellant: 9,000 kg",
        "9,000",
        ["'9,000 kg' is not a quantity", "write numbers without commas"],
    ),
    "interval the wrong way round": (
        HERON,
        "value: -4..4 deg",
        "value: 4..-4 deg",
        "4..-4 deg",
        ["an interval with its ends the wrong way round"],
    ),
    "best outside": (
        DART,
        "best: 4.5 km/s",
        "best: 4.9 km/s",
        "value: 4.1..4.7",
        [
            "best of interceptors.dart.burnout_speed, 4.9 km/s, lies outside its interval",
            "expected a number in 4.1..4.7 km/s",
        ],
    ),
    "best without whose": (
        DART,
        "    best_by: east-office\n",
        "",
        "best: 4.5 km/s",
        [
            "claim interceptors.dart.burnout_speed@east-2028 has a best value without whose it is",
            "add `best_by:` with a speaker of speakers.yaml",
            "the middle is taken, and shown so",
        ],
    ),
    "whose best, and no best": (
        DART,
        "    best: 4.5 km/s\n",
        "",
        "best_by:",
        [
            "claim interceptors.dart.burnout_speed@east-2028 has best_by but no best",
            "add `best:`, or take it away",
        ],
    ),
    "best by nobody": (
        DART,
        "best_by: east-office",
        "best_by: east-ofice",
        "best_by:",
        [
            "best of claim interceptors.dart.burnout_speed@east-2028 names an unknown speaker",
            "did you mean east-office?",
        ],
    ),
    "a critic's best without a source": (
        DART,
        "best_by: east-office",
        "best_by: west-minister",
        "best_by:",
        [
            "best of claim interceptors.dart.burnout_speed@east-2028 is by west-minister, "
            "without a source",
            "east-office said the interval",
            "add `best_source:`",
        ],
    ),
    "a critic's best from an unknown source": (
        DART,
        "best_by: east-office",
        "best_by: west-minister\n    best_source: west-spech",
        "best_source:",
        ["names an unknown source, west-spech", "did you mean west-speech?"],
    ),
    "ascribed to nobody": (
        DART,
        "    value: 95 s",
        "    value: 95 s\n    ascribed_to: scribs",
        "ascribed_to:",
        [
            "claim interceptors.dart.burn_time@east-2028 names an unknown speaker, scribs",
            "did you mean scribes?",
        ],
    ),
    "ascribed to the speaker": (
        DART,
        "    value: 95 s",
        "    value: 95 s\n    ascribed_to: east-office",
        "ascribed_to:",
        [
            "claim interceptors.dart.burn_time@east-2028 is ascribed to its own speaker",
            "where the one in by tells of somebody else's",
            "name who is said to use the number, or take it away",
        ],
    ),
    "ends by nobody": (
        DART,
        "    reading: unstated",
        "    ends_by: scribs\n    reading: unstated",
        "ends_by:",
        [
            "ends of claim interceptors.dart.burnout_speed@east-2028 names an unknown speaker, "
            "scribs",
            "did you mean scribes?",
        ],
    ),
    "a critic's ends without a source": (
        DART,
        "    reading: unstated",
        "    ends_by: west-minister\n    reading: unstated",
        "ends_by:",
        [
            "ends of claim interceptors.dart.burnout_speed@east-2028 are by west-minister, "
            "without a source",
            "where west-minister gave the ends",
            "add `ends_source:`",
        ],
    ),
    "ends from an unknown source": (
        DART,
        "    reading: unstated",
        "    ends_by: west-minister\n    ends_source: west-spech\n    reading: unstated",
        "ends_source:",
        ["names an unknown source, west-spech", "did you mean west-speech?"],
    ),
    "ends of a single value": (
        DART,
        "    value: 95 s",
        "    value: 95 s\n    ends_by: scribes",
        "ends_by:",
        [
            "claim interceptors.dart.burn_time@east-2028 has ends_by but no interval",
            "give an interval as `value:`, or take it away",
        ],
    ),
    "a claim that counts in an unknown way": (
        HERON,
        "    undisputed: yes",
        "    undisputed: yes\n    counts: never",
        "counts: never",
        ["has the unknown counts never", "expected one of always, when-said"],
    ),
    "a bound alone": (
        DART,
        "value: 5.0..5.6 km/s",
        'value: ">= 5 km/s"',
        ">= 5 km/s",
        ["interceptors.dart.burnout_speed is only a bound: >= 5 km/s", "add `best:`"],
    ),
    "negative mass": (
        HERON,
        "value: 700 kg",
        "value: -700 kg",
        "-700 kg",
        ["missiles.heron.payload cannot be -700 kg", "expected 1..50000 kg"],
    ),
    "negative mass of a stage": (
        HERON,
        "structure: 300 kg",
        "structure: -300 kg",
        "-300 kg",
        ["missiles.heron.stages.2.structure cannot be -300 kg", "expected 1..1000000 kg"],
    ),
    "latitude 95": (
        "bases/hill.yaml",
        "latitude: 40 deg",
        "latitude: 95 deg",
        "95 deg",
        ["bases.hill.location.latitude cannot be 95 deg", "expected -90..90 deg"],
    ),
    "a stage with no burn time": (
        HERON,
        "        burn_time: 50 s\n",
        "",
        "propellant: 9000 kg",
        ["missiles.heron.stages.1 has no burn_time", "add `burn_time: ... s`"],
    ),
    "a stage with an unknown key": (
        HERON,
        "burn_time: 50 s",
        "burn_tme: 50 s",
        "burn_tme",
        ["missiles.heron.stages.1 has an unknown key, burn_tme", "did you mean burn_time?"],
    ),
    "an interval in a block": (
        "bases/hill.yaml",
        "latitude: 40 deg",
        "latitude: 40..41 deg",
        "40..41",
        ["bases.hill.location.latitude is an interval: 40..41 deg"],
    ),
    "a name not allowed": (
        "../good-common/engagement.yaml",
        "value: burnout",
        "value: burn-out",
        "burn-out",
        [
            "engagement.unstated_speed_reading cannot be burn-out",
            "expected one of burnout, energy",
            "did you mean burnout?",
        ],
    ),
    "a missile that is not there": (
        "bases/hill.yaml",
        "value: heron",
        "value: herron",
        "value: herron",
        ["claim bases.hill.missile@almanac names an unknown thing, herron", "did you mean heron?"],
    ),
    "a site that is not there": (
        DART,
        "value: cape",
        "value: cap",
        "value: cap",
        ["claim interceptors.dart.site@almanac names an unknown thing, cap", "did you mean cape?"],
    ),
    "a plain key not allowed": (
        HERON,
        "existence: projected",
        "existence: projekted",
        "projekted",
        ["missiles.heron has the unknown existence projekted", "expected one of flown, projected"],
    ),
    "unknown speaker": (
        "sites/cape.yaml",
        "by: almanac",
        "by: almanack",
        "almanack",
        [
            "claim sites.cape.location@almanac names an unknown speaker, almanack",
            "did you mean almanac?",
        ],
    ),
    "unknown source": (
        "sites/cape.yaml",
        "source: almanac-2029",
        "source: almanac-2019",
        "almanac-2019",
        ["names an unknown source, almanac-2019", "did you mean almanac-2029?"],
    ),
    "unknown status": (
        "sites/cape.yaml",
        "status: read",
        "status: seen",
        "status: seen",
        ["has the unknown status seen", "read, secondary, recalled, derived, assumed"],
    ),
    "unknown reading": (
        DART,
        "reading: energy",
        "reading: enrgy",
        "enrgy",
        ["has the unknown reading enrgy", "did you mean energy?"],
    ),
    "a reading never computed with": (
        DART,
        "reading: energy",
        "reading: mean_path",
        "mean_path",
        ["is read as mean_path", "never computed with", "such as mean_path_speed"],
    ),
    "no date": (
        "sites/cape.yaml",
        "stated: 2029",
        "stated: last week",
        "last week",
        ["is no date: last week", "such as 2007, 2007-09 or 2007-09-27"],
    ),
    "a day that is not": (
        "sites/cape.yaml",
        "stated: 2029",
        "stated: 2029-02-30",
        "2029-02-30",
        ["is no date: 2029-02-30"],
    ),
    "too long a quotation": (
        DART,
        "says: a little over four",
        "says: " + "word " * 16,
        "says: word",
        ["quotes 16 words", "at most 15"],
    ),
    "supersedes nothing": (
        DART,
        "supersedes: interceptors.dart.number@east-2028",
        "supersedes: interceptors.dart.number@east-208",
        "east-208",
        ["supersedes an unknown claim", "did you mean interceptors.dart.number@east-2028?"],
    ),
    "supersedes the other side": (
        DART,
        "supersedes: interceptors.dart.number@east-2028",
        "supersedes: interceptors.dart.number@west-later",
        "supersedes:",
        [
            "supersedes a claim of another side",
            "east-office speaks for east",
            "west-minister for west",
        ],
    ),
    "a claim without a name": (
        HERON,
        "  east-2028:\n    by: east-office\n    value: 1.3 m",
        "  by: east-office\n  x1:\n    by: east-office\n    value: 1.3 m",
        "  by: east-office\n",
        ["claim missiles.heron.diameter@by is no claim", "one block a claim"],
    ),
    "a claim that is a value": (
        HERON,
        "scribes: {by: scribes, value: 4 s, stated: 2030-01, source: scribes-notes, "
        "status: assumed}",
        "scribes: 4 s",
        "scribes: 4 s",
        ["claim missiles.heron.vertical_time@scribes is no claim"],
    ),
    "a name that cannot stand in a path": (
        DART,
        "  west-later:",
        "  West later:",
        "West later",
        ["'West later' is no name", "write west-later"],
    ),
}


@pytest.mark.parametrize("case", CASES, ids=[case.replace(" ", "-") for case in CASES])
def test_zoo(zoo, said, case):
    file, old, new, line, words = CASES[case]
    zoo.replace(file, old, new)
    at = zoo.line(file, line) if "\n" not in line else _line_of(zoo, file, line)
    said(file.removeprefix("../"), at, *words)


def _line_of(zoo, file, line):
    lines = (zoo.root / file).read_text().splitlines()
    return lines.index(line.rstrip("\n")) + 1
