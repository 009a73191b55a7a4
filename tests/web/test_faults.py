"""What is refused is not asked for ever; a server that was gone is noticed when it is back."""

import re

from playwright.sync_api import expect

from . import verdict
from .conftest import Watched
from .verdict import SPEED


def test_what_is_refused_is_not_asked_again_until_something_changes(bench: Watched) -> None:
    bench.forgiven = "status of 422"
    asked: list[str] = []
    bench.page.on("request", lambda one: asked.append(one.url) if "/api/v1/" in one.url else None)
    page = bench.open("/?o=site=greely&as_of=2008-01-01")
    page.wait_for_timeout(8_000)  # four times a second it was asked; the server's own work goes on
    again = [one for one in {*asked} if asked.count(one) > 2]
    assert again == []


def test_the_page_comes_back_by_itself_after_the_server_was_gone(bench: Watched) -> None:
    bench.forgiven = "Failed to load resource"
    page = bench.open("/?p=us")
    before = verdict.value(page, "us")
    gone = "**/api/v1/**"
    page.route(gone, lambda route: route.abort())
    page.get_by_test_id(f"mark-{SPEED}-russia").click()
    expect(page.get_by_test_id("server-down")).to_be_visible()
    page.unroute(gone)
    expect(page.get_by_test_id("server-down")).to_have_count(0, timeout=30_000)
    expect(page.get_by_test_id("verdict-us")).to_have_attribute("data-holds", "false")
    assert verdict.value(page, "us") > before


def test_another_question_is_a_step_back_in_the_browser(bench: Watched) -> None:
    page = bench.open("/?p=us")
    reach = verdict.value(page, "us")
    page.get_by_role("button", name="Defended footprint").click()
    expect(page).to_have_url(re.compile("q=defended-footprint"))
    verdict.value(page, "us")
    page.go_back()
    expect(page).not_to_have_url(re.compile(r"[?&]q="))
    assert verdict.value(page, "us") == reach
