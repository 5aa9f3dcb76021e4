"""What files.csv says of a file that was read: which part of it was not, and what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ingather.options import Options
from ingather.pipeline import convert_with
from ingest.model import Document, Note
from normalise.corrections import NONE
from normalise.model import Source
from normalise.rows import FileRow
from tests.documents import document, table

PICTURE = Note("page-without-text", "Page 4 has no text.", "Run again with --ocr.")
PLAN = document(table("Action | Lead | By when", "Plant trees | Ann Lee | May 2027", "Cut grass | Bo Ray | June 2027"))


def row_of(read: Document) -> FileRow:
    return convert_with(lambda: read, Source("plan.pdf"), Options(date(2026, 1, 1)), NONE).file


def test_a_page_that_was_not_read_is_told_beside_the_file() -> None:
    row = row_of(replace(PLAN, notes=(PICTURE, replace(PICTURE, message="Page 5 has no text."))))
    assert (row.outcome, row.actions, row.suggestion) == ("read", 2, "Run again with --ocr.")
    assert row.reason == "Page 4 has no text. (And 1 more: see the review.)"


def test_a_file_that_was_simply_read_needs_no_reason() -> None:
    assert (row_of(PLAN).reason, row_of(PLAN).suggestion) == ("", "")


def test_where_no_actions_were_found_the_page_that_was_not_read_may_hold_them() -> None:
    row = row_of(replace(document("We met."), notes=(PICTURE,)))
    assert row.outcome == "no_actions"
    assert row.reason.endswith("no list of actions. Page 4 has no text.") and "--ocr" in row.suggestion


def test_an_empty_document_is_said_to_be_empty() -> None:
    assert row_of(document()).reason == "The file was read, but there is nothing in it."


def test_where_no_table_holds_actions_the_advice_says_where_all_text_went() -> None:
    read = document("Lend 200 tablets.", table("Name | Number", "Ann Lee | 01632 960001"))
    found = convert_with(lambda: read, Source("plan.txt"), Options(date(2026, 1, 1)), NONE)
    assert found.plan is not None and "Lend 200 tablets." in found.plan.text
    assert {u.text for u in found.plan.unplaced} == {"Name", "Number", "Ann Lee", "01632 960001"}
    assert "tables is under Unplaced, all other text under Plans" in found.file.suggestion
