"""Columns of a scan that stand no further apart than its words do."""

from __future__ import annotations

from ingest.readers.from_pdf.ink import Box, Fill, Ink, Run
from ingest.readers.from_pdf.scans.parting import starts, usual_space
from ingest.readers.from_pdf.scans.shades import Shades


def word(left: float, right: float, line: int) -> Run:
    return Run("word", Box(left, 12.0 * line, right, 12.0 * line + 9), 12.0 * line + 9, 9.0)


def test_a_column_begins_where_words_of_many_lines_begin_and_none_lies_across() -> None:
    second = [word(100, 130, n) for n in range(6)]
    first = [word(60 + n, 96, n) for n in range(6)]
    assert starts([*first, *second]).begins_column(second[0])


def test_words_that_others_lie_across_begin_no_column() -> None:
    here = [word(100, 130, n) for n in range(6)]
    across = [word(90, 110, n) for n in range(6, 12)]
    assert not starts([*here, *across]).begins_column(here[0])


def test_the_usual_space_of_a_line_is_that_between_most_of_its_words() -> None:
    line = [word(left, right, 0) for left, right in ((0, 10), (13, 20), (23, 30), (40, 50))]
    assert usual_space(line) == 3
    assert usual_space(line[2:]) == 0


def test_a_colour_nearly_that_of_a_page_before_is_the_same() -> None:
    shades = Shades()
    pages = [Ink(n, 1, 1, (), fills=(Fill(Box(0, 0, 1, 1), c),)) for n, c in ((1, "777777"), (2, "787676"))]
    assert [shades.settled(page).fills[0].colour for page in pages] == ["777777"] * 2
