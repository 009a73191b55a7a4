"""How tests read what the page says."""

from playwright.sync_api import Page, expect

SPEED = "interceptors.gbi-2.burnout_speed"


def holds(page: Page, position: str, expected: bool) -> None:
    """The verdict of a position is, within the time allowed, this one."""
    expect(page.get_by_test_id(f"verdict-{position}")).to_have_attribute(
        "data-holds", str(expected).lower()
    )


def value(page: Page, position: str) -> float:
    """The headline of a position, as the answer has it, once it has come."""
    card = page.get_by_test_id(f"verdict-{position}")
    expect(card).not_to_have_attribute("aria-busy", "true", timeout=30_000)
    return float(card.get_attribute("data-value") or "nan")
