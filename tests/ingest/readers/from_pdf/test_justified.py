"""Lines of cells that are stretched to both sides of their column."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from ingest.readers.from_pdf.ink import Box, Run
from ingest.readers.from_pdf.unruled import justified
from ingest.readers.from_pdf.unruled.columns import Columns, Region
from ingest.readers.from_pdf.unruled.justified import stretched
from ingest.readers.from_pdf.unruled.levels import Level, Segment
from ingest.readers.from_pdf.unruled.open_table import spans_of
from ingest.readers.from_pdf.unruled.rows import Row
from tests.ingest.readers.from_pdf.drawn import Ink, pdf, tables, words


def pieces(text: str, y: float) -> list[Box]:
    """The pieces of a line, drawn as `#` for every ten points."""
    return [Box(10.0 * m.start(), y - 9, 10.0 * m.end(), y) for m in re.finditer("#+", text)]


def joined(*texts: str, step: float = 11) -> list[list[int]]:
    return stretched([justified.Row(pieces(text, step * n), step * n, 9.0) for n, text in enumerate(texts)])


def test_white_space_that_lines_near_by_run_across_parts_no_columns() -> None:
    assert joined("#######  ###", "##   ##  #", "#######  ##", "#  #  #", "######") == [[], [1], [], [1, 2], []]


def test_white_space_that_no_line_runs_across_parts_columns() -> None:
    assert joined("##   ##", "###  ##", "##   ##", "###  ##") == [[]] * 4


def test_a_place_where_more_lines_begin_than_run_across_begins_a_column() -> None:
    assert joined("###  ##", "#######", "###  ##", "#######", "###  ##", "##   ##")[0] == []


def test_lines_that_stand_far_away_say_nothing_of_a_table() -> None:
    assert joined("#######", "#######", "#######", "##   ##", "#######", step=24)[3] == []


def test_lines_of_a_column_say_where_it_has_no_gaps_however_far_away_they_stand() -> None:
    assert joined("#######    ##", "#######    ##", "#######    ##", "##   ##    ##", step=24)[3] == [1]


def test_lines_put_together_show_that_others_are_stretched() -> None:
    lines = ("##### #####", "###########", "####   ####", "###########", "##### #####", "##### #####")
    assert joined(*lines) == [[1], [], [1], [], [1], [1]]


def test_words_that_stand_further_apart_than_any_line_is_stretched_are_of_two_columns() -> None:
    assert joined("############", "###      ###", "############", "############") == [[]] * 4


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


def test_a_word_that_stands_where_other_lines_of_its_cell_run_is_no_column() -> None:
    page: list[Ink] = [words("Action", 40, 60), words("Lead", 240, 60), words("By when", 320, 60)]
    for n, action in enumerate(
        ("Plant trees along the canal", "Mend paths", "Survey the bats of the tower", "Sow banks")
    ):
        page += [words(action, 40, 84 + 24 * n), words("Rangers", 240, 84 + 24 * n), words("2027", 320, 84 + 24 * n)]
    page.append(words("by", 140, 108))
    assert tables(pdf(page))[0][2] == "Mend paths by | Rangers | 2027"


def test_a_column_without_a_heading_that_no_line_runs_into_stays() -> None:
    page: list[Ink] = [words("Action", 40, 60), words("Lead", 240, 60), words("By when", 320, 60)]
    for n, action in enumerate(("Plant trees", "Mend paths", "Survey bats", "Sow banks")):
        page += [words(action, 40, 84 + 24 * n), words("Rangers", 240, 84 + 24 * n), words("2027", 320, 84 + 24 * n)]
        page.append(words("Done", 140, 84 + 24 * n))
    assert tables(pdf(page))[0][2] == "Mend paths | Done | Rangers | 2027"


def test_ends_of_stretched_lines_that_stand_beneath_one_another_are_no_column() -> None:
    heads = (("Action", 40), ("Risk", 240), ("By when", 340))
    page: list[Ink] = [words(text, x, 60) for text, x in heads]
    for n, action in enumerate(("Plant trees", "Mend paths", "Survey bats", "Sow banks")):
        page += [words(action, 40, 84 + 36 * n), words("Delay", 240, 84 + 36 * n), words("in", 290, 84 + 36 * n)]
        page += [words("procurement", 240, 95 + 36 * n), words("2027", 340, 84 + 36 * n)]
    assert tables(pdf(page))[0][2] == "Mend paths | Delay in procurement | 2027"


def test_no_more_than_so_many_stretches_of_a_page_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(justified, "_TRIES", 1)
    lines = ("#######  ###", "##   ##  #", "#######  ##", "##   ##  #", "######")
    assert joined(*lines) == [[], [1], [], [], []]


def test_a_line_that_is_said_again_and_again_counts_once_where_lines_begin() -> None:
    again = ["##   ##"] * 5
    rows = [justified.Row(pieces(text, 11 * n), 11 * n, 9.0) for n, text in enumerate(["#######", "######", *again])]
    alike = [replace(row, words=("A workforce that", "looks like us")[: len(row.boxes)]) for row in rows]
    assert stretched(alike)[2:] == [[1]] * 5
    assert (
        stretched([replace(row, words=(str(n), str(n))[: len(row.boxes)]) for n, row in enumerate(rows)])[2:]
        == [[]] * 5
    )
