"""A question of another package appears in the page with no line of TypeScript."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from . import toy, verdict
from .conftest import settle, watch
from .serving import unwarmed


@pytest.fixture
def address(tmp_path: Path):
    """A server that finds the package of somebody else."""
    toy.install(tmp_path)
    path = os.pathsep.join(p for p in (str(tmp_path), os.environ.get("PYTHONPATH")) if p)
    with unwarmed(PYTHONPATH=path) as found:
        yield found


def test_a_question_of_another_package_is_asked_drawn_and_explained(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(reduced_motion="reduce")
    watched = watch(context.new_page(), address)
    page = watched.open("/?p=us&q=spare-interceptors&lang=ru")
    verdict.holds(page, "us", True)
    assert verdict.value(page, "us") == pytest.approx(0.7)
    card = page.get_by_test_id("verdict-us")
    expect(card).to_contain_text("останется больше половины")
    expect(card).to_contain_text("После трёх пусков останется 7.")
    views = page.get_by_test_id("views")
    expect(views.get_by_text("Остаток после каждого пуска")).to_be_visible()
    expect(views.get_by_role("img").first).to_be_visible()
    expect(views.get_by_role("row")).not_to_have_count(0)
    watched.open("/question/spare-interceptors?lang=en")
    expect(page.get_by_text("What is left,")).to_be_visible()
    context.close()
    settle(watched)
