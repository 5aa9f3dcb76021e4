"""Columns of cells whose empty neighbours are left out of the tags."""

from __future__ import annotations

from time import process_time

import pytest

from ingest.readers.from_pdf.tagged.placing import Extent, Wide, placed

LEFT = {0: [(0.0, 80.0), (0.0, 30.0)], 1: [(100.0, 150.0)], 2: [(200.0, 290.0)]}
MIDDLE = {0: [(40.0, 60.0)], 1: [(140.0, 160.0)]}


def columns(*extents: Extent) -> list[int] | None:
    return placed([Wide(extent, 1) for extent in extents], LEFT, 3)


@pytest.mark.parametrize(("extent", "column"), [((0.0, 95.0), 0), ((100.0, 190.0), 1), ((200.0, 210.0), 2)])
def test_a_cell_stands_in_the_column_whose_words_begin_where_its_own_do(extent: Extent, column: int) -> None:
    assert columns(extent) == [column]


def test_cells_keep_their_order() -> None:
    assert columns((100.0, 140.0), (200.0, 240.0)) == [1, 2]


def test_words_set_in_the_middle_stand_around_that_of_their_column() -> None:
    assert placed([Wide((90.0, 210.0), 1)], MIDDLE, 2) == [1]


def test_a_cell_over_two_columns_leaves_none_of_them_free() -> None:
    assert placed([Wide((0.0, 150.0), 2), Wide((205.0, 240.0), 1)], LEFT, 3) == [0, 2]


def test_a_cell_that_is_like_none_may_be_of_a_column_without_words() -> None:
    known = {column: LEFT[column] for column in (0, 2)}
    assert placed([Wide((110.0, 150.0), 1)], known, 3) == [1]


def test_more_cells_than_columns_have_none() -> None:
    assert columns(*[(0.0, 10.0)] * 4) is None


def test_many_columns_are_tried_in_little_time() -> None:
    known = {n: [(10.0 * n + m / 10, 10.0 * n + 9) for m in range(12)] for n in range(40)}
    start = process_time()
    assert placed([Wide((20.0 * n, 20.0 * n + 9), 1) for n in range(20)], known, 40) == list(range(0, 40, 2))
    assert process_time() - start < 1
