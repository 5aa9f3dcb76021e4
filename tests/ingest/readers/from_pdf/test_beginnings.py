"""Where paragraphs outside tables begin: at a heading's end, and where tags say so."""

from __future__ import annotations

from tests.ingest.readers.from_pdf.drawn import bold, pdf, texts, words
from tests.ingest.readers.from_pdf.tagged import Words, cells, tagged

TITLE, BELOW = "Waste Reduction Action Plan", "Invented for testing only today"


def test_a_title_in_bold_is_no_part_of_the_line_close_beneath_it() -> None:
    assert texts(pdf([bold(TITLE, y=30), words(BELOW, y=41)])) == [TITLE, BELOW]


def test_a_heading_in_bold_is_no_part_of_the_line_close_above_it() -> None:
    assert texts(pdf([words(BELOW, y=30), bold(TITLE, y=41)])) == [BELOW, TITLE]


def test_a_larger_title_is_no_part_of_the_line_close_beneath_it() -> None:
    assert texts(pdf([words("Waste Action Plan", y=30, size=11), words("Invented for tests", y=42, size=9.5)])) == [
        "Waste Action Plan",
        "Invented for tests",
    ]


def test_tags_of_paragraphs_hold_where_those_of_the_table_do_not() -> None:
    rows = [(f"Plant {n} trees", "Parks Manager", f"May {2027 + n}") for n in range(6)]
    shuffled = [cells(row, first=n // 2 + (n % 2) * 3 + 1, top=104 + 24 * n) for n, row in enumerate(rows)]
    table = [*cells(("Action", "Lead", "By when")), *(word for row in shuffled for word in row)]
    assert texts(tagged(Words(TITLE, "P", y=30), Words(BELOW, "P", y=41), *table)) == [TITLE, BELOW]


def test_a_short_line_well_above_the_next_is_a_paragraph_of_its_own() -> None:
    assert texts(pdf([words(BELOW, y=30), words("Action plan for the town", y=50)])) == [
        BELOW,
        "Action plan for the town",
    ]


def test_the_lines_of_a_sentence_that_fills_its_column_are_one_paragraph_however_far_apart() -> None:
    wide = "trees and paths " * 7 + "trees"
    assert len(texts(pdf([words(wide, y=30, size=10), words("goes on below", y=50, size=10)]))) == 1
