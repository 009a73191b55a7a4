"""Rows to a table."""

from collections.abc import Sequence

import numpy as np

from twoplustwo.base.table import Column, Table


def tabled(columns: tuple[Column, ...], rows: Sequence[tuple]) -> Table:
    """A table of these columns, one tuple a row; null is NaN."""
    data = zip(*rows, strict=True)
    return Table(columns, {c.name: np.asarray(v) for c, v in zip(columns, data, strict=True)})
