"""Colours, marks and words of outcomes, verdicts, areas and series, as reports draw them too."""

from typing import Any


def style_summary() -> dict[str, Any]:
    """The palette: outcome, verdict and area by name; positions, quantities and bars in order.

    ``sentences`` has every outcome there is, also those that are drawn like any other name.
    """
    from twoplustwo.base.outcomes import SENTENCES
    from twoplustwo.reports import palette

    return {
        "outcomes": {name: _style(one) for name, one in palette.OUTCOMES.items()},
        "verdicts": {name: _style(one) for name, one in palette.VERDICTS.items()},
        "cells": {name: _fill(one) for name, one in palette.CELLS.items()},
        "bars": [_fill(one) for one in palette.BARS],
        "signs": {name: _fill(one) for name, one in palette.SIGNS.items()},
        "sentences": {str(name): dict(texts) for name, texts in SENTENCES.items()},
        "other": _style(palette.OTHER),
        "series": [_line(style) for style in palette.SERIES],
        "quantities": [_line(style) for style in palette.QUANTITIES],
    }


def _line(style: Any) -> dict[str, Any]:
    return {key: one for key, one in _style(style).items() if key != "says"}


def _fill(fill: Any) -> dict[str, Any]:
    return {"color": fill.color, "hatch": fill.hatch, "says": fill.says}


def _style(style: Any) -> dict[str, Any]:
    line = style.line
    return {
        "color": style.color,
        "marker": style.marker,
        "dash": list(line[1]) if isinstance(line, tuple) else None,
        "filled": style.filled,
        "says": style.says,
    }
