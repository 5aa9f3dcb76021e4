"""Rows that white space parts, wherever in them their cells stand."""

from __future__ import annotations

import pytest

from tests.ingest.readers.from_pdf.drawn import Ink, bold, pdf, tables, words

COLUMNS = (40, 240, 360)
ROWS = (
    (("Plant trees along the canal", "and keep them watered", "all summer"), ("Rangers",), ("2027",)),
    (("Mend the paths",), ("Ward Team", "with the Friends"), ("2028",)),
    (("Survey the bats", "of the clock tower"), ("Ecologist",), ("2029",)),
    (("Open the gates", "of the walled garden", "each weekend"), ("Parks Manager", "and wardens"), ("2030",)),
    (("Dig the ponds", "of the common"), ("Friends",), ("2031",)),
)
STEP, APART = 12, 17
"""How far apart the lines of a cell stand, and those of two rows."""


def laid(*places: float) -> list[Ink]:
    """The rows, each column's cells at such a part of the room that their row leaves them."""
    page, y = [bold(text, x, 60) for text, x in zip(("Action", "Lead", "By when"), COLUMNS, strict=True)], 60.0 + APART
    for row in ROWS:
        deep = max(map(len, row))
        for lines, x, place in zip(row, COLUMNS, places, strict=True):
            top = y + place * STEP * (deep - len(lines))
            page += [words(line, x, top + STEP * n) for n, line in enumerate(lines)]
        y += STEP * (deep - 1) + APART
    return page


@pytest.mark.parametrize("places", [(0, 0, 0), (0.5, 0.5, 0.5), (1, 1, 1), (0, 0.5, 0.5), (0, 1, 0.5)])
def test_rows_hold_their_cells_at_the_top_in_the_middle_and_at_the_foot(places: tuple[float, float, float]) -> None:
    (found,) = tables(pdf(laid(*places)))
    assert [line.replace("\n", " ") for line in found[1:]] == [
        " | ".join(" ".join(lines) for lines in row) for row in ROWS
    ]


def test_a_row_alone_on_its_page_begins_with_the_upper_of_two_lines_that_others_stand_between() -> None:
    columns = (40, 70, 300)
    head = [bold(text, x, 40) for text, x in zip(("No.", "Action", "Lead"), columns, strict=True)]
    first = [words(text, x, 64 + 18 * n) for n in range(5) for text, x in ((f"{n + 1}", 40), ("Dig", 70), ("Us", 300))]
    long = "Plant many trees along the whole canal and along"
    over = [words("6", 40, 65), words(long, 70, 59.5), words("the river", 70, 70.5), words("Rangers", 300, 65)]
    (found,) = tables(pdf([*head, *first], [*head, *over]))
    assert found[-2:] == ["5 | Dig | Us", f"6 | {long} the river | Rangers"]
