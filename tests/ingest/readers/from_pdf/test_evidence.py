"""What the lines of a column say about where the cells of a table begin."""

from __future__ import annotations

import pytest

from ingest.readers.from_pdf.ink import Box, Run
from ingest.readers.from_pdf.unruled.columns import Columns, Region
from ingest.readers.from_pdf.unruled.evidence import SENTENCE, SURE, Evidence
from ingest.readers.from_pdf.unruled.levels import Level, Segment


def line(text: str, n: int) -> Level:
    """A line that fills its column."""
    run = Run(text, Box(40, 51 + 11 * n, 120, 60 + 11 * n), 60 + 11 * n, 9.0)
    return Level((Segment((run,), run.box),), run.baseline, 9.0, run.box.top, run.box.bottom)


@pytest.mark.parametrize(("above", "runs_on"), [("meadows and clean air.", False), ("meadows and clean air", True)])
def test_a_sentence_that_ended_does_not_run_on(above: str, runs_on: bool) -> None:
    found = [line(text, n) for n, text in enumerate(("Fewer floods in the", above, "more people go to"))]
    region = Region(Columns([(40, 120), (130, 300)], [{60.0}, {60.0}]), 0, 2)
    assert (Evidence(region, found, 300).of_cell(2, 0) == SENTENCE) == runs_on


def wide(n: int, *reaches: tuple[float, float]) -> Level:
    """A level with a word in each of those reaches."""
    y = 60.0 + 11 * n
    runs = [Run("word", Box(left, y - 9, right, y), y, 9.0) for left, right in reaches]
    return Level(tuple(Segment((run,), run.box) for run in runs), y, 9.0, y - 9, y)


def test_a_line_in_which_two_of_many_cells_touch_begins_no_row_by_itself() -> None:
    columns = [(40.0, 120.0), (130.0, 200.0), (210.0, 280.0), (290.0, 350.0)]
    touching = wide(1, (40, 200), (210, 260), (290, 330))
    theme = wide(1, (40, 260))
    for level, sure in ((touching, False), (theme, True)):
        found = [wide(0, *columns), level, wide(2, *columns)]
        region = Region(Columns(list(columns), [{60.0} for _ in columns]), 0, 2, across={1})
        assert (Evidence(region, found, 360).weight(1) == SURE) == sure
