"""Numbers in sentences: no powers of ten, and years as years."""

import pytest

from twoplustwo.analysis.sensitivity.words import _headline_text
from twoplustwo.wording.headlines import headline_text, significant


@pytest.mark.parametrize(
    ("number", "digits", "text"),
    [
        (2027.0, 3, "2027"),
        (-12345.6, 3, "−12346"),
        (999.7, 3, "1000"),
        (999.4, 3, "999"),
        (0.01234, 3, "0.0123"),
        (0.0, 3, "0"),
        (9999.7, 4, "10000"),
        (6.3, 4, "6.3"),
    ],
)
def test_every_digit_before_the_point(number, digits, text):
    assert significant(number, digits) == text


def test_years_have_no_unit_and_lose_no_part():
    assert headline_text(2021.5, "year", "en") == "mid-2021"
    assert headline_text(2022.0, "year", "ru") == "2022" and "2021" in headline_text(
        2021.5, "year", "ru"
    )
    assert headline_text(-266.0, "s", "en") == _headline_text(-266.0, "s", "en") == "−266 s"
    assert headline_text(-266.0, "s", "ru") == "−266 с"
