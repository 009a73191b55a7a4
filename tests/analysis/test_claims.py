"""Public statements: which hold, under whose numbers, and what turns them."""

from dataclasses import replace

import numpy as np
import pytest

from twoplustwo.analysis.ask import ask
from twoplustwo.analysis.claims.bind import RowCriterion, problems
from twoplustwo.analysis.claims.deciding import deciding
from twoplustwo.analysis.claims.verdict_text import verdict_text
from twoplustwo.base.criterion import Criterion as Predicate
from twoplustwo.base.errors import DossierError, OptionError
from twoplustwo.base.filter import Filter
from twoplustwo.base.table import Column, Table
from twoplustwo.dossier.statements import Case, Coupling, Proposition
from twoplustwo.positions.position import Position
from twoplustwo.runs.ask import ask as run

from ..europe_cards import card
from .parties import with_parties

QUICK = (
    "a01-cannot-catch",
    "a05-ten-no-effect",
    "a07-ten-too-few",
    "a12-radar-too-weak",
    "a16-could-reach",
    "a19-capability-counts",
    "b01-europe-later",
    "b03-not-aimed",
    "b04-transparency-certainty",
    "b05-inf-removes-threat",
)
PAIR = Coupling(
    "both",
    ("a01-cannot-catch", "a16-could-reach"),
    {"en": "x"},
    "compilers",
    "compilers-notes",
    "assumed",
)
FINE = replace(PAIR, id="fine", propositions=("a05-ten-no-effect", "a16-could-reach"))


def some(europe, names=QUICK, couplings=(PAIR, FINE), **more):
    """The dossier with a few of its propositions, and some of the tests' own."""
    kept = {name: europe.propositions[name] for name in names}
    coupled = {one.id: one for one in couplings}
    return replace(europe, propositions=kept | more, couplings=coupled)


@pytest.fixture(scope="module")
def dossier(europe):
    return some(europe)


@pytest.fixture(scope="module")
def answer(dossier):
    return ask("claims", sorted(dossier.parties), dossier)[0]


def rows(answer, table="rows"):
    first = "proposition" if table == "rows" else "coupling"
    return {(r[first], r["position"]): r for r in answer.table(table).records()}


def test_every_proposition_has_a_verdict_under_every_party(answer, dossier):
    found = rows(answer)
    assert set(found) == {(n, p) for n in dossier.propositions for p in dossier.parties}


def test_verdicts_that_the_claims_alone_decide(answer, dossier):
    found = rows(answer)
    # Lavrov: no missile in 15 years; the US figures of 2008 name 2010 and 2011
    assert found["b01-europe-later", "russia"]["own"] == "holds"
    assert found["b01-europe-later", "us"]["own"] == "fails"
    assert found["b01-europe-later", "us"]["depends_on"] == "russia:iranian-icbm"
    # ten shots cannot take one in a hundred of 1,700 warheads and more
    for party in dossier.parties:
        assert found["a05-ten-no-effect", party]["verdict"] == "holds"
        assert found["b05-inf-removes-threat", party]["own"] == "holds"


def test_what_has_no_handle_is_told_apart_from_what_nothing_answers(answer, dossier):
    found = rows(answer)
    for party in dossier.parties:
        assert found["a19-capability-counts", party]["verdict"] == "not_physical"
        assert found["b03-not-aimed", party]["verdict"] == "not_physical"
        silent = found["b04-transparency-certainty", party]
        assert silent["verdict"] == "not_answerable"
        assert silent["own"] == "" and silent["note"]


def test_one_who_denies_and_one_who_asserts_are_never_both_right(answer, dossier):
    found = rows(answer)
    for party in dossier.parties:
        one, other = (found[name, party] for name in PAIR.propositions)
        assert {one["own"], other["own"]} == {"holds", "fails"}
        assert one["mixtures"] == other["mixtures"]
        assert one["holds_in"] + other["holds_in"] == one["mixtures"]
        assert one["depends_on"] == other["depends_on"]
        assert one["flip"] == other["flip"]


