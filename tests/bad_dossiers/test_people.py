"""Parties, disputes, measures and sources that lead nowhere."""

import pytest

from twoplustwo.base.errors import DossierError
from twoplustwo.dossier import check, load

CASES = {
    "unknown party": (
        "speakers.yaml",
        "party: west",
        "party: wets",
        "party: wets",
        [
            "speaker west-minister names an unknown party, wets",
            "known parties: east, west",
            "did you mean west?",
        ],
    ),
    "adopts nothing": (
        "parties/east.yaml",
        "missiles.heron.payload@west-2029",
        "missiles.heron.payload@west-209",
        "- claim:",
        [
            "party east adopts an unknown claim, missiles.heron.payload@west-209",
            "did you mean missiles.heron.payload@west-2029?",
        ],
    ),
    "adopts without why": (
        "parties/west.yaml",
        "    why: nothing of its own was printed\n",
        "",
        "- claim:",
        ["west adopts interceptors.dart.burn_time@east-2028 without saying why", "add `why:`"],
    ),
    "adopts without source": (
        "parties/east.yaml",
        "    source: east-paper\n",
        "",
        "- claim:",
        ["east adopts missiles.heron.payload@west-2029 without a source"],
    ),
    "adopts with an unknown source": (
        "parties/east.yaml",
        "source: east-paper",
        "source: east-papers",
        "- claim:",
        ["names an unknown source, east-papers", "did you mean east-paper?"],
    ),
    "chooses nothing": (
        "parties/west.yaml",
        "interceptors.dart.number@west-later",
        "interceptors.dart.number@west-latter",
        1,
        ["party west chooses an unknown claim", "did you mean interceptors.dart.number@west-later"],
    ),
    "chooses for nothing": (
        "parties/west.yaml",
        "  interceptors.dart.number:",
        "  interceptors.dart.numbers:",
        1,
        ["chooses for an unknown parameter", "did you mean interceptors.dart.number?"],
    ),
    "accepts no test": (
        "parties/west.yaml",
        "share_reachable <= 2 %",
        "share_reachable under 2 %",
        "under",
        ["'share_reachable under 2 %' is not a test", "COLUMN (=|<|<=|>|>=) VALUE"],
    ),
    "dispute over nothing": (
        "disputes.yaml",
        "    - interceptors.dart.number\n",
        "    - interceptors.dart.nmber\n",
        "nmber",
        [
            "dispute dart-number names an unknown parameter",
            "did you mean interceptors.dart.number?",
        ],
    ),
    "two disputes over one thing": (
        "disputes.yaml",
        "    - interceptors.dart.number\n",
        "    - interceptors.dart.burnout_speed\n",
        "    - interceptors.dart.burnout_speed",
        ["which dart-speed names too", "or it would count twice"],
    ),
    "a slider with the wrong unit": (
        "disputes.yaml",
        "slider: 3..6 km/s",
        "slider: 3..6 km",
        "slider:",
        ["slider of dispute dart-speed", "measures length, not speed"],
    ),
    "a slider beyond the kind": (
        "disputes.yaml",
        "slider: 3..6 km/s",
        "slider: 3..60 km/s",
        "slider:",
        ["cannot be 3..60 km/s", "expected an interval within 1..12 km/s"],
    ),
    "a measure on nothing": (
        "measures/slow-dart.yaml",
        "interceptors.*.burnout_speed",
        "interceptors.*.speed",
        6,
        ["a measure names an unknown parameter, interceptors.*.speed"],
    ),
    "a measure in the wrong unit": (
        "measures/slow-dart.yaml",
        "at_most: 4.2 km/s",
        "at_most: 4.2 km",
        "at_most:",
        ["'4.2 km' measures length, not speed"],
    ),
    "a measure that does two things": (
        "measures/slow-dart.yaml",
        "at_most: 4.2 km/s",
        "at_most: 4 km/s\n    at_least: 4 km/s",
        6,
        ["does 2 things to interceptors.*.burnout_speed", "expected exactly one of"],
    ),
    "a proposition by nobody": (
        "propositions/no-catch.yaml",
        "by: east-office",
        "by: est-office",
        0,
        ["proposition no-catch names an unknown speaker", "did you mean east-office?"],
    ),
    "a source of an unknown type": (
        "sources.yaml",
        "type: speech",
        "type: spech",
        "spech",
        ["source west-speech has the unknown type spech", "did you mean speech?"],
    ),
    "a source of an unknown rank": (
        "sources.yaml",
        "rank: transcript",
        "rank: transcrpt",
        "transcrpt",
        [
            "source west-speech has the unknown rank transcrpt",
            "expected one of primary, transcript, press, reprint, catalogue",
            "did you mean transcript?",
        ],
    ),
    "a source with no title": (
        "sources.yaml",
        "  title: Speech at the western shore\n",
        "",
        "west-speech:",
        ["source west-speech has no title"],
    ),
    "a dossier with no date": (
        "dossier.yaml",
        "as_of: 2029-06\n",
        "",
        1,
        ["the dossier has no as_of"],
    ),
    "a folder that is not there": (
        "dossier.yaml",
        "../good-common",
        "../good-comon",
        "includes",
        ["there is no folder ../good-comon to include"],
    ),
}


