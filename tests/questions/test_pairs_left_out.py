"""Pairs that are left out of a share are said as the rows have them."""

import re
from collections import Counter

import pytest
from pyproj import Geod

from twoplustwo.runs.ask import ask

EARTH = Geod(ellps="WGS84")


@pytest.mark.parametrize("party", ["us", "russia"])
def test_which_pairs_are_left_out_is_said_as_the_rows_have_it(europe, party):
    (answer,) = ask("icbm-reach", [party], europe)
    rows = [row for row in answer.rows.records() if row["outcome"] == "threat_cannot_reach"]
    of = Counter(row["missile"] for row in rows)
    to = Counter(row["target"] for row in rows)
    (often, n), (_, less) = to.most_common(2)
    assert n > less
    for lang, between in (("en", " in "), ("ru", " — ")):
        text = answer.headline.sentence[lang]
        for missile, count in of.items():
            assert f"{europe.things['missiles'][missile].name[lang]}{between}{count}" in text
        assert europe.things["targets"][often].name[lang] in text
    shown = re.search(r"; ([\d,]+) km or more", answer.headline.sentence["en"])
    at = {
        row[kind[:-1]]: (row["lon_deg"], row["lat_deg"])
        for kind in ("bases", "targets")
        for row in answer.table(kind).records()
    }
    least = min(EARTH.inv(*at[row["base"]], *at[row["target"]])[2] for row in rows) / 1e3
    printed = float(shown[1].replace(",", ""))
    assert printed == pytest.approx(least, rel=5e-3)  # the model's distance is on a sphere
