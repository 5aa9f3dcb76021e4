"""Spans that the tags of a table claim: the true ones are kept where others lie."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ingest.readers.from_pdf.drawn import tables
from tests.ingest.readers.from_pdf.tagged import HEIGHT, LEFT, WIDTH, Words, cells, tagged

HEAD = ("Theme", "Action", "Lead", "By when")
ROWS = (
    ("", "Plant trees", "Rangers", "May 2027"),
    ("", "Mend paths", "Rangers", "June 2027"),
    ("", "Sow seeds", "Friends", "July 2027"),
    ("", "Fix roofs", "Works", "May 2028"),
    ("", "Paint doors", "Works", "June 2028"),
)
THEMES = ("Parks", "Parks", "Parks", "Homes", "Homes")
READ = [" | ".join(HEAD), *(" | ".join((theme, *row[1:])) for theme, row in zip(THEMES, ROWS, strict=True))]


def cell(text: str, row: int, *, col_span: int = 1, row_span: int = 1, column: float = 0) -> Words:
    return Words(text, "TD", 0, LEFT + column * WIDTH, 80 + HEIGHT * row, row, col_span, row_span)


def plan(*last: Words) -> list[str]:
    """The rows of a plan whose themes reach down over theirs, with the cells of a last row beneath."""
    themes = {1: cell("Parks", 1, row_span=3), 4: cell("Homes", 4, row_span=2)}
    body = [word for n, row in enumerate(ROWS, 1) for word in [themes.get(n), *cells(row, first=n, top=80 + 24 * n)]]
    (found,) = tables(tagged(*cells(HEAD), *filter(None, body), *last))
    return found


@pytest.mark.parametrize("claimed", [4, 5, 6, 100])
def test_a_last_row_that_claims_more_columns_than_there_are_leaves_the_themes_their_rows(claimed: int) -> None:
    last = "Approved by the cabinet"
    assert plan(cell(last, 6, col_span=claimed)) == [*READ, " | ".join([last] * 4)]


def test_several_rows_of_one_cell_that_claim_too_many_columns_cover_the_table() -> None:
    last = ("Approved by the cabinet", "Next looked at in May")
    found = plan(*(cell(text, n, col_span=9) for n, text in enumerate(last, 6)))
    assert found == [*READ, *(" | ".join([text] * 4) for text in last)]


def test_a_row_of_two_cells_is_cut_to_the_table_at_the_wider_of_them() -> None:
    found = plan(cell("Total", 6, col_span=5), cell("9,000", 6, column=3))
    assert found == [*READ, "Total | Total | Total | 9,000"]


def test_a_row_that_has_more_cells_without_any_span_voids_no_spans() -> None:
    found = plan(*(cell(text, 6, column=n) for text, n in zip("abcde", (0, 1, 2, 3, 3.5), strict=True)))
    assert [row.split(" | ")[0] for row in found] == ["Theme", *THEMES, "a"]


def test_a_row_that_fits_beneath_the_theme_that_reaches_down_to_it_has_no_span_of_its_own() -> None:
    themes = {1: cell("Parks", 1, row_span=3), 4: cell("Homes", 4, row_span=2)}
    body = [word for n, row in enumerate(ROWS, 1) for word in [themes.get(n), *cells(row, first=n, top=80 + 24 * n)]]
    wide = [replace(word, col_span=2) if word.text in ("Mend paths", "June 2028") else word for word in body if word]
    assert tables(tagged(*cells(HEAD), *wide)) == [READ]


def test_a_theme_that_claims_the_row_of_the_next_is_cut_where_a_page_cuts_that_one() -> None:
    themes = {1: cell("Parks", 1, row_span=4), 4: cell("Homes", 4, row_span=2)}
    body = [word for n, row in enumerate(ROWS, 1) for word in [themes.get(n), *cells(row, first=n, top=80 + 24 * n)]]
    again = [Words(text, "TD", 1, LEFT + n * WIDTH, 60, 4) for n, text in enumerate(("at Hill", "and", "on"), 1)]
    body[-3:-3] = again
    (found,) = tables(tagged(*cells(HEAD), *filter(None, body), pages=2))
    assert [row.split(" | ")[0] for row in found] == ["Theme", *THEMES]
