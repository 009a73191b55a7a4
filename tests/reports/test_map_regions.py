"""A cell of two regions is drawn in the frame of each."""

from twoplustwo.base.table import Table
from twoplustwo.reports.view.map_cells import _regions, _within


def test_regions_that_overlap_have_a_frame_each():
    table = Table.of_columns({"region": ["north all", "all", "south all"]})
    assert _regions(table, "region") == ["all", "north", "south"]
    assert _within(table, "region", "all").tolist() == [True, True, True]
    assert _within(table, "region", "north").tolist() == [True, False, False]
    assert _within(table, "region", "").tolist() == [True, True, True]
    assert _regions(table, "none") == [""]
