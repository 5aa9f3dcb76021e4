"""Charts, whose lines are no tables."""

from __future__ import annotations

from tests.ingest.readers.from_pdf.drawn import Ink, pdf, rule, tables, texts, texts_of, words


def lines(columns: int, rows: int) -> list[Ink]:
    """The lines of a grid with nothing in it."""
    right, bottom = 40 + 80 * columns, 60 + 20 * rows
    upright = [rule(40 + 80 * n, 60, 40 + 80 * n, bottom) for n in range(columns + 1)]
    return upright + [rule(40, 60 + 20 * n, right, 60 + 20 * n) for n in range(rows + 1)]


def test_a_chart_is_no_table_and_its_words_are_kept() -> None:
    found = pdf([*lines(6, 8), words("Target", 130, 74), words("Result", 290, 174)])
    assert tables(found) == []
    assert texts(found) == ["Target", "Result"]


def test_a_form_that_waits_to_be_filled_in_is_a_table() -> None:
    header = "Action | Lead | Cost | Start | End | Status"
    (found,) = tables(pdf([*lines(6, 9), *texts_of(header, 60, 40, 80)]))
    assert found == [header, *[" |  |  |  |  | "] * 8]
