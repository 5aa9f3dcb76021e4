"""Lines of cells that are stretched to both sides of their column."""

from __future__ import annotations

import re

from ingest.readers.from_pdf.columns import Columns, Region
from ingest.readers.from_pdf.ink import Box, Run
from ingest.readers.from_pdf.justified import stretched
from ingest.readers.from_pdf.levels import Level, Segment
from ingest.readers.from_pdf.open_table import spans_of
from ingest.readers.from_pdf.rows import Row


def lines(*texts: str) -> list[list[Box]]:
    """Each line as the boxes of its pieces: ten points wide, drawn as `#`."""
    return [
        [Box(10.0 * m.start(), 20.0 * n, 10.0 * m.end(), 20.0 * n + 9) for m in re.finditer("#+", text)]
        for n, text in enumerate(texts)
    ]


def joined(*texts: str) -> list[list[int]]:
    return stretched(lines(*texts), [9.0] * len(texts))


def test_white_space_that_lines_near_by_run_across_parts_no_columns() -> None:
    assert joined("#######  ###", "##   ##  #", "#######  ##", "#  #  #", "######") == [[], [1], [], [1, 2], []]


def test_white_space_that_no_line_runs_across_parts_columns() -> None:
    assert joined("##   ##", "###  ##", "##   ##", "###  ##") == [[]] * 4


def test_a_place_where_more_lines_begin_than_run_across_begins_a_column() -> None:
    assert joined("###  ##", "#######", "###  ##", "#######", "###  ##", "##   ##")[0] == []


def test_words_of_a_line_that_does_not_reach_the_side_stay_apart() -> None:
    assert joined("#######", "##  ##", "#######", "#######") == [[]] * 4


def level(*pieces: tuple[float, float], y: float) -> Level:
    segments = tuple(Segment((a,), a.box) for a in (Run("a", Box(x, y - 9, end, y), y, 9.0) for x, end in pieces))
    return Level(segments, y, 9.0, y - 9, y)


def test_no_cell_reaches_beyond_its_table_where_two_pieces_of_a_line_stand_in_one_column() -> None:
    found = [level((40, 100), (140, 200), y=60), level((40, 60), (80, 100), (140, 200), y=72)]
    region = Region(Columns([(40, 100), (140, 200)], [{60.0}, {60.0}]), 0, 1, across={1})
    spans = spans_of(region, found, [Row(0), Row(1, frozenset({0, 1}))])
    assert max(span.row + span.row_span for span in spans) == 2
