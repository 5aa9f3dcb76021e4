"""The Government Analysis Function's checklist for accessible spreadsheets, item by item, on the publication workbook.

Source: https://analysisfunction.civilservice.gov.uk/policy-store/making-spreadsheets-accessible-a-brief-checklist-of-the-basics/
Left to people, as the checklist leaves them: a spelling check and Excel's accessibility checker.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from export import WriteOptions, write_all
from export.writers.to_xlsx.pages import EMPTY
from normalise.compare import compare
from tests.export.invented import the_plans

COVER = "Cover"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    export = the_plans()
    changes = compare(export.tables["actions"][1:], export.tables["actions"])
    folder = tmp_path_factory.mktemp("publication")
    write_all(replace(export, changes=changes), folder, WriteOptions(formats=("xlsx",), publication=True))
    return folder / "action-plans.xlsx"


@pytest.fixture(scope="module")
def book(path: Path) -> Workbook:
    return load_workbook(path)


@pytest.fixture(scope="module")
def xml(path: Path) -> dict[str, str]:
    return parts_of(path)


def parts_of(path: Path) -> dict[str, str]:
    """The parts of a workbook as text."""
    with zipfile.ZipFile(path) as parts:
        return {name: parts.read(name).decode() for name in parts.namelist()}


def tabled(book: Workbook) -> list[Worksheet]:
    return [page for page in book if page.title != COVER]


def bounds(page: Worksheet) -> tuple[int, int, int, int]:
    table = next(iter(page.tables.values()))
    left, top, right, bottom = range_boundaries(table.ref)
    assert left and top and right and bottom
    return left, top, right, bottom


# Tables


def test_tables_are_marked_up_one_to_a_sheet(book: Workbook) -> None:
    assert all(len(page.tables) == 1 for page in tabled(book))


def test_tables_have_meaningful_names(book: Workbook) -> None:
    for page in tabled(book):
        name = next(iter(page.tables))
        assert name.replace("Summary_", "").split("_")[0].lower() in page.title.lower()


def test_no_cells_are_merged(book: Workbook) -> None:
    assert all(not page.merged_cells.ranges for page in book)


def test_no_row_or_column_of_a_table_is_blank(book: Workbook) -> None:
    for page in tabled(book):
        left, top, right, bottom = bounds(page)
        for row in page.iter_rows(top, bottom, left, right):
            assert any(cell.value is not None for cell in row)


def test_each_table_has_one_header_row_of_unique_names(book: Workbook) -> None:
    for page in tabled(book):
        left, top, right, _ = bounds(page)
        table = next(iter(page.tables.values()))
        names = [page.cell(top, column).value for column in range(left, right + 1)]
        assert table.headerRowCount == 1 and len(set(names)) == len(names) and all(names)


def test_text_is_wrapped(book: Workbook) -> None:
    page = book["Actions"]
    names = [cell.value for cell in page[4]]
    for name in ("action", "lead", "progress"):
        assert page.cell(5, names.index(name) + 1).alignment.wrap_text


def test_there_are_no_filters_and_no_frozen_panes(book: Workbook) -> None:
    for page in book:
        assert page.freeze_panes is None and page.auto_filter.ref is None
        assert all(table.autoFilter is None for table in page.tables.values())


def test_empty_cells_are_explained_above_each_table(book: Workbook) -> None:
    assert all(page["A3"].value == EMPTY for page in tabled(book))


def test_nothing_is_hidden(book: Workbook) -> None:
    for page in book:
        assert page.sheet_state == "visible"
        assert not any(row.hidden for row in page.row_dimensions.values())
        assert not any(column.hidden for column in page.column_dimensions.values())


# Notes


def test_notes_are_in_a_table_on_a_sheet_of_their_own_and_called_notes(book: Workbook) -> None:
    page = book["Notes"]
    assert [cell.value for cell in page[4]] == ["note", "text"] and page["A5"].value == "note 1"


def test_no_symbol_or_superscript_points_to_a_note(book: Workbook, xml: dict[str, str]) -> None:
    assert "superscript" not in xml["xl/styles.xml"]
    headers = [str(page.cell(bounds(page)[1], c).value) for page in tabled(book) for c in range(1, page.max_column + 1)]
    assert not any(re.search(r"[*†‡§¹²³]", header) for header in headers)


# Formatting


def test_links_are_told_by_words_not_by_addresses(book: Workbook) -> None:
    linked = [cell for page in book for row in page.iter_rows() for cell in row if cell.hyperlink]
    assert linked and not any(re.match(r"\w+://|www\.|\.\./|file:", str(cell.value)) for cell in linked)


def test_text_is_sans_serif_and_at_least_twelve_points(book: Workbook) -> None:
    used = [cell.font for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {font.name for font in used} == {"Arial"} and min(font.size for font in used) >= 12


def test_every_sheet_has_a_descriptive_title_in_a1(book: Workbook) -> None:
    for page in tabled(book):
        assert page["A1"].value == page.title and page["A1"].font.bold
    assert book[COVER]["A1"].value == "Action plans"


def test_there_are_no_headers_or_footers(xml: dict[str, str]) -> None:
    assert not any("headerFooter" in said for said in xml.values())


def test_no_cell_has_a_fill_a_border_or_a_rule_that_colours_it(book: Workbook) -> None:
    for page in book:
        assert not page.conditional_formatting
        for row in page.iter_rows():
            assert all(cell.fill.fill_type is None and cell.border.bottom.style is None for cell in row)


def test_only_links_have_ink_of_their_own_and_it_can_be_read(book: Workbook) -> None:
    inks = {
        (cell.font.color.rgb, cell.hyperlink is not None)
        for page in book
        for row in page.iter_rows()
        for cell in row
        if cell.font.color and cell.font.color.type == "rgb"
    }
    assert inks == {("FF0B5394", True)}


def test_there_are_no_pictures_charts_floating_boxes_or_macros(xml: dict[str, str]) -> None:
    assert not any(re.search(r"media|drawing|chart|vba", name, re.IGNORECASE) for name in xml)


# Structure


def test_sheets_have_unique_names(xml: dict[str, str]) -> None:
    names = re.findall(r'<sheet [^>]*?name="([^"]+)"', xml["xl/workbook.xml"])
    assert names and len({name.casefold() for name in names}) == len(names)


def test_no_sheet_is_blank(book: Workbook) -> None:
    assert all(page.max_row > 1 for page in book)
    assert all(bounds(page)[3] > bounds(page)[1] for page in tabled(book))


def test_column_a_holds_title_and_notes_and_the_table_begins_there(book: Workbook) -> None:
    for page in tabled(book):
        left, top, _, _ = bounds(page)
        assert (left, top) == (1, 4) and all(page.cell(row, 1).value for row in range(1, 5))


def test_nothing_stands_below_or_beside_a_table(book: Workbook) -> None:
    for page in tabled(book):
        assert (page.max_column, page.max_row) == bounds(page)[2:]


def test_the_contents_list_every_sheet_and_lead_there(book: Workbook) -> None:
    page = book["Contents"]
    listed = [page.cell(row, 1) for row in range(5, page.max_row + 1)]
    assert [cell.value for cell in listed] == [name for name in book.sheetnames if name not in (COVER, "Contents")]
    assert all(cell.hyperlink and cell.hyperlink.location == f"'{cell.value}'!A1" for cell in listed)


# Before publishing


def test_title_author_and_language_are_set(book: Workbook) -> None:
    said = book.properties
    assert (said.title, said.creator, said.language) == ("Action plans", "ingather", "en-GB")


def test_the_cursor_is_in_a1_of_the_first_sheet(book: Workbook) -> None:
    assert book.active is not None and book.active.title == book.sheetnames[0] == COVER
    for page in book:
        assert all(pane.activeCell == "A1" for pane in page.sheet_view.selection)
