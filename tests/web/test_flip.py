"""The one thing people come for: what if their number is right?"""

import pytest
from playwright.sync_api import expect

from . import verdict
from .conftest import Watched
from .verdict import SPEED

ELSEWHERE = "p=us&m=site-romania"
"""Seen from Romania the verdict turns between the two claims of the speed."""


def test_the_verdict_flips_between_one_claim_and_the_other(bench: Watched) -> None:
    page = bench.open(f"/?{ELSEWHERE}")
    page.get_by_test_id(f"mark-{SPEED}-us").click()
    verdict.holds(page, "us", True)
    assert verdict.value(page, "us") == 0
    page.get_by_test_id(f"mark-{SPEED}-russia").click()
    verdict.holds(page, "us", False)
    assert verdict.value(page, "us") > 0.1
    page.get_by_test_id(f"mark-{SPEED}-us").click()
    verdict.holds(page, "us", True)


def test_the_slider_moves_by_keyboard_from_one_claim_past_the_flip(bench: Watched) -> None:
    page = bench.open(f"/?{ELSEWHERE}&set={SPEED}=6.3 km/s")
    verdict.holds(page, "us", True)
    slider = page.get_by_test_id(f"slider-{SPEED}")
    slider.focus()
    before = float(slider.input_value())
    for _ in range(60):
        if page.get_by_test_id("verdict-us").get_attribute("data-holds") == "false":
            break
        page.keyboard.press("ArrowRight")
        verdict.value(page, "us")
    verdict.holds(page, "us", False)
    assert before < float(slider.input_value()) <= 8


def test_without_measures_each_party_gets_its_own_answer(bench: Watched) -> None:
    page = bench.open()
    assert verdict.value(page, "us") == pytest.approx(23 / 120, abs=1e-5)
    assert verdict.value(page, "russia") == 1
    assert verdict.value(page, "independent") == 1
    for party in ("us", "russia", "independent"):
        expect(page.get_by_test_id(f"verdict-{party}")).to_have_attribute("data-holds", "false")