def test_couplings_that_exclude_each_other_hold_nowhere_and_others_do(answer, dossier):
    found = rows(answer, "couplings")
    for party in dossier.parties:
        both, fine = found["both", party], found["fine", party]
        assert both["together"] is False and both["together_in"] == 0.0
        assert both["for_example"] == ""
        assert fine["together"] is (rows(answer)["a16-could-reach", party]["own"] == "holds")
        assert 0.0 < fine["together_in"] <= fine["mixtures"]


def test_what_a_verdict_is_said_to_depend_on_turns_it(answer, dossier):
    looked = 0
    for row in answer.rows.records():
        if row["question"] != "icbm-reach" or ":" not in row["depends_on"]:
            continue
        want = Predicate.parse(row["test"])
        for swap in row["depends_on"].split(", "):
            (there,) = run("icbm-reach", [f"{row['position']}+{swap}"], dossier)
            assert want.holds(there.headline.value) is not (row["own"] == "holds")
            looked += 1
    assert looked


def test_whoever_asks_at_a_turning_value_gets_the_other_verdict(answer, dossier):
    looked = 0
    for row in answer.rows.records():
        if row["question"] != "icbm-reach" or not row["flip"]:
            continue
        want = Predicate.parse(row["test"])
        for text in row["flip"].split(", "):
            name, _, value = text.partition(" ")
            path = dossier.disputes[name].parameters[0] if name in dossier.disputes else name
            (there,) = run("icbm-reach", [f"{row['position']}+set:{path}={value}"], dossier)
            assert want.holds(there.headline.value) is not (row["own"] == "holds"), text
            looked += 1
    assert looked >= 6


def test_no_verdict_is_lost_in_the_counts(answer, dossier):
    for row in answer.rows.records():
        if not row["own"]:
            assert row["mixtures"] == 0.0
            continue
        assert 0.0 <= row["holds_in"] <= row["mixtures"]
        always = row["holds_in"] in (0.0, row["mixtures"])
        assert (row["verdict"] != "depends") is always
        if row["verdict"] == "depends":
            assert row["depends_on"]
            assert verdict_text(row, dossier).startswith(row["own"])
        else:
            assert row["verdict"] == row["own"]


def test_cells_say_what_turns_a_verdict_by_its_name_in_both_languages(answer, dossier):
    wide = {r["proposition"]: r["us"] for r in answer.table("verdicts").records()}
    words = "turned by “When could Iran have the missile?” as held by: Russia"
    assert words in wide["b01-europe-later"]
    wide = {r["proposition"]: r["us"] for r in answer.table("verdicts_ru").records()}
    assert "(по числам: Россия)" in wide["b01-europe-later"]
    ids = [*dossier.disputes, *(d.parameters[0] for d in dossier.disputes.values())]
    for name in ("verdicts", "verdicts_ru"):
        for row in answer.table(name).records():
            for position in dossier.parties:
                assert not any(one in row[position] for one in ids), row[position]


def test_a_turning_value_in_a_cell_has_the_units_of_the_language(dossier):
    row = {"verdict": "fails", "own": "fails", "depends_on": "", "flip": "burnout-speed 5.22 km/s"}
    name = dossier.disputes["burnout-speed"].name
    assert verdict_text(row, dossier) == f"fails; by itself turns at “{name['en']}” 5.22 km/s"
    ru = f"неверно; отдельно меняется при: «{name['ru']}» 5,22 км/с"
    assert verdict_text(row, dossier, "ru") == ru
    several = row | {"verdict": "depends", "depends_on": "several at once", "flip": ""}
    assert verdict_text(several, dossier) == "fails; turned by several disputes at once only"


def test_parties_under_other_names_and_in_another_order_get_the_same(answer, dossier):
    rename = {"us": "zz", "russia": "aa", "independent": "mm"}
    other = with_parties(dossier, rename)
    again = ask("claims", [rename[p] for p in ("us", "russia", "independent")], other)[0]
    found = rows(again)
    for (name, party), row in rows(answer).items():
        theirs = found[name, rename[party]]
        for column in ("verdict", "own", "value", "mixtures", "holds_in"):
            assert theirs[column] == row[column], (name, party, column)
        said = {s for s in row["depends_on"].split(", ") if s}
        renamed = {":".join((rename.get(a, a), b)) for a, _, b in (s.partition(":") for s in said)}
        assert {s for s in theirs["depends_on"].split(", ") if s} == renamed
        assert set(theirs["flip"].split(", ")) == set(row["flip"].split(", "))


