"""Rows that tell more of the action right above them, after a label, across the table."""

from __future__ import annotations

from tests.documents import document, table
from tests.normalise.test_understand import read

HEAD = "No | Action | Lead | By when"
ROWS = ("1 | Plant trees in parks | Bo Ray | March 2026", "2 | Cut the long grass | Ann Lee | May 2026")


def progress(*rows: str) -> list[tuple[str, str]]:
    return [(a.action, a.progress) for a in read(document("# Plan", table(HEAD, *rows))).actions]


def test_a_row_across_the_table_after_each_action_is_its_progress() -> None:
    found = progress(
        ROWS[0], "Progress: Ten planted. More in May. | < | < | <", ROWS[1], "Progress: None yet | < | < | <"
    )
    assert found == [("Plant trees in parks", "Ten planted. More in May."), ("Cut the long grass", "None yet")]


def test_its_label_may_have_a_cell_of_its_own() -> None:
    found = progress(ROWS[0], "Update | Ten planted | < | <", ROWS[1], "Update | None yet | < | <")
    assert found == [("Plant trees in parks", "Ten planted"), ("Cut the long grass", "None yet")]


def test_a_label_that_stands_above_the_first_action_too_holds_for_the_rows_below() -> None:
    rows = ("Outcome: Shade | < | < | <", ROWS[0], "Outcome: Tidy verges | < | < | <", ROWS[1])
    assert [a.progress for a in read(document("# Plan", table(HEAD, *rows))).actions] == ["", ""]
    assert [words for _, words in progress("Progress: good | < | < | <", *ROWS)] == ["", ""]
