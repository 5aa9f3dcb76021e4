"""Cells of one colour beneath one another in striped tables."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.readers.from_pdf.scans.areas import Area
from ingest.readers.from_pdf.scans.stacked import cut_at_stripes

STRIPE = Area(0, 40, 200, 80, (228, 236, 244))
CELL = Area(200, 0, 260, 80, (255, 192, 0))


@pytest.mark.parametrize(
    ("lettered", "heights"),
    [([20, 60], [(0, 40), (40, 80)]), ([20], [(0, 80)])],
    ids=["a word in each", "one merged cell"],
)
def test_cells_of_one_colour_are_cut_where_a_stripe_begins(lettered: list[int], heights: list[tuple[int, int]]) -> None:
    letters = np.zeros((100, 300), dtype=np.bool_)
    letters[lettered, 230] = True
    cells = [area for area in cut_at_stripes([STRIPE, CELL], letters) if area.colour == CELL.colour]
    assert [(cell.top, cell.bottom) for cell in cells] == heights
