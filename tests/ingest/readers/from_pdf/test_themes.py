"""Rows of a table without rules that are the heading of others, and headings that end where plain letters begin."""

from __future__ import annotations

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from tests.ingest.readers.from_pdf.drawn import HIGH, SIZE, Ink, area, bold, pdf, table, tables, words

COLUMNS = (40, 240, 360)
ROWS = (("Plant trees", "Rangers", "2027"), ("Mend paths", "Ward Team", "2028"), ("Survey bats", "Ecologist", "2029"))


def row(cells: tuple[str, ...], y: float) -> list[Ink]:
    return [words(text, x, y) for text, x in zip(cells, COLUMNS, strict=True)]


def header(y: float) -> list[Ink]:
    return [bold(text, x, y) for text, x in zip(("Action", "Lead", "By when"), COLUMNS, strict=True)]


def coloured(text: str, y: float, colour: str) -> Ink:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", SIZE)
        canvas.setFillColor(HexColor(f"#{colour}"))
        canvas.drawString(40, HIGH - y, text)
        canvas.setFillColor(HexColor("#000000"))

    return draw


def rows(*tops: float) -> list[Ink]:
    return [ink for cells, y in zip(ROWS * 2, tops, strict=False) for ink in row(cells, y)]


def spans(data: bytes) -> dict[str, int]:
    """How many columns the first cell of each row covers."""
    return {row[0].text: row[0].col_span for row in table(data).rows}


def test_a_line_on_a_colour_of_its_own_that_reaches_across_is_a_theme() -> None:
    page = [area(36, 70, 420, 88, "D9E2D0"), words("Green spaces", 40, 82), *header(60), *rows(104, 126, 148, 170)]
    assert spans(pdf(page))["Green spaces"] == 3


def test_a_line_on_a_colour_that_rows_have_too_is_none() -> None:
    page: list[Ink] = [area(36, y - 12, 420, y + 6, "E8EEF7") for y in (104, 148)]
    page += [*header(60), *rows(82, 104, 126), words("Sow banks", 40, 148), *row(ROWS[0], 170)]
    assert spans(pdf(page))["Sow banks"] == 1


def test_a_line_in_a_colour_that_no_other_words_have_is_a_theme() -> None:
    page = [*header(60), *rows(82, 104), coloured("Green spaces", 126, "1F6F3F"), *rows(148, 170)]
    assert spans(pdf(page))["Green spaces"] == 3


def test_the_second_line_of_a_cell_in_a_colour_of_its_own_is_no_theme() -> None:
    page = [*header(60), *rows(82, 104), *row(("", "Rangers", "2027"), 126), coloured("Paint the rails", 126, "C00000")]
    page += [coloured("of the bridge", 137, "C00000"), *rows(159, 181, 203)]
    assert "Paint the rails\nof the bridge" in spans(pdf(page))


def test_units_in_brackets_stay_with_the_headings_above_them() -> None:
    units = [words("(years)", 360, 71)]
    assert tables(pdf([*header(60), *units, *rows(93, 115, 137)]))[0][0] == "Action | Lead | By when (years)"


def test_what_is_left_of_a_row_beneath_a_header_said_again_is_no_part_of_it() -> None:
    first = [*header(60), *rows(82, 104, 126, 148, 170, 192), *row(("Dig the ponds and", "Friends", "2030"), 214)]
    second = [*header(60), words("clean them twice", 40, 71), *rows(93, 115, 137)]
    (found,) = tables(pdf(first, second))
    assert [row.split(" | ")[0] for row in found[6:9]] == [
        "Survey bats",
        "Dig the ponds and\nclean them twice",
        "Plant trees",
    ]


def test_what_is_left_of_a_row_at_the_top_of_a_page_is_no_upper_line_of_a_heading() -> None:
    first = [*header(60), *rows(82, 104, 126, 148, 170, 192), *row(("Dig the ponds", "Friends of", "2030"), 214)]
    second = [words("the old canal", 240, 60), words("and ponds", 240, 71), *rows(82, 104, 126)]
    (found,) = tables(pdf(first, second))
    assert [line.split(" | ")[0] for line in found[7:9]] == ["Dig the ponds", "Plant trees"]


def test_small_bold_letters_at_the_top_of_a_page_are_the_rest_of_a_row() -> None:
    first = [*header(60), *rows(71, 82, 93, 104, 115, 126), *row(("Dig the ponds", "Friends of", "2030"), 137)]
    second = [bold("the old canal", 240, 60), words("Sow banks", 40, 71), bold("Rangers", 240, 71)]
    (found,) = tables(pdf(first, [*second, words("2031", 360, 71), *rows(82, 93, 104)]))
    assert [line.split(" | ")[0] for line in found[7:9]] == ["Dig the ponds", "Sow banks"]


def test_the_first_line_of_a_heading_said_again_at_the_head_of_a_page_is_no_theme() -> None:
    upper, head = [bold("No.", 40, 65)], [bold("Agreed", 70, 65), bold("Lead", 260, 65)]
    beneath = [
        words(text, x, 94 + 24 * n) for n in range(4) for text, x in (("1.1", 40), ("Plant trees", 70), ("Us", 260))
    ]
    wrapped = [bold("Actio", 40, 60), bold("n no.", 40, 71)]
    (found,) = tables(pdf([*upper, *head, *beneath], [*wrapped, *head, *beneath]))
    assert [line.split(" | ")[0] for line in found[4:7]] == ["1.1", "Action no.", "1.1"]
