"""Rows are as high, and columns of links as wide, as their words need."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from export import WriteOptions, write_all
from export.writers.to_xlsx.heights import lines_of, linked_width
from tests.export.invented import ABOUT, a_plan, an_action, an_export, the_plans

NAME = "a council with a long name/Climate and nature emergency action plan 2025 to 2028, final version.docx"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        (
            "A target date lies before its plan begins. Check the year with whoever wrote it; it is kept as written.",
            92,
            1,
        ),
        ("WE WILL MAKE MANY MORE HOMES WARM", 30, 2),
        ("Two\nlines", 40, 2),
        ("", 10, 1),
    ],
)
def test_lines_are_told_by_how_wide_their_letters_are(text: str, width: float, lines: int) -> None:
    assert lines_of(text, width) == lines


def test_a_column_of_links_shows_them_whole_on_every_sheet(tmp_path: Path) -> None:
    plan = a_plan(an_action(source_file=NAME, council=""), source_file=NAME)
    write_all(an_export(plan), tmp_path, WriteOptions(formats=("xlsx",)))
    book = load_workbook(tmp_path / "action-plans.xlsx")
    assert _narrow(book["Actions"]) == _narrow(book["Owners"]) == _narrow(book["Plans"]) == []


def _narrow(page: Worksheet) -> list[str]:
    """The links of a sheet that their column cuts, or that there is none."""
    linked = [c for row in page.iter_rows() for c in row if isinstance(c, Cell) and c.hyperlink]
    widths = {c: page.column_dimensions[c.column_letter].width for c in linked}
    return [str(c.value) for c in linked if widths[c] < linked_width(str(c.value))] if linked else ["no link"]


def test_where_nothing_is_linked_the_column_of_sources_stays_narrow(tmp_path: Path) -> None:
    plans = the_plans()
    write_all(replace(plans, about=replace(ABOUT, source_root="")), tmp_path, WriteOptions(formats=("xlsx",)))
    page = load_workbook(tmp_path / "action-plans.xlsx")["Actions"]
    (source,) = [cell for cell in page[1] if cell.value == "Source"]
    assert page.column_dimensions[source.column_letter].width < 46
