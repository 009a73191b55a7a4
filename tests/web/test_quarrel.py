"""The first screen: what the quarrel is, who says what, and the number on which it turns."""

import pytest
from playwright.sync_api import expect

from . import verdict
from .conftest import Watched
from .verdict import SPEED

TRUTHS = "[data-testid=truths] [data-is]"


def test_it_opens_with_both_sides_and_the_number_beside_them(bench: Watched) -> None:
    page = bench.open()
    for side, who in (("asserted", "Obering"), ("denied", "Postol")):
        expect(page.get_by_test_id(side)).to_contain_text(who)
        expect(page.get_by_test_id(side)).to_contain_text("2007")
    verdict.value(page, "us")
    expect(page.locator(TRUTHS)).to_have_text(["not so"] * 3)
    truths = page.get_by_test_id("truths")
    expect(truths).to_contain_text("Russia, with 6 numbers of others")  # as cards say
    expect(truths).to_contain_text("at least one listed flight could be met in time: 19")
    turns = page.get_by_test_id("turns")
    expect(turns).to_contain_text("United States, with 4 numbers of others between 5.79")
    slider = page.get_by_test_id(f"lead-slider-{SPEED}").bounding_box()
    cards = page.get_by_test_id("verdict-us").bounding_box()
    assert slider is not None and cards is not None
    high = page.viewport_size["height"] if page.viewport_size else 0
    assert slider["y"] + slider["height"] < cards["y"] < high  # cause above effect, both in sight


@pytest.mark.parametrize("lang, so", [("en", "so"), ("ru", "так")])
def test_where_the_verdict_turns_the_word_turns(bench: Watched, lang: str, so: str) -> None:
    page = bench.open(f"/?lang={lang}&set={SPEED}=5 km/s")
    for party in ("us", "russia", "independent"):
        verdict.holds(page, party, True)
    expect(page.locator(TRUTHS)).to_have_text([so] * 3)
    page.get_by_test_id(f"lead-mark-{SPEED}-russia").click()
    for party in ("us", "russia", "independent"):
        verdict.holds(page, party, False)
    expect(page.locator(f"{TRUTHS}[data-is=false]")).to_have_count(3)


def test_a_question_without_a_quarrel_opens_with_its_cards(bench: Watched) -> None:
    page = bench.open("/?q=range-classes")
    expect(page.get_by_test_id("verdict-us")).to_be_visible()
    expect(page.get_by_test_id("quarrel")).to_have_count(0)


def test_verdicts_stay_in_sight_beside_what_moves_them(bench: Watched) -> None:
    page = bench.open()
    verdict.value(page, "us")
    strip = page.get_by_test_id("verdict-strip")
    expect(strip).to_have_count(0)
    page.get_by_test_id("map").or_(page.get_by_test_id("hinge")).first.wait_for()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(strip).to_contain_text("United States")
    expect(strip).to_contain_text("19")
    strip.get_by_role("button", include_hidden=True).click()
    expect(strip).to_have_count(0)
    expect(page.get_by_test_id("verdict-us")).to_be_in_viewport()
