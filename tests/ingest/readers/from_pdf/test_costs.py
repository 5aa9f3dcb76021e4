"""Pages of thousands of rules or words, which hostile files draw, cost little more than others."""

from __future__ import annotations

from time import process_time

from ingest.readers.from_pdf.fragment import Fragment, Piece, roomy
from ingest.readers.from_pdf.grid import Grid, Span, grids
from ingest.readers.from_pdf.ink import Box, Ink, Rule, Run
from ingest.readers.from_pdf.lines import Line
from ingest.readers.from_pdf.slivers import without_slivers
from ingest.readers.from_pdf.strips import in_strips
from ingest.readers.from_pdf.unruled.starts import parted_at_starts
from ingest.readers.from_pdf.upright import cell_lines

PAGE = Box(0, 0, 600, 800)


def ruled(*level: Rule, runs: tuple[Run, ...] = ()) -> Ink:
    return Ink(number=1, width=600, height=800, runs=runs, level=level)


def test_rules_that_end_in_many_places() -> None:
    page = ruled(*(Rule(n / 20, n * 37 % 9973 / 30, 340 + n * 91 % 9973 / 30) for n in range(16_000)))
    began = process_time()
    assert len(in_strips([], page)) == 1
    assert process_time() - began < 1


def test_rules_that_end_in_threes_beside_many_words() -> None:
    runs = tuple(Run("word", Box(2e6, n / 4, 2e6 + 20, n / 4 + 9), n / 4 + 9, 9) for n in range(2_000))
    page = ruled(*(Rule(n / 20, n // 3 * 5.0, 1e6 + n // 3 * 5.0) for n in range(16_000)), runs=runs)
    began = process_time()
    assert in_strips(runs, page) == [(None, list(runs))]
    assert process_time() - began < 0.5


def test_words_up_the_page_among_level_ones() -> None:
    places = [Box(n % 50 * 10, n // 50 * 10, n % 50 * 10 + 5, n // 50 * 10 + 5) for n in range(12_000)]
    runs = [Run(f"w{n}", box, box.bottom, 5, slope=90 * (n % 2)) for n, box in enumerate(places)]
    began = process_time()
    found = cell_lines(runs)
    assert process_time() - began < 0.5
    assert sum(len(line.runs) for line in found) == len(runs)


def test_a_column_of_many_lines_that_end_in_many_places() -> None:
    boxes = [Box(10 + n % 7, n, 30 + n, n + 9) for n in range(16_000)]
    lines = tuple(Line((Run("9", box, box.bottom, 9),), "9", box, box.bottom, 9) for box in boxes)
    pieces = tuple(Piece(0, column, 1, 1, PAGE, PAGE, 1, lines) for column in range(2))
    began = process_time()
    assert roomy(Fragment(1, PAGE, (0, 300, 600), 1, pieces)) == (0, 300, 600)
    assert process_time() - began < 0.5


def test_uprights_that_all_break_off_at_one_height() -> None:
    upright = [rule for n in range(4_000) for rule in (Rule(n / 8, 0, 30), Rule(n / 8, 40, 70))]
    began = process_time()
    assert grids([], upright)
    assert process_time() - began < 1


def test_thousands_of_thin_columns_with_as_many_words() -> None:
    edges = tuple(n / 10 for n in range(4_001))
    runs = [Run("a", Box(n / 10 + 0.02, 1, n / 10 + 0.08, 9), 9, 9) for n in range(0, 4_000, 2)]
    grid = Grid(edges, (0, 10), tuple(Span(0, n, 1, 1) for n in range(4_000)))
    began = process_time()
    assert len(without_slivers(grid, runs).columns) == 2_001
    assert process_time() - began < 0.2


def test_words_that_begin_in_thousands_of_columns() -> None:
    runs = [Run("tree", Box(n * 7, y, n * 7 + 5, y + 9), y + 9, 9) for n in range(1_500) for y in range(0, 120, 20)]
    began = process_time()
    assert len(parted_at_starts(runs, ruled(runs=tuple(runs)))[0]) == len(runs)
    assert process_time() - began < 1
