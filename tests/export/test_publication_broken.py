"""Every item of the checklist can fail: a workbook broken in one respect fails at that item, and at no other."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from copy import copy
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn
from openpyxl.worksheet.worksheet import Worksheet

from tests.export import test_publication as checklist

path = checklist.path
"""The workbook the checklist passes."""
CHECKS = {name.removeprefix("test_"): said for name, said in vars(checklist).items() if name.startswith("test_")}


def failing(book: Workbook, xml: dict[str, str]) -> set[str]:
    """The items of the checklist at which a workbook fails."""
    return {name for name, check in CHECKS.items() if not _passes(check, {"book": book, "xml": xml})}


def _passes(check: Callable[..., None], given: dict[str, object]) -> bool:
    try:
        check(*(given[name] for name in inspect.signature(check).parameters))
    except AssertionError:
        return False
    return True


def renamed(page: Worksheet) -> None:
    table = page.tables.pop("Owners")
    table.name = table.displayName = "Table1"
    page.add_table(table)


def second_table(page: Worksheet) -> None:
    columns = [TableColumn(id=1, name="action"), TableColumn(id=2, name="order")]
    page.add_table(Table(name="Second", displayName="Second", ref="A4:B6", tableColumns=columns))


def emptied_row(page: Worksheet) -> None:
    for cell in page[6]:
        cell.value = None


def emptied_table(page: Worksheet) -> None:
    page.delete_rows(5, page.max_row)
    page.tables["Milestones"].ref = "A4:H4"


def frozen(page: Worksheet) -> None:
    page.freeze_panes = "A5"
    for pane in page.sheet_view.selection:
        pane.activeCell = pane.sqref = "A1"


def noted_below(page: Worksheet) -> None:
    cell = page.cell(page.max_row + 2, 1, "Source: the councils")
    cell.font = copy(page["A5"].font)


def footed(page: Worksheet) -> None:
    page.oddFooter.center.text = "Page &P"  # type: ignore[union-attr]


def charted(page: Worksheet) -> None:
    page.add_chart(BarChart(), "K2")


def linked(page: Worksheet, text: str) -> None:
    next(cell for cell in page[5] if cell.hyperlink).value = text


def inked(page: Worksheet, at: str, **said: object) -> None:
    page[at].font = copy(page[at].font) + Font(**said)  # type: ignore[arg-type]


COLOURING = Rule(type="expression", formula=["TRUE"])
RED = PatternFill("solid", fgColor="FFFF0000")
BROKEN: dict[str, tuple[str, Callable[[Workbook], object]]] = {
    "second table on a sheet": ("tables_are_marked_up_one_to_a_sheet", lambda b: second_table(b["Owners"])),
    "table called Table1": ("tables_have_meaningful_names", lambda b: renamed(b["Owners"])),
    "merged cells": ("no_cells_are_merged", lambda b: b["Cover"].merge_cells("A2:B2")),
    "blank row": ("no_row_or_column_of_a_table_is_blank", lambda b: emptied_row(b["Actions by status"])),
    "same header twice": (
        "each_table_has_one_header_row_of_unique_names", lambda b: b["Owners"].cell(4, 3, b["Owners"]["B4"].value)
    ),
    "text that runs on": ("text_is_wrapped", lambda b: setattr(b["Actions"]["B5"], "alignment", Alignment())),
    "frozen panes": ("there_are_no_filters_and_no_frozen_panes", lambda b: frozen(b["Owners"])),
    "filter of a sheet": (
        "there_are_no_filters_and_no_frozen_panes", lambda b: setattr(b["Owners"].auto_filter, "ref", "A4:B6")
    ),
    "filter of a table": (
        "there_are_no_filters_and_no_frozen_panes",
        lambda b: setattr(b["Owners"].tables["Owners"], "autoFilter", AutoFilter("A4:I11")),
    ),
    "empty cells not explained": (
        "empty_cells_are_explained_above_each_table", lambda b: b["Owners"].cell(3, 1, "Read on.")
    ),
    "hidden sheet": ("nothing_is_hidden", lambda b: setattr(b["Owners"], "sheet_state", "hidden")),
    "hidden row": ("nothing_is_hidden", lambda b: setattr(b["Owners"].row_dimensions[6], "hidden", True)),
    "hidden column": ("nothing_is_hidden", lambda b: setattr(b["Owners"].column_dimensions["B"], "hidden", True)),
    "notes without numbers": (
        "notes_are_in_a_table_on_a_sheet_of_their_own_and_called_notes", lambda b: b["Notes"].cell(5, 1, "Tables")
    ),
    "asterisk": ("no_symbol_or_superscript_points_to_a_note", lambda b: b["Owners"].cell(4, 3, "person*")),
    "superscript": (
        "no_symbol_or_superscript_points_to_a_note", lambda b: inked(b["Owners"], "A5", vertAlign="superscript")
    ),
    "bare address": (
        "links_are_told_by_words_not_by_addresses", lambda b: linked(b["Actions"], "https://example.org/plan.pdf")
    ),
    "small print": (
        "text_is_sans_serif_and_at_least_twelve_points", lambda b: setattr(b["Owners"]["A5"], "font", Font("Arial", 9))
    ),
    "serifs": (
        "text_is_sans_serif_and_at_least_twelve_points", lambda b: setattr(b["Owners"]["A5"], "font", Font("Times", 12))
    ),
    "title that says nothing": (
        "every_sheet_has_a_descriptive_title_in_a1", lambda b: b["Owners"].cell(1, 1, "Sheet 13")
    ),
    "cover without its title": (
        "every_sheet_has_a_descriptive_title_in_a1", lambda b: b["Cover"].cell(1, 1, "ingather")
    ),
    "footer": ("there_are_no_headers_or_footers", lambda b: footed(b["Owners"])),
    "fill": (
        "no_cell_has_a_fill_a_border_or_a_rule_that_colours_it", lambda b: setattr(b["Owners"]["A5"], "fill", RED)
    ),
    "border": (
        "no_cell_has_a_fill_a_border_or_a_rule_that_colours_it",
        lambda b: setattr(b["Owners"]["A5"], "border", Border(bottom=Side("thin"))),
    ),
    "colour by rule": (
        "no_cell_has_a_fill_a_border_or_a_rule_that_colours_it",
        lambda b: b["Owners"].conditional_formatting.add("A5:A9", COLOURING),
    ),
    "red text": (
        "only_links_have_ink_of_their_own_and_it_can_be_read",
        lambda b: setattr(b["Owners"]["A5"], "font", Font("Arial", 12, color="FFFF0000")),
    ),
    "chart": (
        "there_are_no_pictures_charts_floating_boxes_or_macros", lambda b: charted(b["Owners"])
    ),
    "table without rows": ("no_sheet_is_blank", lambda b: emptied_table(b["Milestones"])),
    "gap above a table": (
        "column_a_holds_title_and_notes_and_the_table_begins_there",
        lambda b: setattr(b["Owners"]["A2"], "value", None),
    ),
    "note below a table": ("nothing_stands_below_or_beside_a_table", lambda b: noted_below(b["Owners"])),
    "sheet not in the contents": (
        "the_contents_list_every_sheet_and_lead_there", lambda b: b["Contents"].cell(6, 1, "Elsewhere")
    ),
    "no language": ("title_author_and_language_are_set", lambda b: setattr(b.properties, "language", None)),
    "no author": ("title_author_and_language_are_set", lambda b: setattr(b.properties, "creator", "")),
    "no title": ("title_author_and_language_are_set", lambda b: setattr(b.properties, "title", None)),
    "cursor elsewhere": (
        "the_cursor_is_in_a1_of_the_first_sheet",
        lambda b: setattr(b["Owners"].sheet_view.selection[0], "activeCell", "B7"),
    ),
    "opens on another sheet": ("the_cursor_is_in_a1_of_the_first_sheet", lambda b: setattr(b, "active", 3)),
}  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN)
def test_a_workbook_broken_in_one_respect_fails_there_alone(broken: str, path: Path, tmp_path: Path) -> None:
    item, spoil = BROKEN[broken]
    book = load_workbook(path)
    spoil(book)
    book.save(tmp_path / "broken.xlsx")
    assert failing(book, checklist.parts_of(tmp_path / "broken.xlsx")) == {item}


def test_two_sheets_of_one_name_fail_there_alone(path: Path) -> None:
    xml = checklist.parts_of(path)
    xml["xl/workbook.xml"] = xml["xl/workbook.xml"].replace('name="Owners"', 'name="actions"')  # openpyxl refuses to
    assert failing(load_workbook(path), xml) == {"sheets_have_unique_names"}


def test_a_workbook_that_is_only_saved_again_passes(path: Path, tmp_path: Path) -> None:
    load_workbook(path).save(tmp_path / "same.xlsx")
    assert failing(load_workbook(tmp_path / "same.xlsx"), checklist.parts_of(tmp_path / "same.xlsx")) == set()


def test_every_item_of_the_checklist_is_broken_once() -> None:
    assert CHECKS.keys() == {item for item, _ in BROKEN.values()} | {"sheets_have_unique_names"}
