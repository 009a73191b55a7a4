"""Which options a question takes from those of an analysis about it."""

from twoplustwo.analysis.ask import _rests_of
from twoplustwo.positions.position import Position

from ..europe_cards import card, europe


def test_an_empty_option_is_as_the_ask_says():
    given = {"interceptor": "", "site": "redzikowo", "capital": "", "of": "icbm-reach"}
    assert card("icbm-reach").own_options(given) == {"site": "redzikowo"}


def test_what_an_analysis_rests_on_is_asked_without_its_empty_options():
    rests = _rests_of(["raid"], [Position("us")], europe(), {"interceptor": "", "effort": "brief"})
    assert rests == _rests_of(["raid"], [Position("us")], europe(), {})
    assert rests["us"].says["en"]
