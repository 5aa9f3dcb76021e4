"""What analysts do to the workbook survives: corrections, and columns and notes of their own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from export import Export, OutputError, WriteOptions, write_all
from export.readback.edits import Edits, read_edits, read_folder
from export.readback.settling import settle, settle_all
from export.snapshot import forget, latest, named_by
from normalise.rows import Row
from tests.export.invented import a_plan, an_action, an_export, the_plans

XLSX = WriteOptions(formats=("xlsx",))
NAME = "action-plans.xlsx"


def edited(folder: Path, change: Callable[[Worksheet, Callable[[str], int]], object], who: str = "Jo Analyst") -> Edits:
    """What is read back after a change to the sheet Actions; `change` gets the sheet and a way to find a column."""
    book: Workbook = load_workbook(folder / NAME)
    page = book["Actions"]
    names = [cell.value for cell in page[1]]
    change(page, lambda name: names.index(name) + 1)
    book.properties.lastModifiedBy = who
    book.save(folder / NAME)
    found = read_edits(folder / NAME)
    assert found is not None
    return found


def rows(export: Export) -> list[Row]:
    return list(export.tables["actions"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_all(the_plans(), tmp_path, XLSX)
    return tmp_path


def test_a_workbook_nobody_touched_holds_no_edits(folder: Path) -> None:
    found = read_edits(folder / NAME)
    assert found is not None and (found.values, found.refused, found.own.columns) == ((), (), ())
    assert found.worked_out == ()


def test_texts_dates_and_codes_are_read_back_with_who_and_when(folder: Path) -> None:
    def change(page: Worksheet, column: Callable[[str], int]) -> None:
        page.cell(2, column("lead"), "Ann Lee")
        page.cell(2, column("due_date"), datetime(2026, 9, 30))
        page.cell(3, column("due_date"), "30/06/2027")
        page.cell(3, column("status"), "Complete")
        page.cell(4, column("status"), "on_track")
        page.cell(4, column("cost_min_gbp"), 1500)
        page.cell(5, column("timescale")).value = None

    found = edited(folder, change)
    assert [(edit.action["ref"], edit.column, edit.now) for edit in found.values] == [
        ("1.1", "lead", "Ann Lee"), ("1.1", "due_date", "2026-09-30"), ("1.2", "due_date", "2027-06-30"),
        ("1.2", "status", "complete"), ("2.1", "cost_min_gbp", "1500"),
        ("2.1", "status", "on_track"), ("2.2", "timescale", ""),
    ]  # fmt: skip
    assert found.who == "Jo Analyst" and datetime.fromisoformat(found.when).year >= 2025


def test_what_is_written_over_columns_that_are_worked_out_is_said_once_a_column(folder: Path) -> None:
    def change(page: Worksheet, column: Callable[[str], int]) -> None:
        page.cell(2, column("days_overdue"), 3)
        page.cell(3, column("days_overdue"), 4)
        page.cell(4, column("Source"), "somewhere else")

    found = edited(folder, change)
    overdue, source = settle(found, rows(the_plans())).review
    assert found.values == () and overdue["code"] == source["code"] == "edit-refused"
    assert "days_overdue was changed in the workbook to “3”, and in 1 more row, but" in str(overdue["message"])
    assert "Change due_date" in str(overdue["suggestion"])
    assert "Source was changed in the workbook to “somewhere else”, but" in str(source["message"])


def test_edits_become_corrections_of_the_same_action_wherever_it_stands_now(folder: Path) -> None:
    found = edited(folder, lambda page, column: page.cell(3, column("lead"), "Ann Lee"))
    moved = [row | {"action_id": f"c{i:011d}"} for i, row in enumerate(reversed(rows(the_plans())))]
    (correction,) = settle(found, moved).corrections
    there = next(row for row in moved if row["ref"] == "1.2")
    assert (correction.what, correction.column, correction.value) == ("value", "lead", "Ann Lee")
    assert (correction.action_id, correction.who) == (there["action_id"], "Jo Analyst")


def test_rows_sorted_and_columns_moved_are_no_edits(folder: Path) -> None:
    def change(page: Worksheet, column: Callable[[str], int]) -> None:
        first, second = ([cell.value for cell in page[number]] for number in (2, 3))
        for at, (a, b) in enumerate(zip(first, second, strict=True), 1):
            page.cell(2, at).value, page.cell(3, at).value = b, a
        page.delete_cols(column("theme"))

    assert edited(folder, change).values == ()


def test_a_change_of_the_source_is_no_edit(folder: Path) -> None:
    found = edited(folder, lambda page, column: None)
    now = [row | {"due_date": date(2030, 1, 1)} for row in rows(the_plans())]
    settled = settle(found, now)
    assert settled.corrections == () and settled.review == ()


def test_a_cell_changed_by_both_keeps_the_edit_and_is_flagged(folder: Path) -> None:
    found = edited(folder, lambda page, column: page.cell(2, column("lead"), "Ann Lee"))
    now = [row | {"lead": "Bo Hill"} if row["ref"] == "1.1" else row for row in rows(the_plans())]
    settled = settle(found, now)
    assert [correction.value for correction in settled.corrections] == ["Ann Lee"]
    (flag,) = settled.review
    assert (
        flag["code"] == "edit-conflict" and "“Ann Lee”" in str(flag["message"]) and "“Bo Hill”" in str(flag["message"])
    )


def test_an_edit_the_source_has_taken_over_is_neither_kept_nor_flagged(folder: Path) -> None:
    found = edited(folder, lambda page, column: page.cell(2, column("lead"), "Ann Lee"))
    now = [row | {"lead": "Ann Lee"} if row["ref"] == "1.1" else row for row in rows(the_plans())]
    settled = settle(found, now)
    assert settled.corrections == () and settled.review == ()


def test_the_later_of_two_workbooks_wins(folder: Path) -> None:
    shutil.copy(folder / NAME, folder / "action-plans 2026-11-22.xlsx")
    edited(folder, lambda page, column: page.cell(2, column("lead"), "Ann Lee"))
    first, second = read_folder(folder)
    assert (len(first.values), len(second.values)) == (0, 1)
    both = (replace(second, when="2026-01-01"), replace(second, when="2026-02-01", values=()))
    assert [c.value for c in settle_all(both, rows(the_plans())).corrections] == ["Ann Lee"]


def test_an_edit_of_an_action_that_is_gone_is_told_of(folder: Path) -> None:
    found = edited(folder, lambda page, column: page.cell(2, column("lead"), "Ann Lee"))
    (flag,) = settle(found, rows(the_plans())[1:]).review
    assert flag["code"] == "edit-lost"


def test_a_value_that_cannot_stand_in_its_column_is_refused_and_told_of(folder: Path) -> None:
    def change(page: Worksheet, column: Callable[[str], int]) -> None:
        page.cell(2, column("status"), "nearly there")
        page.cell(2, column("due_date"), "soon")

    found = edited(folder, change)
    settled = settle(found, rows(the_plans()))
    assert settled.corrections == () and [row["code"] for row in settled.review] == ["edit-refused", "edit-refused"]
    day, status = (str(row["suggestion"]) for row in settled.review)
    assert day.endswith("; enter a day, as 31/03/2026.")
    assert "; enter one of Not started, In progress, On track," in status


def test_columns_that_say_where_a_row_stands_cannot_be_edited(folder: Path) -> None:
    found = edited(folder, lambda page, column: page.cell(2, column("source_file"), "other.docx"))
    assert found.values == ()


def test_a_row_that_was_deleted_is_no_edit_and_comes_back(folder: Path) -> None:
    found = edited(folder, lambda page, column: page.delete_rows(3))
    settled = settle(found, rows(the_plans()))
    assert (found.values, found.added, settled.corrections, settled.review) == ((), (), (), ())


def test_a_row_put_in_by_hand_is_told_of_with_its_words(folder: Path) -> None:
    def change(page: Worksheet, column: Callable[[str], int]) -> None:
        page.insert_rows(3)
        page.cell(3, column("ref"), "9.9")
        page.cell(3, column("action"), "Ask the schools")

    (flag,) = settle(edited(folder, change), rows(the_plans())).review
    assert (flag["code"], flag["source_file"]) == ("edit-added", NAME)
    assert "“9.9 Ask the schools”" in str(flag["message"])


@pytest.mark.parametrize("at", [2, 3])
def test_a_copy_of_a_row_filled_in_anew_is_not_taken_for_an_edit_of_it(folder: Path, at: int) -> None:
    def change(page: Worksheet, column: Callable[[str], int]) -> None:
        said = [cell.value for cell in page[2]]
        page.insert_rows(at)
        for number, value in enumerate(said, 1):
            page.cell(at, number, value)
        page.cell(at, column("action"), "Ask the schools")

    found = edited(folder, change)
    assert found.values == () and found.added == ("1.1 Ask the schools",)


def test_own_columns_and_notes_are_written_again_at_the_same_action(folder: Path) -> None:
    def change(page: Worksheet, column: Callable[[str], int]) -> None:
        last = page.max_column + 1
        page.cell(1, last, "My view")
        page.cell(3, last, "Ask for the survey")
        page.cell(4, last, datetime(2026, 12, 1))
        page.cell(3, column("status")).comment = Comment("Told by phone", "Jo")

    found = edited(folder, change)
    moved = list(reversed(rows(the_plans())))
    own = settle(found, moved).own
    write_all(replace(the_plans(), own=own), folder, XLSX)
    page = load_workbook(folder / NAME)["Actions"]
    names = [cell.value for cell in page[1]]
    assert names[-1] == "My view" and page.tables["Actions"].ref.startswith("A1:")
    assert page.cell(3, len(names)).value == "Ask for the survey"
    assert page.cell(4, len(names)).value == datetime(2026, 12, 1)
    comment = page.cell(3, names.index("status") + 1).comment
    assert comment is not None and comment.text == "Told by phone"
    again = read_edits(folder / NAME)
    assert again is not None and again.own.cells == own.cells and again.own.notes == own.notes and again.values == ()


def test_what_is_private_to_analysts_is_not_in_the_publication(folder: Path) -> None:
    found = edited(folder, lambda page, column: page.cell(1, page.max_column + 1, "My view"))
    own = settle(found, rows(the_plans())).own
    write_all(replace(the_plans(), own=own), folder, replace(XLSX, publication=True))
    page = load_workbook(folder / NAME)["Actions"]
    assert "My view" not in [cell.value for cell in page[4]]


def test_a_text_too_long_for_a_cell_is_not_taken_for_an_edit(tmp_path: Path) -> None:
    write_all(an_export(a_plan(an_action(progress="x" * 40_000, action="_x0041_ = \ud800 & \r\n b"))), tmp_path, XLSX)
    found = read_edits(tmp_path / NAME)
    assert found is not None and found.values == ()


def test_a_workbook_that_cannot_be_read_is_not_to_be_written_over(folder: Path) -> None:
    (folder / NAME).write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(OutputError, match="corrections in it would be lost"):
        read_edits(folder / NAME)


def test_where_there_is_no_workbook_there_are_no_edits(tmp_path: Path) -> None:
    assert read_edits(tmp_path / NAME) is None and latest(tmp_path) is None


def test_an_old_workbook_beside_the_new_one_is_read_back_no_more(folder: Path) -> None:
    first = named_by(folder / NAME)
    shutil.copy(folder / NAME, folder / "action-plans 2026-01-01.xlsx")
    assert len(read_folder(folder)) == 2
    write_all(an_export(a_plan(an_action())), folder, XLSX)
    assert [edits.snapshot.id for edits in read_folder(folder)] == [named_by(folder / NAME)]
    kept = sorted(path.stem for path in (folder / ".ingather").glob("*.jsonl") if ".before" not in path.name)
    assert kept == [named_by(folder / NAME)] != [first]


def test_the_snapshot_gives_the_rows_as_they_were(folder: Path) -> None:
    found = latest(folder)
    assert found is not None and list(found.actions) == rows(the_plans())


def test_forgetting_a_file_takes_its_rows_out_of_the_snapshots(folder: Path) -> None:
    name = "eastmoor/homelessness.pdf"
    assert forget(folder, name) == 3 and forget(folder, name) == 0
    assert not any(name.encode() in path.read_bytes() for path in (folder / ".ingather").iterdir())
    found = read_edits(folder / NAME)
    assert found is not None and found.values == ()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_workbook_saved_by_another_program_holds_no_edits_but_those_made(folder: Path) -> None:
    edited(folder, lambda page, column: page.cell(2, column("lead"), "Ann Lee"))
    there = folder / "saved"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(there), str(folder / NAME)]
    subprocess.run(command, check=True, capture_output=True)
    shutil.copy(there / NAME, folder / NAME)
    found = read_edits(folder / NAME)
    assert found is not None
    assert [(edit.column, edit.now) for edit in found.values] == [("lead", "Ann Lee")]
