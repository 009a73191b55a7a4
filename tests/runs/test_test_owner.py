"""A verdict says whose test it is by: the compilers', a party's, or one taken for a party."""

from dataclasses import replace

import pytest

from twoplustwo.base.criterion import Criterion
from twoplustwo.dossier.models import Acceptance
from twoplustwo.runs.ask import ask
from twoplustwo.runs.test_owner import test_owner as owner

from ..europe_cards import card


@pytest.mark.parametrize(
    ("question", "en", "ru"),
    [
        ("icbm-reach", "the compilers’", "составителей"),
        ("raid", "the compilers’", "составителей"),
        (
            "defended-footprint",
            "taken for the United States, with the compilers’ threshold",
            "взято для стороны: США; порог — составителей",
        ),
    ],
)
def test_whose_the_tests_of_the_dossier_are(europe, question, en, ru):
    assert owner(card(question), europe) == {"en": en, "ru": ru}
    (answer,) = ask(question, ["us"], europe)
    assert answer.headline.test and answer.headline.test_by == {"en": en, "ru": ru}
    assert all(not one.test_by for one in answer.headlines if not one.test)


def stating(dossier, **status):
    """The dossier in which parties could live with the question's own test, known so well."""
    test = Criterion.parse(card("icbm-reach").test)
    parties = {
        name: replace(party, accepts=(Acceptance("icbm-reach", test, status[name]),))
        if name in status
        else party
        for name, party in dossier.parties.items()
    }
    return replace(dossier, parties=parties)


def test_a_test_that_a_party_states_is_the_partys(europe):
    stated = owner(card("icbm-reach"), stating(europe, russia="read"))
    assert stated == {"en": "stated by Russia", "ru": "его ставит: Россия"}
    both = owner(card("icbm-reach"), stating(europe, us="read", russia="derived"))
    assert both["en"] == (
        "stated by the United States; taken for Russia, with the compilers’ threshold"
    )


def test_without_a_test_it_is_nobodys(europe):
    assert owner(replace(card("icbm-reach"), test=""), europe) == {}