@pytest.mark.parametrize("case", CASES, ids=[case.replace(" ", "-") for case in CASES])
def test_zoo(zoo, said, case):
    file, old, new, line, words = CASES[case]
    zoo.replace(file, old, new)
    if line == 0:
        error = zoo.refusal()
        assert error.where.endswith(file)
        assert all(word in str(error) for word in words), error
    else:
        said(file, line, *words)


def test_sources_without_a_rank_are_told_once(zoo):
    """A dossier written before there were ranks still loads."""
    zoo.replace("sources.yaml", "  rank: transcript\n", "")
    assert load(zoo.root).sources["west-speech"].rank == ""
    (warning,) = [one for one in check(zoo.root) if "rank" in one.what]
    assert warning.warning
    assert warning.where.endswith(f"sources.yaml:{zoo.line('sources.yaml', 'west-speech:')}")
    assert "sources without a rank: west-speech" in str(warning)
    assert "add `rank:`" in str(warning)


def test_two_claims_with_nothing_to_choose_between_them(zoo):
    zoo.replace(
        "parties/west.yaml",
        "chooses:\n  interceptors.dart.number: interceptors.dart.number@west-later\n",
        "",
    )
    (error,) = zoo.errors()
    assert error.where.endswith("interceptors/dart.yaml:42")
    assert "west is left with 2 claims about interceptors.dart.number" in str(error)
    assert "nothing chooses between west-early (40), west-later (60)" in str(error)
    assert "`chooses: {interceptors.dart.number: interceptors.dart.number@west-early}`" in str(
        error
    )
    assert "parties/west.yaml" in str(error)


def test_a_party_with_no_claim_where_others_have_one(zoo):
    zoo.replace(
        "parties/west.yaml",
        "interceptors.dart.burn_time@east-2028",
        "missiles.heron.diameter@east-2028",
    )
    load(zoo.root)
    found = [one for one in check(zoo.root) if one.warning and "burn_time" in one.what]
    (warning,) = found
    assert warning.where.endswith("interceptors/dart.yaml:22")
    assert "west holds nothing for interceptors.dart.burn_time, which others do" in str(warning)
    assert "no speaker of west says anything" in str(warning)
    assert "not answerable" in str(warning)


def test_an_adopted_claim_was_superseded(zoo):
    zoo.replace(
        "missiles/heron.yaml",
        "payload:\n",
        "payload:\n  newer: {by: west-minister, value: 800 kg, stated: 2029-03, "
        "source: west-speech, status: read, supersedes: missiles.heron.payload@west-2029}\n",
    )
    (error,) = zoo.errors()
    assert error.where.endswith("parties/east.yaml:3")
    assert "east adopts missiles.heron.payload@west-2029, which newer supersedes" in str(error)


def test_a_chain_of_adoptions_over_time_is_no_mistake(zoo):
    """Who takes over the newer claim too stands on the older one until then."""
    test_an_adopted_claim_was_superseded(zoo)
    zoo.replace(
        "parties/east.yaml",
        "adopts:\n",
        "adopts:\n  - {claim: missiles.heron.payload@newer, source: east-paper, status: read}\n",
    )
    assert zoo.errors() == []


@pytest.mark.parametrize(
    ("adopted", "refused"),
    [("2029-01", True), ("2028", True), ("2029-02", False), ("2029-02-03", False), ("2029", False)],
)
def test_an_adoption_older_than_its_claim(zoo, said, adopted, refused):
    """The claim was stated in 2029-02; only what cannot be is refused."""
    zoo.replace(
        "parties/east.yaml",
        "    source: east-paper\n",
        f"    source: east-paper\n    stated: {adopted}\n",
    )
    if not refused:
        assert zoo.errors() == []
        return
    said(
        "parties/east.yaml",
        "- claim:",
        "party east adopts missiles.heron.payload@west-2029 before it was said",
        f"adopted {adopted}, but stated 2029-02",
        "correct one of the two dates",
    )


def test_what_always_counts_can_be_taken_over_on_any_day(zoo):
    zoo.replace(
        "parties/east.yaml",
        "adopts:\n",
        "adopts:\n  - {claim: missiles.heron.loft@scribes, "
        "source: east-paper, status: read, stated: 2028-03}\n",
    )
    assert zoo.errors() == []


def test_an_adoption_on_no_day(zoo, said):
    zoo.replace(
        "parties/east.yaml",
        "    source: east-paper\n",
        "    source: east-paper\n    stated: lately\n",
    )
    said("parties/east.yaml", "stated:", "is no date: lately", "such as 2007, 2007-09")


def test_a_speaker_who_counts_in_an_unknown_way(zoo, said):
    zoo.replace("speakers.yaml", "  party: west", "  party: west\n  counts: allways")
    said(
        "speakers.yaml",
        "counts:",
        "speaker west-minister has the unknown counts allways",
        "did you mean always?",
    )


def test_no_dossier_there(tmp_path):
    with pytest.raises(DossierError) as caught:
        load(tmp_path)
    assert "the folder has no dossier.yaml" in str(caught.value)


def test_unknown_dossier_names_the_packaged_ones():
    with pytest.raises(DossierError) as caught:
        load("europe-2070")
    assert "no dossier named europe-2070" in str(caught.value)
    assert "did you mean europe-2007?" in str(caught.value)
