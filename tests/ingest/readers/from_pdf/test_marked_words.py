"""Words with an address behind them, and words struck out."""

from __future__ import annotations

import io

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.model import Cell, Paragraph
from tests.ingest.readers.from_pdf.drawn import HIGH, Ink, area, blocks, pdf, rule, ruled, table, tables, words
from tests.ingest.readers.from_pdf.tagged import cells, tagged

PLAN = ruled("Action | Lead", "Plant trees | Parks", "Mend paths | Rangers")
ADDRESS = "https://www.example.org/plan"


def link(x0: float, y0: float, x1: float, y1: float, address: str = ADDRESS) -> Ink:
    """A rectangle that leads to an address."""

    def draw(canvas: Canvas) -> None:
        canvas.linkURL(address, (x0, HIGH - y1, x1, HIGH - y0))

    return draw


def addresses(cell: Cell) -> list[str]:
    return [address for paragraph in cell.paragraphs for address in paragraph.links]


def paragraph(data: bytes) -> Paragraph:
    (only,) = [block for block in blocks(data) if isinstance(block, Paragraph)]
    return only


def test_words_of_a_cell_keep_the_address_behind_them() -> None:
    rows = table(pdf([*PLAN, link(44, 81, 90, 95)])).rows
    assert [[addresses(cell) for cell in row] for row in rows] == [[[], []], [[ADDRESS], []], [[], []]]


def test_an_address_behind_a_word_of_a_paragraph_is_kept() -> None:
    assert paragraph(pdf([words("See the plan for more"), link(56, 20, 75, 33)])).links == (ADDRESS,)


def test_an_address_under_two_lines_is_kept_once() -> None:
    page = [words("See the plan", y=30), words("for more", y=41), link(40, 20, 95, 33), link(40, 34, 75, 44)]
    assert paragraph(pdf(page)).links == (ADDRESS,)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_links_turn_with_their_page(turn: int) -> None:
    assert addresses(table(pdf([*PLAN, link(44, 81, 90, 95)], turn=turn)).rows[1][0]) == [ADDRESS]


def test_a_link_within_the_document_leads_to_no_address() -> None:
    def inside(canvas: Canvas) -> None:
        canvas.bookmarkPage("here")
        canvas.linkRect("", "here", (40, HIGH - 33, 90, HIGH - 20))

    assert paragraph(pdf([words("See above"), inside])).links == ()


def test_a_cell_with_a_line_through_its_words_is_struck_and_no_other() -> None:
    rows = table(pdf([*PLAN, rule(44, 89.6, 89, 89.6)])).rows
    assert [[cell.struck for cell in row] for row in rows] == [[False, False], [True, False], [False, False]]


def test_a_line_drawn_as_a_thin_rectangle_strikes_too() -> None:
    assert table(pdf([*PLAN, area(44, 89.3, 89, 89.9, "000000")])).rows[1][0].struck


def test_tagged_words_are_struck_by_the_line_drawn_through_them() -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(tagged(*cells(("Action", "Lead"), ("Plant trees", "Parks"))))) as document:
        document.pages[0].contents_add(b"/Artifact BMC 40 298.4 m 85 298.4 l S EMC")
        document.save(made)
    rows = table(made.getvalue()).rows
    assert [[cell.struck for cell in row] for row in rows] == [[False, False], [True, False]]


@pytest.mark.parametrize("height", [86.0, 93.0, 93.8, 98.0])
def test_an_underline_or_a_line_above_strikes_nothing(height: float) -> None:
    assert not table(pdf([*PLAN, rule(44, height, 89, height)])).rows[1][0].struck


def test_the_rule_of_a_cell_that_its_words_overflow_stays_a_rule() -> None:
    page = [*ruled("Action | Lead", "Plant trees | Parks"), words("Mend all the paths here", 44, 119.5)]
    page += [*ruled("Mend paths | Rangers", top=98), rule(40, 117, 280, 117)]
    found = table(pdf(page))
    assert not any(cell.struck for row in found.rows for cell in row)
    assert len(found.rows) == 3


def test_one_struck_word_does_not_strike_the_others() -> None:
    assert not table(pdf([*PLAN, rule(44, 89.6, 65, 89.6)])).rows[1][0].struck


def test_a_struck_line_parts_no_rows() -> None:
    page = [rule(40, y, 280, y) for y in (60, 79, 98, 117)]
    page += [
        words(text, x, y)
        for y, row in ((73, "AL"), (92, "PR"), (111, "MS"))
        for x, text in zip((44, 164), row, strict=True)
    ]
    plain = tables(pdf(page))
    assert tables(pdf([*page, rule(44, 89.6, 50, 89.6)])) == plain
