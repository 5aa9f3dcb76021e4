"""What the lines of a column say about where the cells of a table begin."""

from __future__ import annotations

import pytest

from ingest.readers.from_pdf.columns import Columns, Region
from ingest.readers.from_pdf.evidence import SENTENCE, Evidence
from ingest.readers.from_pdf.ink import Box, Run
from ingest.readers.from_pdf.levels import Level, Segment


def line(text: str, n: int) -> Level:
    """A line that fills its column."""
    run = Run(text, Box(40, 51 + 11 * n, 120, 60 + 11 * n), 60 + 11 * n, 9.0)
    return Level((Segment((run,), run.box),), run.baseline, 9.0, run.box.top, run.box.bottom)


@pytest.mark.parametrize(("above", "runs_on"), [("meadows and clean air.", False), ("meadows and clean air", True)])
def test_a_sentence_that_ended_does_not_run_on(above: str, runs_on: bool) -> None:
    found = [line(text, n) for n, text in enumerate(("Fewer floods in the", above, "more people go to"))]
    region = Region(Columns([(40, 120), (130, 300)], [{60.0}, {60.0}]), 0, 2)
    assert (Evidence(region, found, 300).of_cell(2, 0) == SENTENCE) == runs_on
