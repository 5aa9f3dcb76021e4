"""Columns from where words and white space lie."""

from __future__ import annotations

from ingest.readers.from_pdf.ink import Box, Run
from ingest.readers.from_pdf.unruled.columns import regions, settled
from ingest.readers.from_pdf.unruled.levels import Level, Segment


def level(n: int, *reaches: tuple[float, float]) -> Level:
    """A level with a word in each of those reaches."""
    y = 60.0 + 11 * n
    runs = [Run("word", Box(left, y - 9, right, y), y, 9.0) for left, right in reaches]
    return Level(tuple(Segment((run,), run.box) for run in runs), y, 9.0, y - 9, y)


def spans(*found: Level) -> list[tuple[float, float]]:
    (region,) = regions(found, ())
    return settled(region, found).columns.spans


HEADER = level(0, (40, 90), (130, 180), (210, 280))
STRETCHED = level(1, (40, 110), (130, 145), (172, 190), (210, 260))


def test_words_of_a_stretched_line_are_no_column_where_more_lines_run_across() -> None:
    found = [HEADER, STRETCHED, level(2, (40, 100), (130, 188), (210, 240)), level(3, (40, 99), (130, 180), (210, 230))]
    assert spans(*found) == [(40, 110), (130, 190), (210, 280)]


def test_columns_that_headings_stand_apart_over_stay_two_though_words_run_across() -> None:
    header = level(0, (40, 90), (130, 150), (172, 190), (210, 280))
    across = [level(n, (40, 100), (130, 188), (210, 240)) for n in range(1, 4)]
    assert spans(header, *across) == [(40, 90), (130, 150), (172, 190), (210, 280)]


def test_a_row_that_fills_the_columns_goes_on_with_them_far_beneath_another() -> None:
    found = [HEADER, level(1, (40, 110), (130, 180), (210, 260)), level(6, (40, 100), (130, 188), (210, 240))]
    assert [(region.first, region.last) for region in regions(found, ())] == [(0, 2)]


def test_words_of_one_column_alone_do_not_go_on_with_the_columns_far_beneath() -> None:
    found = [HEADER, level(1, (40, 110), (130, 180), (210, 260)), level(6, (40, 100))]
    assert [(region.first, region.last) for region in regions(found, ())] == [(0, 1)]