def test_one_position_alone_depends_on_nobody(dossier):
    (answer,) = ask("claims", ["us"], dossier)
    for row in answer.rows.records():
        assert row["verdict"] != "depends"
        assert row["mixtures"] in (0.0, 1.0)


def test_a_measure_laid_over_a_position_counts(dossier):
    (answer,) = ask("claims", ["us+no-shield"], dossier, proposition="a01-cannot-catch")
    (row,) = answer.rows.records()
    assert row["own"] == "holds" and row["value"] == "0 %"


def test_a_measure_that_contradicts_what_is_laid_over_is_said(dossier):
    one = replace(dossier.propositions["a16-could-reach"], case=Case(measures=("site-turkey",)))
    other = some(dossier, ("a01-cannot-catch",), (), **{one.id: one})
    (answer,) = ask("claims", ["us+site-romania"], other, proposition=one.id)
    (row,) = answer.rows.records()
    assert row["verdict"] == "not_answerable"
    assert "site-romania and site-turkey contradict each other" in row["note"]


def test_a_difference_with_itself_is_nothing(dossier):
    one = replace(
        dossier.propositions["a16-could-reach"],
        test=Predicate.parse("best_margin_s = 0 s"),
        case=Case(options=(("site", "redzikowo"),)),
        less=Case(),
    )
    (answer,) = ask("claims", sorted(dossier.parties), some(dossier, (), (), **{one.id: one}))
    for row in answer.rows.records():
        assert row["verdict"] == "holds" and row["value"] == "0 s"


def test_no_such_proposition(dossier):
    with pytest.raises(OptionError) as caught:
        ask("claims", ["us"], dossier, proposition="a01-cannot-cach")
    assert "there is no proposition 'a01-cannot-cach'" in str(caught.value)
    assert "did you mean a01-cannot-catch?" in str(caught.value)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            {"question": "icbm-rich"},
            ["there is no question 'icbm-rich'", "did you mean icbm-reach?"],
        ),
        (
            {"case": Case(options=(("sight", "redzikowo"),))},
            ["icbm-reach has no option 'sight'", "did you mean site?"],
        ),
        (
            {"case": Case(options=(("site", "redzikovo"),))},
            ["the dossier has no such thing under sites", "did you mean redzikowo?"],
        ),
        (
            {"test": Predicate.parse("share_reached = 0")},
            ["names an unknown column, share_reached", "did you mean share_reachable?"],
        ),
        (
            {"where": Filter.parse("bases = kozelsk")},
            ["names an unknown column, bases", "did you mean base?"],
        ),
        (
            {"where": Filter.parse("base = kozelsk"), "less": Case()},
            ["takes away a case and picks rows", "between two headlines"],
        ),
    ],
)
def test_propositions_that_no_question_can_answer(dossier, change, words):
    one = replace(dossier.propositions["a01-cannot-catch"], **change)
    other = some(dossier, (), (), **{one.id: one})
    with pytest.raises(DossierError) as caught:
        ask("claims", ["us"], other)
    for word in ["a01-cannot-catch", *words]:
        assert word in str(caught.value), caught.value
    if change.get("test") is None:
        assert [str(p) for p in problems(other)] == [str(caught.value)]


def test_the_shipped_ones_can_be_asked(europe):
    assert problems(europe) == []
    for one in europe.propositions.values():
        assert one.asserted, one.id
        assert set(one.text) == {"en", "ru"}, one.id
        assert not one.note or set(one.note) == {"en", "ru"}, one.id
        assert one.question or one.note, one.id
    for one in europe.couplings.values():
        assert set(one.why) == {"en", "ru"}, one.id


