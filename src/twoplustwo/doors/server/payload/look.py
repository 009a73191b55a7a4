"""Colours, marks and words of outcomes, verdicts, areas and series, as reports draw them too."""

from typing import Any


def look() -> dict[str, Any]:
    """The palette: outcome, verdict and area by name, and the styles of a series in order.

    ``sentences`` has every outcome there is, also those that are drawn like any other name.
    """
    from twoplustwo.base.outcomes import SENTENCES
    from twoplustwo.reports import palette

    return {
        "outcomes": {name: _style(one) for name, one in palette.OUTCOMES.items()},
        "verdicts": {name: _style(one) for name, one in palette.VERDICTS.items()},
        "cells": {
            name: {"color": one.color, "hatch": one.hatch, "says": one.says}
            for name, one in palette.CELLS.items()
        },
        "sentences": {str(name): dict(texts) for name, texts in SENTENCES.items()},
        "other": _style(palette.OTHER),
        "series": [
            {key: one for key, one in _style(style).items() if key != "says"}
            for style in palette.SERIES
        ],
    }


def _style(style: Any) -> dict[str, Any]:
    line = style.line
    return {
        "color": style.color,
        "marker": style.marker,
        "dash": list(line[1]) if isinstance(line, tuple) else None,
        "filled": style.filled,
        "says": style.says,
    }
