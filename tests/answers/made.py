"""A small answer to test with; nothing in it is a result."""

import numpy as np

from twoplustwo.answers.answer import Answer, Headline
from twoplustwo.base.outcomes import Outcome
from twoplustwo.base.table import Column, Table


def made(**more) -> Answer:
    """An answer with a null, an enum, a flag and a number; `more` overrides its fields."""
    rows = Table(
        (
            Column("base", kind="bases"),
            Column("outcome"),
            Column("reachable"),
            Column("margin_s", unit="s", measured_from="commit"),
        ),
        {
            "base": np.array(["kozelsk", "irkutsk"], dtype=object),
            "outcome": np.array([Outcome.MET, Outcome.OUT_OF_REACH], dtype=object),
            "reachable": np.array([True, False]),
            "margin_s": np.array([12.5, np.nan]),
        },
    )
    known = {
        "question": "icbm-reach",
        "position": "us",
        "headline": Headline("share_reachable", 0.5, sentence={"en": "Half.", "ru": "Половина."}),
        "rows": rows,
        "tables": {"again": rows},
        "outcomes": {"met": 1, "out_of_reach": 1},
    }
    return Answer(**{**known, **more})
