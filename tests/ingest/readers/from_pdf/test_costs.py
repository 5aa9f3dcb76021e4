"""Pages of thousands of rules or words, which hostile files draw, cost little more than others."""

from __future__ import annotations

from time import process_time

from ingest.readers.from_pdf.fragment import Fragment, Piece, roomy
from ingest.readers.from_pdf.ink import Box, Ink, Rule, Run
from ingest.readers.from_pdf.lines import Line
from ingest.readers.from_pdf.strips import in_strips
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