TABLE = Table(
    (Column("base"), Column("margin_s", "s"), Column("altitude_km", "km")),
    {
        "base": np.array(["a", "b", "c", "d"], dtype=object),
        "margin_s": np.array([5.0, -3.0, np.nan, 9.0]),
        "altitude_km": np.array([1.0, 2.0, 3.0, 4.0]),
    },
)


@pytest.mark.parametrize(
    ("test", "where", "every", "value"),
    [
        ("margin_s > 0 s", "", True, -3.0),
        ("margin_s > 0 s", "", False, 9.0),
        ("margin_s < 0 s", "", True, 9.0),
        ("margin_s < 0 s", "", False, -3.0),
        ("margin_s > 0 s", "base = a or d", True, 5.0),
        ("margin_s < 0 min", "altitude_km < 1.5 km", True, 5.0),
        ("altitude_km >= 2500 m", "", True, 1000.0),
        ("margin_s = 5 s", "", True, -3.0),
        ("margin_s = 5 s", "", False, 5.0),
    ],
)
def test_which_row_decides(test, where, every, value):
    picked = Filter.parse(where) if where else None
    want = RowCriterion("x", Predicate.parse(test), True, picked, "", every)
    seen = deciding(want, TABLE, card("icbm-reach"))
    assert seen.value == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("where", "why"), [("base = z", "no such rows"), ("base = c", "no number in these rows")]
)
def test_rows_that_decide_nothing(where, why):
    want = RowCriterion("x", Predicate.parse("margin_s > 0 s"), True, Filter.parse(where), "", True)
    assert deciding(want, TABLE, card("icbm-reach")) == (None, why)


def test_a_proposition_is_the_same_whatever_it_is_called(dossier):
    one = dossier.propositions["a12-radar-too-weak"]
    twin = Proposition(**{**vars(one), "id": "twin"})
    (answer,) = ask("claims", sorted(dossier.parties), some(dossier, (one.id,), (), twin=twin))
    found = rows(answer)
    for party in dossier.parties:
        mine, theirs = found[one.id, party], found["twin", party]
        assert {k: v for k, v in mine.items() if k != "proposition"} == {
            k: v for k, v in theirs.items() if k != "proposition"
        }


def test_who_holds_a_number_of_anothers_gets_the_others_verdict(dossier):
    swapped = Position("us", swaps=tuple(("russia", d) for d in dossier.disputes))
    (answer,) = ask("claims", [swapped, "russia"], dossier, proposition="b01-europe-later")
    one, other = answer.rows.records()
    assert (one["own"], one["value"]) == (other["own"], other["value"])


def test_a_question_about_several_positions_is_put_to_each_alone(europe):
    path = "deployment.freeze"
    five = europe.propositions["b02-freeze-five-free"]
    one = replace(five, id="one", test=Predicate.parse("built_year > 0 year"))
    positions = ["us", "russia", f"russia+set:{path}=3 years"]
    (answer,) = ask("claims", positions, some(europe, (five.id,), (), one=one))
    found = rows(answer)
    for position in positions:
        row = found[five.id, position]
        years = run_freeze(europe, position)
        assert row["own"] == ("holds" if years == 0.0 else "fails")
        assert row["value"] == f"{years:.5g} years"
        assert (row["mixtures"], row["every_mixture"]) == (1.0, False)
        assert found["one", position]["own"] == "holds"


def run_freeze(europe, position):
    (answer,) = ask("freeze", [position], europe)
    rows = [r for r in answer.rows.records() if r["freeze_years"] == 5.0]
    return max(r["added_years"] for r in rows)


def test_whose_numbers_the_verdicts_rest_on_is_said_of_each_position(europe):
    """A figure of verdicts leaves the house by itself: it says on whose numbers they stand."""
    (found,) = ask("claims", ["russia", "us"], europe, proposition="a09-radar-sees-russia")
    (russia, us) = ask("radar-view", ["russia", "us"], europe)
    assert found.rests_of == {"russia": russia.rests, "us": us.rests}
    (every,) = ask("claims", ["us"], europe, proposition="a19-capability-counts")
    assert every.rests_of == {}  # put to no question
