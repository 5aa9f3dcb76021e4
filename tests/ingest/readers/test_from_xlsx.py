"""Spreadsheets: values as shown, merges, colours, several sheets, several tables in a sheet."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from ingest.errors import Damaged, Unsupported
from ingest.limits import Limits
from ingest.model import Document, Paragraph
from ingest.reading import read_document
from tests.ingest.readers.shown import shown, texts
from tests.ingest.readers.xls_written import xls

SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "fo": "xsl-fo-compatible",
    }.items()
)  # fmt: skip


def xlsx(write: Callable[[Workbook, Worksheet], object]) -> bytes:
    """A workbook whose first sheet, called Plan, this writes."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        write(book, book.add_worksheet("Plan"))
    return buffer.getvalue()


def read(write: Callable[[Workbook, Worksheet], object]) -> Document:
    """The document of such a workbook."""
    return read_document(xlsx(write))


def rows(sheet: Worksheet, *lines: str, first: int = 0) -> None:
    """Write rows of texts parted by "|", from this row on (from 0)."""
    for number, line in enumerate(lines, first):
        sheet.write_row(number, 0, line.split("|"))


def ods(table: str, styles: str = "") -> bytes:
    """An OpenDocument spreadsheet of these tables."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>",
        )
    return buffer.getvalue()


def test_a_flat_spreadsheet_is_read_as_a_packed_one_is() -> None:
    kind = 'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"'
    row = "<table:table-row><table:table-cell><text:p>Action</text:p></table:table-cell><table:table-cell><text:p>Lead"
    body = f'<table:table table:name="Plan">{row}</text:p></table:table-cell></table:table-row></table:table>'
    flat = (
        f"<office:document {SPACES} {kind}><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
    )
    document = read_document(f'<?xml version="1.0"?>{flat}</office:document>'.encode())
    assert (document.format, shown(document)) == ("ods", [[["Action", "Lead"]]])


def test_titles_tables_and_places_follow_the_sheet() -> None:
    def write(book: Workbook, sheet: Worksheet) -> None:
        rows(sheet, "Green Plan", "", "Action|Lead", "Plant|Parks", "", "Key|Colour", "A|B")

    document = read(write)
    assert shown(document) == ["Green Plan", [["Action", "Lead"], ["Plant", "Parks"]], [["Key", "Colour"], ["A", "B"]]]
    cell = document.tables[0].rows[1][1]
    assert (cell.place.sheet, cell.place.row, cell.place.column, cell.place.table) == ("Plan", 4, 2, 1)


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (40210, "mmm-yy", "Feb-10"),
        (45000, "dd/mm/yyyy", "15/03/2023"),
        (45000.5, "d mmmm yyyy hh:mm", "15 March 2023 12:00"),
        (0.256, "0%", "26%"),
        (1234.5, '"£"#,##0.00', "£1,234.50"),
        (-12, "[$£-809]#,##0;[Red]-[$£-809]#,##0", "-£12"),
        (3, "000", "003"),
        (2.5, "General", "2.5"),
        (0, '0;-0;"none"', "none"),
        (36.5, "[h]:mm", "876:00"),
    ],
)
def test_numbers_and_dates_are_shown_as_their_format_shows_them(value: float, number_format: str, text: str) -> None:
    def write(book: Workbook, sheet: Worksheet) -> None:
        sheet.write(0, 0, "When")
        sheet.write_number(0, 1, value, book.add_format({"num_format": number_format}))

    assert texts(read(write).tables[0]) == [["When", text]]


def test_merged_cells_stand_wherever_they_cover() -> None:
    def write(book: Workbook, sheet: Worksheet) -> None:
        rows(sheet, "Issue|Action|Lead", "|Plant|Parks", "|Dig|Estates")
        sheet.merge_range(1, 0, 2, 0, "Green")
        sheet.merge_range(3, 0, 3, 2, "Theme 2")

    assert texts(read(write).tables[0]) == [
        ["Issue", "Action", "Lead"], ["Green", "Plant", "Parks"], ["Green", "Dig", "Estates"], ["Theme 2"] * 3,
    ]  # fmt: skip


def test_colours_struck_text_links_and_comments_are_kept() -> None:
    def write(book: Workbook, sheet: Worksheet) -> None:
        rows(sheet, "Action|Status", "Plant|")
        sheet.write_blank(1, 1, None, book.add_format({"bg_color": "#00B050"}))
        sheet.write(2, 0, "Fell", book.add_format({"font_strikeout": True, "font_color": "#FF0000"}))
        sheet.write_url(2, 1, "https://example.org/", string="See")
        sheet.write_comment(1, 0, "Late")

    document = read(write)
    status, fell, link = document.tables[0].rows[1][1], document.tables[0].rows[2][0], document.tables[0].rows[2][1]
    assert (status.fill, fell.struck, fell.colour) == ("00B050", True, "FF0000")
    assert link.paragraphs[0].links == ("https://example.org/",)
    assert [(note.code, note.place and note.place.row) for note in document.notes] == [("link", 3), ("comment", 2)]


def test_hidden_sheets_are_named_and_left_out() -> None:
    def write(book: Workbook, sheet: Worksheet) -> None:
        rows(sheet, "Action|Lead", "Plant|Parks")
        second = book.add_worksheet("Lists")
        rows(second, "a|b")
        second.hide()

    document = read(write)
    assert len(document.tables) == 1
    assert [note.code for note in document.notes] == ["hidden-sheet"]


def test_a_formula_shows_its_last_result_and_truths_their_words() -> None:
    def write(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_formula(0, 0, "=1+1", value=2)
        sheet.write_boolean(0, 1, True)
        sheet.write_rich_string(0, 2, "Plant ", book.add_format({"bold": True}), "trees")

    assert texts(read(write).tables[0]) == [["2", "TRUE", "Plant trees"]]


def test_a_value_in_the_last_cell_of_a_sheet_costs_nothing() -> None:
    def write(book: Workbook, sheet: Worksheet) -> None:
        rows(sheet, "Action|Lead", "Plant|Parks")
        sheet.write(1_048_575, 16_383, "stray")

    assert shown(read(write)) == [[["Action", "Lead"], ["Plant", "Parks"]], "stray"]


def test_a_row_beyond_the_last_is_damage() -> None:
    data = xlsx(lambda book, sheet: sheet.write(0, 0, "x"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'r="1" ', b'r="2147483648" '))
    with pytest.raises(Damaged):
        read_document(buffer.getvalue(), Limits())


def test_old_workbooks_are_read_with_formats_merges_and_colours() -> None:
    data = xls((0, 0, "Action"), (0, 1, "When"), (1, 0, "Plant"), (1, 1, 40210.0), (2, 0, "Theme"), merge=(2, 2, 0, 1))
    document = read_document(data)
    assert document.format == "xls"
    assert texts(document.tables[0]) == [["Action", "When"], ["Plant", "Feb-10"], ["Theme", "Theme"]]
    assert document.tables[0].rows[1][1].fill == "FF0000"
    assert document.tables[0].rows[1][1].place.sheet == "Plan"


def test_opendocument_sheets_show_what_their_cells_show() -> None:
    styles = (
        '<style:style style:name="red" style:family="table-cell"><style:table-cell-properties '
        'fo:background-color="#ff0000"/></style:style>'
    )
    table = (
        '<table:table table:name="Plan"><table:table-row><table:table-cell><text:p>Green Plan</text:p>'
        '</table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row><table:table-row><table:table-cell '
        'table:number-columns-spanned="2"><text:p>Theme</text:p></table:table-cell><table:covered-table-cell/>'
        '<table:table-cell/></table:table-row><table:table-row><table:table-cell table:style-name="red" '
        'office:value-type="date" office:date-value="2010-02-01"><text:p>Feb-10</text:p></table:table-cell>'
        "<table:table-cell><text:p>Plant</text:p><text:p>trees</text:p></table:table-cell></table:table-row></table:table>"
    )
    document = read_document(ods(table, styles))
    title, theme = (block for block in document.blocks if isinstance(block, Paragraph))
    assert (title.text, theme.text) == ("Green Plan", "Theme")
    assert texts(document.tables[0]) == [["Feb-10", "Plant\ntrees"]]
    cell = document.tables[0].rows[0][0]
    assert (cell.fill, cell.place.row, cell.place.sheet) == ("FF0000", 1_000_003, "Plan")


def test_a_binary_workbook_is_told_to_be_saved_as_another() -> None:
    buffer = io.BytesIO()
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relation = f'<Relationship Id="r1" Type="{office}" Target="xl/workbook.bin"/>'
    package = f'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation}</Relationships>'
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", f"<Relationships {package}")
        archive.writestr("xl/workbook.bin", b"\x83\x01\0")
    with pytest.raises(Unsupported, match=r"save it as \.xlsx"):
        read_document(buffer.getvalue())
