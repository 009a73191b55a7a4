"""What lies over every position is told above the verdicts; of two states, A is the one kept."""

import pytest
from playwright.sync_api import Locator, Page, expect

from . import verdict
from .conftest import Watched
from .verdict import SPEED

CAP = "speed-cap-5"


def switch(page: Page, measure: str, group: str) -> None:
    """Open a group of measures and switch one on."""
    page.get_by_test_id(f"bounds-{group}").locator("summary").first.click()
    page.get_by_test_id(f"measure-{measure}").click()


def side(page: Page, position: str, state: str) -> Locator:
    """One state's half of a position's card."""
    return page.get_by_test_id(f"verdict-{position}").locator(f"[data-state={state}]")


def test_both_states_stand_within_their_card(bench: Watched) -> None:
    page = bench.open(f"/?p=us&p=russia&set={SPEED}%3D5+km/s&vs=p%3Dus%26p%3Drussia")
    for position in ("us", "russia"):
        card = page.get_by_test_id(f"verdict-{position}")
        expect(card.locator("[data-testid=provenance]")).to_have_count(2, timeout=60_000)
        whole = card.bounding_box()
        for state in ("a", "b"):
            half = side(page, position, state).bounding_box()
            assert whole and half and half["x"] + half["width"] <= whole["x"] + whole["width"]


def test_a_measure_takes_reach_from_what_a_had_to_what_b_has(bench: Watched) -> None:
    page = bench.open()
    before = {one: verdict.value(page, one) for one in ("independent", "us")}
    assert before["independent"] == 1
    page.get_by_test_id("compare").click()
    switch(page, CAP, "speed")
    for position, value in before.items():
        assert verdict.value(page, position) == 0
        kept, now = side(page, position, "a"), side(page, position, "b")
        expect(kept).to_contain_text("State A")
        expect(kept).to_contain_text(f"{round(value * 100)}\u202f%")
        expect(now).to_contain_text("State B")
        expect(now).to_contain_text("0\u202f%")
        step = page.get_by_test_id(f"verdict-{position}").get_by_test_id("change")
        expect(step).to_contain_text(f"{round(value * 100)}\u202f% → 0\u202f%")
    expect(page.get_by_test_id("laid-over-a")).to_contain_text("nothing")
    expect(page.get_by_test_id("laid-over")).to_contain_text("no faster than 5 km/s")
    names = page.get_by_test_id("flat-map").locator("figcaption").all_inner_texts()
    assert [one.split(" · ")[0] for one in names] == ["State A", "State B"] * 3
    expect(page.get_by_test_id("verdict-summary")).to_contain_text(
        "State A: 100\u202f%, at least one", timeout=30_000
    )


def test_a_setting_without_a_slider_stands_over_the_verdicts_and_can_be_taken_away(
    bench: Watched,
) -> None:
    page = bench.open("/?p=us&set=engagement.min_closing=8 km/s&as_of=2009-09-17")
    laid = page.get_by_test_id("laid-over")
    expect(laid).to_contain_text("lowest closing speed that counts as an intercept: 8\u202fkm/s")
    expect(laid).to_contain_text("2009-09-17")
    assert verdict.value(page, "us") == 0
    laid.get_by_role("button", name="Take away: lowest closing speed").click()
    assert verdict.value(page, "us") == pytest.approx(23 / 120, abs=1e-5)
    expect(laid).not_to_contain_text("closing")
    expect(laid).to_contain_text("2009-09-17")


def test_a_setting_that_nothing_reads_is_told(bench: Watched) -> None:
    page = bench.open("/?p=us&set=raid.goal=0.9&set=engagement.settle=20 s")
    verdict.value(page, "us")
    unread = page.get_by_test_id("laid-over").locator(".but")
    expect(unread).to_have_count(1)
    expect(unread).to_contain_text("nothing asked here reads it")
    expect(page.get_by_test_id("laid-over").locator("li:has(.but)")).to_contain_text("0.9")


def test_a_setting_that_there_is_not_gives_the_servers_words(bench: Watched) -> None:
    bench.forgiven = "status of 422"
    page = bench.open("/?p=us&set=engagement.min_closingg=8 km/s")
    expect(page.get_by_test_id("laid-over")).to_contain_text("engagement.min_closingg")
    card = page.get_by_test_id("verdict-us")
    expect(card).to_contain_text("no parameter")
    expect(card).to_contain_text("did you mean engagement.min_closing?")


def test_a_setting_that_a_measure_overrules_says_so(bench: Watched) -> None:
    page = bench.open(f"/?p=us&m={CAP}&set={SPEED}=8 km/s")
    assert verdict.value(page, "us") == 0
    expect(page.get_by_test_id("laid-over")).to_contain_text("a measure makes it 5\u202fkm/s")


def test_a_position_of_its_own_says_what_is_laid_over_it_alone(bench: Watched) -> None:
    page = bench.open("/?p=us&p=us%2Bset:engagement.min_closing=8 km/s")
    name = page.get_by_test_id("verdict-us+set:engagement.min_closing=8 km/s").locator("h2")
    expect(name).to_contain_text("8\u202fkm/s")
    expect(page.get_by_test_id("laid-over")).to_have_count(0)


def test_a_slider_says_what_a_measure_makes_of_it(bench: Watched) -> None:
    page = bench.open(f"/?m={CAP}")
    assert verdict.value(page, "us") == 0
    head = page.get_by_test_id("assumptions").locator("output").first
    expect(head).to_have_text("a measure makes it 5\u202fkm/s for everybody")
    expect(page.get_by_test_id(f"ruled-{SPEED}")).to_have_count(1)


def test_a_slider_that_nobody_set_begins_at_a_claim(bench: Watched) -> None:
    page = bench.open("/?p=us&p=russia")
    verdict.value(page, "us")
    slider = page.get_by_test_id(f"slider-{SPEED}")
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_test_id("laid-over")).to_contain_text("6.3\u202fkm/s")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_test_id("laid-over")).to_contain_text("6.35\u202fkm/s")


def test_a_verdict_says_whose_numbers_it_rests_on(bench: Watched) -> None:
    page = bench.open()
    for party in ("independent", "russia", "us"):
        card = page.get_by_test_id(f"verdict-{party}")
        expect(card.get_by_test_id("provenance")).to_contain_text("Rests on 1")
        expect(card.get_by_test_id("range")).to_contain_text("–", timeout=60_000)
    name = page.get_by_test_id("verdict-russia").locator("h2").inner_text()
    assert name != "Russia" and name.startswith("Russia, ")
    assert name in page.get_by_test_id("flat-map").locator("figcaption").all_inner_texts()
